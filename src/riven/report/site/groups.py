"""A page for every group and other actor: who it is, its cells with what they rest on, and everything told about it."""

from collections.abc import Iterator
from dataclasses import replace

from riven.ids import ActorId
from riven.model.actor import Actor, Name
from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose, Row, Table, joined, line
from riven.report.evidence import said
from riven.report.rulebook import filled
from riven.report.safety import isolated
from riven.report.site.desk import Desk
from riven.report.site.flips import Flips
from riven.report.site.pages import CellPart, Matrix, Page, PanelPart, Part


def group_pages(desk: Desk, flips: Flips) -> Iterator[Page]:
    """Write a page for every actor of the study.

    Args:
        desk: The study in words.
        flips: What its results depend on.

    Yields:
        Pages in the order of the study.
    """
    writer = _Writer(desk, flips)
    for actor in desk.content.actors.values():
        yield Page(
            path=desk.addresses.page(f"actor-{actor.id}"),
            title=isolated(actor.name),
            parts=tuple(writer.parts(actor)),
            lead=_lead(actor),
            within="groups.html",
        )


def _lead(actor: Actor) -> Line:
    dates = [f"from {said(actor.begins)}"] if actor.begins else []
    dates += [f"until {said(actor.ends)}"] if actor.ends else []
    return line(Piece(actor.id, Look.CODE), f" · {actor.type}", *(f" · {date}" for date in dates))


class _Writer:
    """Writes the pages of one study."""

    def __init__(self, desk: Desk, flips: Flips) -> None:
        self._desk = desk
        self._flips = flips
        content = desk.content
        self._rivals = {verdict.actor: verdict for verdict in content.rivals}
        self._camps = {verdict.actor: verdict for verdict in content.camps}
        self._names: dict[ActorId, list[Name]] = {}
        for name in content.names:
            self._names.setdefault(name.actor, []).append(name)

    def parts(self, actor: Actor) -> Iterator[Part]:
        """Write what stands on the page of an actor."""
        yield from self._who(actor)
        yield from self._verdict(actor.id)
        yield from self._cells(actor)
        if panels := self._desk.panels.get(actor.id):
            yield Heading("Judgements and ties")
            yield from (PanelPart(panel) for panel in panels)
        yield Heading("Everything found about it")
        found = self._desk.findings_of.get(actor.id, ())
        if found:
            yield Listing(self._desk.finding_links(found))
        else:
            yield Prose(line("No finding of the study names it."))

    def _who(self, actor: Actor) -> Iterator[Part]:
        if actor.note:
            yield Prose(line(Piece(actor.note, Look.FREE)))
        if actor.external:
            known = (f"{where} {number}" for where, number in actor.external)
            yield Prose(line("In other data sets: ", joined(line(Piece(each, Look.NAME)) for each in known), "."))
        names = self._names.get(actor.id, [])
        if names:
            rows = (
                Row(
                    line(Piece(name.text, Look.NAME)),
                    (
                        (line(str(name.type)),),
                        (line(" ".join(part for part in (name.language, name.script) if part) or "not recorded"),),
                        (self._read_in(name),),
                    ),
                )
                for name in names
            )
            yield Table(
                "Names and spellings, as sources write them", ("Name", "Sort", "Language", "Read in"), tuple(rows)
            )

    def _read_in(self, name: Name) -> Line:
        if name.source is None or name.source not in self._desk.content.sources:
            return line("not recorded")
        return line(Piece(name.source, target=f"source-{name.source}"))

    def _verdict(self, actor: ActorId) -> Iterator[Part]:
        content = self._desk.content
        verdict, camp = self._rivals.get(actor), self._camps.get(actor)
        yield Heading("Rival or not")
        if actor == content.about.focal:
            yield Prose(line("It is the group whose rivals are studied."))
        if verdict:
            yield Prose(line(Piece(verdict.why, Look.FREE)))
            held = [finding for finding in verdict.affiliation if finding in content.findings]
            if held:
                yield Prose(line("Its affiliation: ", self._desk.names.findings(held), "."))
        if camp:
            label = next((rule.label for rule in content.rules.camps if rule.id == camp.camp), camp.camp)
            label = filled(label, content)
            yield Prose(line("Camp: ", Piece(label, Look.STRONG), ". ", Piece(camp.why, Look.FREE)))
            for word, claims in (("For it", camp.claims_for), ("Against it", camp.claims_against)):
                if claims:
                    linked = joined(line(Piece(claim, target=f"claim-{claim}")) for claim in claims)
                    yield Prose(line(f"{word}: ", linked, "."))
        if verdict:
            yield Prose(line("What would flip it:"))
            yield Listing(self._flips.of_actor(actor))

    def _cells(self, actor: Actor) -> Iterator[Part]:
        held = self._desk.cells.get(actor.id, ())
        if not held:
            yield Heading("Cells")
            yield Prose(line("It has no row in any figure."))
            return
        for figure, cells in held:
            row = next(
                row for _, rows in figure.groups for row in rows if row.cells and row.cells[0].anchor == cells[0].anchor
            )
            yield Matrix(replace(figure, groups=(("", (row,)),), pictures=()))
            yield from (CellPart(cell, self._flips.of_cell(cell.anchor)) for cell in cells)
