"""The site as its reader meets it: every link, every cell by mouse and keys, from a disk and from a server."""

import functools
import http.server
import threading

import pytest

from checkout import REPOSITORY
from report_argument import an_arguing_content, some_arguments
from report_hostile import a_hostile_report
from riven.pipeline.site import site_files
from site_files import built_site, dead_links, pages_of, write

WORKED, INVENTED = REPOSITORY / "studies" / "isk-2018", REPOSITORY / "tests" / "studies" / "ombara-2022"
STUDIES = {"worked": WORKED, "invented": INVENTED}
ATTACK = "</script><img src=x onerror=alert(1)><script>alert(1)</script>\u202e"
SORTS = (
    "index.html",
    "figures/denounced.html",
    "groups.html",
    "groups/lighthouse-families.html",
    "findings.html",
    "sources.html",
    "sources/vigia-2020.html",
    "places.html",
    "periods.html",
    "periods/2021-q2.html",
    "argument.html",
    "argument/factors.html",
    "argument/network.html",
    "argument/robustness.html",
    "timeline.html",
    "network.html",
    "genealogy.html",
    "map.html",
    "rules.html",
    "codebook.html",
    "effort.html",
    "search.html",
    "downloads.html",
)
COLOURED = ("groups/lighthouse-families.html", "argument/factors.html", "timeline.html", "network.html", "search.html")
KILOBYTE, MOST = 1000, 1000
needs_browser = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api")


@pytest.mark.parametrize("study", STUDIES)
def test_every_link_inside_the_site_leads_somewhere(study):
    """To a file of the site and, where it names one, to a place on its page."""
    assert [] == dead_links(built_site(STUDIES[study]))


@pytest.mark.parametrize("study", STUDIES)
def test_no_page_names_two_places_alike(study):
    """An address leads to one place."""
    pages = pages_of(built_site(STUDIES[study]))
    assert [] == [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))]


@pytest.mark.parametrize("study", STUDIES)
def test_no_page_is_larger_than_a_megabyte_and_the_scripts_are_small(study):
    """Pages open at once, and what runs can be read."""
    files = built_site(STUDIES[study])
    assert [] == [name for name, held in files.items() if len(held) > MOST * KILOBYTE]
    assert 30 * KILOBYTE > len(files["site/site.js"])


def test_every_page_forbids_what_it_does_not_need():
    """No inline script or style, nothing from elsewhere, nothing sent."""
    files = built_site(INVENTED)
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy.replace(chr(39), "&#39;")}">'
    pages = [held.decode() for name, held in files.items() if name.endswith(".html")]
    assert [] == [page[:200] for page in pages if meta not in page]
    assert [] == [name for name, page in pages_of(files).items() if page.inline]


