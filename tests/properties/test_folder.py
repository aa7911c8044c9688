"""What must hold for any study and any bytes: reading and writing undo each other, and nothing breaks the reader."""

import json
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from folder_factory import digest, folder_bytes, tiny_files, write_tiny
from riven.dates import parse
from riven.errors import Problem, StudyFolderError
from riven.folder import read_study, study_files, write_study
from riven.folder.canonical import json_text, toml_text
from riven.folder.files import TextFile
from riven.folder.places import json_places, toml_places
from riven.ids import ActorId, ClaimId, SourceId
from riven.model.actor import Name, NameType
from riven.model.codebook import Codebook, Entry
from riven.model.source import Document
from riven.model.study import Study

NASTY = [
    '"',
    '""',
    "'''",
    '"""',
    ",",
    ";",
    "\n",
    "\n\n",
    "\\",
    "\\u0041",
    "\u2028",
    "\x85",
    "\ufeff",
    "ß",
    "ار",
    "👩‍🚀",
    "{",
    "]",
    "#",
]
CHARACTERS = st.characters(
    exclude_categories=("Cs",), exclude_characters="".join(map(chr, range(32))) + "\x7f\ufffe\uffff"
)
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), CHARACTERS, st.just("\n")), max_size=12).map("".join)
CELL = TEXT.filter(lambda text: not text.startswith(("=", "+", "-", "@", "\t")))
FILLED = TEXT.filter(str.strip)
FILLED_CELL = CELL.filter(str.strip)
SENTENCE = FILLED.map(lambda text: text.replace("{", "(").replace("}", ")")).filter(str.strip)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)
NAMES = st.builds(
    Name,
    actor=st.sampled_from([ActorId("covenant"), ActorId("old-man")]),
    text=FILLED_CELL,
    type=st.sampled_from(NameType),
    language=st.sampled_from(["", "en", "pa-Arab"]),
    script=st.sampled_from(["", "Arab"]),
    valid=st.sampled_from([None, parse("2003/.."), parse("{2014,2016}"), parse("[2014-01..]")]),
    source=st.sampled_from([None, SourceId("gazette-1")]),
    note=CELL,
)
BASE = tempfile.TemporaryDirectory(prefix="riven-tiny-")
TINY = read_study(write_tiny(Path(BASE.name) / "tiny"))
CHANGED = write_tiny(Path(BASE.name) / "changed")


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """The tiny codebook in other words."""
    entry = st.builds(Entry, FILLED, FILLED, *[st.lists(TEXT, max_size=2).map(tuple)] * 3)
    kinds = {own: replace(kind, entry=draw(entry)) for own, kind in TINY.codebook.kinds.items()}
    variables = {own: replace(variable, entry=draw(entry)) for own, variable in TINY.codebook.variables.items()}
    return replace(TINY.codebook, title=draw(FILLED), description=draw(TEXT), kinds=kinds, variables=variables)


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """The tiny study with every free text replaced."""
    actors = {own: replace(actor, name=draw(FILLED_CELL), note=draw(CELL)) for own, actor in TINY.actors.items()}
    words = {"place": CELL, "paraphrase": CELL, "note": CELL, "codebook_revision": CELL}
    claims = {
        own: replace(claim, **{name: draw(text) for name, text in words.items()}) for own, claim in TINY.claims.items()
    }
    remark = draw(FILLED_CELL)
    claims[ClaimId("c-1")] = replace(claims[ClaimId("c-1")], values={"act": ("condemn",), "remark": (remark,)})
    sources = dict(TINY.sources)
    own = SourceId("gazette-2")
    custom = {**draw(st.dictionaries(TEXT.filter(lambda key: key != "riven"), VALUES, max_size=3)), "kept": 1}
    csl = {**sources[own].csl, "title": draw(TEXT), "custom": custom}
    sources[own] = replace(sources[own], csl=csl, country=draw(TEXT), licence=draw(TEXT))
    document = Document(own, text := draw(TEXT), digest(text))
    return replace(
        TINY,
        title=draw(FILLED),
        description=draw(TEXT),
        citation=draw(TEXT),
        codebook=draw(codebooks()),
        rules=replace(TINY.rules, sentence=draw(SENTENCE), revision=draw(FILLED)),
        actors=actors,
        names=tuple(draw(st.lists(NAMES, max_size=4, unique=True))),
        sources=sources,
        claims=claims,
        documents={own: document},
    )


