"""Who is a rival, who is not, which camp each rival is in, and the whole of it in a few sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riven.ids import ClaimId, FindingId
from riven.model.wording import window_words
from riven.report.content import Content
from riven.report.rulebook import filled
from riven.report.safety import isolated


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Whether an actor is a rival, and why."""

    id: str
    name: str
    type: str
    affiliated: str
    n_reported: int
    n_possible: int
    why: str
    affiliation: tuple[FindingId, ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A rival in its camp."""

    id: str
    name: str
    why: str
    claims_for: tuple[ClaimId, ...]
    claims_against: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class CampView:
    """A camp with its rule and its members."""

    id: str
    label: str
    sentence: str
    members: tuple[MemberView, ...]


def verdicts(content: Content, *, rival: bool) -> tuple[VerdictView, ...]:
    """List the actors that are rivals, or those that are not, with the reasons.

    Returns:
        One view an actor, in the order of the analysis.
    """
    return tuple(
        VerdictView(
            id=verdict.actor,
            name=isolated(verdict.label),
            type=str(verdict.type),
            affiliated="yes" if verdict.affiliated else "no",
            n_reported=verdict.n_reported,
            n_possible=verdict.n_possible,
            why=verdict.why,
            affiliation=tuple(id_ for id_ in verdict.affiliation if id_ in content.findings),
        )
        for verdict in content.rivals
        if verdict.rival is rival
    )


def camps(content: Content) -> tuple[CampView, ...]:
    """List the camps in the order of the rules, those that nobody is in left out, the undecided last.

    Returns:
        One view a camp.
    """
    known = {str(camp.id): camp for camp in content.rules.camps}
    order = [*known, *dict.fromkeys(verdict.camp for verdict in content.camps if verdict.camp not in known)]
    views = (
        CampView(
            id=id_,
            label=isolated(known[id_].label if id_ in known else id_.capitalize()),
            sentence=filled(known[id_].sentence, content) if id_ in known else "The rules do not decide.",
            members=tuple(_members(content, id_)),
        )
        for id_ in order
    )
    return tuple(view for view in views if view.members)


def _members(content: Content, camp: str) -> Iterator[MemberView]:
    for verdict in content.camps:
        if verdict.camp == camp:
            name = isolated(verdict.label)
            yield MemberView(verdict.actor, name, verdict.why, verdict.claims_for, verdict.claims_against)


def summary(content: Content) -> tuple[str, ...]:
    """Say what the study found, in sentences.

    Returns:
        The result, the camps, and how much of it rests on how little.
    """
    rivals = [isolated(verdict.label) for verdict in content.rivals if verdict.rival]
    focal = filled("{focal}", content)
    total, span = len(content.rivals), window_words(content.about.window)
    found = f"Of {_counted(total, 'actor')} in the study, {len(rivals)} are rivals of {focal} in {span}"
    if len(rivals) == 1:
        found = found.replace("1 are rivals", "1 is a rival")
    sentences = [f"{found}: {_listed(rivals)}." if rivals else f"Of {_counted(total, 'actor')}, none is a rival."]
    sentences += [f"{view.label}: {_listed([member.name for member in view.members])}." for view in camps(content)]
    sentences.append(
        f"This rests on {_counted(len(content.claims), 'claim')} from {_counted(_cited(content), 'source')}, "
        f"settled into {_counted(len(content.findings), 'finding')}."
    )
    return (*sentences, *_thin(content))


def _cited(content: Content) -> int:
    passages = {passage for claim in content.claims.values() for passage in claim.passages}
    return len({content.passages[passage].source for passage in passages if passage in content.passages})


def _thin(content: Content) -> Iterator[str]:
    """Say how many cells stand and fall with a single source."""
    cells = [cell for panel in content.panels.values() for cell in panel.cells.values() if cell.state.has_evidence]
    single = sum(1 for cell in cells if cell.fragility == 1)
    if cells:
        yield (
            f"{_counted(len(cells), 'cell')} of the figures hold evidence; the state of {single} of them would change "
            "if a single source fell away."
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
