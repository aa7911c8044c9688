"""Ties between actors in time: who stood how to whom, in which period, on what evidence."""

from dataclasses import replace

import pytest

from argument_factory import a_network, a_tie, argued
from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_claim,
    a_kinship,
    a_move,
    a_speech,
    an_actor,
    some_actors,
    some_rules,
)
from riven.analysis.ties import ties
from riven.analysis.timing import DatePolicy
from riven.dates import Period, Step, Window, periods
from riven.model.argument import Argument
from riven.model.claim import Modality
from riven.model.rule import Undated

YEARS = ("2014", "2015", "2016", "2017")
WORDS = a_tie("words", "speech", "for who", "at", sign_of="tone", where={"tone": ("warn", "scold", "praise")})
BLOWS = a_tie("blows", "clash", "sides", "sides", directed=False)
BONDS = a_tie("bonds", "bond", "one", "other", sign_of="sort", where={"sort": ("allied", "feuding", "aloof")})
LEADS = a_bond("leads", "chief", "hill")
PART = a_kinship("part", "moor", "hill", "part-of")


def clash(name="clash", sides="hill+lake", date="happened=2015", values="form=raid", **given):
    """Build a clash."""
    return a_claim(name, "clash", f"sides={sides}", values, date, **given)


def speech(name="words", who="hill", at="lake", tone="scold", date="published=2015", **given):
    """Build a public word of one group about another."""
    return a_speech(name, who, date, at=at, values=f"tone={tone} heard=yes", **given)


def held(*claims, by=(WORDS, BLOWS, BONDS), persistence=0, policy=DatePolicy.OPEN, **given):
    """Read ties off claims."""
    found = argued(*claims, argument=a_network(*by, persistence=persistence), **given)
    return found, ties(replace(found.scope, policy=policy))


def rows(*claims, **given):
    """Read ties off claims: layer, start, to, year, sign, state and whether it only goes on."""
    _, found = held(*claims, **given)
    return [
        (layer, start, to, found.columns[period].label, sign, state, carried)
        for layer, start, to, period, sign, _, state, carried in found.frame.iter_rows()
    ]


def states(*claims, **given):
    """Read the states of ties off claims, by year; each tie in a year once."""
    return {year: state for _, _, _, year, _, state, _ in rows(*claims, **given)}


def test_without_a_network_there_are_no_ties():
    """The frame has its columns and no rows."""
    found = argued(clash(), argument=Argument(ties={"blows": BLOWS}))

    assert ties(found.scope).frame.is_empty()
    assert ties(found.scope).both_ways.is_empty()


def test_findings_of_no_kind_that_ties_are_none():
    """A move ties nobody where no rule asks for moves."""
    assert [] == rows(a_move("m"))


def test_a_tie_goes_from_who_acts_to_whom_it_is_about():
    """With the sign of its category, in the year of the act."""
    assert [("words", "hill", "lake", "2015", -1, "reported", False)] == rows(speech())
    assert [("words", "lake", "hill", "2015", 1, "reported", False)] == rows(
        speech(who="lake", at="hill", tone="praise")
    )


def test_the_first_role_that_is_filled_starts_a_tie():
    """Whoever is spoken for, else who speaks."""
    spoken = a_claim("s", "speech", "who=moor for=hill at=lake", "tone=scold heard=yes", "published=2015")

    assert [("hill", "lake")] == [row[1:3] for row in rows(spoken)]


def test_a_tie_without_direction_stands_once_for_every_two():
    """Three sides are three pairs, each in the order of the alphabet."""
    pairs = [row[1:3] for row in rows(clash(sides="moor+hill+lake"))]

    assert [("hill", "lake"), ("hill", "moor"), ("lake", "moor")] == pairs


def test_the_same_role_at_both_ends_of_a_directed_tie_goes_both_ways():
    """Each side against each other."""
    both = a_tie("blows", "clash", "sides", "sides")

    assert [("hill", "lake"), ("lake", "hill")] == [row[1:3] for row in rows(clash(), by=(both,))]


