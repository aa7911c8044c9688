"""Study folders of any size, made from the packaged template: its codebook and rules, invented actors and claims.

Every number follows from the place of a claim, so the same size always gives the same folder.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from riven.dates import Basis, StatedDate, parse
from riven.folder import read_study, write_study
from riven.folder.templates import template_path
from riven.model.actor import Actor, ActorType
from riven.model.claim import Claim, Confidence, Modality
from riven.model.source import Passage, Source
from riven.model.study import Study

TEMPLATE = "armed-group-rivalry"
FIRST_DAY, N_DAYS = date(2013, 1, 1), 6 * 365
MODALITIES = (Modality.ASSERTED,) * 6 + (Modality.REPORTED,) * 3 + (Modality.RUMOURED,)
CLAIMS_A_SOURCE = 20


def write_large(folder: Path, n_claims: int) -> Path:
    """Write a study of many claims as a folder."""
    write_study(a_large_study(n_claims), folder)
    return folder


def a_large_study(n_claims: int) -> Study:
    """Build a study: a group for every 50 claims, a source for every 20, a passage for every claim.

    The claims are those of the template, told of other groups, days and sources.
    """
    template = read_study(template_path(TEMPLATE))
    groups = [f"group-{number:04d}" for number in range(max(n_claims // 50, 3))]
    actors = [Actor(name, name.replace("-", " ").title(), ActorType.ORGANISATION) for name in groups]
    sources = [_source(number) for number in range(n_claims // CLAIMS_A_SOURCE + 1)]
    passages = [_passage(number) for number in range(n_claims)]
    patterns = tuple(template.claims.values())
    claims = [_claim(number, patterns[number % len(patterns)], template, groups) for number in range(n_claims)]
    return replace(
        template,
        actors=MappingProxyType({template.focal: template.actors[template.focal]} | {held.id: held for held in actors}),
        names=(),
        sources=MappingProxyType({held.id: held for held in sources}),
        passages=MappingProxyType({held.id: held for held in passages}),
        claims=MappingProxyType({held.id: held for held in claims}),
        searches=(),
        documents=MappingProxyType({}),
    )


def _source(number: int) -> Source:
    item = {"id": f"s-{number}", "type": "article-newspaper", "title": f"Invented report {number}"}
    copied = f"s-{number - 1}" if number % 10 == 9 else None
    return Source(item["id"], item | {"issued": {"date-parts": [[2019, 1, 1 + number % 28]]}}, copy_of=copied)


def _passage(number: int) -> Passage:
    start = number % CLAIMS_A_SOURCE * 300
    text = f"invented passage {number}"
    return Passage(
        f"p-{number}", f"s-{number // CLAIMS_A_SOURCE}", start, start + 200, sha256(text.encode()).hexdigest()
    )


def _claim(number: int, pattern: Claim, template: Study, groups: list[str]) -> Claim:
    """Tell a claim of the template anew; two claims in five are about an act another claim is about as well."""
    act = number - number % 5 if number % 5 < 3 else number
    group = groups[act // 2 * 7919 % len(groups)]
    day = FIRST_DAY + timedelta(days=act * 104729 % N_DAYS)
    written = (str(day), str(day)[:7], str(day)[:4])[act % 3]
    return replace(
        pattern,
        id=f"c-{number}",
        roles={role: tuple(_who(actor, template, group) for actor in held) for role, held in pattern.roles.items()},
        dates=_dates(pattern, written),
        passages=(f"p-{number}",),
        modality=MODALITIES[number % len(MODALITIES)],
        confidence=tuple(Confidence)[number % 3],
        paraphrase=f"Invented: what report {number // CLAIMS_A_SOURCE} says about {group}.",
    )


def _who(actor: str, template: Study, group: str) -> str:
    return actor if actor == template.focal else group


def _dates(pattern: Claim, written: str) -> Mapping[str, StatedDate]:
    return {role: StatedDate(parse(written), Basis.STATED) for role in pattern.dates}
