"""The whole site: every page once, every link in place, whatever a study lacks."""

import pytest

from report_argument import an_arguing_content, no_arguments, some_arguments
from report_hostile import a_hostile_report
from riven.report.site.desk import Told
from riven.report.site.folder import MENU, site
from site_files import dead_links, pages_of


def files_of(told):
    """Make a site, as below the folder of a build."""
    held = list(site(told))
    assert len(held) == len(dict(held))
    return {f"site/{path}": content for path, content in held}


def an_empty_told():
    """Build a study that found nothing and argues nothing."""
    content = an_arguing_content(
        panels={}, findings={}, claims={}, passages={}, sources={}, searches=(), rivals=(), camps=(), documents={}
    )
    return Told(content, no_arguments(content))


def a_full_told():
    """Build the drawn-up report."""
    content = an_arguing_content()
    told = some_arguments(content)
    return Told(content, told, told.tested)


@pytest.mark.parametrize("told", [a_full_told, an_empty_told])
def test_every_page_of_the_menu_is_there_and_every_link_leads_somewhere(told):
    """A study that lacks everything has a whole site, too."""
    files = files_of(told())
    assert {f"site/{path}" for path, _ in MENU} <= set(files)
    assert [] == dead_links(files)


def test_names_that_hold_markup_and_overrides_make_neither():
    """On every page, in every script."""
    content, told = a_hostile_report("<img src=x onerror=alert(1)>\u202e</script>\x02")
    files = files_of(Told(content, told, told.tested))
    pages = pages_of(files)
    assert [] == [name for name, page in pages.items() if page.inline]
    assert [] == [name for name, held in files.items() if b"\x02" in held or "\u202e".encode() in held]
    assert [] == dead_links(files)


def test_file_names_do_not_differ_by_case_alone():
    """One folder on every file system."""
    names = [name.lower() for name in files_of(a_full_told())]
    assert len(names) == len(set(names))
