"""Tables of TOML and JSON files, asked key by key."""

from enum import StrEnum

import pytest

from folder_factory import a_table, told
from riven.folder.vocabulary import Vocabulary

LINKS = Vocabulary("link", ("leader", "faction"), "[[link]]")


class Answer(StrEnum):
    """A fixed set of words."""

    YES = "yes"
    NO = "no"


def read(text, ask):
    """Ask a table: the answer, and what is wrong."""
    table = a_table(text)
    return ask(table), [problem.removeprefix("table.toml") for problem in told(table.tree.problems)]


def test_keys_nobody_asked_for_are_unknown() -> None:
    """At the key, with the nearest one that may be there."""

    def ask(table):
        table.text("title")
        table.text("licence", required=False)
        table.done()

    _, problems = read('title = "x"\nlicense = "y"\n[other]\n', ask)
    assert [
        ":2:1  unknown key 'license'  Expected one of title, licence.  Did you mean 'licence'?",
        ":3:1  unknown key 'other'  Expected one of title, licence.",
    ] == problems


@pytest.mark.parametrize(
    ("text", "found", "problems"),
    [
        ('k = "a"', "a", []),
        ("", "", ["  missing key 'k'  Expected a text in quotes."]),
        ('k = " "', " ", [":1:5  'k' is empty  Expected a text."]),
        ("k = 3", "", [":1:5  'k' is the number 3  Expected a text in quotes."]),
        ("k = true", "", [":1:5  'k' is true  Expected a text in quotes."]),
        ("k = [1]", "", [":1:5  'k' is a list  Expected a text in quotes."]),
        ("k = {a = 1}", "", [":1:5  'k' is a table  Expected a text in quotes."]),
        ("k = 2015-01-02", "", [":1:5  'k' is the date 2015-01-02  Expected a text in quotes."]),
        ("k = nan", "", [":1:5  'k' is the number nan  Expected a text in quotes."]),
        ("k = -inf", "", [":1:5  'k' is a very large number  Expected a text in quotes."]),
        (f"k = {10**25}", "", [":1:5  'k' is a very large number  Expected a text in quotes."]),
    ],
    ids=str,
)
def test_a_text_that_must_be_there_is_one(text: str, found: str, problems: list[str]) -> None:
    """What stands there instead is described."""
    assert (found, problems) == read(text, lambda table: table.text("k"))


def test_a_text_may_be_missing_or_blank_where_nobody_needs_it() -> None:
    """It is empty then."""
    assert ("", []) == read("", lambda table: table.text("k", required=False))
    assert (" ", []) == read('k = " "', lambda table: table.text("k", required=False))


def test_an_id_is_declared_once_and_in_the_alphabet() -> None:
    """The nearest one that would do is proposed."""
    assert ("a-1", []) == read('id = "a-1"', lambda table: table.id("kind"))
    assert ("", ["  missing key 'id'  Expected the id of the kind."]) == read("", lambda table: table.id("kind"))
    found, (problem,) = read('id = "A 1"', lambda table: table.id("kind"))
    assert ("", True) == (found, problem.endswith("'a-1' would do."))
    found, (problem,) = read('id = "…"', lambda table: table.id("kind"))
    assert ("", True) == (found, "cannot serve as kind id" in problem)
    assert ("", [":1:6  kind 'a' is already declared above  Expected an id of its own."]) == read(
        'id = "a"', lambda table: table.id("kind", ["a"])
    )


def test_a_flag_is_true_or_false() -> None:
    """Without a default it must be there."""
    assert (True, []) == read("k = true", lambda table: table.flag("k", default=False))
    assert (True, []) == read("", lambda table: table.flag("k", default=True))
    assert (False, ["  missing key 'k'  Expected true or false."]) == read("", lambda t: t.flag("k", default=None))
    assert (False, [":1:5  'k' is the number 1  Expected true or false."]) == read(
        "k = 1", lambda table: table.flag("k", default=False)
    )


def test_an_integer_lies_between_its_bounds() -> None:
    """A flag or a fraction is none."""

    def ask(table):
        return table.integer("k", low=-1, high=1, default=0)

    assert (1, []) == read("k = 1", ask)
    assert (0, []) == read("", ask)
    assert (0, [":1:5  'k' is the number 2  Expected a whole number from -1 to 1."]) == read("k = 2", ask)
    assert (0, [":1:5  'k' is the number -2  Expected a whole number from -1 to 1."]) == read("k = -2", ask)
    assert (0, [":1:5  'k' is true  Expected a whole number from -1 to 1."]) == read("k = true", ask)
    assert (0, [":1:5  'k' is the number 0.5  Expected a whole number from -1 to 1."]) == read("k = 0.5", ask)
    assert (None, [":1:5  'k' is the number 0  Expected a whole number from 1 up."]) == read(
        "k = 0", lambda table: table.integer("k", low=1)
    )


