"""How the study was done: its rules with the alternatives to them, its codebook, its effort, and its files."""

from collections.abc import Iterator

from riven.report.account import LIMITATIONS
from riven.report.blocks import Block, Heading, Line, Listing, Look, Piece, Prose, Row, Table, line
from riven.report.codebook import Element, elements
from riven.report.rulebook import rules_in_words, searches_in_words, switches_in_words
from riven.report.site.desk import Desk
from riven.report.site.flips import Flips
from riven.report.site.pages import Page, Part

SHOWN = 40


def rules_page(desk: Desk, flips: Flips) -> Page:
    """Write the rules in force, the decisions that could be taken differently, and what flips under each.

    Args:
        desk: The study in words.
        flips: What its results depend on.

    Returns:
        The page.
    """
    parts: list[Part] = [
        Table(
            "Rules in force, from the widest to the narrowest",
            ("Rule", "Decides", "In words"),
            tuple(
                Row(
                    line(Piece(rule.id, Look.CODE)),
                    ((line(Piece(rule.about, Look.NAME)),), (line(Piece(rule.sentence, Look.FREE)),)),
                )
                for rule in rules_in_words(desk.content)
            ),
        ),
        Heading("Decisions another researcher might take differently"),
    ]
    switches = switches_in_words(desk.content)
    if not switches:
        parts.append(Prose(line("The rules name no decision that could be taken differently.")))
    for switch in switches:
        parts.append(Prose(line(Piece(switch.question, Look.STRONG), " ", Piece(switch.id, Look.CODE))))
        parts.append(Prose(line("Here: ", Piece(switch.chosen, Look.FREE))))
        for id_, sentence in switch.options:
            parts.append(Prose(line("Instead: ", Piece(sentence, Look.FREE), " ", Piece(id_, Look.CODE))))
            parts += _flips(flips, f"switch:{switch.id}={id_}")
    others = [tested for tested in desk.told.tested if str(tested.alternative.sort) in {"rollup", "dates"}]
    if others:
        parts.append(Heading("Other schemes of identity, other readings of dates"))
    for tested in others:
        parts.append(Prose(line(Piece(tested.alternative.sentence, Look.FREE))))
        parts += _flips(flips, tested.alternative.id)
    parts.append(
        Prose(
            line(
                "What leaving out a source, an outlet, a coder or a group changes is told under ",
                Piece("robustness", target="section-robustness"),
                ".",
            )
        )
    )
    return Page("rules.html", "Rules, and what flips under others", tuple(parts), within="rules.html")


def _flips(flips: Flips, alternative: str) -> Iterator[Block]:
    tested = flips.of_alternative(alternative)
    if tested is None:
        yield Prose(line("Not tried for this build."))
    elif not tested.flips:
        yield Prose(line("No result changes."))
    else:
        yield Prose(line(f"{len(tested.flips)} {'result changes' if len(tested.flips) == 1 else 'results change'}:"))
        yield Listing(tuple(flips.lines(tested.flips, SHOWN)))


def codebook_page(desk: Desk) -> Page:
    """Write the codebook: kinds with their roles, variables with their categories, every rule and example.

    Returns:
        The page.
    """
    book = desk.content.codebook
    parts: list[Part] = [
        Prose(line("Codebook ", Piece(book.id, Look.CODE), ", revision ", Piece(book.revision, Look.NAME), "."))
    ]
    if book.description:
        parts.append(Prose(line(Piece(book.description, Look.FREE))))
    within: list[Element] = []
    for element in elements(book):
        if element.within:
            within.append(element)
            continue
        parts += _inner(within)
        within = []
        parts.append(Heading(f"{element.kind.capitalize()}: {element.entry.label}"))
        parts.append(Prose(line(Piece(element.id, Look.CODE), Piece(f" {'; '.join(element.facts)}", Look.SOFT))))
        parts.append(Prose(line(Piece(element.entry.rule, Look.FREE))))
        parts += _examples(element)
    parts += _inner(within)
    return Page("codebook.html", f"Codebook: {book.title}", tuple(parts), within="codebook.html")


