"""Where everything stands on the site: file names that every file system holds, and the address of whatever is linked.

Addresses are written from the root of the site behind a mark that no text of others can hold, since cleaning takes it
out; a page puts its own way to the root in the mark's place. So one piece of a page can be set once and shown on pages
at any depth.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from riven.errors import UnknownTermError

ROOT = "\x02"
"""Stands for the way to the root of the site in whatever is set but not yet put on a page."""
SUFFIX = ".html"
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9_]|[-.](?=[a-z0-9_])){0,63}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|index)(?:\..*)?")
_FOREIGN = re.compile(r"[^a-z0-9]+")
_AWAY = re.compile(r"https?://")
_KEPT, _DIGITS = 32, 12


@lru_cache(maxsize=65_536)  # every id is named by many links
def safe(name: str) -> str:
    """Give a name that is safe in a file name, in an address and as an id on a page, and different for different names.

    Args:
        name: Any text.

    Returns:
        The name itself where it is short, in lower case and free of anything a file system, an address or a page reads
        as something else; otherwise what is left of it in plain letters, and a part of its hash.
    """
    if _PLAIN.fullmatch(name) and not _RESERVED.fullmatch(name):
        return name
    left = _FOREIGN.sub("-", name.lower()).strip("-")[:_KEPT].strip("-")
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{left}--{digest}" if left else f"x--{digest}"


def fragment(sort: str, *names: str) -> str:
    """Give the id of something on a page, such as `cell/ttp/2015/criticised`."""
    return "/".join((sort, *map(safe, names)))


def way_to_root(path: str) -> str:
    """Give the way from a page to the root of the site, such as `../`."""
    return "../" * (len(PurePosixPath(path).parts) - 1)


@dataclass
class Addresses:
    """Says where whatever is linked stands.

    Attributes:
        cells: For the anchor of every cell its actor, period and measure.
        claims: For every claim the finding it is part of; a claim of none has a page of its own.
        places: For every place as sources name it the key of its page.
        anchors: For ids of single lines the page they came to stand on; filled while pages are planned.
    """

    cells: Mapping[str, tuple[str, str, str]]
    claims: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)

    def at(self, target: str) -> Markup:
        """Give the address of a target.

        Args:
            target: Its sort, a hyphen and its name, such as `finding-f1` or `cell-criticised-ttp-2015`.

        Returns:
            The address behind the mark of the root, in letters that need no escaping.

        Raises:
            UnknownTermError: There is no such sort of target.
        """
        sort, _, name = target.partition("-")
        if sort == "away" and _AWAY.match(name):
            return escape(name)
        if sort == "at":
            there = self.anchors.get(target)
            return _plain(f"{ROOT}{there}#{self.own(target)}" if there else f"#{self.own(target)}")
        name = name.lower() if sort == "period" else name  # labels of periods never differ by case alone
        if sort in _FOLDERS:
            return _plain(f"{ROOT}{_FOLDERS[sort]}/{safe(name)}{SUFFIX}")
        found = getattr(self, f"_{sort}", None) if sort in _SORTS else None
        if found is None:
            raise UnknownTermError(target, "target of a link")
        return _plain(f"{ROOT}{found(name)}")

    def page(self, target: str) -> str:
        """Give the path of the page a target stands on, below the root of the site."""
        return str(self.at(target)).removeprefix(ROOT).partition("#")[0]

    def own(self, target: str) -> str:
        """Give the id under which a target stands on its page.

        Returns:
            An id in letters that need no escaping, the same as behind `#` in its address.
        """
        sort, _, name = target.partition("-")
        if sort == "cell":
            actor, period, measure = self._parts(name)
            return fragment(sort, actor, period.lower(), measure)
        if sort in {"factor", "tie"}:
            return fragment(sort, *reversed(name.split(":", 1)))
        return fragment(sort, name)

    def _parts(self, name: str) -> tuple[str, str, str]:
        try:
            return self.cells[f"cell-{name}"]
        except KeyError:
            raise UnknownTermError(name, "cell") from None

    def _cell(self, name: str) -> str:
        return f"groups/{safe(self._parts(name)[0])}{SUFFIX}#{self.own(f'cell-{name}')}"

    def _factor(self, name: str) -> str:
        return f"groups/{safe(name.split(':', 1)[-1])}{SUFFIX}#{self.own(f'factor-{name}')}"

    def _tie(self, name: str) -> str:
        return f"groups/{safe(name)}{SUFFIX}#{self.own(f'tie-{name}')}"

    def _claim(self, name: str) -> str:
        if name in self.claims:
            return f"findings/{safe(self.claims[name])}{SUFFIX}#{self.own(f'claim-{name}')}"
        return f"claims/{safe(name)}{SUFFIX}"

    def _place(self, name: str) -> str:
        return f"places/{safe(self.places.get(name, name))}{SUFFIX}"

    def _search(self, name: str) -> str:
        return self._anchored(f"search-{name}", "effort.html")

    def _expectation(self, name: str) -> str:
        return self._anchored(f"expectation-{name}", "argument/outlook.html")

    def _rule(self, name: str) -> str:
        return self._anchored(f"rule-{name}", "rules.html")

    def _anchored(self, target: str, otherwise: str) -> str:
        return f"{self.anchors.get(target, otherwise)}#{self.own(target)}"

    def _page(self, name: str) -> str:
        return name

    def _file(self, name: str) -> str:
        return f"../{'/'.join(safe_part(part) for part in name.split('/'))}"


def safe_part(part: str) -> str:
    """Write one part of the path of a file of the build into an address."""
    return "".join(
        letter if re.fullmatch(r"[A-Za-z0-9._-]", letter) else "".join(f"%{byte:02X}" for byte in letter.encode())
        for letter in part
    )


_FOLDERS = {
    "finding": "findings",
    "source": "sources",
    "actor": "groups",
    "period": "periods",
    "figure": "figures",
    "section": "argument",
}
_SORTS = {"cell", "factor", "tie", "claim", "place", "search", "expectation", "rule", "page", "file"}


def _plain(address: str) -> Markup:
    return Markup(address)  # noqa: S704 -- every part of it was made of letters that mean nothing to a page
