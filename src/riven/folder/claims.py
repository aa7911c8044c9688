"""claims/<kind>.csv: one sheet a kind, its columns made of the codebook.

Cells repeat endlessly (actors, categories, dates), so what cells mean together is worked out once and remembered.
Cost: 100 000 claims in about 3 seconds, measured on one core.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

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

DERIVED = "f-"  # begins the name of a finding that no coder named; the id of its first claim follows
_HOW = ("coder", "coded_on", "codebook_revision", "polarity", "modality", "confidence", "verdict")
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
    dates = [column for role in kind.dates for column in _date_columns(role)]
    names = (*FRONT, *(role.id for role in kind.roles), *kind.variables, *dates, *BACK)
    needed = [role.id for role in kind.roles if role.required]
    return Columns(names, ("id", "coder", *needed, *kind.required, "passages"))


def _date_columns(role: DateRole) -> tuple[str, str, str]:
    return role.value, f"{role}_basis", f"{role}_phrase"


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
        linking: Rows of claims that refer to other claims.
        findings: Kind of each finding coders have named.
        named: Rows of findings whose name may be one that riven derives.
        whole: False once a sheet could not be read to its end.
    """

    found: dict[ClaimId, Claim | None] = field(default_factory=dict)
    linking: list[tuple[Row, Claim]] = field(default_factory=list)
    findings: dict[FindingId, KindId] = field(default_factory=dict)
    named: list[tuple[Row, FindingId]] = field(default_factory=list)
    whole: bool = True


def read_claims(reader: "ClaimReader", claims: Claims) -> None:
    """Read one sheet of claims.

    Args:
        reader: Reads claims of its kind from the sheet.
        claims: Where the claims are added.
    """
    sheet = reader.sheet

    def read(row: Row) -> None:
        before = len(sheet.problems)
        own = ClaimId(cells.declare(row, claims.found, "claim"))
        claim = reader.claim(row, own)
        if claim.supersedes or claim.settles or claim.verdict is not None:
            claims.linking.append((row, claim))
        if claim.finding is not None:
            _check_finding(row, claim.finding, claim.kind, claims)
        if own:
            claims.found[own] = claim if len(sheet.problems) == before else None

    each_row(sheet, read)
    for own in sheet.unsure:
        claims.found.setdefault(ClaimId(own), None)
    claims.whole = claims.whole and sheet.whole


def _check_finding(row: Row, finding: FindingId, kind: KindId, claims: Claims) -> None:
    before = claims.findings.setdefault(finding, kind)
    if before != kind:
        row.wrong("finding", f"finding {quoted(finding)} is already of kind {quoted(before)}", "one kind a finding")
    if finding.startswith(DERIVED):
        claims.named.append((row, finding))


class _Group(Generic[Meaning]):
    """Columns that are read together, and what each combination of their cells was found to mean."""

    def __init__(self, sheet: Sheet, columns: Iterable[str], read: Callable[[Row], Meaning]) -> None:
        indexes = [sheet.columns[column] for column in columns if column in sheet.columns]
        self._pick: Callable[[list[str]], object] = itemgetter(*indexes) if indexes else lambda _: ""
        self._read = read
        self._meant: dict[object, Meaning] = {}

    def of(self, row: Row) -> Meaning:
        """Read the cells of a row, or remember what they mean; wrong cells are read again, and recorded, each time."""
        key = self._pick(row.cells)
        if key in self._meant:
            return self._meant[key]
        before = len(row.sheet.problems)
        meaning = self._read(row)
        if len(row.sheet.problems) == before:
            self._meant[key] = meaning
        return meaning


class _How(NamedTuple):
    """Who coded a claim, when, and how the source puts it."""

    coder: CoderId
    coded_on: date | None
    codebook_revision: str
    polarity: Polarity
    modality: Modality
    confidence: Confidence
    verdict: Verdict | None