def _examples(element: Element) -> Iterator[Block]:
    held = tuple(_example(word, example) for word, example in element.examples())
    if held:
        yield Listing(held)


def _example(word: str, example: str) -> Line:
    return line(Piece(f"{word}: ", Look.STRONG), Piece(example, Look.FREE))


def _inner(held: list[Element]) -> Iterator[Block]:
    if held:
        yield Table(
            "Its roles" if held[0].kind == "role" else "Its categories",
            ("Id", "Label", "Rule and examples"),
            tuple(
                Row(
                    line(Piece(each.id, Look.CODE)),
                    (
                        (
                            line(Piece(each.entry.label, Look.NAME)),
                            *(line(Piece(fact, Look.SOFT)) for fact in each.facts),
                        ),
                        (
                            line(Piece(each.entry.rule, Look.FREE)),
                            *(_example(word, example) for word, example in each.examples()),
                        ),
                    ),
                )
                for each in held
            ),
        )


def effort_page(desk: Desk) -> Page:
    """Write what was searched, and what no reader must conclude.

    Returns:
        The page.
    """
    searches = searches_in_words(desk.content)
    parts: list[Part] = []
    if searches:
        rows = tuple(
            Row(
                line(Piece(search.id, Look.CODE)),
                (
                    (line(Piece(search.about, Look.FREE)),),
                    (line(Piece(search.kinds, Look.NAME)),),
                    (line(search.covers),),
                    (line(search.documents),),
                    (
                        line(Piece(search.query, Look.NAME)),
                        *([line(Piece(search.note, Look.NAME))] if search.note else []),
                    ),
                    (line(search.coder),),
                    (line(search.counts),),
                ),
                anchor=f"search-{search.id}",
            )
            for search in searches
        )
        columns = ("Search", "About", "Kinds", "Time", "Documents", "Words or list", "By", "Counts")
        parts.append(Table("What was searched", columns, rows))
    else:
        parts.append(Prose(line("No search is recorded.")))
    parts += [Heading("What no reader must conclude"), Listing(tuple(line(limit) for limit in LIMITATIONS))]
    return Page("effort.html", "Effort and limits", tuple(parts), within="effort.html")


def argument_pages(desk: Desk) -> Iterator[Page]:
    """Write a page for every section of the argument, and the list of them.

    Yields:
        The list first.
    """
    sections = desk.argument.sections
    items = tuple(line(Piece(section.title, target=f"section-{section.anchor}")) for section in sections)
    parts: tuple[Part, ...] = (Listing(items),) if items else (Prose(line("Nothing is argued beyond the figures.")),)
    yield Page("argument.html", "The argument", parts, within="argument.html")
    for section in sections:
        yield Page(
            path=desk.addresses.page(f"section-{section.anchor}"),
            title=section.title,
            parts=section.blocks,
            within="argument.html",
        )


def downloads_page(desk: Desk) -> Page:
    """Write the list of files for those who want the numbers, a figure or the whole on one page.

    Returns:
        The page.
    """
    parts: list[Part] = [
        Prose(line("These files lie beside this site in the same build. Tables are CSV in UTF-8 or Parquet."))
    ]
    for heading, held in desk.told.downloads:
        parts.append(Heading(heading))
        parts.append(
            Table(
                "Files, and what each holds",
                ("File", "What it holds"),
                tuple(
                    Row(
                        line(Piece(each.path, Look.CODE, f"file-{each.path}")), ((line(Piece(each.about, Look.FREE)),),)
                    )
                    for each in held
                ),
            )
        )
    if not desk.told.downloads:
        parts.append(Prose(line("This copy of the site was made without the other files of the build.")))
    return Page("downloads.html", "Downloads", tuple(parts), within="downloads.html")