def test_the_same_study_gives_the_same_bytes():
    """Nothing depends on when or where it was made."""
    content = an_arguing_content()
    once, again = (site_files(content, some_arguments(content), {}, None) for _ in range(2))
    assert once == again


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Both studies and a hostile one as folders on a disk."""
    root = tmp_path_factory.mktemp("sites")
    content, told = a_hostile_report(ATTACK)
    hostile = site_files(content, told, {}, None)
    return {
        **{name: write(built_site(folder), root / name) / "site" for name, folder in STUDIES.items()},
        "hostile": write(hostile, root / "hostile") / "site",
    }


@pytest.fixture(scope="module")
def browser(chromium_path):
    """One chromium for all tests of this file."""
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=chromium_path, headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def visit(browser, sites):
    """Open pages of a site, and fail when one says something to the console or asks for anything off the site."""
    contexts, complaints, requests = [], [], []

    def open_page(path, study="invented", base=None, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{base or sites[study].as_uri()}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == complaints
    roots = ("data:", "http://127.0.0.1", *(site.as_uri() for site in sites.values()))
    assert [] == [url for url in requests if not url.startswith(roots)]


def panel_of(page):
    """Find the evidence beside the page once it is there."""
    panel = page.locator(".beside:not([hidden])")
    panel.locator("h2").wait_for()
    return panel


@needs_browser
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_each_cell_of_both_figures_opens_its_evidence(visit, number, way):
    """State, rule, what would flip it; closing by key returns to the cell."""
    page = visit("index.html", study="worked")
    table = page.locator("table.matrix").nth(number)
    for cell in table.locator("a.cell").all():
        if way == "mouse":
            cell.click()
        else:
            cell.focus()
            page.keyboard.press("Enter")
        panel = panel_of(page)
        said = cell.locator(".unseen").text_content().split(",")[0]
        assert panel.locator("h2").text_content().strip().find(said) >= 0
        assert {"The rule", "What would flip it"} <= set(panel.locator("h3").all_text_contents())
        assert page.url.endswith(cell.get_attribute("href").partition("#")[2])
        page.keyboard.press("Escape")
        page.wait_for_selector(".beside", state="hidden")
        assert cell.evaluate("cell => cell === document.activeElement")


@needs_browser
def test_a_cell_shows_claims_coder_and_passage_in_context(visit):
    """Down to the sentence, in its own script and direction."""
    page = visit("index.html")
    page.click('a.cell[href$="#cell/lighthouse-families/2021-q3/denounced"]')
    panel = panel_of(page)
    quote = panel.locator("blockquote").first
    assert quote.locator("mark").is_visible()
    assert ("rtl", "ar") == (quote.evaluate("quote => getComputedStyle(quote).direction"), quote.get_attribute("lang"))
    assert panel.get_by_text("Coder").first.is_visible()


@needs_browser
def test_an_address_with_a_cell_opens_it_on_load(visit):
    """A cell can be cited and sent; closing it leaves the page behind."""
    page = visit("index.html#cell/ttp/2015/criticised", study="worked")
    panel = panel_of(page)
    assert "Tehrik-i-Taliban Pakistan, 2015" in panel.locator("h2").text_content()
    panel.locator("button.close").click()
    page.wait_for_selector(".beside", state="hidden")
    assert not page.url.partition("#")[2]
    assert page.locator('a.cell[href$="#cell/ttp/2015/criticised"]').first.evaluate("a => a === document.activeElement")


@needs_browser
def test_the_back_button_closes_and_the_forward_button_opens_again(visit):
    """History works as everywhere."""
    page = visit("index.html", study="worked")
    page.click('a.cell[href$="#cell/ttp/2015/criticised"]')
    panel_of(page)
    page.go_back()
    page.wait_for_selector(".beside", state="hidden")
    page.go_forward()
    assert "2015" in panel_of(page).locator("h2").text_content()


@needs_browser
def test_going_on_to_a_finding_and_back_finds_the_cell_still_open(visit):
    """Nobody loses the way."""
    page = visit("index.html#cell/ttp/2015/criticised", study="worked")
    panel_of(page).locator('a[href*="findings/"]').first.click()
    page.wait_for_url("**/findings/**")
    page.go_back()
    assert "Tehrik-i-Taliban Pakistan, 2015" in panel_of(page).locator("h2").text_content()


@needs_browser
def test_without_scripts_a_cell_leads_to_its_section_on_the_page_of_its_group(visit):
    """A plain link is enough."""
    page = visit("index.html", study="worked", java_script_enabled=False)
    page.click('a.cell[href$="#cell/ttp/2015/criticised"]')
    assert page.url.endswith("groups/ttp.html#cell/ttp/2015/criticised")
    section = page.locator('[id="cell/ttp/2015/criticised"]')
    assert section.get_by_text("What would flip it").is_visible()


@needs_browser
def test_a_factor_opens_beside_its_grid(visit):
    """Judgements open as cells do."""
    page = visit("argument/factors.html")
    page.locator("table.matrix a.cell").first.click()
    assert panel_of(page).locator("h3").count() >= 2


@needs_browser
def test_a_source_leads_back_to_the_cells_that_rest_on_it(visit):
    """The reverse path."""
    page = visit("sources/vigia-2020.html")
    link = page.locator('main a[href*="#cell/"]').first
    label = link.text_content()
    link.click()
    assert label.split(", ")[1] in panel_of(page).locator("h2").text_content()


@needs_browser
@pytest.mark.parametrize(
    ("words", "found"),
    [("منارة", "groups/lighthouse-families.html"), ("consorcio OMBARA", "groups/consortium.html"), ("zzzz", None)],
)
def test_the_search_finds_names_in_any_script_without_their_accents(visit, words, found):
    """Folded for case and marks; nothing found is said."""
    page = visit("search.html")
    page.locator("form.search").wait_for()
    page.fill("#words", words)
    if found:
        assert found in [link.get_attribute("href") for link in page.locator("#results a").all()]
    else:
        assert "Nothing found." == page.locator("#found").text_content()


@needs_browser
@pytest.mark.parametrize("path", ["timeline.html", "network.html", "genealogy.html", "map.html"])
def test_a_picture_comes_closer_by_keys_and_buttons_and_shows_the_whole_again(visit, path):
    """Without a mouse, too."""
    page = visit(path, study="worked")
    picture = page.locator(".stage svg").first
    before = picture.bounding_box()["width"]
    page.locator(".stage").first.focus()
    page.keyboard.press("+")
    closer = picture.bounding_box()["width"]
    assert closer > before
    page.get_by_role("button", name="Closer").first.click()
    assert picture.bounding_box()["width"] > closer
    page.get_by_role("button", name="Whole").first.click()
    assert picture.bounding_box()["width"] <= before


@needs_browser
@pytest.mark.parametrize("path", ["timeline.html", "network.html"])
def test_a_picture_is_narrowed_to_an_actor_and_a_period(visit, path):
    """Other marks fade, leave the order of the keyboard, and the number left is said."""
    page = visit(path)
    section = page.locator(".moving").first
    section.locator('select[data-by="actors"]').select_option(index=1)
    section.locator('select[data-by="periods"]').select_option(index=2)
    away, marks = section.locator("a.away"), section.locator("a[data-actors]")
    assert (
        f"{marks.count() - away.count()} of {marks.count()} marks shown."
        == section.locator("[role=status]").text_content()
    )
    assert 0 < away.count() < marks.count()
    assert {"-1"} == {mark.get_attribute("tabindex") for mark in away.all()}


@needs_browser
def test_a_mark_of_the_timeline_leads_to_its_finding(visit):
    """By keyboard."""
    page = visit("timeline.html")
    page.locator('.stage a[href*="findings/"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/findings/**")
    assert page.locator("article.finding").is_visible()


@needs_browser
def test_the_site_works_from_a_server_as_from_a_disk(visit, sites):
    """The same policy, the same evidence."""
    handler = functools.partial(_Quiet, directory=str(sites["worked"]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = visit("index.html", base=f"http://127.0.0.1:{server.server_port}")
        page.click('a.cell[href$="#cell/ttp/2015/criticised"]')
        assert "Tehrik-i-Taliban Pakistan, 2015" in panel_of(page).locator("h2").text_content()
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without telling."""

    def log_message(self, *args):
        """Say nothing."""


