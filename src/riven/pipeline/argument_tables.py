"""The tables of what a study argues beyond its figures: one row a fact, and the claims behind it in every row."""

from collections.abc import Callable, Iterator, Mapping

from riven.analysis.network import Slice
from riven.analysis.qca import Solved
from riven.ids import FindingId
from riven.model.finding import Finding
from riven.pipeline.argument import Arguments
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
        }


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
            "state": str(each.state),
            "finding": each.finding,
            "claims": each.claims,
        }


def configuration_rows(held: Arguments) -> Rows:
    """One row a model and completion of a question to configurations.

    Yields:
        Rows of configurations.csv.
    """
    for each in held.argued.configurations:
        for number, run in enumerate(each.completions.each if each.completions else (), start=1):
            solutions = {"conservative": run.analysis.conservative, "parsimonious": run.analysis.parsimonious}
            for solution, models in solutions.items():
                for model in models:
                    yield {
                        "configuration": each.rule.id,
                        "completion": number,
                        "settled": _settled(each.completions, run.scores),
                        "solution": solution,
                        **_model_row(model),
                    }


def _settled(completions: object, scores: tuple[int, ...]) -> list[str]:
    disputed = completions.disputed  # type: ignore[attr-defined]
    return [f"{each.case} {each.name}: {score}" for each, score in zip(disputed, scores, strict=True)]


def _model_row(model: Solved) -> Row:
    return {
        "model": model.written,
        "consistency": model.fit.consistency,
        "pri": model.fit.pri,
        "coverage": model.fit.coverage,
        "assumed": len(model.assumed),
        "cases": tuple(dict.fromkeys(case for part in model.parts for case in part.cases)),
    }


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
    for each in held.argued.shares:
        yield {
            "measure": each.measure,
            "voice": each.voice,
            "single": each.single,
            "known": each.known,
            "evidence": each.evidence,
            "share": each.share,
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
        for mass in timing.estimate.masses:
            yield {
                "measure": timing.measure,
                "first_day": mass.first,
                "last_day": mass.last,
                "probability": mass.probability,
                "surviving": mass.surviving,
                "groups": timing.estimate.n,
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
}
