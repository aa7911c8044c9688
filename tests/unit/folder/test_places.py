"""Where each key and value of a TOML or JSON text stands."""

import pytest

from riven.folder.places import json_places, toml_places, unescaped

TOML = '''\
# a comment with "quotes" and [brackets]
title = "a ] # }"
[one]
  key = 1
"quoted \\u0041" = 'lit'
dotted.key = [ 1,
  "two", # here
  { three = 3, "four five" = [4] },
]
[[many]]
id = "a"
[[many.inner]]
x = """
multi "line" ]"""
[[many]]
id = \'\'\'b\'\'\'
[many.sub]
y = 2015-01-01
'''
JSON = '{"a": [1, {"b": "x\\"y"}], "a": {}, "c \\u0041": null}'


def toml_text_at(path, *, key=False):
    """Show what stands at a place."""
    places = toml_places(TOML)
    offset = (places.keys if key else places.values)[path]
    return TOML[offset:].partition("\n")[0]


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        (("title",), '"a ] # }"'),
        (("one", "key"), "1"),
        (("one", "quoted A"), "'lit'"),
        (("one", "dotted", "key"), "[ 1,"),
        (("one", "dotted", "key", 0), "1,"),
        (("one", "dotted", "key", 1), '"two"'),
        (("one", "dotted", "key", 2, "three"), "3,"),
        (("one", "dotted", "key", 2, "four five", 0), "4]"),
        (("many", 0, "id"), '"a"'),
        (("many", 0, "inner", 0, "x"), '"""'),
        (("many", 1, "id"), "'''b'''"),
        (("many", 1, "sub", "y"), "2015-01-01"),
    ],
    ids=str,
)
def test_every_value_of_a_toml_text_has_its_place(path: tuple[str | int, ...], begins: str) -> None:
    """Comments, strings of every sort, lists and tables within lines are passed by."""
    assert toml_text_at(path).startswith(begins)


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        (("one",), "[one]"),
        (("many", 1), "[[many]]"),
        (("many", 0, "inner", 0), "[[many.inner]]"),
        (("one", "key"), "key = 1"),
        (("one", "dotted"), "dotted.key"),
        (("one", "dotted", "key", 2, "three"), "three = 3"),
    ],
    ids=str,
)
def test_every_key_and_table_of_a_toml_text_has_its_place(path: tuple[str | int, ...], begins: str) -> None:
    """A table begins with its header."""
    assert toml_text_at(path, key=True).startswith(begins)


def test_json_values_keys_and_repetitions_have_their_places() -> None:
    """A key given twice is one that a parser drops in silence."""
    places = json_places(JSON)

    assert JSON.index('"x') == places.values["a", 1, "b"]
    assert JSON.index("null") == places.values[("c A",)]
    assert [(JSON.index('"a": {}'), "a")] == places.repeated


def test_what_has_no_place_is_found_around_it() -> None:
    """The nearest table or value that has one."""
    places = json_places('{"a": {"b": 1}}')

    assert 6 == places.find(("a", "missing", "deeper"), key=False)
    assert 1 == places.find(("a",), key=True)
    assert places.find(("missing",), key=True) is None


def test_a_walk_through_what_is_no_toml_ends() -> None:
    """It is only asked about texts that have parsed; it must not hang on others."""
    for text in ("= = =", "a = [1, 2", "a = {b = ", "]", '"', "\x00"):
        toml_places(text)
        json_places(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [(r"\u0041\U0001F30A", "A🌊"), (r"\n\t\r\b\f", "\n\t\r\b\f"), (r"\"\\\/", '"\\/'), ("plain", "plain")],
)
def test_escapes_of_a_key_are_resolved(text: str, meant: str) -> None:
    """As the parsers resolve them."""
    assert meant == unescaped(text)