class ClaimReader:
    """Reads the claims of one kind."""

    def __init__(self, sheet: Sheet, kind: Kind, variables: Mapping[VariableId, Variable], known: ClaimTerms) -> None:
        self.sheet = sheet
        self._kind = kind
        self._known = known
        self._variables = [variables[name] for name in kind.variables]
        dates = [column for role in kind.dates for column in _date_columns(role)]
        self._how = _Group(sheet, _HOW, self._read_how)
        self._roles = _Group(sheet, (role.id for role in kind.roles), self._read_roles)
        self._values = _Group(sheet, kind.variables, self._read_values)
        self._dates = _Group(sheet, dates, self._read_dates)

    def claim(self, row: Row, own: ClaimId) -> Claim:
        """Read one row."""
        how, finding = self._how.of(row), row.get("finding").strip()
        claim = Claim(
            id=own,
            kind=self._kind.id,
            coder=how.coder,
            coded_on=how.coded_on,
            codebook_revision=how.codebook_revision,
            roles=self._roles.of(row),
            values=self._values.of(row),
            dates=self._dates.of(row),
            passages=self._passages(row),
            place=row.get("place"),
            polarity=how.polarity,
            modality=how.modality,
            confidence=how.confidence,
            paraphrase=row.get("paraphrase"),
            note=row.get("note"),
            finding=FindingId(finding) if finding and cells.check_id(row, "finding", "finding", finding) else None,
            supersedes=tuple(ClaimId(item) for item in cells.items(row.get("supersedes"))),
            settles=tuple(ClaimId(item) for item in cells.items(row.get("settles"))),
            verdict=how.verdict,
        )
        self._check_passages(row, claim)
        return claim

    def _read_how(self, row: Row) -> _How:
        return _How(
            coder=CoderId(cells.term(row, "coder", self._known.coders, required=True)),
            coded_on=cells.day(row, "coded_on"),
            codebook_revision=row.get("codebook_revision"),
            polarity=cells.choice(row, "polarity", Polarity, Polarity.AFFIRMED) or Polarity.AFFIRMED,
            modality=cells.choice(row, "modality", Modality, Modality.ASSERTED) or Modality.ASSERTED,
            confidence=cells.choice(row, "confidence", Confidence, Confidence.HIGH) or Confidence.HIGH,
            verdict=cells.choice(row, "verdict", Verdict) if row.get("verdict").strip() else None,
        )

    def _read_roles(self, row: Row) -> Mapping[RoleId, tuple[ActorId, ...]]:
        found = {role.id: self._read_role(row, role) for role in self._kind.roles}
        return MappingProxyType({role: actors for role, actors in found.items() if actors})

    def _read_role(self, row: Row, role: Role) -> tuple[ActorId, ...]:
        actors = tuple(ActorId(actor) for actor in cells.terms(row, role.id, self._known.actors))
        if role.required and not row.get(role.id).strip():
            cells.missing(row, role.id)
        if len(actors) > 1 and not role.many:
            row.wrong(role.id, f"{len(actors)} actors in role {quoted(role.id)}", "one actor")
        for actor in actors if role.actors else ():
            known = self._known.types.get(actor)
            if known is not None and known.type not in role.actors:
                what = f"actor {quoted(actor)} is of type {known.type}"
                row.wrong(role.id, what, f"in role {quoted(role.id)} one of {listed(role.actors)}")
        return actors

    def _read_values(self, row: Row) -> Mapping[VariableId, tuple[str, ...]]:
        found = {}
        for variable in self._variables:
            values = _variable_value(row, variable)
            if values:
                found[variable.id] = values
            elif variable.id in self._kind.required and not row.get(variable.id).strip():
                cells.missing(row, variable.id)
        return MappingProxyType(found)

    def _read_dates(self, row: Row) -> Mapping[DateRole, StatedDate]:
        found = {}
        for role in self._kind.dates:
            column, basis_column, phrase_column = _date_columns(role)
            value = cells.fuzzy_date(row, column)
            basis = cells.choice(row, basis_column, Basis) if row.get(basis_column).strip() else None
            phrase = cells.short_text(row, phrase_column)
            if value is not None:
                found[role] = StatedDate(value, basis or Basis.STATED, phrase)
            elif (basis or phrase) and not row.get(column).strip():
                what = f"there is no date in {quoted(column)} for this"
                row.wrong(basis_column if basis else phrase_column, what, "a date, or an empty cell")
        return MappingProxyType(found)

    def _passages(self, row: Row) -> tuple[PassageId, ...]:
        passages = cells.terms(row, "passages", self._known.passages)
        if not row.get("passages").strip():
            cells.missing(row, "passages")
        return tuple(PassageId(passage) for passage in passages)

    def _check_passages(self, row: Row, claim: Claim) -> None:
        """A claim is what one source says; only an adjudication weighs several."""
        if len(claim.passages) < 2 or claim.settles:
            return
        sources = {self._known.passage_sources.get(passage) for passage in claim.passages} - {None}
        if len(sources) > 1:
            what = f"the passages lie in {len(sources)} sources"
            row.wrong("passages", what, "passages of one source", "Write one claim for each source.")


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
