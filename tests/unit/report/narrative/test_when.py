"""When something was, at the beginning of a sentence."""

import pytest

from report_factory import a_claim, a_codebook, a_finding
from riven.dates import Basis, StatedDate, parse
from riven.model.codebook import DateRole
from riven.report.narrative.when import Openings, deciding, opening, reservations, told_date


@pytest.mark.parametrize(
    ("edtf", "act", "state"),
    [
        ("2015", "In 2015", "In 2015"),
        ("2015-08", "In August 2015", "In August 2015"),
        ("2015-08-06", "On 6 August 2015", "On 6 August 2015"),
        ("2014/2016", "Between 2014 and 2016", "From 2014 to 2016"),
        ("2021-34", "Between April and June 2021", "From April to June 2021"),
        ("2015-11/2016-06", "Between November 2015 and June 2016", "From November 2015 to June 2016"),
        ("2014/..", "In 2014 or later", "From 2014 on"),
        ("2015-08-06/..", "On 6 August 2015 or later", "From 6 August 2015 on"),
        ("../2015", "By 2015", "By 2015"),
        ("[2014,2016]", "In 2014 or 2016", "In 2014 or 2016"),
        ("{2014,2016}", "In 2014 and 2016", "In 2014 and 2016"),
        ("{2001,2003,2005,2007,2009}", "Again and again between 2001 and 2009", None),
        ("[2001,2003,2005,2007,2009]", "At some time between 2001 and 2009", None),
    ],
)
def test_a_date_opens_a_sentence(edtf: str, act: str, state: str | None) -> None:
    """An act lies somewhere in its date, a state of affairs fills it."""
    assert act == opening(parse(edtf), DateRole.HAPPENED, lasting=False)
    assert (state or act) == opening(parse(edtf), DateRole.HAPPENED, lasting=True)


def test_the_date_of_a_report_is_not_passed_off_as_that_of_the_act() -> None:
    """Whatever lasts, a report is made once."""
    assert "Reported in 2016:" == opening(parse("2016"), DateRole.REPORTED, lasting=False)
    assert "Published between 2014 and 2016:" == opening(parse("2014/2016"), DateRole.PUBLISHED, lasting=True)


def test_the_codebook_says_which_date_comes_first() -> None:
    """Else the first there is; an undated finding has none."""
    kind = a_codebook().kinds["statement"]
    dates = {DateRole.REPORTED: parse("2016"), DateRole.HAPPENED: parse("2015")}

    assert DateRole.HAPPENED is deciding(a_finding("f", (), (), dates=dates), kind)
    assert DateRole.REPORTED is deciding(a_finding("f", (), (), dates=dates), None)
    assert None is deciding(a_finding("f", (), (), dates={}), kind)


def test_a_date_is_told_as_the_claims_give_it() -> None:
    """What a finding cuts at the day of publication would say more than any source does."""
    claims = [a_claim("c", [], dates={DateRole.MADE: StatedDate(parse("2014/.."))})]
    finding = a_finding("f", ("c",), (), dates={DateRole.MADE: parse("2014/2018-04")})
    other = a_claim("d", [], dates={DateRole.MADE: StatedDate(parse("2015"))})

    assert parse("2014/..") == told_date(finding, DateRole.MADE, claims)
    assert parse("2014/2018-04") == told_date(finding, DateRole.MADE, [*claims, other])


def test_what_is_open_about_a_date_is_said() -> None:
    """That it is approximate, inferred or only a bound; and which other dates there are."""
    dates = {DateRole.MADE: parse("2015~"), DateRole.PUBLISHED: parse("2016-07")}
    finding = a_finding("f", ("c",), (), dates=dates)

    def told(basis):
        claim = a_claim("c", [], dates={DateRole.MADE: StatedDate(parse("2015~"), basis)})
        return list(reservations(finding, DateRole.MADE, [claim]))

    assert ["date approximate", "published in July 2016"] == told(Basis.STATED)
    assert ["date approximate", "date inferred", "published in July 2016"] == told(Basis.DERIVED)
    assert "dated only by when the source appeared" in told(Basis.PUBLICATION_BOUND)
    assert [] == list(reservations(finding, None, []))


def test_a_sentence_keeps_the_capital_of_a_name_and_loses_any_other() -> None:
    """Where it is not known which it is, a colon keeps both right."""
    openings = Openings(["We saw the Herons and some boats.", "Herons came."], ["Night Boats"])

    assert ("In 2015, ", "the Herons left.") == openings.joined("In 2015", "The Herons left.")
    assert ("In 2015, ", "Herons left.") == openings.joined("In 2015", "Herons left.")
    assert ("In 2015, ", "Night fell.") == openings.joined("In 2015", "Night fell.")
    assert ("In 2015, ", "ABC's men left.") == openings.joined("In 2015", "ABC's men left.")
    assert ("In 2015: ", "Enrolment grew.") == openings.joined("In 2015", "Enrolment grew.")
    assert ("Reported in 2015: ", "The Herons left.") == openings.joined("Reported in 2015:", "The Herons left.")
    assert ("In 2015, ", "九埠社 left.") == openings.joined("In 2015", "九埠社 left.")
    assert ("", "The Herons left.") == openings.joined("", "The Herons left.")
