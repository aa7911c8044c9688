"""sources.json."""

import json

import pytest

from folder_factory import SOURCES, TEXT, digest, told
from riven.folder.canonical import json_text
from riven.folder.files import TextFile
from riven.folder.problems import Problems
from riven.folder.sources import check_lengths, read_sources, say_their_ids, source_items
from riven.folder.tree import read_json
from riven.model.source import Document, Source, Tier

HASH = "0" * 64


def parsed(items):
    """Parse sources, given as a text or as data."""
    text = items if isinstance(items, str) else json.dumps(items)
    return read_json(TextFile("sources.json", text), Problems())


def read(items):
    """Read sources: what there is, and what is wrong."""
    tree, data = parsed(items)
    return read_sources(tree, data), told(tree.problems)


def an_item(**given):
    """Build the least an item can be; `riven` is riven's own part."""
    own = given.pop("riven", None)
    return {"id": "s", "type": "report", **given} | ({"custom": {"riven": own}} if own is not None else {})


def test_a_source_is_its_item_with_what_riven_adds() -> None:
    """riven's own part is taken out of the item."""
    own = {"scale": "local", "country": "X", "tier": "excerpt", "licence": "CC0", "sha256": HASH, "characters": 9}
    item = an_item(title="T") | {"custom": {"riven": own, "other": [1]}}
    found, problems = read([item])

    assert [] == problems
    assert {
        "s": Source(
            "s",
            {"id": "s", "type": "report", "title": "T", "custom": {"other": [1]}},
            "local",
            "X",
            Tier.EXCERPT,
            "CC0",
            None,
            HASH,
            9,
        )
    } == found
    assert "custom" not in read([an_item(riven={"scale": "local"})])[0]["s"].csl
    assert Tier.CITATION is read([an_item()])[0]["s"].tier


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"type": "newspaper"}, "unknown type 'newspaper'  Expected a CSL type"),
        ({"type": 3}, "'type' is the number 3"),
        (
            {"titel": "x"},
            "unknown key 'titel'  Expected a CSL variable; data of your own go under 'custom'.  Did you mean",
        ),
        ({"title": ["x"]}, "'title' is neither text nor number"),
        ({"title": None}, "'title' is neither text nor number"),
        ({"volume": True}, "'volume' is neither text nor number"),
        ({"URL": "javascript:alert(1)"}, "'javascript:alert(1)' is not an address on the web"),
        ({"URL": "//example.org"}, "is not an address on the web"),
        ({"categories": "x"}, "'categories' is 'x'  Expected a list of texts"),
        ({"custom": 3}, "'custom' is the number 3"),
        ({"custom": {"riven": []}}, "'riven' is a list"),
        ({"author": "Jo Doe"}, "'author' is not a list"),
        ({"author": ["Jo Doe"]}, "a name is not an object"),
        ({"author": [{}]}, "a name is not an object"),
        ({"author": [{"surname": "Doe"}]}, "unknown key 'surname'"),
        ({"author": [{"family": ["Doe"]}]}, "'family' is not a text"),
        ({"issued": "2015"}, "'issued' is not a date"),
        ({"issued": {}}, "'issued' is not a date"),
        ({"issued": {"dateparts": [[2015]]}}, "unknown key 'dateparts'"),
        ({"issued": {"date-parts": 2015}}, "'date-parts' is not a list of dates"),
        ({"issued": {"date-parts": []}}, "'date-parts' is not a list of dates"),
        ({"issued": {"date-parts": [[1], [2], [3]]}}, "'date-parts' is not a list of dates"),
        ({"issued": {"date-parts": [[2015, 13]]}}, "'[2015, 13]' is not a date"),
        ({"issued": {"date-parts": [[2015, 2, 29]]}}, "'[2015, 2, 29]' is not a date"),
        ({"issued": {"date-parts": [[]]}}, "'[]' is not a date"),
        ({"issued": {"date-parts": [[True]]}}, "'[True]' is not a date"),
        ({"issued": {"date-parts": [["soon"]]}}, "is not a date"),
        ({"issued": {"date-parts": [[2016], [2015]]}}, "the range runs backwards"),
        ({"riven": {"tier": "open"}}, "unknown tier 'open'"),
        ({"riven": {"secret": 1}}, "unknown key 'secret'"),
        ({"riven": {"sha256": "x", "characters": 1}}, "'x' is not a SHA-256"),
        ({"riven": {"sha256": HASH}}, "a frozen text has both a hash and a length; 'characters' is missing"),
        ({"riven": {"characters": 3}}, "a frozen text has both a hash and a length; 'sha256' is missing"),
        ({"riven": {"characters": -1}}, "'characters' is the number -1"),
        ({"riven": {"copy_of": "t"}}, "unknown source 't'"),
        ({"riven": {"copy_of": "s"}}, "sources are copies of each other: 's' of 's'"),
    ],
    ids=str,
)
def test_a_broken_item_is_told_and_its_id_stays_known(given: dict[str, object], problem: str) -> None:
    """Once, and at its place."""
    found, problems = read([an_item(**given)])

    assert 1 == len(problems)
    assert problem in problems[0]
    assert problems[0].startswith("sources.json:1:")
    assert ["s"] == list(found)


