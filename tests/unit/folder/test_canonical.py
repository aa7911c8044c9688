"""The canonical text of every sort of file."""

import json
import tomllib

import pytest

from riven.folder.canonical import csv_text, json_text, plain_breaks, toml_text


def test_a_sheet_is_quoted_only_where_it_must_be() -> None:
    """And has one sort of line break."""
    text = csv_text(["id", "note"], [["a", 'say "x", y'], ["b", "two\r\nlines\rthree"], ["c", " "], ["", ""]])

    assert 'id,note\na,"say ""x"", y"\nb,"two\nlines\nthree"\nc, \n,\n' == text


def test_json_keeps_its_order_and_its_letters() -> None:
    """Indented by two spaces, with a line break at the end."""
    assert '[\n  {\n    "b": "ä",\n    "a": 1\n  }\n]\n' == json_text([{"b": "ä", "a": 1}])


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_holds_no_number_that_is_none(value: float) -> None:
    """Other readers would refuse it."""
    with pytest.raises(ValueError, match="JSON"):
        json_text([value])


def test_toml_tables_follow_each_other_with_a_blank_line_between() -> None:
    """Values first, then tables, then lists of tables."""
    document = {"title": "x", "one": {"a": 1, "two": {"b": True}}, "many": [{"c": []}, {"d": {"e": 1.5}}], "last": 2}

    assert (
        'title = "x"\nlast = 2\n\n[one]\na = 1\n\n[one.two]\nb = true\n\n'
        "[[many]]\nc = []\n\n[[many]]\n\n[many.d]\ne = 1.5\n"
    ) == toml_text(document)


def test_tables_named_inline_stay_in_their_line() -> None:
    """Conditions are read as one."""
    document = {"where": {"act": ["warn", "a b"], "sp ace": {"x": 1}}, "other": {}, "empty": {"y": {}}}

    assert 'where = { act = ["warn", "a b"], "sp ace" = { x = 1 } }\n\n[other]\n\n[empty]\n\n[empty.y]\n' == toml_text(
        document, frozenset({"where"})
    )
    assert "y = {}\n" == toml_text({"y": {}}, frozenset({"y"}))


def test_a_long_list_has_one_item_a_line() -> None:
    """A short one stays in its line."""
    items = ["x" * 40, "y" * 40, "z" * 40]

    assert "key = [\n" + "".join(f'  "{item}",\n' for item in items) + "]\n" == toml_text({"key": items})
    assert f'key = ["{items[0]}", "{items[1]}"]\n' == toml_text({"key": items[:2]})


def test_a_text_of_several_lines_is_written_in_several_lines() -> None:
    """With line feeds."""
    text = toml_text({"rule": 'one\r\ntwo "quoted"\rthree\\'})

    assert 3 <= text.count("\n")
    assert {"rule": 'one\ntwo "quoted"\nthree\\'} == tomllib.loads(text)


def test_every_value_is_read_back_as_it_was() -> None:
    """Keys that are no words are quoted."""
    document = {
        "a b": 'ä"\\\t\u2028',
        "": 1,
        "list": [[1, 2], {"x": "y"}],
        "n": -1.5,
        "t": tomllib.loads("d=07:30:00")["d"],
    }

    assert document == tomllib.loads(toml_text(document))
    assert document["a b"] == json.loads(json_text(document["a b"]))


def test_line_breaks_become_line_feeds() -> None:
    """However a system writes them."""
    assert "a\nb\nc\nd" == plain_breaks("a\r\nb\rc\nd")
