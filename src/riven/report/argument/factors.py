"""The section on factors: what sets each rival apart, derived by rule beside what authors state."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from riven.analysis.argument import Arguments
from riven.analysis.factors import FactorVerdict, StatedFactor
from riven.ids import ActorId, FindingId, RuleId
from riven.model.argument import FactorRule, Judgement
from riven.report.argument.references import References, counted, soft
from riven.report.blocks import (
    Block,
    Grid,
    Heading,
    KeyLine,
    Line,
    Listing,
    Look,
    Mark,
    Panel,
    Piece,
    Prose,
    Row,
    Section,
    Table,
    line,
)

JUDGEMENTS: Mapping[Judgement, KeyLine] = {
    Judgement.PRESENT: KeyLine("reported", "●", "present", "everything the rule asks for is found"),
    Judgement.SOME_FACTIONS: KeyLine("possible", "◐", "some factions", "found for some factions of the group only"),
    Judgement.DISPUTED: KeyLine("disputed", "≠", "disputed", "evidence speaks for it and against it"),
    Judgement.ABSENT: KeyLine("none_found", "○", "absent", "evidence says that it is not so"),
    Judgement.NOT_CODED: KeyLine(
        "not_searched", "·", "not coded", "nothing was coded, which is not the same as absent"
    ),
}
_OPEN = KeyLine("number", "?", "open", "what decides leaves its date, its wording or whom it concerns open")
TITLE = "Factors: what sets rivals apart"


def factors(
    told: Arguments, rules: Mapping[RuleId, FactorRule], names: References
) -> tuple[Section, tuple[Panel, ...]]:
    """Show every factor for every rival, derived beside stated, with what speaks for it and against it.

    Args:
        told: What the study argues.
        rules: Factors by id.
        names: How actors and evidence are named.

    Returns:
        The section, and a panel for every cell of its grid.
    """
    page = _Page(told, rules, names)
    return Section("factors", TITLE, "Factors", tuple(page.blocks())), tuple(page.panels())


class _Page:
    """Sets the factors of one study."""

    def __init__(self, told: Arguments, rules: Mapping[RuleId, FactorRule], names: References) -> None:
        self._rules = rules
        self._names = names
        self._stated = {(each.factor, each.actor): each for each in told.argued.stated}
        self._overall: dict[tuple[RuleId, ActorId], FactorVerdict] = {}
        self._yearly: dict[tuple[RuleId, ActorId], list[FactorVerdict]] = {}
        for verdict in told.argued.factors:
            place = verdict.factor, verdict.actor
            if verdict.period == told.whole:
                self._overall[place] = verdict
            else:
                self._yearly.setdefault(place, []).append(verdict)
        self._actors = tuple(dict.fromkeys(actor for _, actor in self._overall))

    def blocks(self) -> Iterator[Block]:
        """Set the section."""
        if not self._rules:
            yield Prose(line("The rules declare no factors."))
            return
        yield Listing(
            tuple(
                line(Piece(rule.label, Look.STRONG), ": ", self._names.filled(rule.sentence))
                for rule in self._rules.values()
            )
        )
        if not self._overall:
            yield Prose(line("There is no rival to judge."))
            return
        yield self._grid()
        yield Heading("Where derived and stated differ")
        yield from self._differences()

    def _grid(self) -> Grid:
        rows = tuple(
            (self._names.name(actor), tuple(self._mark(rule, actor) for rule in self._rules)) for actor in self._actors
        )
        held = {verdict.judgement for verdict in self._overall.values()}
        key = [words for judgement, words in JUDGEMENTS.items() if judgement in held]
        if any(verdict.is_open for verdict in self._overall.values()):
            key.append(_OPEN)
        return Grid(
            caption="What the rules derive from findings over the whole window; below it, what authors say themselves. "
            "A cell opens what speaks for it and against it.",
            columns=("Group", *(rule.label for rule in self._rules.values())),
            rows=rows,
            key=tuple(key),
        )

    def _mark(self, factor: RuleId, actor: ActorId) -> Mark:
        verdict = self._overall[factor, actor]
        words = JUDGEMENTS[verdict.judgement]
        below = _below(self._stated.get((factor, actor)))
        label = self._rules[factor].label
        derived = f"{words.label}, open" if verdict.is_open else words.label
        return Mark(
            state=words.state,
            shown=f"{words.sign} {words.label}{' ?' if verdict.is_open else ''}",
            below=below,
            words=f"{self._names.name(actor)}, {label}: derived {derived}{'; ' if below else ''}{below}",
            anchor=_anchor(factor, actor),
            at=f"at-{_anchor(factor, actor)}",
        )

    def _differences(self) -> Iterator[Block]:
        if not self._stated:
            yield Prose(line("No factor has a rule for what authors state."))
            return
        tally = Counter(each.agrees for each in self._stated.values())
        differing = [each for each in self._stated.values() if each.difference]
        yield Prose(
            line(
                f"Of {counted(len(self._stated), 'judgement')}, derived and stated agree in {tally[True]} and "
                f"contradict each other in {tally[False]}; in {tally[None]} one side or both are not coded."
            )
        )
        if differing:
            yield Table(
                caption="Every judgement that differs, and why",
                columns=("Factor and group", "Derived", "Authors", "Why they differ"),
                rows=tuple(self._difference(each) for each in differing),
            )

    def _difference(self, each: StatedFactor) -> Row:
        label = f"{self._rules[each.factor].label}, {self._names.name(each.actor)}"
        return Row(
            head=line(Piece(label, target=_anchor(each.factor, each.actor))),
            cells=(
                (line(_signed(each.derived.judgement)),),
                (line(_signed(each.stated)),),
                (line(Piece(_reason(each), Look.FREE)),),
            ),
        )

    def panels(self) -> Iterator[Panel]:
        """Set what every judgement rests on."""
        for factor in self._rules:
            for actor in self._actors:
                verdict = self._overall[factor, actor]
                title = f"{self._names.name(actor)}, {self._rules[factor].label}: {JUDGEMENTS[verdict.judgement].label}"
                anchor = _anchor(factor, actor)
                yield Panel(anchor, f"at-{anchor}", title, tuple(self._evidence(verdict)))

    def _evidence(self, verdict: FactorVerdict) -> Iterator[Block]:
        yield Prose(self._names.filled(self._rules[verdict.factor].sentence))
        yield Prose(line(Piece(verdict.why, Look.FREE)))
        yield from self._side("Speaks for it", verdict.findings_for)
        yield from self._side("Speaks against it", verdict.findings_against)
        if stated := self._stated.get((verdict.factor, verdict.actor)):
            yield Heading(f"Authors say: {JUDGEMENTS[stated.stated].label}")
            yield from self._listed(stated.findings)
            if stated.difference:
                yield Prose(line("Why they differ: ", Piece(_reason(stated), Look.FREE)))
        if each := self._yearly.get((verdict.factor, verdict.actor)):
            yield Heading("Period by period")
            yield Listing(tuple(_period(one, verdict) for one in each))

    def _side(self, title: str, findings: Iterable[FindingId]) -> Iterator[Block]:
        held = tuple(findings)
        yield Heading(title)
        if held:
            yield from self._listed(held)
        else:
            yield Prose(line("No finding."))

    def _listed(self, findings: Iterable[FindingId]) -> Iterator[Block]:
        items = tuple(self._names.told(finding) for finding in findings)
        if items:
            yield Listing(items)


def _anchor(factor: RuleId, actor: ActorId) -> str:
    return f"factor-{factor}:{actor}"  # no id holds a colon, so no two places share an anchor


def _signed(judgement: Judgement) -> str:
    return f"{JUDGEMENTS[judgement].sign} {JUDGEMENTS[judgement].label}"


def _below(stated: StatedFactor | None) -> str:
    if stated is None:
        return ""
    if stated.stated is Judgement.NOT_CODED:
        return "authors: nothing"
    label = JUDGEMENTS[stated.stated].label
    return f"authors differ: {label}" if stated.agrees is False else f"authors: {label}"


def _reason(each: StatedFactor) -> str:
    """Take the verdict's own reasons off the end of the explanation: they stand in the panel."""
    return each.difference.removesuffix(each.derived.why).strip()


def _period(one: FactorVerdict, whole: FactorVerdict) -> Line:
    numbers = [
        f"{counted(len(held), 'finding')} {side}"
        for held, side in ((one.findings_for, "for it"), (one.findings_against, "against it"))
        if held
    ]
    said = f"{one.period}: {_signed(one.judgement)}{', open' if one.is_open else ''}"
    rest = soft(f" ({', '.join(numbers)})") if numbers else ()
    differs = one.judgement is not whole.judgement and one.judgement is not Judgement.NOT_CODED
    return line(said, rest, *((" ", Piece(one.why, Look.FREE)) if differs else ()))
