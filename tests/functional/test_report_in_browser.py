"""The report as its reader meets it: in a browser, by mouse, by keyboard, on a phone, without scripts."""

import dataclasses
import re

import pytest

from checkout import REPOSITORY
from report_argument import an_arguing_content, some_arguments
from report_factory import a_content, a_panel, drawn
from report_hostile import a_hostile_report
from riven.folder import read_study
from riven.pipeline.build import read_build
from riven.report.html import html

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api")
INVENTED = REPOSITORY / "tests" / "studies" / "ombara-2022"
CELL = "#at-criticised-council-2015"
PANEL = "#cell-criticised-council-2015"
FACTOR = "factor-turf:council"
QUOTED = "In March the council said that the newcomers had no place in the valley."


@pytest.fixture(scope="module")
def browser(chromium_path):
    """One chromium for all tests of this file."""
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=chromium_path, headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A report with both figures drawn and all that is argued, as a file."""
    content = an_arguing_content()
    content = dataclasses.replace(content, figures=drawn(content.panels))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html(content, some_arguments(content)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """The report of the invented study, as it is built."""
    path = tmp_path_factory.mktemp("invented") / "report.html"
    path.write_bytes(read_build(INVENTED).files["report.html"])
    return path.as_uri()


@pytest.fixture
def visit(browser):
    """Open pages, and fail when one says something to the console or asks for anything but itself."""
    contexts, complaints, requests = [], [], []

    def open_page(address, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == complaints
    assert set() == {url.partition("#")[0].partition(":")[0] for url in requests} - {"file", "data"}
    assert len({url.partition("#")[0] for url in requests if url.startswith("file:")}) <= 1


def is_open(page, panel=PANEL):
    """Say whether a cell's evidence lies beside the page."""
    return page.locator(f'[id="{panel[1:]}"]').evaluate("panel => getComputedStyle(panel).position") == "fixed"


def focused(page):
    """Give the id of the focused element."""
    return page.evaluate("document.activeElement.id")


def test_a_click_on_a_cell_shows_the_sentence(visit, address):
    """The main promise of the page."""
    page = visit(address)
    assert not is_open(page)
    page.click(CELL)
    assert is_open(page)
    assert page.locator(f"{PANEL} mark", has_text=QUOTED).first.is_visible()


def test_enter_opens_a_cell_and_escape_returns_to_it(visit, address):
    """No mouse needed, and no place lost."""
    page = visit(address)
    page.focus(CELL)
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.querySelector('{PANEL}').contains(document.activeElement)")
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert CELL[1:] == focused(page)


def test_tab_walks_from_the_opened_cell_into_its_evidence(visit, address):
    """The focus is where the reader looks."""
    page = visit(address)
    page.focus(CELL)
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.querySelector('{PANEL}').contains(document.activeElement)")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('{PANEL}').contains(document.activeElement)")


def test_arrow_keys_walk_the_table(visit, address):
    """Right, down over the heading of the next camp, left, and to the ends of the row."""
    page = visit(address)
    page.focus(CELL)
    walked = []
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(focused(page).removeprefix("at-criticised-"))
    expected = "council-2016 elders-2016 riders-2016 riders-2015 riders-2017 riders-2017 riders-2014 elders-2014"
    assert expected.split() == walked


def test_the_back_button_closes_what_a_click_opened(visit, address):
    """History works as everywhere."""
    page = visit(address)
    page.click(CELL)
    page.click(f"{PANEL} .close", trial=True)
    page.go_back()
    assert not is_open(page)


def test_going_back_after_closing_does_not_open_the_cell_again(visit, address):
    """Closing leaves no trap in the history."""
    page = visit(address)
    page.evaluate("location.hash = '#rules'")
    page.click(CELL)
    page.keyboard.press("Escape")
    page.go_back()
    assert not is_open(page)
    assert page.url.endswith("#rules")


def test_closing_by_mouse_keeps_the_readers_place(visit, address):
    """The page does not jump."""
    page = visit(address)
    page.locator(CELL).scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    page.click(CELL)
    page.click(f"{PANEL} .close")
    assert not is_open(page)
    assert before == page.evaluate("window.scrollY")


def test_an_address_with_a_cell_opens_it(visit, address):
    """A cell can be cited and sent."""
    page = visit(address + PANEL)
    assert is_open(page)
    page.keyboard.press("Escape")
    assert CELL[1:] == focused(page)


