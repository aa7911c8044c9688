"""Take a picture of every sort of page of a site, light, dark and on a phone, for eyes to look at.

Run by `make shots`; needs chromium. It is a tool and no test: what is right about a page a person sees.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

LOOKS = {
    "light": {"viewport": {"width": 1200, "height": 850}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1200, "height": 850}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
}
SORTS = ("figures", "groups", "findings", "sources", "places", "periods")


def pages(site: Path) -> Iterator[str]:
    """List every page at the root, every section of the argument, one of every other sort, and one opened cell."""
    yield from sorted(path.name for path in site.glob("*.html"))
    yield from sorted(path.relative_to(site).as_posix() for path in site.glob("argument/*.html"))
    for sort in SORTS:  # the largest of its sort shows the most
        found = sorted(site.glob(f"{sort}/*.html"), key=lambda path: (-path.stat().st_size, path.name))
        yield from (path.relative_to(site).as_posix() for path in found[:1])


def shoot(browser: Browser, site: Path, out: Path, look: str) -> None:
    """Take every page in one look; the first page also with its first cell opened."""
    page = browser.new_context(**LOOKS[look]).new_page()
    for path in pages(site):
        page.goto((site / path).as_uri())
        page.screenshot(path=out / f"{path.removesuffix('.html').replace('/', '-')}.{look}.png", full_page=True)
    page.goto((site / "index.html").as_uri())
    page.locator("a.cell").first.click()
    page.locator(".beside h2").wait_for()
    page.screenshot(path=out / f"opened.{look}.png")


def main(site: Path, out: Path) -> None:
    """Take them all."""
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for look in LOOKS:
            shoot(browser, site, out, look)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
