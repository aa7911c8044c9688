"""Names and addresses: safe on every file system, different for different ids, and back from every page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riven.errors import UnknownTermError
from riven.report.site.addresses import ROOT, Addresses, fragment, safe, safe_part, way_to_root

CELL = {"cell-criticised-ttp-2015-Q3": ("ttp", "2015-Q3", "criticised")}


def some_addresses(**changes):
    """Build the addresses of one cell and one claim."""
    return Addresses(cells=CELL, claims={"c-1": "f-1"}, **changes)


def test_a_plain_id_names_its_own_page():
    """Addresses can be read and guessed."""
    assert ["ttp", "jadoon-2018", "a.b_c", "2015"] == [safe(name) for name in ("ttp", "jadoon-2018", "a.b_c", "2015")]


@pytest.mark.parametrize(
    "name",
    ["con", "NUL", "lpt1.txt", "com3", "a/b", "..", "a--b", "end.", "-x", "TTP", "x" * 80, "عائلات", "", "index"],
)
def test_whatever_a_file_system_may_take_for_something_else_is_named_by_its_hash(name):
    """Reserved names, separators, capitals, long names and other scripts."""
    stem, _, digest = safe(name).rpartition("--")
    assert (12, True) == (len(digest), len(stem) <= 32)


@given(st.lists(st.text(), min_size=2, max_size=8, unique=True))
def test_different_names_stay_different_even_where_case_does_not_count(names):
    """No page overwrites another."""
    found = [safe(name) for name in names]
    assert len(names) == len(set(found))
    assert found == [name.lower() for name in found]


@given(st.text())
def test_a_safe_name_needs_no_escaping_anywhere(name):
    """Letters, digits, hyphen, underscore and full stop, and no path."""
    assert set(safe(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert ".." not in safe(name)


def test_a_cell_stands_on_the_page_of_its_group_under_actor_period_and_measure():
    """The address a reader cites."""
    held = some_addresses()
    assert f"{ROOT}groups/ttp.html#cell/ttp/2015-q3/criticised" == held.at("cell-criticised-ttp-2015-Q3")
    assert "groups/ttp.html" == held.page("cell-criticised-ttp-2015-Q3")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("finding-f-1", "findings/f-1.html"),
        ("claim-c-1", "findings/f-1.html#claim/c-1"),
        ("claim-c-0", "claims/c-0.html"),
        ("actor-ttp", "groups/ttp.html"),
        ("factor-turf:ttp", "groups/ttp.html#factor/ttp/turf"),
        ("tie-ttp", "groups/ttp.html#tie/ttp"),
        ("period-2015-Q3", "periods/2015-q3.html"),
        ("section-rivalry", "argument/rivalry.html"),
        ("search-s-1", "effort.html#search/s-1"),
        ("page-rules.html", "rules.html"),
        ("file-figures/a b.svg", "../figures/a%20b.svg"),
    ],
)
def test_everything_that_is_linked_has_a_place(target, address):
    """One sort after the other."""
    assert ROOT + address == some_addresses().at(target)


def test_a_line_that_moved_to_another_sheet_is_found_there():
    """A long list is cut, and links follow."""
    held = some_addresses(anchors={"search-s-1": "effort--2.html"})
    assert f"{ROOT}effort--2.html#search/s-1" == held.at("search-s-1")


def test_a_place_leads_to_the_page_that_all_its_wordings_share():
    """Kabul and Kabul city, say."""
    held = some_addresses(places={"the city": "city"})
    assert held.at("place-city") == held.at("place-the city")


@pytest.mark.parametrize("target", ["nothing-x", "cell-none", "anchored-x", "parts-x"])
def test_what_has_no_place_is_an_error(target):
    """A dead link is never written."""
    with pytest.raises(UnknownTermError):
        some_addresses().at(target)


def test_the_way_to_the_root_goes_up_as_deep_as_the_page_lies():
    """None from the first page."""
    assert ["", "../"] == [way_to_root("index.html"), way_to_root("groups/ttp.html")]


def test_only_addresses_of_the_web_lead_away():
    """Nothing that would run."""
    assert "https://example.org/?a&amp;b" == some_addresses().at("away-https://example.org/?a&b")
    with pytest.raises(UnknownTermError):
        some_addresses().at("away-javascript:alert(1)")


def test_a_fragment_is_made_of_safe_names():
    """Nothing in it ends an attribute."""
    assert fragment("cell", "ttp", '"><b>').startswith("cell/ttp/b--")


def test_a_part_of_a_path_is_written_in_percent_where_it_must_be():
    """Slashes, blanks, other scripts."""
    assert "a%2Fb%20%D8%B9.svg" == safe_part("a/b ع.svg")