def test_without_scripts_cells_open_and_close_all_the_same(visit, address):
    """Links and style are enough."""
    page = visit(address, java_script_enabled=False)
    page.click(CELL)
    assert page.locator(f"{PANEL} mark", has_text=QUOTED).first.is_visible()
    assert page.locator(f"{PANEL} .close").is_visible()
    box = page.locator(PANEL).bounding_box()
    assert (0, 900) == (box["y"], box["height"])
    page.click(f"{PANEL} .close")
    assert page.locator(PANEL).bounding_box()["height"] != 900


def test_every_cell_opens(visit, address):
    """None is a dead end."""
    page = visit(address)
    for link in page.locator("a.cell").all():
        panel = link.get_attribute("href")
        link.click()
        assert is_open(page, panel)
        page.keyboard.press("Escape")
        assert not is_open(page, panel)


def test_a_factor_opens_by_keyboard_and_its_evidence_leads_down_to_the_claim(visit, address):
    """Enter, what speaks for it, the finding in the register; then back to the cell."""
    page = visit(address)
    page.focus(f'[id="at-{FACTOR}"]')
    page.keyboard.press("ArrowDown")
    assert "at-factor-turf:elders" == focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.getElementById('{FACTOR}').contains(document.activeElement)")
    assert is_open(page, f"#{FACTOR}")
    page.keyboard.press("Escape")
    assert f"at-{FACTOR}" == focused(page)
    page.goto(f"{address}#{FACTOR}")
    page.locator(f'[id="{FACTOR}"] a', has_text="f-3").click()
    assert page.url.endswith("#finding-f-3")
    assert page.locator("#claim-c-4").is_visible()


def test_a_tie_opens_from_its_actor_and_leads_back_to_it(visit, address):
    """The way back ends in the row of the table."""
    page = visit(f"{address}#tie-council")
    assert is_open(page, "#tie-council")
    assert page.locator("#tie-council").get_by_text("2015 reported").is_visible()
    page.keyboard.press("Escape")
    assert "at-tie-council" == focused(page)


def test_every_section_of_the_argument_is_reached_from_the_contents(visit, address):
    """By a link with its name, and by an address of its own."""
    page = visit(address)
    for anchor in ("factors", "goals", "rivalry", "network", "lineage", "configurations", "plurality", "outlook"):
        page.locator(f'nav.contents a[href="#{anchor}"]').click()
        assert page.locator(f"#h-{anchor}").evaluate("heading => Math.abs(heading.getBoundingClientRect().top) < 200")


def test_a_source_leads_back_to_the_cells_that_rest_on_it(visit, address):
    """The reverse path."""
    page = visit(address)
    page.locator("#source-report a", has_text="Council of the Valley, 2015").click()
    assert is_open(page)


@pytest.mark.parametrize("place", ["", PANEL, f"#{FACTOR}", "#network"])
def test_a_phone_needs_no_sideways_scrolling(visit, address, place):
    """At 360 pixels, closed and open."""
    page = visit(address + place, viewport={"width": 360, "height": 740})
    assert 360 == page.evaluate("document.documentElement.scrollWidth")


def test_long_words_and_many_periods_keep_inside_a_phone(visit, tmp_path):
    """Only the table itself scrolls."""
    months = [f"{2000 + index // 12}-{index % 12 + 1:02d}" for index in range(48)]
    panel = a_panel({"council": "." * 48}, periods=months, labels={"council": "W" * 120}, title="T" * 200)
    path = tmp_path / "wide.html"
    path.write_text(html(a_content(panels={"criticised": panel})), encoding="utf-8")
    page = visit(path.as_uri(), viewport={"width": 360, "height": 740})
    assert 360 == page.evaluate("document.documentElement.scrollWidth")


def test_hostile_text_runs_nothing(visit, tmp_path):
    """No alert, no request, no error: the text is only shown."""
    path = tmp_path / "hostile.html"
    path.write_text(html(*a_hostile_report("</script><img src=x onerror=alert(1)><script>alert(1)</script>")), "utf-8")
    page = visit(path.as_uri())
    assert 1 == page.locator("script").count()
    assert 0 == page.locator("main img").count()


