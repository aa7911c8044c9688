"""expectations.csv: what was expected, locked when it was stated, and what came of it. A study may have none."""

from collections.abc import Iterable
from dataclasses import dataclass

from riven.folder import cells
from riven.folder.problems import quoted
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.ids import ActorId, MeasureId, PassageId
from riven.model.expectation import Expectation, Outcome

EXPECTATION_COLUMNS = Columns(
    (
        "id",
        "question",
        "rule",
        "covers",
        "author",
        "stated",
        "term",
        "percent",
        "passages",
        "actors",
        "measure",
        "lock",
        "outcome",
        "resolved_on",
        "resolution_passages",
        "reason",
        "note",
    ),
    ("id", "question", "rule", "covers", "author"),
)


@dataclass(frozen=True, slots=True)
class ExpectationTerms:
    """What an expectation may refer to."""

    passages: Vocabulary
    actors: Vocabulary
    measures: Vocabulary


def read_expectations(sheet: Sheet, known: ExpectationTerms) -> tuple[Expectation, ...]:
    """Read expectations.csv.

    Args:
        sheet: The sheet.
        known: What an expectation may refer to.

    Returns:
        Expectations in file order.
    """
    found: dict[str, Expectation | None] = {}

    def read(row: Row) -> None:
        before = len(sheet.problems)
        own = cells.declare(row, found, "expectation")
        expectation = found[own] = _expectation(row, own, known)
        if expectation is not None and len(sheet.problems) == before:  # a row that is half read has another lock
            _check(row, expectation)

    each_row(sheet, read)
    return tuple(expectation for expectation in found.values() if expectation is not None)


def _expectation(row: Row, own: str, known: ExpectationTerms) -> Expectation | None:
    covers = cells.fuzzy_date(row, "covers", required=True)
    texts = {column: cells.text(row, column, required=True) for column in ("question", "rule", "author")}
    stated, resolved_on = cells.fuzzy_date(row, "stated"), cells.day(row, "resolved_on")
    outcome = cells.choice(row, "outcome", Outcome, Outcome.OPEN) or Outcome.OPEN
    passages = tuple(PassageId(name) for name in cells.terms(row, "passages", known.passages))
    later = tuple(PassageId(name) for name in cells.terms(row, "resolution_passages", known.passages))
    actors = tuple(ActorId(name) for name in cells.terms(row, "actors", known.actors))
    measure = cells.term(row, "measure", known.measures)
    percent = cells.number(row, "percent")
    if covers is None:
        return None
    return Expectation(
        id=own,
        **texts,
        covers=covers,
        stated=stated,
        term=cells.text(row, "term"),
        percent=percent,
        passages=passages,
        actors=actors,
        measure=MeasureId(measure) or None,
        lock=row.get("lock").strip(),
        outcome=outcome,
        resolved_on=resolved_on,
        resolution_passages=later,
        reason=cells.text(row, "reason"),
        note=cells.text(row, "note"),
    )


def _check(row: Row, expectation: Expectation) -> None:
    if expectation.percent is not None and expectation.percent > 100:
        row.wrong("percent", f"{quoted(str(expectation.percent))} is no probability", "a whole number from 0 to 100")
    if expectation.lock and expectation.lock != expectation.sealed():
        what = "what was expected is not what was locked"
        row.wrong("lock", what, "the row as it was locked, or no lock", "Restore the row, or state a new expectation.")
    if expectation.outcome is not Outcome.OPEN:
        if not expectation.reason.strip():
            row.wrong("reason", "a resolved expectation gives no reason", "why it was resolved so")
        if expectation.outcome is not Outcome.UNRESOLVABLE and not expectation.resolution_passages:
            row.wrong("resolution_passages", "a resolved expectation rests on no passage", "at least one passage")


def expectation_rows(expectations: Iterable[Expectation]) -> Iterable[list[str]]:
    """Write expectations as rows of expectations.csv.

    Yields:
        Cells in canonical order.
    """
    for held in expectations:
        yield [
            held.id,
            held.question,
            held.rule,
            held.covers.edtf,
            held.author,
            "" if held.stated is None else held.stated.edtf,
            held.term,
            "" if held.percent is None else str(held.percent),
            cells.JOINT.join(held.passages),
            cells.JOINT.join(held.actors),
            held.measure or "",
            held.lock,
            held.outcome.value,
            str(held.resolved_on or ""),
            cells.JOINT.join(held.resolution_passages),
            held.reason,
            held.note,
        ]
