"""What of a study's results depends on how it was done: every alternative tried, with the results it changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property

import polars as pl

from riven.analysis.bench import Agenda, Bench
from riven.analysis.configurations import solutions
from riven.analysis.inputs import Inputs, settled
from riven.analysis.resettling import Records
from riven.analysis.results import Analysis
from riven.analysis.robustness import Words, robustness
from riven.analysis.sensitivity import Alternative, Flip, Further, Place, Results, Sort, Tested, differences
from riven.model.rule import Rules
from riven.model.study import Study
from riven.pipeline.alternatives import Ruled, groups_out, other_findings, other_rules
from riven.pipeline.columns import columns_of
from riven.pipeline.results import inputs_of
from riven.pipeline.sheets import Row, to_frame

TABLE = "sensitivity.csv"

FURTHER: tuple[Further, ...] = (solutions,)
"""What yields results that follow from others."""


@dataclass(frozen=True)
class Sensitivity:
    """Every alternative of a study, with the results that come out otherwise.

    Attributes:
        results: Every result as it stands, by place.
        tested: Alternatives with their flips: switches, rollups, dates, sources, outlets, coders, groups.
        fragility: For every cell the fewest independent sources whose loss changes it; None without evidence.
        robustness: What of it holds, in plain sentences.
    """

    results: Results = field(hash=False)
    tested: tuple[Tested, ...]
    fragility: Mapping[Place, int | None] = field(hash=False)
    robustness: tuple[str, ...]

    def to_polars(self) -> pl.DataFrame:
        """Give every flip.

        Returns:
            The columns of sensitivity.csv; claims are joined by `; `, null where none counts otherwise.
        """
        return to_frame(columns_of(TABLE), flip_rows(self.tested))

    @cached_property
    def _by_place(self) -> Mapping[Place, list[tuple[Alternative, Flip]]]:
        found: dict[Place, list[tuple[Alternative, Flip]]] = {}
        for tested in self.tested:
            for flip in tested.flips:
                found.setdefault(flip.place, []).append((tested.alternative, flip))
        return found

    def flipping(self, place: Place) -> tuple[Alternative, ...]:
        """Name the alternatives under which a result comes out otherwise.

        Returns:
            Alternatives in the order tried; empty when it is the same under all.
        """
        return tuple(alternative for alternative, _ in self._by_place.get(place, ()))

    def only(self, *, sort: Sort | None = None, measure: str = "") -> tuple[Tested, ...]:
        """Narrow the alternatives down.

        Args:
            sort: Alternatives of this sort; None for all.
            measure: Cells of this measure; empty for every result.

        Returns:
            Alternatives, with the flips asked for.
        """
        held = (one for one in self.tested if sort in {None, one.alternative.sort})
        if not measure:
            return tuple(held)
        return tuple(
            replace(one, flips=tuple(flip for flip in one.flips if (flip.what, flip.measure) == ("cell", measure)))
            for one in held
        )


def flip_rows(tested: Iterable[Tested]) -> Iterator[Row]:
    """One row a result that an alternative changes.

    Args:
        tested: Alternatives with their flips.

    Yields:
        Rows of sensitivity.csv.
    """
    for one in tested:
        told = {"alternative": one.alternative.id, "sort": str(one.alternative.sort)}
        yield from (told | asdict(flip) for flip in one.flips)


def alternative_rows(tested: Iterable[Tested]) -> Iterator[Row]:
    """One row an alternative, those that change nothing included.

    Args:
        tested: Alternatives with their flips.

    Yields:
        Rows of alternatives.csv.
    """
    for one in tested:
        yield {
            "alternative": one.alternative.id,
            "sort": str(one.alternative.sort),
            "sentence": one.alternative.sentence,
            "flips": len(one.flips),
            "claims": tuple(dict.fromkeys(claim for flip in one.flips for claim in flip.claims)),
        }


def sensitivity_of(study: Study, analysis: Analysis) -> Sensitivity:
    """Try every alternative of a study.

    Args:
        study: The study.
        analysis: Its analysis as it stands.

    Returns:
        The alternatives with what they change, and what follows from that in plain words.
    """
    inputs = inputs_of(study)
    records = Records(inputs, analysis.findings.values())
    ruled = tuple(other_rules(study, inputs.setting))
    altered = tuple(other_findings(study, records, analysis.findings))
    parted = tuple(groups_out(study, analysis))
    alike = [held.setting for held in ruled if _settles_alike(held.setting.rules, study.rules)]
    agenda = Agenda(alike, [held.change for held in altered], [held.group for held in parted])
    bench = Bench(inputs, analysis.findings.values(), agenda, further=FURTHER)
    tested = [*_ruled(ruled, bench, inputs)]
    tested += [Tested(held.alternative, bench.after(number)) for number, held in enumerate(altered)]
    tested += [Tested(held.alternative, bench.without(number)) for number, held in enumerate(parted)]
    fragility = {
        Place("cell", measure, actor, period): cell.fragility
        for measure, panel in analysis.panels.items()
        for (actor, period), cell in panel.cells.items()
    }
    return Sensitivity(bench.results, tuple(tested), fragility, robustness(bench.results, tested, _words(study)))


def _ruled(ruled: Iterable[Ruled], bench: Bench, inputs: Inputs) -> Iterator[Tested]:
    """Try other rules; where they settle claims otherwise, from the claims on."""
    number = 0
    for held in ruled:
        if _settles_alike(held.setting.rules, inputs.setting.rules):
            yield Tested(held.alternative, bench.under(number))
            number += 1
        else:
            anew = replace(inputs, setting=held.setting)
            other = Bench(anew, settled(anew).findings.values(), Agenda(), further=FURTHER)
            yield Tested(held.alternative, differences(bench.results, other.results))


def _settles_alike(rules: Rules, others: Rules) -> bool:
    """Say whether claims are settled into the same findings under both."""
    return (rules.group_by_key, rules.coders, rules.publication_bound) == (
        others.group_by_key,
        others.coders,
        others.publication_bound,
    )


def _words(study: Study) -> Words:
    """Give robustness the printed names of what it tells about."""
    rules = study.rules
    return Words(
        actors={actor: held.name for actor, held in study.actors.items()},
        figures={measure: f"Figure {number}" for number, measure in enumerate(rules.measures, start=1)},
        factors={factor: held.label for factor, held in rules.argument.factors.items()},
        camps={camp.id: camp.label for camp in rules.camps},
    )
