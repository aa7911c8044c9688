"""Tests of `riven.report.argument.lineage`."""

from report_argument import a_lineage, an_arguing_content, names_of, said, targets
from riven.analysis.lineage import Lineage
from riven.report.argument.lineage import lineage

ELDERS = "\u2068مجلس الشيوخ\u2069"
NOTHING = Lineage((), ())


def shown(held=None, *, declared=True):
    """Set the section."""
    content = an_arguing_content()
    return lineage(
        a_lineage() if held is None else held, content.rules.argument.lineage if declared else None, names_of(content)
    )


def test_events_are_told_with_dates_as_uncertain_as_they_are():
    """As people say them and as they were written; a date of the telling says that it is one."""
    assert [
        "2002 | founding (Condemns) | Council of the Valley | nobody named | reported | f-lineage",
        "up to 2015 ../2015 | split (Condemns) | Riders of the Ford and of Both Banks | Council of the Valley | "
        "possible | f-lineage",
        f"reported 2016 | part (Condemns) | {ELDERS} counts as Council of the Valley | The Movement | reported | "
        "f-lineage",
        f"undated | same (Condemns) | The Movement | {ELDERS} | reported | f-lineage",
    ] == said(shown().blocks)[2:]


def test_every_event_is_linked_to_its_finding():
    """Down to the claims."""
    assert {"finding-f-lineage"} == targets(shown().blocks)


def test_a_circle_is_a_warning_that_names_its_findings():
    """It is reported, never repaired."""
    assert "! Descent runs in a circle: Riders, Council. See f-lineage." == said(shown().blocks)[1]


def test_without_a_rule_or_without_events_the_section_says_so():
    """Honest empty states."""
    assert ["The rules do not say which findings tell where groups come from."] == said(shown(declared=False).blocks)
    assert "No finding tells where a group comes from." == said(shown(NOTHING).blocks)[-1]
