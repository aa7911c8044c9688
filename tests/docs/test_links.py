"""Links between pages lead somewhere."""

import pytest

from checkout import REPOSITORY
from pages import anchors, links, pages

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.as_posix())
def test_every_link_of_a_page_leads_to_a_file_and_a_heading(path) -> None:
    """Nothing a reader clicks is missing; addresses on the web are not visited."""
    broken = []
    for link in links(PAGES[path]):
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (REPOSITORY / path.parent / name).resolve() if name else REPOSITORY / path
        found = target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))
        broken += [] if found else [link]
    assert [] == broken


def test_every_page_can_be_reached_from_the_front_page() -> None:
    """No page is an island."""
    reached, waiting = set(), [REPOSITORY / "README.md"]
    while waiting:
        path = waiting.pop()
        if path in reached or path.suffix != ".md" or not path.is_file():
            continue
        reached.add(path)
        targets = (link.partition("#")[0] for link in links(path.read_text(encoding="utf-8")))
        waiting += [(path.parent / target).resolve() for target in targets if target and "://" not in target]
    assert set() == {REPOSITORY / path for path in PAGES if path.parts[0] == "docs"} - reached
