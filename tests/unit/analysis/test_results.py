"""Results: rivals, camps and panels in one call, and the rows of a panel in their groups."""

from dataclasses import replace

import pytest

from factories import (
    a_bond,
    a_kinship,
    a_measure,
    a_move,
    a_scope,
    a_search,
    a_speech,
    an_actor,
    analysed,
    some_actors,
    some_inputs,
    some_rules,
)
from riven.analysis.camps import UNCLASSIFIED, CampVerdict
from riven.analysis.fragility import EFFORT
from riven.analysis.results import NO_CAMP, NOT_RIVALS, analyse, groups
from riven.analysis.rivals import RivalVerdict
from riven.model.actor import ActorType
from riven.model.panel import CellState
from riven.model.rule import Rows

BRANCH = a_kinship("branch", "river", "delta", "branch-of")
FIRM = a_move("hm"), a_speech("hs")
SPLIT = a_move("mm", "moor"), a_speech("ms", "moor"), a_speech("mp", "moor", values="tone=praise")
FRIEND = (a_move("lm", "lake"),)


def rival(actor, *, affiliated=True, is_rival=True):
    """Build a verdict on an actor."""
    return RivalVerdict(actor, actor.title(), ActorType.ORGANISATION, affiliated, is_rival, 1, 0, "", (), ())


def camp(actor, name):
    """Build a verdict on a rival."""
    return CampVerdict(actor, name, actor.title(), "", (), ())


def grouped(rows, rivals=(), camps=(), *claims):
    """Sort the rows of a measure of these rows."""
    return groups(a_scope(*claims), a_measure(rows=rows), rivals, camps)


CAMPS = camp("lake", UNCLASSIFIED), camp("hill", "firm"), camp("moor", "split"), camp("delta", "firm")


def test_rivals_stand_by_camp_in_the_order_of_the_rules():
    """Within a camp in file order, and unclassified ones last."""
    assert (("Split", ("moor",)), ("Firm", ("hill", "delta")), (NO_CAMP, ("lake",))) == grouped(
        Rows.RIVALS, camps=CAMPS
    )


def test_camps_without_rivals_have_no_group():
    """And without any rival there is none at all."""
    assert (("Firm", ("hill",)),) == grouped(Rows.RIVALS, camps=(camp("hill", "firm"),))
    assert () == grouped(Rows.RIVALS)


def test_affiliated_actors_that_are_no_rivals_come_last():
    """Only where the measure asks for affiliated actors."""
    verdicts = rival("hill"), rival("moor", is_rival=False), rival("lake", affiliated=False, is_rival=False)
    camps = (camp("hill", "firm"),)

    assert (("Firm", ("hill",)), (NOT_RIVALS, ("moor",))) == grouped(Rows.AFFILIATED, verdicts, camps)
    assert (("Firm", ("hill",)),) == grouped(Rows.RIVALS, verdicts, camps)


def test_affiliated_actors_of_the_family_or_of_another_type_have_no_row():
    """They are counted elsewhere."""
    verdicts = rival("delta", is_rival=False), rival("chief", is_rival=False)

    assert () == grouped(Rows.AFFILIATED, verdicts, (), BRANCH)


def test_a_measure_of_all_actors_has_one_group_without_a_label():
    """Everybody that stands for himself, whatever the verdicts say."""
    assert (("", ("river", "delta", "hill", "moor", "lake", "chief")),) == grouped(Rows.ACTORS, camps=CAMPS)


def test_a_camp_label_names_the_focal_actor():
    """As its rule asks for it."""
    camps = tuple(replace(each, label="Against {focal}") for each in some_rules().camps[1:])
    scope = a_scope(rules=some_rules(camps=camps))

    assert (("Against River", ("hill",)),) == groups(scope, a_measure(rows=Rows.RIVALS), (), (camp("hill", "firm"),))


def test_an_analysis_judges_rivals_and_puts_them_into_camps():
    """Every actor, and every rival, in file order."""
    held = analysed(*FIRM, *SPLIT, *FRIEND)

    assert ["river", "delta", "hill", "moor", "lake", "chief"] == [verdict.actor for verdict in held.rivals]
    assert [("hill", "firm"), ("moor", "split")] == [(verdict.actor, verdict.camp) for verdict in held.camps]


def test_an_analysis_has_a_panel_for_every_measure():
    """In the order of the rules, each with its own rows."""
    held = analysed(*FIRM, *SPLIT, *FRIEND)

    assert ["scolded", "left"] == list(held.panels)
    assert (("Split", ("moor",)), ("Firm", ("hill",)), (NOT_RIVALS, ("lake",))) == held.panels["scolded"].groups
    assert (("Split", ("moor",)), ("Firm", ("hill",))) == held.panels["left"].groups


def test_findings_are_held_by_id_with_their_columns():
    """Both hold the same findings."""
    held = analysed(*FIRM)

    assert {"f-hm": ("hm",), "f-hs": ("hs",)} == {name: finding.claims for name, finding in held.findings.items()}
    assert list(held.findings) == held.evidence.findings["finding"].to_list()


def test_the_family_and_what_it_carries_are_told():
    """A finding directed at one that counts as the focal actor rests on the findings that say so."""
    held = analysed(BRANCH, *FIRM, a_speech("at", "hill", at="delta", values="tone=warn heard=yes"))

    assert {"river", "delta"} == set(held.family)
    assert {"f-at": ("f-branch",)} == held.carried


def test_each_finding_that_carries_is_named_once():
    """However many members of the family are addressed."""
    bond = a_bond("leads", "chief", "river", date="happened=2014/2017")
    held = analysed(BRANCH, bond, a_speech("at", "hill", at="delta+chief"))

    assert {"f-at": ("f-branch", "f-leads")} == {
        name: tuple(sorted(carrying)) for name, carrying in held.carried.items()
    }


def test_merged_actors_share_a_row():
    """The scheme of identity says which count as one."""
    name = a_kinship("name", "moor", "hill", "name-of")
    held = analysed(name, a_move("m", "moor"), a_speech("s"), rules=some_rules(rollup="together"))

    assert {"moor": "hill"} == held.scheme.into
    assert (("Firm", ("hill",)),) == held.panels["scolded"].groups


@pytest.mark.parametrize("effort", [EFFORT, 0], ids=["settled anew", "fast"])
def test_cells_with_evidence_say_how_many_sources_they_stand_on(effort):
    """Where two tell of one act, both must go, however much is tried."""
    again = a_speech("again", source="s2", finding="act")
    alone, together = (
        analyse(some_inputs(FIRM[0], a_speech("hs", finding="act"), *more), effort=effort) for more in ((), (again,))
    )

    assert [1, 2] == [held.panels["scolded"].cells["hill", "2015"].fragility for held in (alone, together)]


def test_a_study_without_claims_has_results_too():
    """No rivals, no rows, no cells."""
    held = analysed()

    assert ((), {}, {}) == (held.camps, held.findings, held.carried)
    assert not any(verdict.rival for verdict in held.rivals)
    assert [(), ()] == [panel.groups for panel in held.panels.values()]


def test_cells_without_evidence_say_who_looked_and_who_was_there():
    """All four sorts of cell in one row."""
    actors = some_actors(hill=an_actor("hill", begins="2015"))
    held = analysed(*FIRM, searches=[a_search(covers="2016")], actors=actors)

    cells = held.panels["scolded"].cells
    assert [CellState.OUTSIDE, CellState.REPORTED, CellState.NONE_FOUND, CellState.NOT_SEARCHED] == [
        cells["hill", year].state for year in ("2014", "2015", "2016", "2017")
    ]
