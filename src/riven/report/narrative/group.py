"""The account of one rival, part by part, and that of the focal actor."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from riven.ids import ActorId, FindingId, MeasureId
from riven.model.panel import CellState, Panel
from riven.model.wording import STATE_WORDS
from riven.report.blocks import Piece
from riven.report.content import CampVerdict
from riven.report.narrative.outlook import expected
from riven.report.narrative.sentences import Block, Paragraph, Sentence, free, remark
from riven.report.narrative.sorting import Part, Sorted
from riven.report.narrative.why import Reasons
from riven.report.rulebook import filled
from riven.report.safety import isolated

EMPTY = {
    Part.IDENTITY: "No finding of the study says who they are.",
    Part.SAID: "No finding of the study tells of anything that was said.",
    Part.LEFT: "No finding of the study tells of anybody who left.",
    Part.WHY: "No finding of the study says why.",
    Part.OUTLOOK: "The study records no expectation about them, and no source a forecast.",
}
_DIVIDED = "divided"
SILENCE = " That nothing was found is not to say that there was nothing."


class GroupAccount:
    """Tells the account of the rivals of one study."""

    def __init__(self, reasons: Reasons) -> None:
        """Prepare to tell.

        Args:
            reasons: What the account is told from.
        """
        self._reasons = reasons
        self._content, self._sorting, self._telling = reasons.content, reasons.sorting, reasons.telling
        self.sorted = {
            each.actor: self._sorting.rival(each.actor, self._camp(each.actor))
            for each in self._content.rivals
            if each.rival
        }

    def _camp(self, actor: ActorId) -> CampVerdict | None:
        return next((each for each in self._content.camps if each.actor == actor), None)

    def rivals(self) -> tuple[ActorId, ...]:
        """Give the rivals camp by camp, in the order of the rules read from the last camp tried to the first."""
        camps: list[str] = [camp.id for camp in reversed(self._content.rules.camps)]
        held = {each.actor: each.camp for each in self._content.camps}
        places = {actor: camps.index(held[actor]) if held.get(actor) in camps else len(camps) for actor in self.sorted}
        return tuple(sorted(self.sorted, key=lambda actor: places[actor]))

    def blocks(self, actor: ActorId) -> tuple[Block, ...]:
        """Tell the account of a rival.

        Returns:
            Its five parts, in order.
        """
        held = self.sorted[actor]
        return (
            self._block(actor, Part.IDENTITY, self._identity(held.parts[Part.IDENTITY])),
            self._measured(actor, Part.SAID, (self._sorting.hostility,)),
            self._measured(actor, Part.LEFT, self._sorting.losses),
            self._why(actor),
            self._outlook(actor),
        )

    def _identity(self, findings: Iterable[FindingId]) -> Iterator[Paragraph]:
        """Tell where a group comes from, what it wants and attacks, then everything else."""
        argument = self._content.rules.argument
        first = [argument.lineage.kind] if argument.lineage else []
        first += [profile.kind for profile in argument.profiles.values()]
        return self._telling.paragraphs(findings, labelled=True, first=first)

    def _block(
        self, actor: ActorId, part: Part, told: Iterable[Paragraph], *, title: str = "", rules: tuple[str, ...] = ()
    ) -> Block:
        paragraphs = [paragraph for paragraph in told if paragraph]
        found = [own for paragraph in paragraphs for sentence in paragraph for own in sentence.findings]
        support = self._telling.support(found)
        if paragraphs and support:
            paragraphs[-1] = (*paragraphs[-1], support)
        if not paragraphs:
            paragraphs = [(remark(EMPTY[part] + SILENCE),)]
        return Block(f"{actor}.{part}", self._title(title or part), tuple(paragraphs), rules=rules)

    def _title(self, name: str) -> str:
        """Give the title of a part, or of a reason that is of the divided, as the rules have it."""
        return isolated(filled(str(getattr(self._content.rules.argument.account, name)), self._content))

    def _measured(self, actor: ActorId, part: Part, measures: Sequence[MeasureId]) -> Block:
        held = self.sorted[actor]
        told = list(self._direct_then_inherited(actor, held, held.parts[part]))
        cells = tuple(sentence for own in measures if (sentence := self._cells(actor, own)))
        block = self._block(actor, part, told, rules=tuple(sentence.text for sentence in cells))
        return replace(block, paragraphs=(*block.paragraphs, *((cells,) if cells else ())))

    def _direct_then_inherited(
        self, actor: ActorId, held: Sorted, findings: Sequence[FindingId]
    ) -> Iterator[Paragraph]:
        yield from self._telling.paragraphs((own for own in findings if own not in held.paths), labelled=True)
        ways = dict.fromkeys(held.paths[own] for own in findings if own in held.paths)
        for steps in ways:
            ours = [own for own in findings if held.paths.get(own) == steps]
            head: Paragraph = (self._telling.path(steps, actor),)
            for paragraph in self._telling.paragraphs(ours, labelled=False):
                yield (*head, *paragraph)
                head = ()

    def _cells(self, actor: ActorId, measure: MeasureId) -> Sentence | None:
        """Say what a figure makes of it: every period with its state in words."""
        panel = self._content.panels.get(measure)
        if panel is None or actor not in panel.actors:
            return None
        number = list(self._content.panels).index(measure) + 1
        told = "; ".join(_states(panel, actor))
        head = f"In Figure {number} (“{isolated(filled(panel.title, self._content))}”) this reads: "
        return remark(free(head), Piece(f"{told}."))

    def _why(self, actor: ActorId) -> Block:
        camp = self._camp(actor)
        rule = next((each for each in self._content.rules.camps if camp and each.id == camp.camp), None)
        divided = self._content.rules.argument.account.camps
        is_divided = rule is not None and (rule.id in divided if divided else len(rule.needs) > 1)
        told = [self._reasons.camp(camp), *self._reasons.factors(actor, self.sorted[actor].parts[Part.WHY])]
        if not any(sentence.findings for paragraph in told for sentence in paragraph):
            told = [(remark(EMPTY[Part.WHY] + SILENCE),), *told]
        rules = (camp.camp if camp else "", *self._reasons.judgements(actor))
        return self._block(actor, Part.WHY, told, title=_DIVIDED if is_divided else "", rules=rules)

    def _outlook(self, actor: ActorId) -> Block:
        held = (looked.expectation for looked in self._reasons.told.outlook.expectations)
        forecasts = self.sorted[actor].parts[Part.OUTLOOK]
        return self._block(actor, Part.OUTLOOK, expected(held, (actor,), forecasts, self._telling))

    def focal(self) -> tuple[Block, ...]:
        """Tell what is held about the focal actor that no rival's account tells.

        Returns:
            Who it is, and what to expect.
        """
        own = self._content.about.focal
        found = self._sorting.focal(
            each for held in self.sorted.values() for part in held.parts.values() for each in part
        )
        forecasts = [each for each in found if self._sorting.is_forecast(each)]
        rest = [each for each in found if each not in forecasts]
        looked = [each.expectation for each in self._reasons.told.outlook.expectations]
        ours = [each for each in looked if not self.sorted.keys() & set(each.actors)]
        told = expected(ours, {own, *(actor for each in ours for actor in each.actors)}, forecasts, self._telling)
        return (
            self._block(own, Part.IDENTITY, self._identity(rest)),
            self._block(own, Part.OUTLOOK, told),
        )


def _states(panel: Panel, actor: ActorId) -> Iterator[str]:
    for state in CellState:
        periods = [period for period in panel.periods if panel.cells[actor, period].state is state]
        if periods:
            words = STATE_WORDS[state]
            yield f"{words.label} in {', '.join(periods)} ({words.meaning})"
