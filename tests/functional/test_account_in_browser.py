"""The account as its reader meets it: in a browser, light and dark, on a phone, by keyboard."""

import pytest

from narrative_factory import block, worked
from riven.model.account import EditedText
from riven.pipeline.narrative import Drawn, Edits, write_account

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><path d="M0 0h900v90z"/></svg>'


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
    """The account of the invented study, with a text of the researchers that needs a look."""
    held = worked()
    name = "heron-command.said"
    assert block(held.assembly(), name)
    edits = Edits({name: EditedText(name, {"claim gone": "0"}, "Ours <b>own</b> [@heron-threat].\n\n- **One**\n- two")})
    drawn = {"denounced": Drawn("figures/denounced.svg", SVG, b"", "A caption.", "What it shows.")}
    path = tmp_path_factory.mktemp("account") / "account.html"
    path.write_bytes(write_account(held.content, held.arguments, ("It holds.",), edits, drawn).files["account.html"])
    return path.as_uri()


@pytest.fixture
def visit(browser):
    """Open pages, and fail when one says something to the console or asks for anything but itself."""
    contexts, complaints, requests = [], [], []

    def open_page(address, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == complaints
    assert set() == {url.partition(":")[0] for url in requests} - {"file", "data"}


def test_a_citation_leads_to_its_reference_by_keyboard(visit, address):
    """Back leads to where one was."""
    page = visit(address)
    cited = page.locator("main a[href^='#source-']").first
    cited.focus()
    page.keyboard.press("Enter")

    assert page.locator(page.evaluate("decodeURIComponent(location.hash)").replace(".", "\\.")).is_visible()
    page.go_back()
    assert "" == page.evaluate("location.hash")


def test_a_text_of_the_researchers_is_marked_flagged_and_harmless(visit, address):
    """Their markup is text but for the little that is set."""
    page = visit(address)
    text = page.locator("section", has=page.locator("#group-heron-command")).inner_text()

    assert "Edited by the researchers." in text
    assert "The evidence changed since the researchers wrote this text" in text
    assert "Ours <b>own</b> (" in text
    assert "STRONG" == page.get_by_text("One", exact=True).locator("..").evaluate("element => element.tagName")


def test_it_fits_a_phone(visit, address):
    """Nothing is wider than the window."""
    page = visit(address, viewport={"width": 360, "height": 740})

    assert 360 == page.evaluate("document.documentElement.scrollWidth")
    assert page.locator("#figure-denounced img").bounding_box()["width"] <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to(visit, address, scheme):
    """Headings in order, names for pictures, contrast enough."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(address, color_scheme=scheme, bypass_csp=True)
    violations = axe.Axe().run(page).response["violations"]

    assert [] == [f"{rule['id']}: {node['html'][:120]}" for rule in violations for node in rule["nodes"]]
