"""Lineage: where groups come from and what they are part of, and descent that leads back to where it began."""

import pytest

from argument_factory import a_descent, argued
from factories import BELIEVED, DENIED, NEGATED, RUMOURED, a_claim, a_kinship, a_move, some_actors, some_rules
from riven.analysis.lineage import lineage
from riven.dates import ALWAYS, DayRange
from riven.model.argument import Argument, Event
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.panel import CellState


def descent(*claims, **given):
    """Tell where the groups of the invented world come from."""
    held = argued(*claims, argument=a_descent(), **given)
    return lineage(held.scope, held.findings)


def event(*claims, **given):
    """Tell the one event there is."""
    (found,) = descent(*claims, **given).events
    return found


def test_a_study_whose_rules_do_not_say_has_no_lineage():
    """However many kinships it holds."""
    held = argued(a_kinship("k", "moor", "hill", "splinter-of"), argument=Argument())

    assert ((), ()) == (lineage(held.scope, held.findings).events, lineage(held.scope, held.findings).circles)


EVENTS = [
    pytest.param("splinter-of", Event.SPLIT, id="split"),
    pytest.param("joined", Event.MERGE, id="merger"),
    pytest.param("renamed", Event.RENAME, id="renaming"),
    pytest.param("revived", Event.REVIVAL, id="re-formation"),
    pytest.param("part-of", Event.PART, id="part"),
    pytest.param("name-of", Event.SAME, id="same under another name"),
]


@pytest.mark.parametrize(("relation", "expected"), EVENTS)
def test_a_category_says_what_happened(relation, expected):
    """With the child, the parent, the finding and its claims."""
    found = event(a_kinship("k", "moor", "hill", relation))

    assert (expected, relation, "moor", "hill") == (found.event, found.relation, found.child, found.parent)
    assert ("f-k", ("k",)) == (found.finding, found.claims)


def test_a_founding_needs_no_parent():
    """Nobody is named, and nobody is made up."""
    found = event(a_claim("k", "kin", "child=moor", "sort=founded"))

    assert (Event.FOUNDING, None, None) == (found.event, found.parent, found.parent_as)


def test_a_category_without_a_meaning_is_no_event():
    """Nor is a finding of another kind."""
    assert () == descent(a_kinship("k", "river", "delta", "branch-of"), a_move("m")).events


STATES = [
    pytest.param({}, [CellState.REPORTED], id="asserted"),
    pytest.param({"modality": BELIEVED}, [CellState.POSSIBLE], id="believed"),
    pytest.param({"modality": RUMOURED}, [CellState.POSSIBLE], id="rumoured"),
    pytest.param({"modality": DENIED}, [], id="denied"),
    pytest.param({"modality": Modality.FORECAST}, [], id="forecast"),
    pytest.param({"polarity": NEGATED}, [], id="said not to be so"),
]


@pytest.mark.parametrize(("given", "expected"), STATES)
def test_an_event_is_as_sure_as_what_is_said_of_it(given, expected):
    """What is only denied, foretold or said not to be so is no event."""
    assert expected == [each.state for each in descent(a_kinship("k", "moor", "hill", "part-of", **given)).events]


def test_an_event_that_coders_dispute_is_disputed():
    """Whatever each of them says happened."""
    found = descent(
        a_kinship("one", "moor", "hill", "splinter-of", finding="k", coder="ann"),
        a_kinship("two", "moor", "hill", "renamed", finding="k", coder="bob"),
    ).events

    assert {(Event.SPLIT, CellState.DISPUTED), (Event.RENAME, CellState.DISPUTED)} == {
        (each.event, each.state) for each in found
    }


def test_a_date_stays_as_uncertain_as_its_source_leaves_it():
    """The days it may lie on, and the words of the source beside them."""
    found = event(a_kinship("k", "moor", "hill", "splinter-of", date="happened=2015-07/2015-09"))

    assert ("2015-07/2015-09", DateRole.HAPPENED) == (found.date.edtf, found.role)
    assert "2015-07-01/2015-09-30" == str(found.days)


def test_an_undated_event_may_lie_on_any_day():
    """Nothing bounds it."""
    found = event(a_kinship("k", "moor", "hill", "splinter-of"))

    assert (None, None, ALWAYS) == (found.date, found.role, found.days)


def test_what_is_only_known_to_have_been_told_happened_by_then():
    """The date of a report is not taken for that of the event."""
    found = event(a_kinship("k", "moor", "hill", "splinter-of", date="reported=2016"))

    assert (DateRole.REPORTED, "../2016-12-31") == (found.role, str(found.days))


def test_events_come_in_the_order_of_their_days():
    """One that is open at the start by its end, undated ones last."""
    found = descent(
        a_kinship("undated", "moor", "hill", "splinter-of"),
        a_kinship("late", "lake", "hill", "splinter-of", date="happened=2016"),
        a_kinship("early", "river", "hill", "splinter-of", date="happened=../2015"),
    ).events

    assert ["f-early", "f-late", "f-undated"] == [each.finding for each in found]


def test_a_scheme_of_identity_says_who_stands_for_whom():
    """The groups stay as they were named; beside them stands the one each counts as."""
    claims = [a_kinship("name", "moor", "hill", "name-of"), a_kinship("k", "lake", "moor", "splinter-of")]

    apart = descent(*claims).events[0]
    together = descent(*claims, rules=some_rules(rollup="together")).events[0]

    assert ("moor", "moor") == (apart.parent, apart.parent_as)
    assert ("moor", "hill") == (together.parent, together.parent_as)


def circles(*claims):
    """List circles with the findings they rest on."""
    return [(circle.actors, circle.findings) for circle in descent(*claims).circles]


