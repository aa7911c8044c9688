"""Pages, evidence and pictures of the site set in HTML; every text of a study is escaped here and nowhere else."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from riven.report.blocks import Line, Panel
from riven.report.cells import CellView
from riven.report.evidence import FindingView
from riven.report.site.addresses import ROOT, Addresses, way_to_root
from riven.report.site.pages import Page
from riven.report.typesetting import TEMPLATES, engine

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
"""Own scripts and styles only, from a disk as from a server; nothing inline, and nothing sent anywhere."""
Menu = tuple[tuple[str, str], ...]


class Setting:
    """Sets what belongs to one site."""

    def __init__(self, addresses: Addresses, study: str, menu: Menu) -> None:
        """Take where everything stands, the title of the study, and the pages of the menu with their labels."""
        self._engine = engine(at=addresses.at, own=addresses.own)
        root = Markup(ROOT)  # noqa: S704 -- a mark of ours, which cleaning would take out
        self._engine.globals |= {"policy": POLICY, "study": study, "menu": menu, "root": root}
        self._engine.globals["menu_of"] = self._menu_of
        self._menus: dict[tuple[str, str], Markup] = {}
        self._paths = {path for path, _ in menu}
        self._frame = self._engine.get_template("site/frame.html.j2")
        self._pieces: Any = self._engine.get_template("pieces.html.j2").module
        self._evidence: Any = self._engine.get_template("site/evidence.html.j2").module

    def page(self, page: Page) -> bytes:
        """Set a page.

        Returns:
            The page, with addresses from where it stands.
        """
        text = self._frame.render(page=page)
        return text.replace(ROOT, way_to_root(page.path)).encode("utf-8", "backslashreplace")

    def _menu_of(self, page: Page) -> Markup:
        """Set the menu once for all pages that share one."""
        here = page.path if page.path in self._paths else ""
        key = here, page.within
        if key not in self._menus:
            text = self._engine.get_template("site/menu.html.j2").render(here=here, within=page.within)
            self._menus[key] = Markup(text)  # noqa: S704 -- set by the template, which escapes
        return self._menus[key]

    def finding(self, finding: FindingView) -> str:
        """Set a finding as a piece of evidence; addresses begin with the mark of the root."""
        return _tight(self._pieces.finding(finding, register=False))

    def cell(self, cell: CellView, flips: Iterable[Line]) -> str:
        """Set what stands behind a cell, with room left for each of its findings."""
        return _tight(self._evidence.beside(cell, tuple(flips)))

    def panel(self, panel: Panel) -> str:
        """Set what stands behind a judgement or a tie."""
        return _tight(self._evidence.beside_panel(panel))


def _tight(text: str) -> str:
    return "\n".join(line for line in str(text).splitlines() if line.strip())


def style() -> bytes:
    """Give the style sheet: that of the report on one page, and what a site needs besides."""
    return _joined("page.css", "site/site.css")


def script() -> bytes:
    """Give the script: tables, panels, pictures and search."""
    return _joined("matrix.js", "site/panel.js", "site/moving.js", "site/search.js")


def _joined(*names: str) -> bytes:
    return b"\n".join((TEMPLATES / name).read_bytes() for name in names)
