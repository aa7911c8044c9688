"""claims/<kind>.csv: one sheet a kind, its columns made of the codebook.

Cells repeat endlessly (actors, categories, dates), so what a cell means is worked out once a column and remembered.
Cost: 100 000 claims in about 3 seconds, measured on one core.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from riven.dates import Basis, StatedDate
from riven.folder import cells
from riven.folder.codebook import BACK, FRONT
from riven.folder.problems import listed, quoted
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.ids import ActorId, ClaimId, CoderId, FindingId, KindId, PassageId, RoleId, SourceId, VariableId
from riven.model.actor import Actor
from riven.model.claim import Claim, Confidence, Modality, Polarity, Verdict
from riven.model.codebook import DateRole, Entry, Kind, Role, ValueType, Variable

Meaning = TypeVar("Meaning")

OPEN_COLUMNS = Columns((*FRONT, *BACK), ("id", "coder", "passages"), closed=False)


def bare_kind(own: KindId) -> Kind:
    """Make a kind of which nothing is known, for sheets of a kind that the codebook leaves in doubt."""
    return Kind(own, Entry("", ""), roles=(), variables=(), dates=())


def claim_columns(kind: Kind) -> Columns:
    """List the columns of a kind's sheet.

    Args:
        kind: The kind.

    Returns:
        Its columns in canonical order, and those that must be there.
    """
    dates = [column for role in kind.dates for column in (role.value, f"{role}_basis", f"{role}_phrase")]
    names = (*FRONT, *(role.id for role in kind.roles), *kind.variables, *dates, *BACK)
    needed = [role.id for role in kind.roles if role.required]
    return Columns(names, ("id", "coder", *needed, *kind.required, "passages"))


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """What claims may refer to.

    Attributes:
        actors: Actor ids.
        types: The actors that could be read, for their types.
        coders: Coder ids.
        passages: Passage ids.
        passage_sources: Source of each passage that could be read.
    """

    actors: Vocabulary
    types: Mapping[ActorId, Actor]
    coders: Vocabulary
    passages: Vocabulary
    passage_sources: Mapping[PassageId, SourceId]


@dataclass(slots=True)
class Claims:
    """Claims as they are read, sheet after sheet.

    Attributes:
        found: Claims by id; None for a row that is broken, whose id is still known.
        linking: Rows of claims that refer to other claims or name a finding.
        whole: False once a sheet could not be read to its end.
    """

    found: dict[ClaimId, Claim | None] = field(default_factory=dict)
    linking: list[tuple[Row, Claim]] = field(default_factory=list)
    whole: bool = True


def read_claims(sheet: Sheet, reader: "ClaimReader", claims: Claims) -> None:
    """Read one sheet of claims.

    Args:
        sheet: The sheet, its header checked against `claim_columns`.
        reader: Reads claims of its kind.
        claims: Where the claims are added.
    """

    def read(row: Row) -> None:
        before = len(sheet.problems)
        own = ClaimId(cells.declare(row, claims.found, "claim"))
        claim = reader.claim(row, own)
        if own:
            claims.found[own] = claim if len(sheet.problems) == before else None
        if claim.supersedes or claim.settles or claim.verdict is not None or claim.finding is not None:
            claims.linking.append((row, claim))

    each_row(sheet, read)
    for own in sheet.unsure:
        claims.found.setdefault(ClaimId(own), None)
    claims.whole = claims.whole and sheet.whole


class ClaimReader:
    """Reads the claims of one kind, remembering what each cell of each column means."""

    def __init__(self, kind: Kind, variables: Mapping[VariableId, Variable], known: ClaimTerms) -> None:
        self.kind = kind
        self.known = known
        self.roles: dict[str, Role] = {role.id: role for role in kind.roles}
        self.variables: dict[str, Variable] = {name: variables[name] for name in kind.variables}
        self._meant: dict[str, dict[str, object]] = {}

    def claim(self, row: Row, own: ClaimId) -> Claim:
        """Read one row."""
        finding = self._once(row, "finding", _finding)
        claim = Claim(
            id=own,
            kind=self.kind.id,
            coder=CoderId(self._once(row, "coder", self._coder)),
            coded_on=self._once(row, "coded_on", cells.day),
            codebook_revision=row.get("codebook_revision"),
            roles=self._roles(row),
            values=self._values(row),
            dates=self._dates(row),
            passages=self._passages(row),
            place=row.get("place"),
            polarity=self._once(row, "polarity", _polarity),
            modality=self._once(row, "modality", _modality),
            confidence=self._once(row, "confidence", _confidence),
            paraphrase=row.get("paraphrase"),
            note=row.get("note"),
            finding=FindingId(finding) if finding else None,
            supersedes=tuple(ClaimId(item) for item in cells.items(row.get("supersedes"))),
            settles=tuple(ClaimId(item) for item in cells.items(row.get("settles"))),
            verdict=self._once(row, "verdict", _verdict),
        )
        self._check_passages(row, claim)
        return claim

    def _once(self, row: Row, column: str, read: Callable[[Row, str], Meaning]) -> Meaning:
        """Read a cell, or remember what the same text meant in this column; wrong cells are read again each time."""
        cell = row.get(column)
        meant = self._meant.setdefault(column, {})
        if cell in meant:
            return meant[cell]  # type: ignore[return-value]  # stored below, from the same reader
        before = len(row.sheet.problems)
        meaning = read(row, column)
        if len(row.sheet.problems) == before:
            meant[cell] = meaning
        return meaning

    def _coder(self, row: Row, column: str) -> str:
        return cells.term(row, column, self.known.coders, required=True)

    def _roles(self, row: Row) -> Mapping[RoleId, tuple[ActorId, ...]]:
        found = {}
        for role in self.kind.roles:
            actors = self._once(row, role.id, self._actors)
            if actors:
                found[role.id] = actors
        return MappingProxyType(found)

    def _actors(self, row: Row, column: str) -> tuple[ActorId, ...]:
        role = self.roles[column]
        actors = tuple(ActorId(actor) for actor in cells.terms(row, role.id, self.known.actors))
        if role.required and not row.get(role.id).strip():
            cells.missing(row, role.id)
        if len(actors) > 1 and not role.many:
            row.wrong(role.id, f"{len(actors)} actors in role {quoted(role.id)}", "one actor")
        for actor in actors if role.actors else ():
            known = self.known.types.get(actor)
            if known is not None and known.type not in role.actors:
                what = f"actor {quoted(actor)} is of type {known.type}"
                row.wrong(role.id, what, f"in role {quoted(role.id)} one of {listed(role.actors)}")
        return actors

    def _values(self, row: Row) -> Mapping[VariableId, tuple[str, ...]]:
        found = {}
        for variable in self.variables.values():
            values = self._once(row, variable.id, self._value)
            if values:
                found[variable.id] = values
            elif variable.id in self.kind.required and not row.get(variable.id).strip():
                cells.missing(row, variable.id)
        return MappingProxyType(found)

    def _value(self, row: Row, column: str) -> tuple[str, ...]:
        return _variable_value(row, self.variables[column])

    def _dates(self, row: Row) -> Mapping[DateRole, StatedDate]:
        found = {}
        for role in self.kind.dates:
            value = self._once(row, role.value, cells.fuzzy_date)
            basis = self._once(row, f"{role}_basis", _basis)
            phrase = self._once(row, f"{role}_phrase", cells.short_text)
            if value is not None:
                found[role] = StatedDate(value, basis or Basis.STATED, phrase)
            elif (basis or phrase) and not row.get(role.value).strip():
                column = f"{role}_basis" if basis else f"{role}_phrase"
                row.wrong(column, f"there is no date in {quoted(role.value)} for this", "a date, or an empty cell")
        return MappingProxyType(found)

    def _passages(self, row: Row) -> tuple[PassageId, ...]:
        passages = cells.terms(row, "passages", self.known.passages)
        if not row.get("passages").strip():
            cells.missing(row, "passages")
        return tuple(PassageId(passage) for passage in passages)

    def _check_passages(self, row: Row, claim: Claim) -> None:
        """A claim is what one source says; only an adjudication weighs several."""
        if len(claim.passages) < 2 or claim.settles:
            return
        sources = {self.known.passage_sources.get(passage) for passage in claim.passages} - {None}
        if len(sources) > 1:
            what = f"the passages lie in {len(sources)} sources"
            row.wrong("passages", what, "passages of one source", "Write one claim for each source.")


def _finding(row: Row, column: str) -> str:
    finding = row.get(column).strip()
    return finding if finding and cells.check_id(row, column, "finding", finding) else ""


def _polarity(row: Row, column: str) -> Polarity:
    return cells.choice(row, column, Polarity, Polarity.AFFIRMED) or Polarity.AFFIRMED


def _modality(row: Row, column: str) -> Modality:
    return cells.choice(row, column, Modality, Modality.ASSERTED) or Modality.ASSERTED


def _confidence(row: Row, column: str) -> Confidence:
    return cells.choice(row, column, Confidence, Confidence.HIGH) or Confidence.HIGH


def _verdict(row: Row, column: str) -> Verdict | None:
    return cells.choice(row, column, Verdict) if row.get(column).strip() else None


def _basis(row: Row, column: str) -> Basis | None:
    return cells.choice(row, column, Basis) if row.get(column).strip() else None


def _variable_value(row: Row, variable: Variable) -> tuple[str, ...]:
    if variable.type is ValueType.TEXT:
        text = row.get(variable.id)
        return (text,) if text else ()
    if variable.type is ValueType.COUNT:
        count = cells.count(row, variable.id)
        return (count,) if count else ()
    word = f"category of {quoted(variable.id)}"
    known = Vocabulary(word, [category.id for category in variable.categories], f"variable {quoted(variable.id)}")
    values = cells.terms(row, variable.id, known)
    if variable.type is ValueType.CATEGORY and len(cells.items(row.get(variable.id))) > 1:
        row.wrong(variable.id, f"{quoted(variable.id)} holds several categories", "one category")
    return values


def claim_rows(claims: Iterable[Claim], kind: Kind) -> Iterator[Sequence[str]]:
    """Write the claims of a kind as rows of its sheet.

    Args:
        claims: Claims of the kind.
        kind: The kind.

    Yields:
        Cells in canonical order.
    """
    for claim in claims:
        front = [claim.id, claim.coder, "" if claim.coded_on is None else claim.coded_on.isoformat()]
        roles = [cells.JOINT.join(claim.roles.get(role.id, ())) for role in kind.roles]
        values = [cells.JOINT.join(claim.values.get(name, ())) for name in kind.variables]
        dates = [cell for role in kind.dates for cell in _date_cells(claim.dates.get(role))]
        yield [*front, claim.codebook_revision, *roles, *values, *dates, *_back(claim)]


def _date_cells(stated: StatedDate | None) -> tuple[str, str, str]:
    return ("", "", "") if stated is None else (str(stated.value), stated.basis.value, stated.phrase)


def _back(claim: Claim) -> list[str]:
    how = [claim.polarity.value, claim.modality.value, claim.confidence.value]
    links = [cells.JOINT.join(listing) for listing in (claim.supersedes, claim.settles)]
    words = [cells.JOINT.join(claim.passages), claim.paraphrase, claim.note, claim.finding or ""]
    return [claim.place, *how, *words, *links, claim.verdict or ""]
