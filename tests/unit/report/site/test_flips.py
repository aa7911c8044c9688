"""What would come out otherwise, cell by cell and alternative by alternative."""

from report_argument import plain
from riven.analysis.sensitivity import Flip
from site_desk import a_desk, flips_of, tried

COUNCIL = Flip("cell", "criticised", "council", "2015", "reported", "possible")
DENIAL = tried("switch:denial=no", "Denials do not count.", COUNCIL)
ANCHOR = "cell-criticised-council-2015"


def said(lines):
    """Write lines as plain texts."""
    return [plain(line) for line in lines]


def test_a_cell_names_the_alternatives_that_turn_it_and_what_it_turns_into():
    """The rule that matters here."""
    flips = flips_of(a_desk(tested=(DENIAL,)))
    assert ["Denials do not count. Then: possible"] == said(flips.of_cell(ANCHOR))


def test_a_cell_that_nothing_turns_says_how_much_was_tried():
    """Robust, and how far."""
    flips = flips_of(a_desk(tested=(DENIAL,)))
    expected = ["Nothing: 1 alternative tried, each alone."]
    assert expected == said(flips.of_cell("cell-criticised-elders-2015"))


def test_a_study_that_tried_nothing_says_so():
    """Not tried is not the same as robust."""
    assert ["No alternative was tried for this build."] == said(flips_of(a_desk(tested=())).of_cell(ANCHOR))


def test_of_many_sources_left_out_ten_are_named_and_the_rest_is_counted():
    """A cell on many sources stays readable."""
    out = tuple(tried(f"source:s{n}", f"Without {n}.", COUNCIL) for n in range(14))
    found = said(flips_of(a_desk(tested=out)).of_cell(ANCHOR))
    assert (11, "4 more sources, outlets, coders or groups, each left out alone.") == (len(found), found[-1])


def test_an_actor_names_what_makes_it_no_rival():
    """That it is in no camp then goes without saying."""
    assert [
        "Denials do not count. Then: no rival",
        "Without the Order. Then: no rival",
    ] == said(flips_of(a_desk()).of_actor("council"))


def test_results_that_change_lead_to_where_they_stand_and_the_rest_is_counted():
    """A cell to its evidence; what goes with a lost rival is not told apart."""
    desk = a_desk(tested=(DENIAL,))
    lines = list(flips_of(desk).lines((COUNCIL, COUNCIL), most=1))
    assert [
        "Figure 1, Council of the Valley, 2015: reported becomes possible",
        "and 1 more, in sensitivity.csv",
    ] == said(lines)
    assert ANCHOR in [piece.target for piece in lines[0]]


def test_an_alternative_is_found_by_its_id():
    """None where it was not tried."""
    flips = flips_of(a_desk(tested=(DENIAL,)))
    assert [DENIAL, None] == [flips.of_alternative(id_) for id_ in ("switch:denial=no", "source:book")]