def test_a_tie_without_direction_is_seen_from_both_its_actors():
    """One with a direction only from where it starts."""
    _, found = held(clash(), speech())

    seen = [row[:3] for row in found.both_ways.select("layer", "start", "to").sort("layer", "start").iter_rows()]

    assert ("blows",) == found.undirected
    assert [("blows", "hill", "lake"), ("blows", "lake", "hill"), ("words", "hill", "lake")] == seen


def test_nobody_is_tied_to_himself():
    """Neither as one actor named twice nor as two that count as one."""
    assert [] == rows(clash(sides="hill+moor"), PART)
    assert [] == rows(clash(sides="hill"))


def test_an_actor_is_tied_as_the_group_it_counts_for():
    """A leader, a faction, and the leader of a faction."""
    claims = [LEADS, PART, a_bond("head", "head", "moor")]

    for who in ("chief", "moor", "head"):
        assert [("hill", "lake")] == [row[1:3] for row in rows(speech(who=who), *claims, actors=some_actors("head"))]


def test_the_way_an_actor_came_to_its_group_is_kept():
    """Only of one that is tied as another."""
    _, found = held(speech(who="moor"), PART)

    assert {"moor": ["hill"]} == {actor: list(ways) for actor, ways in found.paths.items()}
    assert ["f-part"] == [step.finding for step in found.paths["moor"]["hill"].steps]


def test_who_leads_two_groups_ties_both():
    """Nothing decides for which of them he acts."""
    claims = [LEADS, a_bond("also", "chief", "moor"), speech(who="chief")]

    assert [("hill", "lake"), ("moor", "lake")] == [row[1:3] for row in rows(*claims)]


def test_actors_that_count_for_each_other_stand_for_themselves():
    """A circle leads nowhere."""
    claims = [PART, a_kinship("back", "hill", "moor", "part-of"), speech(), speech("more", "moor")]

    assert [("hill", "lake"), ("moor", "lake")] == [row[1:3] for row in rows(*claims)]


def test_the_focal_family_is_tied_as_the_focal_actor():
    """Whatever the organisation it is a branch of does, and suffers."""
    branch = a_kinship("branch", "river", "delta", "branch-of")

    assert [("hill", "river")] == [row[1:3] for row in rows(speech(at="delta"), branch)]
    assert [("river", "hill")] == [row[1:3] for row in rows(speech(who="delta", at="hill"), branch)]
    assert [] == rows(clash(sides="river+delta"), branch)


def test_a_group_tied_by_two_of_its_members_is_tied_once():
    """One finding, one tie a pair; it is sure where one of the two ways is."""
    weak = a_kinship("part", "moor", "hill", "part-of", modality=BELIEVED)

    assert [("hill", "lake", "2015", "reported")] == [
        (*row[1:4], row[5]) for row in rows(clash(sides="hill+moor+lake"), weak)
    ]


def test_a_weak_way_leaves_a_tie_possible():
    """A faction that is only believed to be one."""
    weak = a_kinship("part", "moor", "hill", "part-of", modality=BELIEVED)

    assert {"2015": "possible"} == states(speech(who="moor"), weak)
    assert {"2015": "possible"} == states(speech(who="lake", at="moor"), weak)


def test_what_somebody_belongs_to_is_not_tied_to_the_group_he_leads():
    """Where the rule says so the tie starts from the actor named; the other end stays the group."""
    belongs = a_tie("belongs", "bond", "one", "other", sign=1, where={"sort": ("allied",)}, own=True)
    claims = [
        LEADS,
        PART,
        a_bond("b", "chief", "moor", "allied", date="happened=2015"),
        a_kinship("n", "lake", "chief", "name-of"),
    ]

    assert [("chief", "hill", "reported")] == [(*row[1:3], row[5]) for row in rows(*claims, by=(belongs,))]
    assert [] == rows(*claims, by=(replace(belongs, own=False),))


def test_merged_actors_are_tied_as_one():
    """Under a scheme that holds a name to be the group, as surely as the group itself."""
    claims = [a_kinship("name", "moor", "hill", "name-of"), speech(who="moor")]

    assert [("moor", "lake", "reported")] == [(*row[1:3], row[5]) for row in rows(*claims)]
    assert [("hill", "lake", "reported")] == [
        (*row[1:3], row[5]) for row in rows(*claims, rules=some_rules(rollup="together"))
    ]


