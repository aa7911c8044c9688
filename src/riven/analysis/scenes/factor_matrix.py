"""The matrix of rivals by factors: what the rules derive beside what authors state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from riven.analysis.scenes.lineup import lineup
from riven.analysis.scenes.matrix import Agreement, Column, FactorMark, FactorScene, Line
from riven.analysis.wording import counted
from riven.ids import ActorId, RuleId
from riven.model.argument import Judgement
from riven.model.wording import window_words

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.argument import Argued, Outcome
    from riven.analysis.factors import FactorVerdict, StatedFactor
    from riven.analysis.scope import Scope

TITLE = "What sets rivals apart: derived and stated"
NO_FACTORS = "The rules declare no factors."
NO_RIVALS = "There is no rival to judge."
MOST_READ_OUT = 40
_SHOWN = "Each factor as the rules derive it from findings of {window}, beside what authors themselves state."

Row = dict[str, str | bool | tuple[str, ...] | None]


def judgement_words(judgement: Judgement) -> str:
    """Say a judgement.

    Returns:
        Such as `some factions`.
    """
    return judgement.value.replace("_", " ")


def factor_matrix(scope: Scope, outcome: Outcome, argued: Argued) -> FactorScene:
    """Set every factor of every rival beside what authors state.

    Args:
        scope: The scope.
        outcome: Rivals and camps in that scope.
        argued: Factors, derived and stated.

    Returns:
        The scene; without factors or rivals only its sentence.
    """
    rules = scope.rules.argument.factors
    columns = tuple(Column(rule.id, rule.label, scope.filled(rule.sentence)) for rule in rules.values())
    lines = tuple(Line(one.actor, one.label, one.group) for one in lineup(scope, outcome) if one.is_rival)
    if not columns or not lines:
        return FactorScene(TITLE, NO_RIVALS if columns else NO_FACTORS, columns, (), ())
    whole = {(held.factor, held.actor): held for held in argued.factors if held.period == scope.whole.label}
    stated = {(held.factor, held.actor): held for held in argued.stated}
    return FactorScene(
        title=TITLE,
        sentence=_SHOWN.format(window=window_words(scope.window)),
        columns=columns,
        rows=lines,
        marks=tuple(_marks(lines, columns, whole, stated)),
    )


_Place = tuple[RuleId, ActorId]


def _marks(
    lines: Iterable[Line],
    columns: tuple[Column, ...],
    whole: Mapping[_Place, FactorVerdict],
    stated: Mapping[_Place, StatedFactor],
) -> Iterator[FactorMark]:
    for line in lines:
        for column in columns:
            verdict, said = whole[column.id, line.actor], stated.get((column.id, line.actor))
            findings = (*verdict.findings_for, *verdict.findings_against, *(said.findings if said else ()))
            claims = (*verdict.claims_for, *verdict.claims_against, *(said.claims if said else ()))
            label = f"{line.label}, {column.label}"
            yield FactorMark(
                actor=line.actor,
                factor=column.id,
                label=label,
                sentence=f"{label}: {_told(verdict, said)}.",
                derived=verdict.judgement,
                is_open=verdict.is_open,
                stated=said.stated if said else None,
                agreement=_agreement(verdict.judgement, said.stated if said else None),
                why=verdict.why,
                difference=said.difference if said else "",
                findings=tuple(dict.fromkeys(findings)),
                claims=tuple(dict.fromkeys(claims)),
            )


def _agreement(derived: Judgement, stated: Judgement | None) -> Agreement:
    is_derived = derived is not Judgement.NOT_CODED
    is_stated = stated not in {None, Judgement.NOT_CODED}
    if is_derived and is_stated:
        return Agreement.SAME if derived is stated else Agreement.DIFFERENT
    if is_derived:
        return Agreement.ONLY_DERIVED
    return Agreement.ONLY_STATED if is_stated else Agreement.NEITHER


def _told(verdict: FactorVerdict, said: StatedFactor | None) -> str:
    derived = f"derived {judgement_words(verdict.judgement)}{', open' if verdict.is_open else ''}"
    if said is None:
        return derived
    if said.stated is Judgement.NOT_CODED:
        return f"{derived}; authors state nothing"
    differs = "which differs: " if _agreement(verdict.judgement, said.stated) is Agreement.DIFFERENT else ""
    return f"{derived}; authors state {differs}{judgement_words(said.stated)}"


def caption(scene: FactorScene) -> str:
    """Write the caption: what is compared, and how often the two sides agree.

    Returns:
        Sentences in one paragraph.
    """
    if not scene.marks:
        return scene.sentence
    counts = Counter(mark.agreement for mark in scene.marks)
    parts = [scene.sentence]
    if any(mark.stated is not None for mark in scene.marks):
        parts.append(
            f"Of {counted(len(scene.marks), 'judgement')}, both say the same in {counts[Agreement.SAME]} and differ in "
            f"{counts[Agreement.DIFFERENT]}; {counts[Agreement.ONLY_DERIVED]} are only derived, "
            f"{counts[Agreement.ONLY_STATED]} only stated, {counts[Agreement.NEITHER]} neither."
        )
    else:
        parts.append("The rules do not ask what authors state.")
    if any(Judgement.NOT_CODED in {mark.derived, mark.stated} for mark in scene.marks):
        parts.append("What was not coded is not thereby absent.")
    return " ".join(parts)


def alternative(scene: FactorScene) -> str:
    """Describe the matrix for a reader who cannot see it.

    Returns:
        The title and every judgement in words; for more than 40 rivals only those that differ.
    """
    if not scene.marks:
        return f"{scene.title}. {scene.sentence}"
    size = f"Matrix of {counted(len(scene.rows), 'rival')} by {counted(len(scene.columns), 'factor')}."
    shown = scene.marks
    if len(scene.rows) > MOST_READ_OUT:
        shown = tuple(mark for mark in scene.marks if mark.agreement is Agreement.DIFFERENT)
        size += " Those that differ:"
    return " ".join([f"{scene.title}.", size, *(mark.sentence for mark in shown)])


def rows(scene: FactorScene) -> Iterator[Row]:
    """Lay the scene out as a table: one row a rival and factor.

    Yields:
        Rows of figures/factors.csv.
    """
    labels = {line.actor: line for line in scene.rows}
    columns = {column.id: column.label for column in scene.columns}
    for mark in scene.marks:
        yield {
            "actor": mark.actor,
            "label": labels[mark.actor].label,
            "group": labels[mark.actor].group,
            "factor": mark.factor,
            "factor_label": columns[mark.factor],
            "derived": mark.derived.value,
            "open": mark.is_open,
            "stated": None if mark.stated is None else mark.stated.value,
            "agreement": mark.agreement.value,
            "findings": mark.findings,
            "claims": mark.claims,
        }