@pytest.mark.parametrize(
    "issued",
    [
        {"date-parts": [[2015, 2, 28]]},
        {"date-parts": [["2015", "02"], [2016]]},
        {"date-parts": [[2015]], "season": 2, "circa": True},
        {"literal": "in the spring"},
        {"edtf": "2015-XX"},
    ],
    ids=str,
)
def test_dates_are_read_as_reference_managers_write_them(issued: dict[str, object]) -> None:
    """Numbers in quotes, seasons and words included."""
    assert [] == read([an_item(issued=issued, accessed={"date-parts": [[2020]]})])[1]


def test_names_are_read_as_reference_managers_write_them() -> None:
    """With particles and flags, in parts or in one piece."""
    names = [
        {"family": "Doe", "given": "Jo", "non-dropping-particle": "van", "parse-names": True},
        {"literal": "The Team"},
    ]

    assert [] == read([an_item(author=names, categories=["x"], volume=3, URL="https://example.org")])[1]


def test_what_is_no_list_of_items_is_told() -> None:
    """Once."""
    assert (
        {},
        ["sources.json  the file is not a list  Expected a JSON array of CSL-JSON items: [ {...}, {...} ]."],
    ) == (read("{}"))
    found, problems = read([3, an_item()])
    assert (["s"], 1) == (list(found), len(problems))
    assert problems[0].startswith("sources.json:1:2  an item is not an object")


def test_an_id_is_declared_once_and_a_broken_one_stays_known() -> None:
    """What refers to it is not called unknown."""
    found, problems = read([an_item(title="1"), an_item(title="2"), an_item(id="The S")])

    assert {"s", "The S"} == set(found)
    assert ("1", None) == (found["s"].csl["title"], found["The S"])
    assert ["source 's' is already declared above", "'The S' cannot serve as source id"] == [
        problem.split("  ")[1] for problem in problems
    ]


def test_names_are_certainly_unknown_only_where_every_item_says_its_own() -> None:
    """An item without an id may be any."""
    assert say_their_ids([an_item(), {"id": "X"}])
    for data in ([an_item(), {}], [an_item(), {"id": 3}], [3], {}, None):
        assert not say_their_ids(data)


def test_copies_of_copies_are_no_circle() -> None:
    """Two that name each other are."""
    chain = [an_item(), an_item(id="b", riven={"copy_of": "s"}), an_item(id="c", riven={"copy_of": "b"})]

    assert [] == read(chain)[1]
    chain[0] = an_item(riven={"copy_of": "c"})
    (problem,) = read(chain)[1]
    assert "sources are copies of each other: 's' of 'c' of 'b' of 's'" in problem


def lengths(characters, text=TEXT, sha256=None):
    """Check the length of an attached text: what is wrong."""
    items = [an_item(id="a"), an_item(riven={"sha256": sha256 or digest(TEXT), "characters": characters})]
    tree, data = parsed(items)
    check_lengths(tree, data, read_sources(tree, data), {"s": Document("s", text, digest(text))})
    return told(tree.problems)


def test_the_length_of_a_frozen_text_is_checked_where_the_text_is_attached() -> None:
    """A text that is not the frozen one is for `riven verify`."""
    assert [] == lengths(len(TEXT))
    (problem,) = lengths(9)
    assert "the frozen text of 's' does not have 9 characters  Expected 153." in problem
    assert [] == lengths(9, text="Another edition.")


def test_lengths_are_not_checked_where_items_are_in_doubt() -> None:
    """What is wrong has been told already."""
    for items in ("{}", [an_item(), {}]):
        tree, data = parsed(items)
        check_lengths(tree, data, {}, {"s": Document("s", TEXT, digest(TEXT))})

        assert [] == told(tree.problems)


def test_sources_are_written_as_they_were_read() -> None:
    """The id first, riven's own part last."""
    found, problems = read(SOURCES)

    assert [] == problems
    assert SOURCES == json_text(source_items(found.values()))
    item = an_item(title="T") | {"custom": {"other": 1}}
    assert [item] == source_items(read([item])[0].values())