def test_signs_come_from_categories_the_rule_asks_for():
    """A finding of both signs has both; what the rule does not ask for has no say."""
    both = a_tie("moods", "clash", "sides", "sides", sign_of="moods", directed=False)
    one = replace(both, where={"moods": ("scold",)})
    mixed = clash(values="moods=scold+praise")

    assert [-1, 1] == [row[4] for row in rows(mixed, by=(both,))]
    assert [-1] == [row[4] for row in rows(mixed, by=(one,))]


def test_a_neutral_tie_has_the_sign_nought():
    """Staying aloof is a tie, and neither friendly nor hostile."""
    assert [0] == [row[4] for row in rows(a_bond("b", "hill", "lake", "aloof", date="happened=2015"))]
    assert [0] == [row[4] for row in rows(clash(), by=(replace(BLOWS, sign=0),))]


def test_a_rule_may_leave_categories_out():
    """What has one of them is no such tie."""
    assert [] == rows(clash(), by=(replace(BLOWS, without={"form": ("raid",)}),))
    assert 1 == len(rows(clash(), by=(replace(BLOWS, without={"form": ("siege",)}),)))


def test_a_disputed_finding_is_a_disputed_tie():
    """Where coders differ about the sign both stand side by side."""
    claims = [
        speech("one", finding="word", coder="ann"),
        speech("two", finding="word", coder="bob", tone="praise"),
    ]

    assert [(-1, "disputed"), (1, "disputed")] == [(row[4], row[5]) for row in rows(*claims)]


def test_what_is_believed_or_rumoured_is_possible():
    """A denial and a forecast tie only where the rule asks for them, and then no more than possibly."""
    asks = replace(WORDS, modalities=(Modality.DENIED, Modality.FORECAST))

    assert {"2015": "possible"} == states(speech(modality=BELIEVED))
    assert {"2015": "possible"} == states(speech(modality=RUMOURED))
    assert {} == states(speech(modality=DENIED))
    assert {"2015": "possible"} == states(speech(modality=DENIED), by=(asks,))
    assert {"2015": "possible"} == states(speech(modality=Modality.FORECAST), by=(asks,))


def test_what_is_said_not_to_be_so_ties_nobody():
    """An explicit negative is no tie."""
    assert [] == rows(clash(polarity=NEGATED))


DATES = [
    pytest.param("happened=2015-06/2016-02", {"2015": "possible", "2016": "possible"}, id="either of two years"),
    pytest.param("happened={2014,2016}", {"2014": "reported", "2016": "reported"}, id="each of two years"),
    pytest.param("happened=[2014,2016]", {"2014": "possible", "2016": "possible"}, id="one of two years"),
    pytest.param("happened=2013", {}, id="before the window"),
    pytest.param("happened=2013/2014", {"2014": "possible"}, id="perhaps before the window"),
    pytest.param("", dict.fromkeys(YEARS, "possible"), id="undated"),
    pytest.param("reported=2016", {"2016": "reported"}, id="only told"),
]


@pytest.mark.parametrize(("date", "expected"), DATES)
def test_an_act_ties_in_the_period_it_lies_in(date, expected):
    """Surely where its date lies wholly in one, possibly where it only may."""
    assert expected == states(clash(date=date))


def test_a_state_of_affairs_fills_its_dates():
    """An alliance from one year to another holds in all of them."""
    assert dict.fromkeys(YEARS[1:], "reported") == states(
        a_bond("b", "hill", "lake", "allied", date="happened=2015/2019")
    )


def test_the_rules_may_leave_undated_acts_out():
    """Then they tie nobody."""
    assert {} == states(clash(date=""), rules=some_rules(undated=Undated.IGNORED))


def test_the_policy_on_dates_holds_for_ties_as_for_cells():
    """A strict one drops what a date leaves open, a generous one takes it for sure."""
    open_ = clash(date="happened=2015-06/2016-02")

    assert {} == states(open_, policy=DatePolicy.STRICT)
    assert {"2015": "reported", "2016": "reported"} == states(open_, policy=DatePolicy.GENEROUS)


