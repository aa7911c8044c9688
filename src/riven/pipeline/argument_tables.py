"""The tables of what a study argues beyond its figures: one row a fact, and the claims behind it in every row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from riven.analysis.argument import Arguments
from riven.analysis.configurations import SOLUTIONS, Configuration
from riven.analysis.network import READINGS, Slice
from riven.analysis.qca import Solved
from riven.ids import ClaimId, FindingId
from riven.model.finding import Finding
from riven.pipeline.sensitivity import TABLE, alternative_rows, flip_rows
from riven.pipeline.sheets import Row

Rows = Iterator[Row]


def factor_rows(held: Arguments) -> Rows:
    """One row a factor, rival and period.

    Yields:
        Rows of factors.csv.
    """
    for verdict in held.argued.factors:
        yield {
            "factor": verdict.factor,
            "actor": verdict.actor,
            "period": verdict.period,
            "judgement": str(verdict.judgement),
            "open": verdict.is_open,
            "findings_for": verdict.findings_for,
            "findings_against": verdict.findings_against,
            "claims_for": verdict.claims_for,
            "claims_against": verdict.claims_against,
            "why": verdict.why,
        }


def stated_rows(held: Arguments) -> Rows:
    """One row a factor and rival: what authors state beside what was derived.

    Yields:
        Rows of stated_factors.csv.
    """
    for each in held.argued.stated:
        yield {
            "factor": each.factor,
            "actor": each.actor,
            "derived": str(each.derived.judgement),
            "stated": str(each.stated),
            "agrees": each.agrees,
            "difference": each.difference,
            "findings": each.findings,
            "claims": tuple(dict.fromkeys((*each.claims, *each.derived.claims_for, *each.derived.claims_against))),
        }


def profile_rows(held: Arguments) -> Rows:
    """One row a profile and group.

    Yields:
        Rows of profiles.csv.
    """
    for each in held.argued.divergence.coded:
        yield {
            "profile": each.profile,
            "actor": each.actor,
            "categories": each.categories,
            "denied": each.denied,
            "findings": each.findings,
            "claims": each.claims,
        }


def divergence_rows(held: Arguments) -> Rows:
    """One row a profile and pair of groups.

    Yields:
        Rows of divergence.csv.
    """
    for each in held.argued.divergence.apart:
        yield {
            "profile": each.profile,
            "one": each.one,
            "other": each.other,
            "distance": each.distance,
            "shared": each.shared,
            "only_one": each.only_one,
            "only_other": each.only_other,
            "counted": each.counted,
            "claims": each.claims,
        }


def tie_rows(held: Arguments) -> Rows:
    """One row a tie, period and finding.

    Yields:
        Rows of ties.csv.
    """
    ties = held.argued.ties
    names = held.evidence.findings["finding"].to_list()
    for layer, start, to, period, sign, key, state, carried in ties.frame.iter_rows():
        yield {
            "tie": layer,
            "start": start,
            "to": to,
            "period": ties.columns[period].label,
            "sign": sign,
            "state": state,
            "carried": carried,
            "finding": names[key],
            "claims": held.findings[names[key]].claims,
        }


def dyad_rows(held: Arguments) -> Rows:
    """One row a directed dyad and period.

    Yields:
        Rows of dyads.csv.
    """
    yield from held.argued.dyads.periods.iter_rows(named=True)


def count_rows(held: Arguments) -> Rows:
    """One row a directed dyad, period, sort of tie and category.

    Yields:
        Rows of dyad_counts.csv.
    """
    yield from held.argued.dyads.counts.rename({"layer": "tie"}).iter_rows(named=True)


def network_rows(held: Arguments) -> Rows:
    """One row a slice of the network.

    Yields:
        Rows of network.csv.
    """
    for each in held.argued.network.slices:
        yield _slice_row(each, held.findings)


def _slice_row(each: Slice, findings: Mapping[FindingId, Finding]) -> Row:
    signs = list(each.graph.ties.values())
    claims = dict.fromkeys(claim for own in each.findings for claim in findings[FindingId(own)].claims)
    return {
        "period": each.period,
        "reading": each.reading,
        "actors": len(each.graph.actors),
        "positive": sum(sign > 0 for sign in signs),
        "negative": sum(sign < 0 for sign in signs),
        "mixed": len(each.graph.mixed),
        "neutral": len(each.neutral),
        "all_friends": each.triads.all_friends,
        "common_friend": each.triads.common_friend,
        "common_enemy": each.triads.common_enemy,
        "all_enemies": each.triads.all_enemies,
        "balanced": each.triads.balanced,
        "weakly_balanced": each.triads.weakly_balanced,
        "triples": each.triples,
        "walk_balance": each.walk,
        "frustration": each.frustration.upper,
        "frustration_exact": each.frustration.is_exact,
        "frustration_told": each.frustration.label,
        "frustrated": [" - ".join(pair) for pair in each.frustration.frustrated],
        "claims": tuple(claims),
    }


def place_rows(held: Arguments) -> Rows:
    """One row an actor in a slice of the network.

    Yields:
        Rows of network_actors.csv.
    """
    claims = _claims_of_places(held)
    for each in held.argued.network.places:
        yield {
            "period": each.period,
            "reading": each.reading,
            "actor": each.actor,
            "friends": each.friends,
            "enemies": each.enemies,
            "mixed": each.mixed,
            "sent": each.sent,
            "received": each.received,
            "betweenness": each.betweenness,
            "community": each.community,
            "side": each.side,
            "ego": each.ego,
            "claims": claims[each.reading, each.period, each.actor],
        }


def _claims_of_places(held: Arguments) -> Mapping[tuple[str, str, str], list[ClaimId]]:
    """List the claims behind the ties of every actor: by reading, period and actor."""
    found: dict[tuple[str, str, str], dict[ClaimId, None]] = defaultdict(dict)
    for row in tie_rows(held):
        for reading, states in READINGS.items():
            if row["state"] in states:
                for period in (row["period"], held.whole):
                    for actor in (row["start"], row["to"]):
                        found[reading, str(period), str(actor)] |= dict.fromkeys(row["claims"])  # type: ignore[arg-type]
    return {key: list(claims) for key, claims in found.items()}


def lineage_rows(held: Arguments) -> Rows:
    """One row an event of descent or belonging.

    Yields:
        Rows of lineage.csv.
    """
    for each in held.argued.lineage.events:
        yield {
            "event": str(each.event),
            "relation": each.relation,
            "child": each.child,
            "parent": each.parent,
            "child_as": each.child_as,
            "parent_as": each.parent_as,
            "date": None if each.date is None else each.date.edtf,
            "earliest": None if each.days.first is None else str(each.days.first),
            "latest": None if each.days.last is None else str(each.days.last),
            "dated": None if each.role is None else str(each.role),
            "state": str(each.state),
            "finding": each.finding,
            "claims": each.claims,
        }


def configuration_rows(held: Arguments) -> Rows:
    """One row a model of a question to configurations: how often it holds, however missing scores are settled.

    Yields:
        Rows of configurations.csv.
    """
    for each in held.argued.configurations:
        if each.completions is None:
            continue
        claims = _claims_of_cases(held, each)
        for solution, read in SOLUTIONS.items():
            met = defaultdict(list)
            for run in each.completions.each:
                for model in read(run.analysis):
                    met[model.written].append(model)
            for standing in each.completions.models(read):
                yield {
                    "configuration": each.rule.id,
                    "solution": solution,
                    "model": standing.written,
                    "held": standing.held,
                    "of": standing.of,
                    "survives": standing.survives,
                    **_fits(met[standing.written]),
                    "claims": claims,
                }


def _fits(models: Sequence[Solved]) -> Row:
    """Tell the least fit a model has in any completion in which it holds, and the most it assumes."""
    return {
        "consistency": _least(model.fit.consistency for model in models),
        "pri": _least(model.fit.pri for model in models),
        "coverage": _least(model.fit.coverage for model in models),
        "assumed": max(len(model.assumed) for model in models),
        "cases": tuple(dict.fromkeys(case for model in models for part in model.parts for case in part.cases)),
    }


def _least(values: Iterable[float | None]) -> float | None:
    return min((value for value in values if value is not None), default=None)


def _claims_of_cases(held: Arguments, each: Configuration) -> list[ClaimId]:
    """List the claims behind the scores of all cases of a question."""
    named = {(actor, factor) for actor in each.scores for factor in each.rule.conditions}
    verdicts = [v for v in held.argued.factors if v.period == held.whole and (v.actor, v.factor) in named]
    return list(dict.fromkeys(claim for v in verdicts for claim in (*v.claims_for, *v.claims_against)))


def score_rows(held: Arguments) -> Rows:
    """One row a case and condition of a question to configurations.

    Yields:
        Rows of configuration_scores.csv.
    """
    claims = {
        (verdict.actor, verdict.factor): (*verdict.claims_for, *verdict.claims_against)
        for verdict in held.argued.factors
        if verdict.period == held.whole
    }
    for each in held.argued.configurations:
        for actor, scores in each.scores.items():
            names = (*each.rule.conditions, each.rule.camp)
            for name, score in zip(names, scores, strict=True):
                yield {
                    "configuration": each.rule.id,
                    "actor": actor,
                    "condition": name,
                    "score": score,
                    "answer": each.refusal,
                    "claims": claims.get((actor, name), ()),
                }


def voice_rows(held: Arguments) -> Rows:
    """One row a cell: how many voices it rests on, beside the effort.

    Yields:
        Rows of voices.csv.
    """
    for each in held.argued.voices:
        yield {
            "measure": each.measure,
            "actor": each.actor,
            "period": each.period,
            "state": str(each.state),
            "documents_searched": each.documents_searched,
            **{f"{voice}s" if voice != "country" else "countries": each.numbers[voice] for voice in each.numbers},
            "claims": each.claims,
        }


def share_rows(held: Arguments) -> Rows:
    """One row a measure and sort of voice.

    Yields:
        Rows of voice_shares.csv.
    """
    claims: dict[str, dict[ClaimId, None]] = defaultdict(dict)
    for cell in held.argued.voices:
        claims[cell.measure] |= dict.fromkeys(cell.claims)
    for each in held.argued.shares:
        yield {
            "measure": each.measure,
            "voice": each.voice,
            "single": each.single,
            "known": each.known,
            "evidence": each.evidence,
            "share": each.share,
            "claims": list(claims[each.measure]),
        }


def expectation_rows(held: Arguments) -> Rows:
    """One row an expectation, with the cells that bear on it.

    Yields:
        Rows of expectations.csv.
    """
    for looked in held.outlook.expectations:
        each = looked.expectation
        yield {
            "expectation": each.id,
            "question": each.question,
            "rule": each.rule,
            "covers": each.covers.edtf,
            "author": each.author,
            "stated": None if each.stated is None else each.stated.edtf,
            "term": each.term,
            "percent": each.percent,
            "locked": bool(each.lock),
            "outcome": str(each.outcome),
            "resolved_on": None if each.resolved_on is None else str(each.resolved_on),
            "reason": each.reason,
            "scored": looked.scored,
            "cells": [f"{cell.actor} {cell.period} {cell.measure}: {cell.state}" for cell in looked.cells],
            "claims": tuple(dict.fromkeys(claim for cell in looked.cells for claim in cell.claims)),
            "passages": each.passages,
            "resolution_passages": each.resolution_passages,
        }


def report_rows(held: Arguments) -> Rows:
    """One row a measure and group: when it was first reported, as days since the window began.

    Yields:
        Rows of first_reports.csv.
    """
    for timing in held.timings:
        for each in timing.reports:
            yield {
                "measure": each.measure,
                "actor": each.actor,
                "reported": each.last is not None,
                "first_day": each.first,
                "last_day": each.last,
                "findings": each.findings,
                "claims": each.claims,
            }


def survival_rows(held: Arguments) -> Rows:
    """One row a measure and range of days that holds probability.

    Yields:
        Rows of first_report_estimate.csv.
    """
    for timing in held.timings:
        claims = tuple(dict.fromkeys(claim for report in timing.reports for claim in report.claims))
        for mass in timing.estimate.masses:
            yield {
                "measure": timing.measure,
                "first_day": mass.first,
                "last_day": mass.last,
                "probability": mass.probability,
                "surviving": mass.surviving,
                "groups": timing.estimate.n,
                "claims": claims,
            }


ARGUMENT_TABLES: Mapping[str, Callable[[Arguments], Rows]] = {
    "factors.csv": factor_rows,
    "stated_factors.csv": stated_rows,
    "profiles.csv": profile_rows,
    "divergence.csv": divergence_rows,
    "ties.csv": tie_rows,
    "dyads.csv": dyad_rows,
    "dyad_counts.csv": count_rows,
    "network.csv": network_rows,
    "network_actors.csv": place_rows,
    "lineage.csv": lineage_rows,
    "configurations.csv": configuration_rows,
    "configuration_scores.csv": score_rows,
    "voices.csv": voice_rows,
    "voice_shares.csv": share_rows,
    "expectations.csv": expectation_rows,
    "first_reports.csv": report_rows,
    "first_report_estimate.csv": survival_rows,
    "alternatives.csv": lambda held: alternative_rows(held.tested),
    TABLE: lambda held: flip_rows(held.tested),
}
