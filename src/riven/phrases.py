"""Phrases sources use for dates, and the EDTF a coder would write for them: a table, and the function that reads it.

What comes out is a proposal for a person to accept, never a date of its own. A phrase that needs a calendar, a
context or a guess ("a week later", "Ramadan 2015") has no proposal. English only: the table is what to extend.

Source:
    Early, mid and late are the quadrimesters of a year (months 1-4, 5-8, 9-12; EDTF groupings 37, 38, 39). Early, mid
    and late in a *month* are that month, whose name is all such a phrase makes certain (Security Force Monitor,
    research handbook, "How dates work").
"""

import re

from riven.dates import parse
from riven.errors import DateError

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
# What names one stretch of time. {y}, {m} and {d} stand for a year, the name of a month and a day of it.
STRETCHES = (
    ("{y}", "{y}"),
    ("{m},? {y}", "{y}-{m}"),
    ("(?:early|mid|late)[ -]{m},? {y}", "{y}-{m}"),
    ("{m} {d},? {y}", "{y}-{m}-{d}"),
    ("(?:the )?{d} (?:of )?{m},? {y}", "{y}-{m}-{d}"),
    ("early(?: in)?[ -]{y}", "{y}-37"),
    ("mid[ -]{y}", "{y}-38"),
    ("(?:the )?middle of {y}", "{y}-38"),
    ("late(?: in)?[ -]{y}", "{y}-39"),
    ("(?:the )?spring(?: of)? {y}", "{y}-21"),
    ("(?:the )?summer(?: of)? {y}", "{y}-22"),
    ("(?:the )?(?:autumn|fall)(?: of)? {y}", "{y}-23"),
    ("(?:the )?winter(?: of)? {y}", "{y}-24"),
    ("(?:the )?first quarter of {y}", "{y}-33"),
    ("(?:the )?second quarter of {y}", "{y}-34"),
    ("(?:the )?third quarter of {y}", "{y}-35"),
    ("(?:the )?(?:fourth|last) quarter of {y}", "{y}-36"),
    ("(?:the )?first half of {y}", "{y}-40"),
    ("(?:the )?second half of {y}", "{y}-41"),
)
# What is said about one or two such stretches, {a} and {b}. The first frame that fits decides.
FRAMES = (
    ("(?:in|on|during|throughout) {a}", "{a}"),
    ("by {a}", "[..{a}]"),
    ("until {a}", "../{a}"),
    ("since {a}", "{a}/.."),
    ("(?:around|about|circa|c[.]) {a}", "{a}~"),
    ("between {a} and {b}", "{a}/{b}"),
    ("from {a} (?:to|until|through) {b}", "{a}/{b}"),
    ("(?:in |on |either )?{a} or {b}", "[{a},{b}]"),
    ("{a}", "{a}"),
)

_MONTH_NUMBERS = {name: f"{number:02d}" for number, names in enumerate(MONTHS, start=1) for name in names}
_PARTS = {
    "{y}": "(?P<y>[0-9]{4})",
    "{m}": "(?P<m>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + ")[.]?",
    "{d}": "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?",
    "{a}": "(?P<a>.+)",
    "{b}": "(?P<b>.+)",
}
_MAX_LENGTH = 100


def _filled(text: str) -> str:
    for name, pattern in _PARTS.items():
        text = text.replace(name, pattern)
    return text


_STRETCHES = tuple((re.compile(_filled(phrase)), edtf) for phrase, edtf in STRETCHES)
_FRAMES = tuple((re.compile(_filled(phrase)), edtf) for phrase, edtf in FRAMES)


def propose(phrase: str) -> str | None:
    """Propose the EDTF for a phrase of an English source.

    Args:
        phrase: The source's words for the date, such as `early 2016`, `by June 2016` or `August 6, 2015`.

    Returns:
        An EDTF string that `riven.dates.parse` reads; None when the phrase is for a person to decide.

    Example:
        >>> propose("by June 2016"), propose("mid-2017"), propose("a week later")
        ('[..2016-06]', '2017-38', None)
    """
    words = " ".join(phrase.lower().replace("\N{EN DASH}", "-").split()).rstrip(".;,")
    if len(words) > _MAX_LENGTH:
        return None
    for pattern, edtf in _FRAMES:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        stretches = {name: _find_stretch(text) for name, text in match.groupdict().items()}
        if None not in stretches.values():
            return _readable(edtf.format_map(stretches))
    return None


def _find_stretch(words: str) -> str | None:
    for pattern, edtf in _STRETCHES:
        if match := pattern.fullmatch(words):
            parts = match.groupdict()
            if "m" in parts:
                parts["m"] = _MONTH_NUMBERS[parts["m"]]
            if "d" in parts:
                parts["d"] = parts["d"].zfill(2)
            return edtf.format_map(parts)
    return None


def _readable(edtf: str) -> str | None:
    """Keep only what is a date: there is no February 30, and no range that runs backwards."""
    try:
        parse(edtf)
    except DateError:
        return None
    return edtf
