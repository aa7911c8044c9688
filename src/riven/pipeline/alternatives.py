"""Every way in which a study could have been done otherwise, listed from the study itself, each in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from riven.analysis.resettling import Change, Records, Restated, Withdrawal
from riven.analysis.results import Analysis
from riven.analysis.scope import Setting
from riven.analysis.sensitivity import Alternative, Sort
from riven.analysis.timing import DatePolicy
from riven.evidence.independence import independent_of, outlet_of
from riven.folder import apply_option
from riven.ids import ActorId, ClaimId, CoderId, FindingId, PassageId, SourceId
from riven.model.actor import ActorType
from riven.model.finding import Finding
from riven.model.rule import Independence
from riven.model.source import Source
from riven.model.study import Study
from riven.report.citation import short

GROUPS = {ActorType.ORGANISATION, ActorType.UMBRELLA, ActorType.WING, ActorType.BRANCH, ActorType.FACTION}
"""Types of actor that can be left out as a group."""

_POLICIES = {
    DatePolicy.STRICT: "An act counts only in a period in which its date puts it for certain.",
    DatePolicy.GENEROUS: "An act counts in every period in which its date allows it to lie.",
}


@dataclass(frozen=True, slots=True)
class Ruled:
    """An alternative that asks the same findings under another setting.

    Attributes:
        alternative: The alternative.
        setting: The setting.
    """

    alternative: Alternative
    setting: Setting


@dataclass(frozen=True, slots=True)
class Altered:
    """An alternative that changes findings.

    Attributes:
        alternative: The alternative.
        change: What becomes of the findings.
    """

    alternative: Alternative
    change: Change


@dataclass(frozen=True, slots=True)
class Parted:
    """An alternative that leaves a group out.

    Attributes:
        alternative: The alternative.
        group: The group.
    """

    alternative: Alternative
    group: ActorId


def other_rules(study: Study, setting: Setting) -> Iterator[Ruled]:
    """List every option of every switch, every other scheme of identity, and two ways to read open dates.

    Yields:
        Alternatives in the order of the rules.
    """
    rules = setting.rules
    for switch in rules.switches:
        for option in switch.options:
            own = Alternative(
                f"{Sort.SWITCH}:{switch.id}={option.id}", Sort.SWITCH, f"{switch.sentence} {option.sentence}"
            )
            yield Ruled(own, replace(setting, rules=apply_option(rules, option)))
    for rollup in rules.rollups.values():
        if rollup.id != rules.rollup:
            own = Alternative(f"{Sort.ROLLUP}:{rollup.id}", Sort.ROLLUP, rollup.sentence)
            yield Ruled(own, replace(setting, rules=replace(rules, rollup=rollup.id)))
    for policy, sentence in _POLICIES.items():
        yield Ruled(Alternative(f"{Sort.DATES}:{policy}", Sort.DATES, sentence), replace(setting, policy=policy))


def other_findings(study: Study, records: Records, findings: Mapping[FindingId, Finding]) -> Iterator[Altered]:
    """List the dates that researchers resolved, and every source, outlet and coder to be left out.

    Args:
        study: The study.
        records: Its claims, ready to be settled again.
        findings: Its findings.

    Yields:
        The dates first; then stories with their copies, outlets, and coders, those only that claims rest on.
    """
    yield _resolved(study, findings)
    resting: dict[SourceId, set[PassageId]] = {}
    for claim in study.claims.values():
        for passage in claim.passages:
            resting.setdefault(study.passages[passage].source, set()).add(passage)
    for own, passages in (*_stories(study, resting), *_outlets(study, resting)):
        yield Altered(own, records.without(Withdrawal(passages=frozenset(passages))))
    for own, claims in _coders(study):
        yield Altered(own, records.without(Withdrawal(claims=frozenset(claims))))


def groups_out(study: Study, analysis: Analysis) -> Iterator[Parted]:
    """List every group to be left out: those that stand for themselves and are not of the focal family.

    Yields:
        Groups in file order.
    """
    for actor, held in study.actors.items():
        if held.type in GROUPS and actor not in analysis.scheme.into and actor not in analysis.family:
            yield Parted(Alternative(f"{Sort.GROUP}:{actor}", Sort.GROUP, f"Without {held.name}."), actor)


def _resolved(study: Study, findings: Mapping[FindingId, Finding]) -> Altered:
    """Put the dates that researchers decided on in place of those that sources leave open."""
    dated: dict[FindingId, Finding] = {}
    for resolution in study.rules.argument.resolutions:
        if resolution.finding in findings:
            finding = dated.get(resolution.finding, findings[resolution.finding])
            dates = {**finding.dates, resolution.role: resolution.date}
            dated[finding.id] = replace(finding, dates=dates)
    standing = tuple(Restated(finding, study.claims) for finding in dated.values())
    told = f"{len(dated)} act{'s are' if len(dated) != 1 else ' is'} dated as the researchers resolved."
    sentence = told if dated else "Open dates as the researchers resolved them; they have resolved none."
    return Altered(Alternative(f"{Sort.DATES}:resolved", Sort.DATES, sentence), Change(tuple(dated), standing))


def _stories(study: Study, resting: Mapping[SourceId, set[PassageId]]) -> Iterator[tuple[Alternative, set[PassageId]]]:
    """Put every source together with its copies."""
    for original, held in _gathered(study, resting, Independence.STORY).items():
        named = short(study.sources[original].csl) if original in study.sources else str(original)
        copies = len(held - {original})
        also = f" and {'its copy' if copies == 1 else f'its {copies} copies'}" if copies else ""
        own = Alternative(f"{Sort.SOURCE}:{original}", Sort.SOURCE, f"Without {named}{also}.")
        yield own, {passage for source in held for passage in resting[source]}


def _outlets(study: Study, resting: Mapping[SourceId, set[PassageId]]) -> Iterator[tuple[Alternative, set[PassageId]]]:
    """Put everything together that one outlet originated; sources that record no outlet are left to themselves."""
    for first, held in _gathered(study, resting, Independence.OUTLET).items():
        if first in study.sources and outlet_of(study.sources[first]):
            named = _outlet_name(study.sources[first])
            own = Alternative(f"{Sort.OUTLET}:{first}", Sort.OUTLET, f"Without everything that comes from {named}.")
            yield own, {passage for source in held for passage in resting[source]}


def _gathered(
    study: Study, resting: Mapping[SourceId, set[PassageId]], how: Independence
) -> Mapping[SourceId, set[SourceId]]:
    independent = independent_of(study.sources, how)
    found: dict[SourceId, set[SourceId]] = {}
    for source in study.sources:
        if source in resting:
            found.setdefault(independent[source], set()).add(source)
    return found


def _outlet_name(source: Source) -> str:
    return next(str(source.csl[field]) for field in ("container-title", "publisher") if source.csl.get(field))


def _coders(study: Study) -> Iterator[tuple[Alternative, set[ClaimId]]]:
    coded: dict[CoderId, set[ClaimId]] = {}
    for claim in study.claims.values():
        coded.setdefault(claim.coder, set()).add(claim.id)
    for coder in sorted(coded):
        named = study.coders[coder].name if coder in study.coders else ""
        own = Alternative(f"{Sort.CODER}:{coder}", Sort.CODER, f"Without the claims that {named or coder} coded.")
        yield own, coded[coder]
