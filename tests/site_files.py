"""Sites of studies as files, and their pages as a reader of links sees them."""

import posixpath
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from riven.folder import read_study
from riven.pipeline.argument import argue_study
from riven.pipeline.content import content_of
from riven.pipeline.pictures import scenes_of
from riven.pipeline.results import analyse_study
from riven.pipeline.site import site_files


@cache
def built_site(folder: Path):
    """Make the site of a study, once a process."""
    study = read_study(folder)
    analysis = analyse_study(study)
    arguments = argue_study(study, analysis)
    content = content_of(study, analysis)
    return site_files(content, arguments, {}, scenes_of(study, analysis, arguments))


def write(files, folder: Path) -> Path:
    """Write files below a folder, and give the folder."""
    for name, held in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)
    return folder


@dataclass
class Read(HTMLParser):
    """The ids and the addresses of a page, and what on it runs or styles by itself."""

    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs) -> None:
        """Take ids, links and sources."""
        held = dict(attrs)
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in held) else []
        self.inline += [name for name in held if name == "style" or name.startswith("on")]
        self.ids += [held["id"]] if held.get("id") else []
        self.addresses += [held[name] for name in ("href", "src") if held.get(name)]


def pages_of(files) -> dict[str, Read]:
    """Read every page of a site, by path."""
    found = {}
    for name, held in files.items():
        if name.endswith(".html"):
            found[name] = Read()
            found[name].feed(held.decode())
    return found


def dead_links(files) -> list[str]:
    """List the links inside a site that lead to no file, or to no place on its page."""
    pages = pages_of(files)
    ids = {name: set(page.ids) for name, page in pages.items()}
    dead = []
    for name, page in pages.items():
        for address in page.addresses:
            path, _, place = address.partition("#")
            if "://" in address or address.startswith("data:"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if target.startswith("site/") and (target not in files or (place and place not in ids.get(target, ()))):
                dead.append(f"{name}: {address}")
    return dead