@given(study=studies())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_written_study_reads_back_equal_and_writes_the_same_bytes(study: Study) -> None:
    """Whatever the texts hold, nothing is lost, and the canonical form is one form."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        write_study(study, first)
        again = read_study(first)
        write_study(again, second)

        assert study == again
        assert folder_bytes(first) == folder_bytes(second)


FILE_NAMES = sorted(tiny_files())


@given(name=st.sampled_from(FILE_NAMES), data=st.binary(max_size=300))
@settings(max_examples=60)
@example(name="study.toml", data=b"[" * 5000)
@example(name="study.toml", data=b"a = " + b"[" * 5000 + b"]" * 5000)
@example(name="study.toml", data=b"a = " + b"9" * 5000)
@example(name="sources.json", data=b"[" * 100000)
@example(name="sources.json", data=b"[" + b"9" * 5000 + b"]")
@example(name="sources.json", data=b'["\\ud800"]')
@example(name="sources.json", data=b"null")
@example(name="actors.csv", data=b'"')
@example(name="actors.csv", data=b"\xef\xbb\xbf\r\r\n")
def test_random_bytes_in_a_file_are_a_problem_and_never_a_traceback(name: str, data: bytes) -> None:
    """The reader either reads the folder or reports it."""
    _read_or_report(name, data)


@given(name=st.sampled_from(FILE_NAMES), place=st.floats(0, 1), cut=st.integers(0, 30), text=TEXT)
@settings(max_examples=150)
def test_any_small_change_of_a_file_is_read_or_reported(name: str, place: float, cut: int, text: str) -> None:
    """Most random bytes are refused at once; a small change reaches every check."""
    before = tiny_files()[name]
    start = int(place * len(before))
    _read_or_report(name, (before[:start] + text + before[start + cut :]).encode())


HOSTILE = [
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\r\n", b"\x1b[31m", b"\x85"),
    *(b'"', b'""', b'"""', b"'''", b"\\", b"\\ud800", b"\\u0000", b",", b";", b"\t", b"=1+1", b"@x", b"../../x"),
    *(b"[", b"[[", b"]]", b"{", b"}", b"{a = {a = 1}}", b"[" * 40, b"a." * 40, b"[]", b"{}", b"null", b"true", b"nan"),
    *(b"9" * 5000, b"1e999", b"-1", b"10..9", b"1979-05-27", b"9999", b"{2014,2016}", b"x" * 70, b"{focal}", b"id"),
    *(text.encode() for text in ("\u202e", "\u200b", "\u2028", "٣", "²", "Ａ", "ﬁ", "👩‍🚀")),
]


@given(name=st.sampled_from(FILE_NAMES), place=st.floats(0, 1), cut=st.integers(0, 12), token=st.sampled_from(HOSTILE))
@settings(max_examples=150)
def test_any_hostile_bytes_anywhere_are_read_or_reported(name: str, place: float, cut: int, token: bytes) -> None:
    """Broken encodings, endless numbers, deep nesting, formulas, marks of direction: in the middle of any cell."""
    before = tiny_files()[name].encode()
    start = int(place * len(before))
    _read_or_report(name, before[:start] + token + before[start + cut :])


ODD = st.sampled_from(
    [None, True, 0, -5, 1.5, 10**25, "", " ", "x", "\u202e", [], {}, [[]], [None], ["x", "x"], [{}], {"x": {"y": []}}]
)