def test_an_act_that_may_lie_in_the_life_of_both_actors_lies_there():
    """As in a panel; one that cannot is a contradiction to be seen."""
    actors = some_actors() | {"hill": an_actor("hill", begins="2016")}

    assert dict.fromkeys(YEARS[2:], "possible") == states(clash(date=""), actors=actors)
    assert dict.fromkeys(YEARS[2:], "possible") == states(speech(who="lake", at="hill", date=""), actors=actors)
    assert {"2014": "reported"} == states(clash(date="happened=2014"), actors=actors)


def test_any_periods_may_be_asked_for():
    """Years beyond the window, or quarters."""
    found, _ = held(clash(date="happened=2015-05"))
    quarters = periods(Window.from_edtf("2015"), Step.QUARTER)

    assert [1] == ties(found.scope, columns=quarters).frame["period"].to_list()
    assert [0] == ties(found.scope, columns=[Period("ever", found.scope.whole.days)]).frame["period"].to_list()


def carried(*claims, persistence=2):
    """List years with sign, state and whether a tie only goes on."""
    return [row[3:] for row in rows(*claims, by=(WORDS, BONDS), persistence=persistence)]


def test_a_tie_that_rests_on_an_act_goes_on_as_long_as_the_rules_say():
    """And no longer than there are periods."""
    assert [
        ("2014", -1, "reported", False),
        ("2015", -1, "reported", True),
        ("2016", -1, "reported", True),
    ] == carried(speech(date="published=2014"))
    assert [("2016", -1, "reported", False), ("2017", -1, "reported", True)] == carried(speech(date="published=2016"))


def test_a_state_of_affairs_goes_on_no_longer_than_it_lasts():
    """It fills its own dates."""
    assert [("2014", 1, "reported", False)] == carried(a_bond("b", "hill", "lake", "allied", date="happened=2014"))


def test_an_act_of_the_opposite_sign_ends_a_tie_from_either_side():
    """From its own year on."""
    answer = speech("answer", "lake", "hill", "praise", "published=2016")

    assert [
        ("2014", -1, "reported", False),
        ("2015", -1, "reported", True),
        ("2016", 1, "reported", False),
        ("2017", 1, "reported", True),
    ] == carried(speech(date="published=2014"), answer, persistence=3)


def test_an_opposite_act_of_the_same_year_leaves_both_standing():
    """Nobody knows which came last."""
    answer = speech("answer", "lake", "hill", "praise", "published=2014")

    assert [
        ("2014", -1, "reported", False),
        ("2015", -1, "reported", True),
        ("2014", 1, "reported", False),
        ("2015", 1, "reported", True),
    ] == carried(speech(date="published=2014"), answer, persistence=1)


def test_an_opposite_act_that_is_only_possible_leaves_open_whether_a_tie_goes_on():
    """A rumour of peace ends no war, and makes it doubtful."""
    rumour = speech("rumour", tone="praise", date="published=2015", modality=RUMOURED)

    assert [
        ("2014", -1, "reported", False),
        ("2015", -1, "possible", True),
        ("2015", 1, "possible", False),
        ("2016", -1, "possible", True),
        ("2016", 1, "possible", True),
        ("2017", 1, "possible", True),
    ] == sorted(carried(speech(date="published=2014"), rumour))


def test_a_state_of_the_opposite_sign_ends_nothing():
    """Only an act does."""
    feud = a_bond("b", "hill", "lake", "feuding", date="happened=2015")
    praise = speech(tone="praise", date="published=2014")

    assert ("2015", 1, "reported", True) in carried(praise, feud, persistence=1)


def test_an_act_that_may_lie_in_several_years_is_in_each_of_them_once():
    """Its own row comes before one that goes on."""
    assert [(year, -1, "possible", False) for year in YEARS] == carried(speech(date=""))


def test_neutral_ties_go_on_through_anything():
    """Nothing is opposite to them."""
    calm = a_tie("calm", "speech", "for who", "at", sign=0, where={"tone": ("muse",)})
    claims = [
        speech("calm", tone="muse", date="published=2014"),
        speech("praise", tone="praise", date="published=2015"),
    ]

    found = [row[3:] for row in rows(*claims, by=(calm, WORDS), persistence=1) if row[0] == "calm"]

    assert [("2014", 0, "reported", False), ("2015", 0, "reported", True)] == found
