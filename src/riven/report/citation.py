"""Plain citations from CSL-JSON: author, year, title, container, locator. Whatever is missing is left out.

The form is that of the Chicago author-date style, near enough for a reader to find the source; a publisher's house
style is a matter for a citation manager, which reads the same `sources.json`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from riven.model.source import Passage

MOST_AUTHORS = 6
NO_DATE = "n.d."
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_LINK = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def cite(csl: Mapping[str, Any], locator: str = "", *, with_link: bool = True) -> str:
    """Cite a source in one line.

    Args:
        csl: A CSL-JSON item; every field may be missing or oddly shaped.
        locator: Where in the source, such as `p. 24, note 12`; empty for the whole of it.
        with_link: Whether to end in the DOI or address.

    Returns:
        The citation, ending in a full stop or in the link.
    """
    title = _text(csl.get("title"))
    people = _people(csl.get("author"), last_first=True) or _editors(csl)
    lead = people or _text(csl.get("publisher")) or _text(csl.get("container-title"))
    shown = f"“{title}”" if title and _text(csl.get("container-title")) else title
    head = [lead, year(csl), shown] if lead else [shown or _fallback(csl), year(csl)]
    parts = [*head, _container(csl, taken=lead), _publisher(csl, taken=lead), _text(csl.get("genre"))]
    sentence = " ".join(_stopped(part) for part in parts if part)
    if locator:
        sentence = f"{sentence.rstrip('.')}, {locator}."
    address = link(csl) if with_link else ""
    return f"{sentence} {address}".strip()


def short(csl: Mapping[str, Any]) -> str:
    """Name a source in running text.

    Returns:
        Family names and year, such as `Jadoon et al. 2018`; the start of the title where nobody signed it.
    """
    names = [_family(person) for person in _listed(csl.get("author")) or _listed(csl.get("editor"))]
    names = [name for name in names if name]
    if not names:
        words = (_text(csl.get("title")) or _text(csl.get("publisher")) or _fallback(csl)).split()
        lead = " ".join(words[:6]) + ("…" if len(words) > 6 else "")
    elif len(names) > 3:
        lead = f"{names[0]} et al."
    else:
        lead = _joined(names)
    return f"{lead} {year(csl)}"


def year(csl: Mapping[str, Any]) -> str:
    """Give the year of publication.

    Returns:
        A year, two years of a range, the source's own words for a date, or `n.d.`.
    """
    issued = csl.get("issued")
    if not isinstance(issued, Mapping):
        return _text(issued) or NO_DATE
    parts = [part for part in _listed(issued.get("date-parts")) if isinstance(part, list | tuple) and part]
    years = [text for text in (_text(part[0]) for part in parts) if text]
    if years:
        return "–".join(dict.fromkeys(years[:2]))
    written = _text(issued.get("raw")) or _text(issued.get("literal"))
    found = _YEAR.search(written)
    return found[0] if found else written or NO_DATE


def link(csl: Mapping[str, Any]) -> str:
    """Give the address of a source, if it is one a reader may safely follow.

    Returns:
        The DOI as an address, else the `URL` when it is http or https, else an empty string.
    """
    doi = _DOI.search(_text(csl.get("DOI")))
    if doi:
        return f"https://doi.org/{doi[0]}"
    address = _text(csl.get("URL"))
    return address if _LINK.fullmatch(address) else ""


def language(csl: Mapping[str, Any]) -> str:
    """Give the language of a source's text, so that browsers pick its letters and listeners hear it read right.

    Returns:
        A language tag; empty when the item names none, or names it in words.
    """
    tag = _text(csl.get("language"))
    return tag if _LANGUAGE.fullmatch(tag) else ""


def locator(passage: Passage) -> str:
    """Say where in its source a passage lies.

    Returns:
        Page, paragraph and note as far as they were recorded, such as `p. 24, para. 3, note 12`; may be empty.
    """
    parts = [_pages(passage.page)] if passage.page else []
    if passage.paragraph:
        parts.append(f"para. {passage.paragraph}")
    if passage.note:
        parts.append(f"note {passage.note}")
    return ", ".join(parts)


def _container(csl: Mapping[str, Any], *, taken: str) -> str:
    name = _text(csl.get("container-title"))
    volume, issue, pages = (_text(csl.get(field)) for field in ("volume", "issue", "page"))
    numbers = f"{volume} ({issue})" if volume and issue else volume or (f"({issue})" if issue else "")
    where = " ".join(part for part in (name if name != taken else "", numbers) if part)
    pages = re.sub(r"(?<=\d)-+(?=\d)", "–", pages)
    return f"{where}: {pages}" if where and pages else where or (_pages(pages) if pages else "")


def _pages(pages: str) -> str:
    return f"{'pp.' if re.search(r'[-–,]', pages) else 'p.'} {pages}"


def _publisher(csl: Mapping[str, Any], *, taken: str) -> str:
    name, place = _text(csl.get("publisher")), _text(csl.get("publisher-place"))
    if name == taken:
        name = ""
    return f"{place}: {name}" if place and name else name


def _editors(csl: Mapping[str, Any]) -> str:
    people = _people(csl.get("editor"), last_first=True)
    if not people:
        return ""
    return f"{people}, {'eds' if len(_listed(csl.get('editor'))) > 1 else 'ed'}"


def _people(value: object, *, last_first: bool) -> str:
    people = _listed(value)
    names = [_full(person, last_first=last_first and index == 0) for index, person in enumerate(people)]
    names = [name for name in names if name]
    return f"{names[0]} et al" if len(names) > MOST_AUTHORS else _joined(names)


def _full(person: object, *, last_first: bool) -> str:
    if not isinstance(person, Mapping):
        return _text(person)
    given, family = _text(person.get("given")), _family(person)
    if not given or _text(person.get("literal")):
        return family
    suffix = f", {_text(person.get('suffix'))}" if _text(person.get("suffix")) else ""
    return f"{family}, {given}{suffix}" if last_first else f"{given} {family}{suffix}"


def _family(person: object) -> str:
    if not isinstance(person, Mapping):
        return _text(person)
    particle = _text(person.get("non-dropping-particle"))
    family = f"{particle} {_text(person.get('family'))}".strip()
    return _text(person.get("literal")) or family or _text(person.get("given"))


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, (str, Mapping)):
        return [value]
    return value if isinstance(value, list | tuple) else []


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else " and ".join([", ".join(names[:-1]), names[-1]]) if names else ""


def _text(value: object) -> str:
    """Read a field that should be a text: numbers are written out, lists give their first text, the rest nothing."""
    if isinstance(value, list | tuple):
        return _text(value[0]) if value else ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(_MARKUP.sub("", str(value)).split())


def _fallback(csl: Mapping[str, Any]) -> str:
    return link(csl) or _text(csl.get("id")) or "Untitled source"


def _stopped(part: str) -> str:
    return (
        part
        if part.endswith((".", "?", "!", ".”", "?”", "!”"))
        else f"{part[:-1]}.”"
        if part.endswith("”")
        else f"{part}."
    )