@needs_browser
def test_hostile_text_runs_nothing_on_any_page(visit, sites):
    """Everything is shown as text: no image, no script but ours, no alert, no request."""
    page = visit("index.html", study="hostile")
    for path in sorted(sites["hostile"].rglob("*.html")):
        page.goto(path.as_uri())
        assert 1 == page.locator("script").count()
        assert 0 == page.locator("main img").count()
    page.goto((sites["hostile"] / "index.html").as_uri())
    page.locator("a.cell").first.click()
    assert 0 == panel_of(page).locator("img, script").count()


@needs_browser
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(visit, sites, width):
    """On a phone as on a desk; only tables and pictures do, inside themselves."""
    page = visit("index.html", viewport={"width": width, "height": 780})
    wide = []
    for path in SORTS:
        page.goto((sites["invented"] / path).as_uri())
        wide += [path] if page.evaluate("document.documentElement.scrollWidth") != width else []
    page.goto((sites["invented"] / "index.html").as_uri() + "#cell/lighthouse-families/2021-q3/denounced")
    panel_of(page)
    assert ([], width) == (wide, page.evaluate("document.documentElement.scrollWidth"))


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to_on_any_sort_of_page(visit, sites, scheme):
    """Roles, names, contrast, order of headings: as WCAG asks."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit("index.html", color_scheme=scheme, bypass_csp=True)
    options = {"preload": False}  # it would fetch the style sheet, which no page may from a disk
    options |= {"runOnly": ["color-contrast"]} if scheme == "dark" else {}  # only colours differ
    finding = next(path.relative_to(sites["invented"]) for path in sorted(sites["invented"].glob("findings/*.html")))
    place = next(path.relative_to(sites["invented"]) for path in sorted(sites["invented"].glob("places/*.html")))
    opened = "index.html#cell/lighthouse-families/2021-q3/denounced"
    found = []
    sorts = (*SORTS, finding.as_posix(), place.as_posix()) if scheme == "light" else COLOURED
    for path in (*sorts, opened):
        page.goto(f"{sites['invented'].as_uri()}/{path}")
        if "#" in path:
            panel_of(page)
        found += [
            f"{path} {rule['id']}: {node['html'][:120]}"
            for rule in axe.run(page, options=options).response["violations"]
            for node in rule["nodes"][:2]
        ]
    assert [] == found


@needs_browser
def test_a_name_written_from_right_to_left_stands_isolated(visit):
    """As a title, and among left-to-right words."""
    page = visit("groups/lighthouse-families.html")
    title = page.locator("h1 bdi")
    assert ("rtl", "isolate") == tuple(
        title.evaluate("t => [getComputedStyle(t).direction, getComputedStyle(t).unicodeBidi]")
    )


@needs_browser
def test_paper_shows_the_content_and_not_the_menu(visit):
    """Evidence of a group prints in full."""
    page = visit("groups/lighthouse-families.html")
    page.emulate_media(media="print")
    assert not page.locator("nav.contents").is_visible()
    assert page.locator("article.evidence").first.is_visible()


@needs_browser
def test_motion_is_never_needed_and_colours_may_be_forced(visit):
    """Nothing moves by itself, and marks keep their signs."""
    page = visit("index.html", forced_colors="active", reduced_motion="reduce")
    moving = page.evaluate("Array.from(document.querySelectorAll('*')).filter(e => e.getAnimations().length).length")
    assert (0, True) == (moving, page.locator(".mark .sign").first.is_visible())
