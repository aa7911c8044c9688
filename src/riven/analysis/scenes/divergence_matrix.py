"""The matrix of divergence: how far the focal actor and its rivals are apart, respect by respect and over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from riven.analysis.scenes.lineup import lineup
from riven.analysis.scenes.matrix import OVER_ALL, Column, DistanceMark, DivergenceScene, Line
from riven.analysis.wording import counted, each, either
from riven.ids import ActorId, FindingId, RuleId

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.argument import Argued, Outcome
    from riven.analysis.divergence import Apart, Coded
    from riven.analysis.scope import Scope

TITLE = "How far groups are apart"
OVERALL = "Over all"
NO_PROFILES = "The rules declare no respects in which groups are compared."
NO_PAIR = "There are not two groups to compare."
MOST_READ_OUT = 40
MOST_PAIRED = 40  # rivals compared with each other; 300 would make 45 000 pairs
_OVERALL_SENTENCE = "The mean of the respects in which both groups are coded."
_SHOWN = "Distance from 0 (alike) to 1 (nothing in common), in each respect and over all those in which both are coded."

Row = dict[str, str | int | float | tuple[str, ...] | None]


def divergence_matrix(scope: Scope, outcome: Outcome, argued: Argued) -> DivergenceScene:
    """Set the focal actor and its rivals side by side.

    Args:
        scope: The scope.
        outcome: Rivals and camps in that scope.
        argued: What is coded about groups, and how far they are apart.

    Returns:
        The scene; without profiles or a pair of groups only its sentence.
    """
    rules = scope.rules.argument.profiles
    columns = tuple(Column(rule.id, rule.label, scope.filled(rule.sentence)) for rule in rules.values())
    coded = {(held.profile, held.actor): held for held in argued.divergence.coded}
    compared = {actor for _, actor in coded}
    lines = tuple(Line(one.actor, one.label, one.group) for one in lineup(scope, outcome) if one.actor in compared)
    if not columns or len(lines) < 2:
        return DivergenceScene(TITLE, NO_PAIR if columns else NO_PROFILES, columns, (), (), ())
    marks = _Marks(scope, lines, coded, argued.divergence.apart)
    columns = (*columns, Column(OVER_ALL, OVERALL, _OVERALL_SENTENCE))
    first, rest = lines[0], lines[1:]
    pairs = ((first, line) for line in rest) if first.actor == scope.focal else ()
    paired = [line for line in lines if line.actor != scope.focal]
    return DivergenceScene(
        title=TITLE,
        sentence=_SHOWN,
        columns=columns,
        rows=lines,
        from_focal=tuple(marks.mark(*pair, column) for pair in pairs for column in columns),
        between=tuple(
            marks.mark(*pair, column)
            for pair in combinations(paired if len(paired) <= MOST_PAIRED else (), 2)
            for column in columns
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """What two groups share in one respect, and what only one of them has; labels of categories."""

    shared: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]


class _Marks:
    """Puts distances into words, whichever of the two groups comes first."""

    def __init__(
        self,
        scope: Scope,
        lines: Sequence[Line],
        coded: Mapping[tuple[RuleId, ActorId], Coded],
        apart: Iterable[Apart],
    ) -> None:
        self._rules = scope.rules.argument.profiles
        self._variables = scope.codebook.variables
        self._names = {line.actor: line.label for line in lines}
        self._coded = coded
        self._apart = {(held.profile, held.one, held.other): held for held in apart}

    def mark(self, one: Line, other: Line, column: Column) -> DistanceMark:
        """Say how far two groups are apart in one respect."""
        held = self._apart.get((column.id, one.actor, other.actor))
        turned = held is None
        held = held or self._apart[column.id, other.actor, one.actor]
        sides = self._sides(held, turned=turned)
        missing = "" if held.distance is not None else self._missing(one, other, column)
        label = f"{one.label} and {other.label}, {column.label}"
        return DistanceMark(
            one=one.actor,
            other=other.actor,
            profile=column.id,
            label=label,
            sentence=f"{label}: {missing or self._told(held, sides)}.",
            distance=held.distance,
            counted=held.counted,
            shared=sides.shared,
            only_one=sides.only_one,
            only_other=sides.only_other,
            missing=missing,
            findings=self._findings(one.actor, other.actor, column.id),
            claims=held.claims,
        )

    def _sides(self, held: Apart, *, turned: bool) -> _Sides:
        if held.profile == OVER_ALL:
            return _Sides((), (), ())
        categories = self._variables[self._rules[held.profile].variable].categories
        labels = {str(category.id): category.entry.label for category in categories}
        ones, others = (held.only_other, held.only_one) if turned else (held.only_one, held.only_other)
        return _Sides(*(tuple(labels.get(name, name) for name in names) for names in (held.shared, ones, others)))

    def _missing(self, one: Line, other: Line, column: Column) -> str:
        profiles = list(self._rules) if column.id == OVER_ALL else [column.id]
        blank = [
            line.label
            for line in (one, other)
            if not any(self._coded[profile, line.actor].is_coded for profile in profiles)
        ]
        if blank:
            return f"cannot be told, as nothing is coded about {either(blank)}"
        return "cannot be told, as they are coded in no respect together" if column.id == OVER_ALL else "cannot be told"

    def _told(self, held: Apart, sides: _Sides) -> str:
        told = f"distance {held.distance:.2f}"
        if held.profile == OVER_ALL:
            return f"{told}, the mean of {counted(held.counted, 'respect')}"
        return f"{told}; shared: {each(sides.shared)}" if sides.shared else f"{told}; nothing shared"

    def _findings(self, one: ActorId, other: ActorId, profile: RuleId) -> tuple[FindingId, ...]:
        profiles = list(self._rules) if profile == OVER_ALL else [profile]
        named = (finding for own in profiles for actor in (one, other) for finding in self._coded[own, actor].findings)
        return tuple(dict.fromkeys(named))


def caption(scene: DivergenceScene) -> str:
    """Write the caption: what is measured, and how much cannot be told.

    Returns:
        Sentences in one paragraph.
    """
    marks = (*scene.from_focal, *scene.between)
    if not marks:
        return scene.sentence
    pairs = [mark for mark in marks if mark.profile == OVER_ALL]
    missing = sum(mark.distance is None for mark in pairs)
    told = f"Of {counted(len(pairs), 'pair')} of groups, {missing or 'none'} cannot be compared at all."
    parts = [scene.sentence, told]
    if any(mark.distance is None for mark in marks):
        parts.append("What was not coded is missing and counts neither as alike nor as apart.")
    if not scene.between and len(scene.rows) > 2:
        parts.append("Rivals are too many to be set beside each other; divergence.csv has every pair.")
    return " ".join(parts)


def alternative(scene: DivergenceScene) -> str:
    """Describe the matrix for a reader who cannot see it.

    Returns:
        The title, and every rival against the focal actor in words; for more than 40 rivals only over all.
    """
    if not scene.from_focal:
        return f"{scene.title}. {scene.sentence}"
    size = f"Matrix of {counted(len(scene.rows), 'group')} by {counted(len(scene.columns) - 1, 'respect')}."
    is_long = len(scene.rows) > MOST_READ_OUT
    told = [mark.sentence for mark in scene.from_focal if mark.profile == OVER_ALL or not is_long]
    return " ".join([f"{scene.title}.", size, *told])


def rows(scene: DivergenceScene) -> Iterator[Row]:
    """Lay the scene out as a table: one row a pair of groups and respect.

    Yields:
        Rows of figures/divergence.csv.
    """
    labels = {line.actor: line.label for line in scene.rows}
    columns = {column.id: column.label for column in scene.columns}
    for mark in (*scene.from_focal, *scene.between):
        yield {
            "one": mark.one,
            "one_label": labels[mark.one],
            "other": mark.other,
            "other_label": labels[mark.other],
            "profile": mark.profile,
            "profile_label": columns[mark.profile],
            "distance": mark.distance,
            "counted": mark.counted,
            "shared": mark.shared,
            "only_one": mark.only_one,
            "only_other": mark.only_other,
            "missing": mark.missing or None,
            "findings": mark.findings,
            "claims": mark.claims,
        }