def test_a_list_holds_texts() -> None:
    """Others are told and left out; one that must be there may not be empty."""
    assert (("a", "b"), [":1:11  an item of 'k' is the number 7  Expected a text in quotes."]) == read(
        'k = ["a", 7, "b"]', lambda table: table.texts("k")
    )
    assert ((), []) == read("", lambda table: table.texts("k"))
    assert ((), [":1:5  'k' is empty  Expected at least one item."]) == read(
        "k = []", lambda table: table.texts("k", required=True)
    )


def test_a_word_is_one_of_a_fixed_set() -> None:
    """Without a default it must be there."""
    assert (Answer.NO, []) == read('k = "no"', lambda table: table.choice("k", Answer))
    assert (Answer.YES, []) == read("", lambda table: table.choice("k", Answer, Answer.YES))
    assert (None, ["  missing key 'k'  Expected one of yes, no."]) == read("", lambda table: table.choice("k", Answer))
    assert (None, [":1:5  unknown k 'yess'  Expected one of yes, no.  Did you mean 'yes'?"]) == read(
        'k = "yess"', lambda table: table.choice("k", Answer)
    )


def test_words_are_each_one_of_a_fixed_set() -> None:
    """Each once."""
    assert ((Answer.NO, Answer.YES), []) == read('k = ["no", "yes"]', lambda table: table.choices("k", Answer))
    assert ((), []) == read("", lambda table: table.choices("k", Answer, ()))
    found, problems = read('k = ["no", "no", "maybe"]', lambda table: table.choices("k", Answer))
    assert (Answer.NO,) == found
    assert [":1:12  word in 'k' 'no' is named twice", ":1:18  unknown word in 'k' 'maybe'"] == [
        problem.split("  Expected")[0] for problem in problems
    ]


def test_a_reference_names_what_is_declared() -> None:
    """Where nothing is declared, nothing can be named."""
    assert ("leader", []) == read('k = "leader"', lambda table: table.term("k", LINKS))
    assert ("", []) == read("", lambda table: table.term("k", LINKS, required=False))
    assert (
        "",
        [":1:5  unknown link 'leeder'  Expected one of leader, faction ([[link]]).  Did you mean 'leader'?"],
    ) == read('k = "leeder"', lambda table: table.term("k", LINKS))
    none = Vocabulary("link", (), "[[link]]")
    assert ("", [":1:5  unknown link 'x'  Expected nothing: there is no link ([[link]])."]) == read(
        'k = "x"', lambda table: table.term("k", none)
    )


def test_references_are_named_once_each() -> None:
    """What is known is kept."""
    found, problems = read('k = ["faction", 1, "faction", "x"]', lambda table: table.terms("k", LINKS))

    assert ("faction",) == found
    assert [
        ":1:17  an item of 'k' is the number 1  Expected a text in quotes.",
        ":1:20  link 'faction' is named twice",
        ":1:31  unknown link 'x'  Expected one of leader, faction ([[link]]).",
    ] == problems
    assert ((), [":1:5  'k' is empty  Expected at least one item."]) == read(
        "k = []", lambda table: table.terms("k", LINKS, required=True)
    )


def test_tables_within_a_table_are_asked_in_turn() -> None:
    """Their problems stand in them."""

    def ask(table):
        inner = table.table("one")
        inner.text("x")
        return [each.text("y") for each in table.tables("many")]

    assert (["a", ""], [":2:5  'x' is the number 1  Expected a text in quotes.", ":5:1  missing key 'y'"]) == (
        (found := read('[one]\nx = 1\n[[many]]\ny = "a"\n[[many]]\n', ask))[0],
        [problem.split("  Expected a text in quotes.")[0] if "missing" in problem else problem for problem in found[1]],
    )


def test_what_is_no_table_is_told() -> None:
    """A list of something else neither."""
    assert (None, [":1:5  'k' is the number 1  Expected a table [k]."]) == read("k = 1", lambda t: t.table("k"))
    assert (None, ["  missing key 'k'  Expected a table [k]."]) == read("", lambda t: t.table("k", required=True))
    assert ([], [":1:6  an item of 'k' is the number 1  Expected a table [[k]]."]) == read(
        "k = [1]", lambda t: t.tables("k")
    )


def test_a_value_of_any_type_is_taken_as_it_is() -> None:
    """Only its absence is told."""
    assert ([1, {"a": True}], []) == read("k = [1, {a = true}]", lambda table: table.value("k"))
    assert (None, ["  missing key 'k'  Expected a value."]) == read("", lambda table: table.value("k"))


def test_a_null_of_json_is_described() -> None:
    """TOML has none."""
    table = a_table("k = 1")
    table.data = {"k": None}
    table.text("k")

    assert ["table.toml:1:5  'k' is null  Expected a text in quotes."] == told(table.tree.problems)