SPLIT = a_kinship("split", "moor", "hill", "splinter-of", date="happened=2014")


def test_descent_without_a_circle_has_none():
    """Two splinters of one group, and one of theirs."""
    more = [a_kinship("b", "lake", "hill", "splinter-of"), a_kinship("c", "river", "moor", "revived")]

    assert [] == circles(SPLIT, *more)


def test_descent_in_a_circle_is_reported_with_its_findings():
    """Who descends from whom, and what says so."""
    back = a_kinship("back", "hill", "moor", "renamed")
    found = descent(SPLIT, back).circles

    assert [(("hill", "moor"), ("f-split", "f-back"))] == [(circle.actors, circle.findings) for circle in found]
    assert found[0].why == (
        "Descent runs in a circle: Hill, Moor. One of these findings is coded the wrong way round, or the group that "
        "came back is an actor of its own: f-split, f-back."
    )


def test_a_longer_circle_and_a_group_that_descends_from_itself_are_found():
    """Each with every finding between its actors."""
    assert [(("hill", "moor", "lake"), ("f-split", "f-b", "f-b2", "f-c"))] == circles(
        SPLIT,
        a_kinship("b", "lake", "moor", "splinter-of"),
        a_kinship("b2", "lake", "moor", "renamed"),
        a_kinship("c", "hill", "lake", "revived"),
    )
    assert [(("hill",), ("f-k",))] == circles(a_kinship("k", "hill", "hill", "splinter-of"))


def test_each_knot_of_circles_is_reported_once():
    """In the order of their actors, on every run the same."""
    found = circles(
        a_kinship("d", "river", "lake", "splinter-of"),
        a_kinship("c", "lake", "river", "splinter-of"),
        SPLIT,
        a_kinship("b", "hill", "moor", "splinter-of"),
    )

    assert [("hill", "moor"), ("lake", "river")] == [actors for actors, _ in found]


def test_a_group_that_went_back_into_the_one_it_came_from_closes_no_circle():
    """A splinter may return; undated, it may have as well."""
    assert [] == circles(SPLIT, a_kinship("back", "moor", "hill", "joined", date="happened=2016"))
    assert [] == circles(SPLIT, a_kinship("back", "moor", "hill", "joined"))
    assert [] == circles(
        a_kinship("undated", "moor", "hill", "splinter-of"),
        a_kinship("back", "moor", "hill", "joined", date="happened=2010"),
    )


def test_a_group_may_go_back_by_way_of_another():
    """It joined a third, and that one the group they both came from in the end."""
    third = a_kinship("third", "moor", "lake", "joined", date="happened=2015")

    assert [] == circles(SPLIT, third, a_kinship("back", "lake", "hill", "joined", date="happened=2016"))


def test_a_group_cannot_go_back_into_one_that_is_no_more():
    """What was renamed is the same group under another name, and not there to be joined."""
    assert [("hill", "moor")] == [
        actors
        for actors, _ in circles(
            a_kinship("new-name", "moor", "hill", "renamed"), a_kinship("back", "moor", "hill", "joined")
        )
    ]


def test_a_way_back_explains_no_other_circle():
    """Two groups each of which gave itself up for the other stay a circle, whoever split from one of them."""
    found = circles(
        a_kinship("a", "moor", "hill", "joined"),
        a_kinship("b", "hill", "moor", "joined"),
        a_kinship("c", "lake", "hill", "splinter-of"),
        a_kinship("d", "lake", "moor", "joined"),
    )

    assert [("f-b", "f-a")] == [findings for _, findings in found]


def test_a_group_cannot_go_back_before_it_came_to_be():
    """Then it is another one, or one of the two is coded the wrong way round."""
    found = circles(SPLIT, a_kinship("back", "moor", "hill", "joined", date="happened=2012"))

    assert [(("hill", "moor"), ("f-split", "f-back"))] == found


def test_mergers_in_a_circle_are_reported():
    """Each of two cannot have given itself up for the other."""
    found = circles(a_kinship("a", "moor", "hill", "joined"), a_kinship("b", "hill", "moor", "joined"))

    assert [(("hill", "moor"), ("f-b", "f-a"))] == found


def test_a_group_that_is_a_part_of_itself_is_reported():
    """Each of two cannot be a part of the other."""
    found = descent(a_kinship("a", "moor", "hill", "part-of"), a_kinship("b", "hill", "moor", "part-of")).circles

    assert [
        "A group is a part of itself: Hill, Moor. One of these findings is coded the wrong way round: f-a, f-b."
    ] == [circle.why for circle in found]


def test_a_splinter_may_become_the_whole_that_its_origin_is_a_part_of():
    """Descent and belonging are two things."""
    assert [] == circles(SPLIT, a_kinship("later", "hill", "moor", "part-of"))


def test_the_same_group_under_another_name_is_no_descent():
    """Two names may each be told to be the other."""
    assert [] == circles(a_kinship("a", "moor", "hill", "name-of"), a_kinship("b", "hill", "moor", "name-of"))


def test_actors_a_study_does_not_list_are_told_by_their_ids():
    """A circle is reported all the same."""
    found = descent(SPLIT, a_kinship("b", "hill", "moor", "renamed"), actors={"river": some_actors()["river"]}).circles

    assert "circle: hill, moor." in found[0].why


def test_days_are_a_range_even_where_a_date_is_one_of_several():
    """The smallest that holds them all."""
    found = event(a_kinship("k", "moor", "hill", "splinter-of", date="happened=[2014,2016]"))

    assert DayRange(found.date.hull.first, found.date.hull.last) == found.days