@given(data=st.data(), odd=ODD)
@settings(max_examples=150)
def test_any_value_of_a_wrong_sort_is_read_or_reported(data: st.DataObject, odd: object) -> None:
    """A list for a text, a table for a number, nothing at all: for any value of any document."""
    name = data.draw(st.sampled_from(["study.toml", "codebook.toml", "rules.toml", "sources.json"]))
    text = tiny_files()[name]
    document = json.loads(text) if name.endswith("json") else tomllib.loads(text)
    holder, key = data.draw(st.sampled_from(list(_holders(document))))
    holder[key] = odd
    written = json_text(document) if name.endswith("json") else toml_text(_without_null(document))
    _read_or_report(name, written.encode())


def _holders(value: dict | list):
    """List every table and list of a document with every key or position in it."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _holders(value[key])


def _without_null(value: object) -> object:
    """Leave out what TOML cannot say."""
    if isinstance(value, dict):
        return {key: _without_null(inner) for key, inner in value.items() if inner is not None}
    return [_without_null(inner) for inner in value if inner is not None] if isinstance(value, list) else value


def _read_or_report(name: str, data: bytes) -> None:
    """Read the tiny folder with one file changed: what reads has one form, what does not is told, each thing once."""
    (CHANGED / name).write_bytes(data)
    study, problems = _outcome(CHANGED)
    (CHANGED / name).write_bytes(tiny_files()[name].encode())

    assert len(set(problems)) == len(problems), "a problem is reported once"
    assert all(problem.what and problem.path for problem in problems)
    assert (study is None) == bool(problems)
    if study is not None and study_files(study) != tiny_files():
        with tempfile.TemporaryDirectory() as out:
            write_study(study, out)
            assert study_files(study) == study_files(read_study(out))


def _outcome(folder: Path) -> tuple[Study | None, tuple[Problem, ...]]:
    try:
        return read_study(folder), ()
    except StudyFolderError as error:
        return None, error.problems


TABLES = st.dictionaries(st.one_of(st.sampled_from(["a", "b-c"]), TEXT), st.deferred(lambda: PARTS), max_size=4)
LEAVES = st.one_of(st.booleans(), st.integers(-9, 9), TEXT, st.lists(TEXT, max_size=3))
PARTS = st.one_of(LEAVES, LEAVES, TABLES, st.lists(TABLES, min_size=1, max_size=2))


@given(document=TABLES, inline=st.sampled_from([frozenset(), frozenset({"a"})]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_every_value_of_a_toml_text_is_found_where_it_stands(document: dict, inline: frozenset) -> None:
    """The place of a value is where its text begins, and the place of a key where the key begins."""
    text = toml_text(document, inline)
    places = toml_places(text)

    assert document == tomllib.loads(text)
    for path, value in _leaves(document):
        assert value == _toml_value_at(text, places.values[path])


def _toml_value_at(text: str, offset: int) -> object:
    """Read the value that begins at an offset: cut the text after each character until it parses."""
    for end in range(offset + 1, len(text) + 1):
        try:
            value = tomllib.loads("k = " + text[offset:end])["k"]
        except tomllib.TOMLDecodeError:
            continue
        rest = text[end : end + 1]
        if isinstance(value, int) and not isinstance(value, bool) and rest.isdigit():
            continue
        if text[offset:end] in {'""', "''"} and rest == text[offset]:
            continue
        return value
    return None


@given(value=VALUES.filter(lambda value: isinstance(value, dict | list)))
@settings(max_examples=150)
def test_every_value_of_a_json_text_is_found_where_it_stands(value: object) -> None:
    """A value begins where the walker says."""
    text = json_text(value)
    places = json_places(text)

    for path, leaf in _leaves(value):
        found, _ = json.JSONDecoder().raw_decode(text, places.values[path])
        assert leaf == found


def _leaves(value: object, path: tuple = ()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*path, index))
    elif path:
        yield path, value


@given(text=TEXT)
def test_lines_and_columns_count_from_one(text: str) -> None:
    """A place leads back to its character."""
    file = TextFile("x", text)
    for offset in range(len(text)):
        line, column = file.where(offset)
        assert text[offset] == (text.split("\n")[line - 1] + "\n")[column - 1]
