"""The first page, the figures, and the list of groups."""

from collections.abc import Iterator
from dataclasses import replace

from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose, Row, Table, line
from riven.report.cells import FigureView
from riven.report.rulebook import filled
from riven.report.site.desk import Desk
from riven.report.site.pages import Matrix, Page, Part
from riven.report.sources import private_sources
from riven.report.verdicts import camps, summary

MOST_CELLS = 1_200
"""So many cells of all figures together are shown whole on the first page; above that, the first rows of each."""


MOST_DRAWN = 300_000
"""Characters of drawn sheets a page may hold; larger ones are left to the files beside the site."""


def first_page(desk: Desk) -> Page:
    """Write the first page: the question, the result in sentences, and every figure as a table.

    Args:
        desk: The study in words.

    Returns:
        The page.
    """
    content = desk.content
    parts: list[Part] = []
    if private := private_sources(content):
        parts.append(
            Prose(
                line(
                    Piece("For your own use. ", Look.STRONG),
                    f"This copy shows passages of texts that may not be passed on ({', '.join(private)}). "
                    "Build without these texts before you publish it.",
                ),
                is_warning=True,
            )
        )
    parts.append(Heading("The question"))
    if content.about.description:
        parts.append(Prose(_free(filled(content.about.description, content))))
    parts.append(Prose(_free(filled(content.rules.rival.sentence, content))))
    parts.append(Heading("What was found"))
    parts.append(Listing(tuple(_free(sentence) for sentence in summary(content))))
    parts.append(
        Prose(
            line("Every cell is a link: it opens what the cell rests on, down to the passages, and what would flip it.")
        )
    )
    parts += _tables(desk)
    parts += [Heading("How to cite"), Prose(_free(citation(desk)))]
    if content.about.licence:
        parts.append(Prose(line("Terms of the study’s own data: ", Piece(content.about.licence, Look.NAME), ".")))
    return Page("index.html", content.about.title, tuple(parts), within="index.html")


def citation(desk: Desk) -> str:
    """Say how to cite the study."""
    about = desk.content.about
    version = f" Version {about.version}." if about.version else ""
    return about.citation or f"{about.title}.{version} Study {about.id}, made with riven."


def _free(text: str) -> Line:
    return line(Piece(text, Look.FREE))


def _tables(desk: Desk) -> Iterator[Part]:
    total = sum(len(row.cells) for figure in desk.figures for _, rows in figure.groups for row in rows)
    room = MOST_CELLS // max(len(desk.figures), 1)
    for figure in desk.figures:
        shown = figure if total <= MOST_CELLS else _first_rows(figure, room)
        yield Matrix(replace(shown, pictures=()))
        if shown is not figure:
            left = sum(len(rows) for _, rows in figure.groups) - sum(len(rows) for _, rows in shown.groups)
            yield Prose(line(f"{left} more rows: ", Piece("the whole figure", target=f"figure-{figure.measure}"), "."))
        else:
            yield Prose(line(Piece("This figure on a page of its own", target=f"figure-{figure.measure}")))
    if not desk.figures:
        yield Prose(line("The rules declare no figure."))


def _first_rows(figure: FigureView, room: int) -> FigureView:
    most = max(room // max(len(figure.periods), 1), 1)
    groups = []
    for label, rows in figure.groups:
        held = rows[:most]
        most -= len(held)
        groups += [(label, held)] if held else []
    return replace(figure, groups=tuple(groups))


def figure_pages(desk: Desk) -> Iterator[Page]:
    """Write a page for every figure, with the figure as drawn for print.

    Yields:
        Pages in the order of the figures.
    """
    for figure in desk.figures:
        parts: tuple[Part, ...] = (Matrix(figure),)
        if sum(map(len, figure.pictures)) > MOST_DRAWN:
            where = Piece("downloads", target="page-downloads.html")
            parts = (
                Matrix(replace(figure, pictures=())),
                Prose(line("As drawn for print, it is among the ", where, ".")),
            )
        yield Page(
            path=desk.addresses.page(f"figure-{figure.measure}"),
            title=f"Figure {figure.number}. {figure.title}",
            parts=parts,
            within="index.html",
        )


def groups_page(desk: Desk) -> Page:
    """Write the list of every actor: rivals by camp with the reason, and why others are out.

    Returns:
        The page.
    """
    content = desk.content
    parts: list[Part] = [Prose(_free(filled(content.rules.rival.sentence, content)))]
    for camp in camps(content):
        parts.append(Heading(camp.label))
        parts.append(Prose(_free(camp.sentence)))
        rows = (Row(desk.actor(member.id), ((_free(member.why),),)) for member in camp.members)
        parts.append(Table(f"Rivals in the camp “{camp.label}”", ("Group", "Why it is in this camp"), tuple(rows)))
    if not content.camps:
        parts.append(Prose(line("There is no rival to put into a camp.")))
    for rival, heading, caption in (
        (True, "Rivals", "Rivals, and why they are in"),
        (False, "Not rivals", "Actors that are not rivals, and why"),
    ):
        held = [verdict for verdict in content.rivals if verdict.rival is rival]
        parts.append(Heading(heading))
        if not held:
            parts.append(Prose(line("Nobody.")))
            continue
        rows = (
            Row(
                desk.actor(verdict.actor),
                (
                    (_free(verdict.why),),
                    (line(str(verdict.n_reported)),),
                    (line(str(verdict.n_possible)),),
                    (line(str(verdict.type)),),
                ),
            )
            for verdict in held
        )
        parts.append(Table(caption, ("Actor", "Why", "Reported", "Possible", "Type"), tuple(rows)))
    return Page("groups.html", "Groups and other actors", tuple(parts), within="groups.html")
