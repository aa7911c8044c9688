"""Tests of `riven.report.verdicts`."""

from report_factory import ACamp, AVerdict, a_content
from riven.report.verdicts import camps, summary, verdicts


def test_rivals_and_others_are_told_apart():
    """Everybody is on one of the two lists."""
    content = a_content()
    assert ["council", "elders", "riders"] == [view.id for view in verdicts(content, rival=True)]
    assert ["movement", "bystanders"] == [view.id for view in verdicts(content, rival=False)]


def test_camps_come_in_the_order_of_the_rules_with_the_undecided_last():
    """An unclassified rival is not hidden."""
    content = a_content(
        camps=(
            ACamp("elders", "unclassified", "Elders", why="The question is open."),
            ACamp("council", "opposed", "Council"),
        )
    )
    assert [("Leadership opposed", ["Council"]), ("Unclassified", ["Elders"])] == [
        (view.label, [member.name for member in view.members]) for view in camps(content)
    ]


def test_the_summary_names_rivals_camps_and_what_they_rest_on():
    """The result in sentences."""
    text = " ".join(summary(a_content()))
    assert "Of 5 actors in the study, 3 are rivals of The Newcomers in 2014–2017: Council of the Valley, " in text
    assert "Divided loyalties: Riders of the Ford and of Both Banks." in text
    assert "This rests on 6 claims from 4 sources, settled into 4 findings." in text
    assert "3 cells of the figures hold evidence; the state of 1 of them would change if a single source" in text


def test_a_single_rival_is_named_in_the_singular():
    """Grammar serves trust."""
    content = a_content(rivals=(AVerdict("council", "Council of the Valley"),), camps=())
    assert summary(content)[0].startswith("Of 1 actor in the study, 1 is a rival of The Newcomers")


def test_no_rival_is_a_result_too():
    """An empty list is said."""
    content = a_content(rivals=(AVerdict("council", "Council of the Valley", rival=False),), camps=(), panels={})
    assert "Of 1 actor, none is a rival." == summary(content)[0]


def test_affiliation_is_linked_only_to_findings_the_report_holds():
    """No link leads nowhere."""
    content = a_content(rivals=(AVerdict("council", "Council", affiliation=("f-1", "f-gone")),))
    assert ("f-1",) == verdicts(content, rival=True)[0].affiliation
