"""The section on rivalry: how far rivals and the focal actor went against each other, and who else is tied to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from riven.analysis.argument import Arguments
from riven.ids import ActorId, FindingId, RuleId
from riven.model.argument import Argument
from riven.model.panel import CellState
from riven.model.wording import STATE_WORDS
from riven.report.argument.references import References, nothing, soft
from riven.report.blocks import (
    Block,
    Heading,
    Line,
    Listing,
    Look,
    Panel,
    Piece,
    Prose,
    Row,
    Section,
    Table,
    line,
)

REPORTED, WIDER = "reported", "reported or possible"
SIGNS: Mapping[str, str] = {
    "friendly": "+ friendly",
    "hostile": "− hostile",
    "mixed": "± mixed",
    "neutral": "= neutral",
}
_SIGNED = {1: "friendly", -1: "hostile", 0: "neutral"}


class _Entry(NamedTuple):
    """A sort of tie in one direction that one finding shows."""

    layer: str
    start: str
    sign: int
    finding: FindingId


@dataclass(frozen=True, slots=True)
class Around:
    """Whom the section is about.

    Attributes:
        focal: The focal actor.
        rivals: Its rivals, in order.
    """

    focal: ActorId
    rivals: tuple[ActorId, ...]


def rivalry(told: Arguments, rules: Argument, names: References, around: Around) -> tuple[Section, tuple[Panel, ...]]:
    """Show the ties of the focal actor, period by period.

    Args:
        told: What the study argues.
        rules: Ties and how they become a network.
        names: How actors and evidence are named.
        around: The focal actor and its rivals.

    Returns:
        The section, and a panel for everybody tied to the focal actor.
    """
    page = _Page(told, rules, names, around)
    title = f"Rivalry and ties with {names.focal}, period by period"
    return Section("rivalry", title, "Rivalry", tuple(page.blocks())), tuple(page.panels())


class _Page:
    """Sets the ties of the focal actor."""

    def __init__(self, told: Arguments, rules: Argument, names: References, around: Around) -> None:
        self._rules = rules
        self._names = names
        self._focal = around.focal
        self._rivals = around.rivals
        self._periods = tuple(period.label for period in told.argued.ties.columns)
        frame = told.argued.dyads.periods
        near = frame.filter((frame["start"] == around.focal) | (frame["to"] == around.focal))
        self._dyads = {(row["start"], row["to"], row["period"]): row for row in near.iter_rows(named=True)}
        self._signs = _signs(told, around.focal)
        self._entries = _entries(told, around.focal)
        known = {actor: place for place, actor in enumerate((*around.rivals, *names.actors()))}
        self._others = tuple(sorted(self._entries, key=lambda other: (known.get(ActorId(other), len(known)), other)))

    def blocks(self) -> Iterator[Block]:
        """Set the section."""
        network = self._rules.network
        if network is None:
            yield Prose(line("The rules declare no ties."))
            return
        yield Prose(self._names.filled(network.sentence))
        if not self._others:
            yield Prose(line(f"Nobody is tied to {self._names.focal} by any finding."))
            return
        if network.levels and self._rivals:
            yield Heading("Step by step")
            yield Prose(
                line(
                    f"Steps, lowest first: {', '.join(network.levels)}. ● is reported; ◐ is possible, since date, "
                    "wording or inheritance leaves it open. “Hostile, no step” is a hostile tie that stands for none "
                    "of them; a dash means that nothing was found."
                )
            )
            yield self._steps(f"How far rivals went against {self._names.focal}", outward=False)
            yield self._steps(f"How far {self._names.focal} went against its rivals", outward=True)
        yield Heading(f"Everybody tied to {self._names.focal}")
        yield self._ego()

    def _steps(self, caption: str, *, outward: bool) -> Table:
        return Table(
            caption=caption,
            columns=("Rival", *self._periods),
            rows=tuple(
                Row(
                    self._linked(rival),
                    tuple(
                        (self._step((self._focal, rival, period) if outward else (rival, self._focal, period)),)
                        for period in self._periods
                    ),
                )
                for rival in self._rivals
            ),
        )

    def _step(self, place: tuple[str, str, str]) -> Line:
        row = self._dyads.get(place)
        if row is None:
            return nothing()
        level, possible = row["level"], row["level_possible"]
        steps = [f"● {level}"] if level else []
        if possible and possible != level:
            steps.append(f"◐ {possible}")
        if steps:
            return line(", ".join(steps))
        return soft("hostile, no step") if row["hostile"] is not None else nothing("nothing hostile found")

    def _linked(self, actor: str) -> Line:
        target = _anchor(actor) if actor in self._entries else ""
        return line(Piece(self._names.name(actor), Look.NAME, target))

    def _ego(self) -> Table:
        return Table(
            caption="The sign of the tie in every period, whichever way it goes. “Possible” rests on what is possible "
            "as well as on what is reported; mixed means ties of both signs, which are not summed up. A name opens "
            "the findings.",
            columns=("Actor", *self._periods),
            rows=tuple(
                Row(
                    self._linked(other),
                    tuple((self._sign(other, period),) for period in self._periods),
                    f"at-{_anchor(other)}",
                )
                for other in self._others
            ),
        )

    def _sign(self, other: str, period: str) -> Line:
        reported = self._signs.get((REPORTED, period, other))
        wider = self._signs.get((WIDER, period, other))
        told = [SIGNS[reported]] if reported else []
        if wider and wider != reported:
            told.append(f"{SIGNS[wider]}, possible")
        return line("; ".join(told)) if told else nothing()

    def panels(self) -> Iterator[Panel]:
        """Set what ties everybody to the focal actor."""
        for other in self._others:
            title = f"{self._names.name(other)} and {self._names.focal}"
            yield Panel(_anchor(other), f"at-{_anchor(other)}", title, tuple(self._evidence(other)))

    def _evidence(self, other: str) -> Iterator[Block]:
        by_layer: dict[tuple[str, str, int], list[Line]] = {}
        for entry, found in self._entries[other].items():
            place = entry.layer, entry.start, entry.sign
            by_layer.setdefault(place, []).append(line(self._names.told(entry.finding), soft(f" {self._when(found)}")))
        for (layer, start, sign), items in by_layer.items():
            yield Heading(self._headed(layer, start, other, sign))
            yield Listing(tuple(items))

    def _headed(self, layer: str, start: str, other: str, sign: int) -> str:
        rule = self._rules.ties[RuleId(layer)]
        if not rule.directed:
            return f"{rule.label}, both ways: {_SIGNED[sign]}"
        to = self._focal if start == other else other
        return f"{rule.label}, from {self._names.name(start)} to {self._names.name(to)}: {_SIGNED[sign]}"

    def _when(self, found: Sequence[tuple[int, str, bool]]) -> str:
        """Say in which periods, and how sure: such as `(2014, 2015 possible; 2016 reported)`."""
        by_state: dict[str, list[str]] = {}
        for period, state, carried in found:
            words = STATE_WORDS[CellState(state)].label + (", going on" if carried else "")
            by_state.setdefault(words, []).append(self._periods[period])
        told = "; ".join(f"{', '.join(labels)} {words}" for words, labels in by_state.items())
        return f"({told})"


def _anchor(actor: str) -> str:
    return f"tie-{actor}"


def _signs(told: Arguments, focal: ActorId) -> dict[tuple[str, str, str], str]:
    """Say how everybody stands to the focal actor: by reading, period and actor."""
    found: dict[tuple[str, str, str], str] = {}
    for each in told.argued.network.slices:
        pairs: list[tuple[tuple[str, str], str]] = [(pair, _SIGNED[sign]) for pair, sign in each.graph.ties.items()]
        pairs += [(pair, "mixed") for pair in each.graph.mixed]
        pairs += [(pair, "neutral") for pair in each.neutral]
        for (one, other), sign in pairs:
            if focal in {one, other}:
                found[each.reading, each.period, other if one == focal else one] = sign
    return found


def _entries(told: Arguments, focal: ActorId) -> dict[str, dict[_Entry, list[tuple[int, str, bool]]]]:
    """List what ties everybody to the focal actor: by actor and finding, the periods with state and persistence."""
    frame = told.argued.ties.frame
    near = frame.filter((frame["start"] == focal) | (frame["to"] == focal))
    findings = told.evidence.findings["finding"].gather(near["key"])
    found: dict[str, dict[_Entry, list[tuple[int, str, bool]]]] = {}
    rows: Iterator[dict[str, Any]] = near.iter_rows(named=True)
    for row, finding in zip(rows, findings, strict=True):
        other = row["to"] if row["start"] == focal else row["start"]
        entry = _Entry(row["layer"], row["start"], row["sign"], FindingId(finding))
        held = found.setdefault(other, {}).setdefault(entry, [])
        held.append((row["period"], row["state"], row["carried"]))
    return found
