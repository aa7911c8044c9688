"""A study that many people coded from many sources: invented groups, acts of every kind, links, copies, denials.

Codebook, rules and the form of each claim are those of the worked study; who, when and on whose word are made from the
number of the act, so the same size always gives the same study.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from types import MappingProxyType
from zlib import crc32

from benchmarks.measure import CHECKOUT
from riven.dates import Basis, StatedDate, Window, parse
from riven.folder import read_study
from riven.model.actor import Actor, ActorType
from riven.model.claim import Claim, Coder, Confidence, Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.source import Passage, Source
from riven.model.study import Study

FIRST_YEAR, LAST_YEAR = 2010, 2019
FIRST_DAY, N_DAYS = date(FIRST_YEAR - 1, 7, 1), 365 * 11
MODALITIES = (Modality.ASSERTED,) * 12 + (Modality.REPORTED,) * 6 + (Modality.RUMOURED, Modality.DENIED)
N_FACTIONS, N_LEADERS = 30, 20
LINK_CLAIMS = 2  # claims on each link, on average


@dataclass(frozen=True, slots=True)
class Size:
    """How large a study is."""

    n_claims: int
    n_groups: int
    n_sources: int
    n_outlets: int
    n_coders: int


def a_study(size: Size) -> Study:
    """Build a study."""
    worked = read_study(CHECKOUT / "studies" / "isk-2018")
    groups = [f"group-{number:03d}" for number in range(size.n_groups)]
    actors = _actors(worked, groups)
    claims = [*_links(worked, groups, size), *_acts(worked, groups, size)]
    passages = [_passage(number, size) for number in range(len(claims))]
    claims = [replace(claim, passages=(passages[number].id,)) for number, claim in enumerate(claims)]
    sources = [_source(number, size) for number in range(size.n_sources)]
    coders = [Coder(f"coder-{number:02d}") for number in range(size.n_coders)]
    return replace(
        worked,
        id="synthetic",
        window=Window.from_edtf(f"{FIRST_YEAR}/{LAST_YEAR}"),
        coders=MappingProxyType({held.id: held for held in coders}),
        actors=MappingProxyType(actors),
        names=(),
        sources=MappingProxyType({held.id: held for held in sources}),
        passages=MappingProxyType({held.id: held for held in passages}),
        claims=MappingProxyType({held.id: held for held in claims}),
        searches=(),
        documents=MappingProxyType({}),
    )


def _draw(*of: object) -> int:
    """Draw a number that only depends on what it is drawn for."""
    return crc32(" ".join(map(str, of)).encode())


def _actors(worked: Study, groups: Sequence[str]) -> dict[str, Actor]:
    kept = {own: worked.actors[own] for own in _kept(worked)}
    made = [Actor(own, own.title(), ActorType.ORGANISATION) for own in groups]
    made += [Actor(f"faction-{n}", f"Faction {n}", ActorType.FACTION) for n in range(N_FACTIONS)]
    made += [Actor(f"leader-{n}", f"Leader {n}", ActorType.LEADER) for n in range(N_LEADERS)]
    return kept | {actor.id: actor for actor in made}


def _kept(worked: Study) -> list[str]:
    """List the actors that stay as they are: the focal family, states with their agencies, and populations."""
    types = {ActorType.STATE, ActorType.AGENCY, ActorType.POPULATION}
    return ["isk", "islamic-state", "baghdadi", *(own for own, held in worked.actors.items() if held.type in types)]


def _links(worked: Study, groups: Sequence[str], size: Size) -> Iterator[Claim]:
    """Attest factions, leaders and the parent of the focal group, each once to three times."""
    told = [("branch-of", "isk", "islamic-state"), ("leadership", "baghdadi", "islamic-state")]
    told += [("faction-of", f"faction-{n}", groups[n % len(groups)]) for n in range(N_FACTIONS)]
    told += [("leadership", f"leader-{n}", groups[-1 - n % len(groups)]) for n in range(N_LEADERS)]
    lineage = next(held for held in worked.claims.values() if held.values.get("relation") == ("branch-of",))
    leadership = next(held for held in worked.claims.values() if held.values.get("type") == ("leadership",))
    for number, (how, start, to) in enumerate(told[: size.n_claims // 4]):
        for again in range(1 + _draw("again", number) % (2 * LINK_CLAIMS - 1) if number > 1 else 12):
            pattern = leadership if how == "leadership" else lineage
            ends = ("actor", "partner") if how == "leadership" else ("child", "parent")
            yield replace(
                pattern,
                id=f"link-{number:03d}-{again:02d}",
                coder=f"coder-{_draw('coder', number, again) % size.n_coders:02d}",
                roles={ends[0]: (start,), ends[1]: (to,)},
                values=pattern.values | ({} if how == "leadership" else {"relation": (how,)}),
                dates={},
                finding=f"link-{number:03d}",
            )


def _acts(worked: Study, groups: Sequence[str], size: Size) -> Iterator[Claim]:
    """Tell acts of every kind, two claims in five on an act that another claim tells as well."""
    patterns = [held for held in worked.claims.values() if held.kind != "lineage" and not held.supersedes]
    patterns = [held for held in patterns if held.values.get("type") != ("leadership",)]
    names = [*groups, *groups, *groups, *(f"faction-{n}" for n in range(N_FACTIONS))]
    names += [f"leader-{n}" for n in range(N_LEADERS)]
    kept = set(_kept(worked))
    for number in range(size.n_claims):
        act = number - number % 5 if number % 5 < 3 else number
        pattern = patterns[_draw("pattern", act) % len(patterns)]
        yield replace(
            pattern,
            id=f"act-{number:06d}",
            coder=f"coder-{_draw('coder', number) % size.n_coders:02d}",
            roles=_roles(pattern, names, kept, act),
            dates=_dates(pattern, act),
            modality=MODALITIES[_draw("modality", number) % len(MODALITIES)],
            polarity=Polarity.NEGATED if _draw("polarity", number) % 40 == 0 else pattern.polarity,
            confidence=Confidence.HIGH,
            paraphrase="Invented.",
            note="",
            finding=None,
            place="",
        )


def _roles(pattern: Claim, names: Sequence[str], kept: Collection[str], act: int) -> Mapping[str, tuple[str, ...]]:
    """Put invented actors in the place of groups and persons."""
    return {
        role: tuple(own if own in kept else names[_draw("who", act, role, own) % len(names)] for own in held)
        for role, held in pattern.roles.items()
    }


def _dates(pattern: Claim, act: int) -> Mapping[str, StatedDate]:
    """Date an act to the day, the month or the year; one in twenty is not dated."""
    day = str(FIRST_DAY + timedelta(days=_draw("day", act) % N_DAYS))
    shape = _draw("shape", act) % 20
    if shape == 0:
        return {}
    text = day if shape < 12 else day[:7] if shape < 16 else day[:4]
    role = next(iter(pattern.dates), DateRole("published" if pattern.kind in {"statement", "pledge"} else "happened"))
    return {role: StatedDate(parse(text), Basis.STATED)}


def _passage(number: int, size: Size) -> Passage:
    text = f"invented passage {number}"
    source = f"source-{_draw('source', number) % size.n_sources:04d}"
    return Passage(f"p-{number}", source, number, number + 10, sha256(text.encode()).hexdigest())


def _source(number: int, size: Size) -> Source:
    own = f"source-{number:04d}"
    item = {"id": own, "type": "article-newspaper", "title": f"Invented report {number}"}
    item |= {"container-title": f"Invented Paper {_draw('outlet', number) % size.n_outlets}"}
    item |= {"issued": {"date-parts": [[FIRST_YEAR + 2 + number % 9, 1 + number % 12]]}}
    return Source(own, item, copy_of=f"source-{number - 1:04d}" if number % 10 == 9 else None)
