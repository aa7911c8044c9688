"""Desks of sites: that of the drawn-up report, and that of the invented study with its pictures."""

from functools import cache

from checkout import REPOSITORY
from report_argument import an_arguing_content, no_arguments, some_arguments
from riven.analysis.sensitivity import Alternative, Sort, Tested
from riven.folder import read_study
from riven.pipeline.argument import argue_study
from riven.pipeline.content import content_of
from riven.pipeline.pictures import scenes_of
from riven.pipeline.results import analyse_study
from riven.report.site.desk import Desk, Told
from riven.report.site.flips import Flips

INVENTED = REPOSITORY / "tests" / "studies" / "ombara-2022"


def a_desk(*, tested=None, downloads=(), scenes=None, **changes):
    """Build the desk of the drawn-up report; `changes` go into its content."""
    content = an_arguing_content(**changes)
    told = some_arguments(content)
    held = {} if scenes is None else {"scenes": scenes}
    return Desk(Told(content, told, told.tested if tested is None else tested, downloads=downloads, **held))


def a_bare_desk(**changes):
    """Build the desk of a study that argues nothing and tried nothing."""
    content = an_arguing_content(**changes)
    return Desk(Told(content, no_arguments(an_arguing_content())))


def tried(id_, sentence, *flips):
    """Build an alternative with what it changes; its sort stands in its id."""
    return Tested(Alternative(id_, Sort(id_.partition(":")[0]), sentence), flips)


def flips_of(desk):
    """Look up what the results of a desk depend on."""
    return Flips(desk)


@cache
def the_invented_desk():
    """Build the desk of the invented study, once a process."""
    study = read_study(INVENTED)
    analysis = analyse_study(study)
    arguments = argue_study(study, analysis)
    scenes = scenes_of(study, analysis, arguments)
    return Desk(Told(content_of(study, analysis), arguments, arguments.tested, scenes))


def drawings(page):
    """Take the pictures of a page."""
    return [part for part in page.parts if part.sort == "drawing"]


def plain_parts(page):
    """Take the parts of a page that are written in lines."""
    return [part for part in page.parts if part.sort in {"heading", "prose", "listing", "table", "grid"}]
