"""Pages set in HTML: escaped, linked from where they stand, under one policy."""

from riven.report.blocks import Look, Piece, Prose, line
from riven.report.site.pages import Page
from riven.report.site.setting import POLICY, Setting, script, style
from site_desk import a_desk

HOSTILE = "<script>alert(1)</script>\x02\u202e"


def set_page(path, *parts, **facts):
    """Set a page of a small site."""
    setting = Setting(a_desk().addresses, "Valley", (("index.html", "Overview"), ("groups.html", "Groups")))
    return setting.page(Page(path, facts.pop("title", "Title"), parts, **facts)).decode()


def test_addresses_go_up_to_the_root_from_a_page_in_a_folder():
    """And nowhere from the first page."""
    link = Prose(line(Piece("a finding", target="finding-f-1")))
    assert 'href="../findings/f-1.html"' in set_page("groups/x.html", link)
    assert 'href="findings/f-1.html"' in set_page("index.html", link)


def test_texts_are_escaped_and_cannot_forge_the_mark_of_the_root():
    """Titles and lines alike."""
    page = set_page("groups/x.html", Prose(line(Piece(HOSTILE, Look.NAME))), title=HOSTILE)
    assert 1 == page.count("<script")
    assert "\x02" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\ufffd\ufffd" in page


def test_the_menu_marks_the_page_a_reader_is_on_and_the_one_it_belongs_to():
    """By state, not by looks alone."""
    assert '<a href="groups.html" aria-current="page">Groups' in set_page("groups.html", within="groups.html")
    assert '<a href="../groups.html" class="within">Groups' in set_page("groups/x.html", within="groups.html")


def test_the_policy_admits_own_files_only():
    """No host, nothing inline."""
    assert POLICY.startswith("default-src 'none'")
    assert not {"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} & set(
        POLICY.replace(";", " ").replace("'", " ").split()
    )


def test_evidence_keeps_the_mark_of_the_root_for_the_page_that_shows_it():
    """It is shown on pages at any depth."""
    desk = a_desk()
    setting = Setting(desk.addresses, "Valley", ())
    assert 'href="\x02sources/report.html"' in setting.finding(desk.evidence.finding("f-1"))


def test_a_cell_beside_the_page_leaves_room_for_each_finding_once():
    """Findings that several cells share are set once."""
    desk = a_desk()
    _, cells = desk.cells["council"][0]
    text = Setting(desk.addresses, "Valley", ()).cell(cells[1], (line("Nothing."),))
    assert 2 == text.count("data-finding=")
    assert "What would flip it" in text


def test_a_judgement_is_set_with_its_title():
    """And leads to its place on the page of the group."""
    desk = a_desk()
    panel = desk.panels["council"][0]
    text = Setting(desk.addresses, "Valley", ()).panel(panel)
    assert f'href="\x02groups/council.html#{desk.addresses.own(panel.anchor)}"' in text


def test_script_and_style_are_ours_and_small():
    """Together far below what a page may weigh."""
    assert len(script()) + len(style()) < 60_000
