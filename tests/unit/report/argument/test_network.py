"""Tests of `riven.report.argument.network`."""

import dataclasses

from report_argument import WHOLE, a_network, a_slice, an_arguing_content, names_of, said
from riven.analysis.network import CAUTION, Network
from riven.report.argument.network import SHOWN, network


def shown(held=None, *, declared=True):
    """Set the section."""
    return network(held or a_network(), names_of(an_arguing_content()), whole=WHOLE, declared=declared)


def test_the_caution_comes_first_and_stands_out():
    """Nobody reads a number without it."""
    assert f"! {CAUTION}" == said(shown().blocks)[0]


def test_slices_stand_side_by_side_in_both_readings():
    """Counts as they are; what cannot be told says why; the bound says that it is one."""
    told = said(shown().blocks)
    assert "Hostile ties | 1 | 0 | 1" in told
    assert "Walk balance | 0.75 | no signed tie | 0.75" in told
    assert "Share of directed triples whose signs agree | no triple | no triple | no triple" in told
    exact = "0 (exact, by a partition that explains every tie)"
    assert f"Frustration: ties that no two camps explain | {exact} | no signed tie | {exact}" in told
    bound = "at most 1, at least 0 (not proven exact; by local search)"
    assert f"Frustration: ties that no two camps explain | {bound} | {exact} | {exact}" in told


def test_a_network_too_large_to_be_walked_says_so():
    """Not measured is not 0."""
    big = dataclasses.replace(a_slice(WHOLE, "reported", {("newcomers", "council"): -1}), walk=None)
    assert "Walk balance | not measured" in said(shown(Network((big,), ())).blocks)


def test_mixed_ties_and_ties_against_the_best_split_are_listed_with_their_periods():
    """Each pair once."""
    told = said(shown().blocks)
    assert "The Newcomers and Riders of the Ford and of Both Banks | 2014–2017, 2016 | none" in told
    assert "The Newcomers and Council of the Valley | none | 2014–2017" in told


def test_very_many_mixed_ties_are_counted_beyond_some():
    """And the table of the build names them all."""
    pairs = tuple((f"a{number}", f"b{number}") for number in range(SHOWN + 2))
    section = shown(Network((a_slice(WHOLE, "reported", {}, mixed=pairs),), ()))
    table = [block for block in section.blocks if block.sort == "table"][1]
    assert SHOWN == len(table.rows)
    assert table.caption.endswith(" 2 more pairs are in ties.csv.")


def test_places_are_shown_for_the_focal_group_and_those_tied_to_it():
    """By the wider reading, over the whole window."""
    told = said(shown().blocks)
    assert [
        "The Newcomers | 1 | 1 | 1 | 0 | 2 | 0.50 | 1 | 2",
        "Council of the Valley | 0 | 1 | 0 | 1 | 0 | not measured | none | none",
    ] == (told[-2:])


def test_without_a_network_the_section_says_so():
    """Honest empty states: nothing declared, nothing found."""
    nothing = Network((), ())
    assert ["The rules declare no ties, so there is no network."] == said(shown(nothing, declared=False).blocks)
    assert ["No finding ties two actors, so there is no network."] == said(shown(nothing).blocks)