def test_a_name_written_from_right_to_left_does_not_reorder_its_sentence(visit, address):
    """The year stays behind the name, the state behind the year."""
    page = visit(f"{address}#cell-criticised-elders-2015")
    heading = page.locator("#h-cell-criticised-elders-2015")
    order = heading.evaluate(
        """heading => {
            const node = heading.lastChild, range = document.createRange();
            const at = word => { const i = node.data.indexOf(word); range.setStart(node, i);
                range.setEnd(node, i + word.length); return range.getBoundingClientRect().left; };
            return [at("مجلس"), at("2015"), at("possible")];
        }"""
    )
    assert sorted(order) == order


def test_paper_shows_every_cells_evidence_in_the_flow(visit, address):
    """A printed report is its own appendix."""
    page = visit(address + PANEL)
    page.emulate_media(media="print")
    assert not is_open(page)
    assert page.locator(f"{PANEL} mark").first.is_visible()
    assert not page.locator("nav.contents").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_six_states_look_different_without_colour(visit, address, scheme):
    """Background or sign differ for each state when colour is taken away."""
    page = visit(address, color_scheme=scheme)
    looks = page.evaluate(
        """() => Array.from(document.querySelectorAll("#figure-criticised .key .mark")).map(mark => {
            const style = getComputedStyle(mark);
            return [style.backgroundImage.replace(/rgb[^)]*[)]/g, ""), style.borderStyle, mark.textContent].join("|");
        })"""
    )
    assert 8 == len(set(looks))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["", PANEL, f"#{FACTOR}"])
def test_axe_finds_nothing_to_object_to(visit, address, scheme, place):
    """Roles, names, contrast, order of headings: as WCAG asks."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(address + place, color_scheme=scheme, bypass_csp=True)
    violations = axe.Axe().run(page).response["violations"]
    found = [
        f"{rule['id']}: {re.sub(chr(10), ' ', node['html'])[:120]}" for rule in violations for node in rule["nodes"]
    ]
    assert [] == found


def test_the_report_of_a_whole_study_shows_a_passage_in_its_own_script_and_direction(visit, invented):
    """Arabic from right to left, beside an English page, and marked where the claim rests on it."""
    study = read_study(INVENTED)
    held = study.passages["p-sa-water"]
    page = visit(invented)
    page.click("#at-denounced-lighthouse-families-2021-Q3")
    quote = page.locator("#cell-denounced-lighthouse-families-2021-Q3 blockquote").first
    assert study.documents[held.source].text[held.start : held.end] == quote.locator("mark").text_content()
    assert ("rtl", "ar") == (quote.evaluate("quote => getComputedStyle(quote).direction"), quote.get_attribute("lang"))


def test_a_cell_with_nothing_for_or_against_it_takes_no_room_until_it_is_opened(visit, invented):
    """A click shows who looked; the page below lists evidence only, on paper, too."""
    page = visit(invented)
    blank = page.locator("#cell-denounced-heron-command-2020-Q3")
    assert not blank.is_visible()
    page.click("#at-denounced-heron-command-2020-Q3")
    assert blank.get_by_text("308 documents searched").is_visible()
    page.keyboard.press("Escape")
    assert not blank.is_visible()
    page.emulate_media(media="print")
    assert not blank.is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_report_of_a_whole_study_keeps_inside_every_screen(visit, invented, width):
    """The page never scrolls sideways, and the caption of a wide table can be read without doing so."""
    page = visit(invented, viewport={"width": width, "height": 800})
    assert width == page.evaluate("document.documentElement.scrollWidth")
    for said in page.locator("caption .said").all():
        box = said.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_argument_of_a_whole_study_is_read_in_greyscale(visit, invented, scheme):
    """Every judgement has its word beside its mark."""
    page = visit(invented, color_scheme=scheme)
    words = {mark.text_content().split(" ", 1)[1] for mark in page.locator("#factors .matrix .sign").all()}
    assert {"present", "disputed", "not coded", "present ?"} == words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_report_of_a_whole_study(visit, invented, scheme):
    """Three scripts, four figures, every state: nobody is shut out."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(f"{invented}#cell-at-truce-lighthouse-families-2021-Q2", color_scheme=scheme, bypass_csp=True)
    violations = axe.Axe().run(page).response["violations"]
    assert [] == [f"{rule['id']}: {node['html'][:120]}" for rule in violations for node in rule["nodes"]]
