"""Findings placed in periods: which a date lies in, which it only may lie in, which it fills."""

from datetime import date

import pytest

from factories import a_bond, a_claim, a_move, a_source, some_evidence, some_rules
from riven.analysis.doubts import Doubt
from riven.analysis.timing import Calendar, DatePolicy, deciding, timed
from riven.dates import Fit, Period, Step, Window, fit, parse, periods
from riven.evidence.selection import mask
from riven.model.codebook import DateRole

YEARS = periods(Window.from_edtf("2014/2017"), Step.YEAR)
QUARTERS = periods(Window.from_edtf("2014-02-10/2015-05"), Step.QUARTER)
ROLES = (DateRole.HAPPENED, DateRole.REPORTED)
DATES = [
    "2015",
    "2015-06",
    "2015-12-31",
    "2014/2015",
    "2015-12-31/2016-01-01",
    "2013",
    "2013/2014",
    "2017/2018",
    "2018",
    "../2015",
    "2015/..",
    "../2013",
    "2018/..",
    "2012/2019",
    "[2014,2016]",
    "[2013,2015]",
    "[2015-01,2015-06]",
    "[..2014-06,2016]",
    "{2014,2016}",
    "{2013,2015}",
    "{2014..2017}",
    "{2015-06-01,2015-11}",
    "201X",
    "2015-1X",
    "2015-XX-25",
    "2015~",
    "2014-22",
    "2014-36",
]


def placed(*claims, columns=YEARS, roles=ROLES, lasting=False, undated=True, policy=DatePolicy.OPEN, **given):
    """Place all findings in periods, and tell them by their ids."""
    evidence = some_evidence(*claims, **given)
    calendar = Calendar(roles, tuple(columns), lasting, undated, policy)
    found = timed(evidence, mask(evidence, evidence.findings["key"]), calendar)
    names = evidence.findings["finding"]
    found = found.with_columns(finding=names.gather(found["key"])).sort("key", "period")
    return [
        (finding, columns[period].label, Doubt(doubt), covers)
        for _, period, doubt, covers, finding in found.iter_rows()
    ]


def states(date_, **given):
    """Say for one move how it sits in each period it may lie in."""
    return {label: doubt for _, label, doubt, _ in placed(a_move("m", date=date_), **given)}


@pytest.mark.parametrize("lasting", [False, True], ids=["act", "state"])
@pytest.mark.parametrize("columns", [YEARS, QUARTERS], ids=["years", "quarters"])
@pytest.mark.parametrize("edtf", DATES)
def test_a_date_sits_in_periods_as_the_cell_rule_says(edtf, columns, lasting):
    """Surely where the rule says inside, possibly where it says that it meets, and nowhere else."""
    rule = {period.label: fit(parse(edtf), period.days, lasting=lasting) for period in columns}
    doubts = {Fit.INSIDE: Doubt.NONE, Fit.MEETS: Doubt.DATE}

    assert {label: doubts[how] for label, how in rule.items() if how is not Fit.NO} == states(
        f"happened={edtf}", columns=columns, lasting=lasting
    )


COVERED = [
    ("2015", ["2015"]),
    ("2014-06/2016-06", ["2015"]),
    ("2012/2019", ["2014", "2015", "2016", "2017"]),
    ("../2015", ["2014", "2015"]),
    ("2016/..", ["2016", "2017"]),
    ("2015-02/2015", []),
    ("[2014,2016]", []),
    ("{2014,2016}", ["2014", "2016"]),
]


@pytest.mark.parametrize(("edtf", "expected"), COVERED)
def test_a_period_is_covered_where_every_day_is_filled_for_sure(edtf, expected):
    """One of several spans, nobody knows which, covers nothing."""
    found = placed(a_move("m", date=f"happened={edtf}"), lasting=True)

    assert expected == [label for _, label, _, covers in found if covers]


def test_several_spans_in_one_period_place_a_finding_there_once():
    """The surest of them decides."""
    found = placed(a_move("m", date="happened={2015-02,2015-11,201X}"))

    assert [("2014", Doubt.DATE), ("2015", Doubt.NONE), ("2016", Doubt.DATE), ("2017", Doubt.DATE)] == [
        (label, doubt) for _, label, doubt, _ in found
    ]


def test_the_first_role_that_is_given_decides():
    """The date of the act before that of the report, and the other way round where that is asked."""
    move = a_move("m", date="happened=2014 reported=2016")

    assert ["2014"] == [label for _, label, *_ in placed(move)]
    assert ["2016"] == [label for _, label, *_ in placed(move, roles=ROLES[::-1])]
    assert ["2016"] == [label for _, label, *_ in placed(a_move("m", date="reported=2016"))]


def test_only_findings_asked_about_are_placed():
    """A mask says which."""
    evidence = some_evidence(a_move("m", "hill"), a_move("n", "moor"))
    calendar = Calendar(ROLES, YEARS, lasting=False, undated=True)

    assert [1] == timed(evidence, evidence.findings["finding"] == "f-n", calendar)["key"].to_list()
    assert [1] == deciding(evidence, evidence.findings["finding"] == "f-n", ROLES)["key"].to_list()


def test_an_undated_finding_may_lie_in_any_period():
    """Unless the rules leave it out; a date of another role leaves it undated."""
    assert dict.fromkeys(("2014", "2015", "2016", "2017"), Doubt.UNDATED) == states("")
    assert {} == states("", undated=False)
    assert dict.fromkeys(("2014", "2015", "2016", "2017"), Doubt.UNDATED) == states("happened=2015", roles=ROLES[1:])


def test_an_undated_finding_lies_before_its_source_was_published():
    """Where the rules take publication for a bound."""
    given = {"sources": [a_source("s1", issued="2015-03")], "rules": some_rules(publication_bound=True)}

    assert ["2014", "2015"] == list(states("", **given))


def test_an_undated_finding_covers_nothing():
    """Not even a state of affairs does."""
    assert not any(covers for *_, covers in placed(a_bond("b", "hill", "moor"), lasting=True))


POLICIES = [
    (DatePolicy.STRICT, {"m": ["2015"]}),
    (DatePolicy.GENEROUS, {"m": ["2015"], "n": ["2015", "2016"], "u": ["2014", "2015", "2016", "2017"]}),
]


@pytest.mark.parametrize(("policy", "expected"), POLICIES)
def test_a_policy_settles_what_a_date_leaves_open(policy, expected):
    """Strictly against it, or generously for it; an undated finding is left most open of all."""
    claims = [
        a_move("m", finding="m"),
        a_move("n", date="happened=2015-06/2016-02", finding="n"),
        a_claim("u", "move", "from=hill to=river", "rank=recruits", "", finding="u"),
    ]
    found = placed(*claims, policy=policy)

    assert {Doubt.NONE} == {doubt for _, _, doubt, _ in found}
    assert expected == {
        name: [label for finding, label, *_ in found if finding == name]
        for name in dict.fromkeys(finding for finding, *_ in found)
    }


def test_an_open_period_reaches_to_the_end_of_the_calendar():
    """A window that is open on either side holds every day there."""
    ever = (Period("ever", parse("../2016").hull),)

    assert (date.min, date(2016, 12, 31)) == (
        Calendar(ROLES, ever, lasting=False, undated=True).firsts[0],
        Calendar(ROLES, ever, lasting=False, undated=True).lasts[0],
    )
    assert {"ever": Doubt.NONE} == states("happened=1814", columns=ever)
