"""Evidence that opens beside a figure: one script a group, which holds nothing but texts that were set here.

From a disk a page may not fetch another file, but it may load a script. So each group's evidence is a script of one
call with one JSON value: what stands behind its cells, judgements and ties, and every finding among it once.
"""

import json
from collections.abc import Iterator

from riven.report.evidence import FindingView
from riven.report.site.addresses import safe
from riven.report.site.desk import Desk
from riven.report.site.flips import Flips
from riven.report.site.setting import Setting

IN_FULL = 12
"""So many findings of a cell are shown in full beside it, the same as in the pieces of the template."""


def evidence_scripts(desk: Desk, flips: Flips, setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Write the evidence of every actor that has any.

    Args:
        desk: The study in words.
        flips: What its results depend on.
        setting: Sets it.

    Yields:
        Paths below the root of the site, and scripts.
    """
    for actor in desk.content.actors:
        items: dict[str, str] = {}
        needed: dict[str, FindingView] = {}
        for _, cells in desk.cells.get(actor, ()):
            for cell in cells:
                items[desk.addresses.own(cell.anchor)] = setting.cell(cell, flips.of_cell(cell.anchor))
                shown = (*(support.finding for support in cell.supports[:IN_FULL]), *cell.against)
                needed |= {desk.addresses.own(f"finding-{view.id}"): view for view in shown}
        for panel in desk.panels.get(actor, ()):
            items[desk.addresses.own(panel.anchor)] = setting.panel(panel)
        if items:
            findings = {own: setting.finding(view) for own, view in needed.items()}
            yield f"evidence/{safe(actor)}.js", called("evidence", {"items": items, "findings": findings})


def called(name: str, value: object) -> bytes:
    """Write a script that hands a value over, in characters that no reader of scripts takes for anything else.

    Args:
        name: What takes the value.
        value: The value; only texts, numbers, lists and mappings.

    Returns:
        The script in UTF-8.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in ("\u2028", "\u2029", "\x7f"):
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    text = text.replace("</", "<\\/")
    return f"riven.{name}({text});\n".encode("utf-8", "backslashreplace")
