"""claims/<kind>.csv."""

from datetime import date

import pytest

from folder_factory import CODEBOOK, DEFECTIONS, STATEMENTS, TIES, a_sheet, a_table, told
from riven.dates import Basis, StatedDate, parse
from riven.folder.canonical import csv_text
from riven.folder.claims import (
    OPEN_COLUMNS,
    ClaimReader,
    Claims,
    ClaimTerms,
    bare_kind,
    claim_columns,
    claim_rows,
    read_claims,
)
from riven.folder.codebook import read_codebook
from riven.folder.vocabulary import Vocabulary
from riven.model.actor import Actor, ActorType
from riven.model.claim import Claim, Confidence, Modality, Polarity, Verdict

BOOK = read_codebook(a_table(CODEBOOK)).codebook
ACTORS = {
    "covenant": ActorType.ORGANISATION,
    "river-brigade": ActorType.ORGANISATION,
    "salt-road": ActorType.FACTION,
    "old-man": ActorType.LEADER,
}
TERMS = ClaimTerms(
    Vocabulary("actor", ACTORS, "actors.csv"),
    {own: Actor(own, own, kind) for own, kind in ACTORS.items()},
    Vocabulary("coder", ("ann", "bot"), "study.toml"),
    Vocabulary("passage", ("p-1", "p-2", "p-3", "p-x"), "passages.csv"),
    {"p-1": "gazette-1", "p-2": "gazette-1", "p-3": "gazette-1", "p-x": "gazette-2"},
)


def read(text, kind="statement", columns=None):
    """Read a sheet of claims: everything that was read, and what is wrong."""
    held = BOOK.kinds.get(kind) or bare_kind(kind)
    sheet = a_sheet(columns or claim_columns(held), text, f"claims/{kind}.csv")
    claims = Claims()
    read_claims(ClaimReader(sheet, held, BOOK.variables, TERMS), claims)
    return claims, told(sheet.problems)


def a_line(kind="statement", **cells):
    """Write a sheet of one claim, with these cells in place of the usual ones."""
    usual = {
        "statement": {"speaker": "river-brigade", "target": "covenant", "act": "condemn"},
        "defection": {"from": "river-brigade", "to": "covenant"},
        "tie": {"actor": "river-brigade", "partner": "salt-road"},
    }[kind]
    filled = {"id": "c", "coder": "ann", **usual, "passages": "p-1"} | cells
    columns = claim_columns(BOOK.kinds[kind]).names
    return csv_text(columns, [[filled.get(column, "") for column in columns]])


def test_a_sheet_has_the_columns_of_its_kind() -> None:
    """Roles, variables and dates between those of every sheet."""
    columns = claim_columns(BOOK.kinds["statement"])

    assert STATEMENTS.partition("\n")[0].split(",") == list(columns.names)
    assert {"id", "coder", "speaker", "target", "act", "passages"} == set(columns.required)


def test_a_claim_is_what_its_row_says() -> None:
    """Every cell in its place."""
    text = a_line(
        "tie",
        coded_on="2024-02-29",
        codebook_revision="1",
        type="host",
        cooperation="training; financial",
        happened="2015~",
        happened_basis="derived",
        happened_phrase="about then",
        place=" the ford ",
        polarity="negated",
        modality="rumoured",
        confidence="low",
        passages="p-1; p-2",
        paraphrase="Said so.",
        note="!",
        finding="deal",
        supersedes="a; b",
    )
    claims, problems = read(text, "tie")

    assert [] == problems
    assert (
        Claim(
            id="c",
            kind="tie",
            coder="ann",
            coded_on=date(2024, 2, 29),
            codebook_revision="1",
            roles={"actor": ("river-brigade",), "partner": ("salt-road",)},
            values={"type": ("host",), "cooperation": ("training", "financial")},
            dates={"happened": StatedDate(parse("2015~"), Basis.DERIVED, "about then")},
            passages=("p-1", "p-2"),
            place=" the ford ",
            polarity=Polarity.NEGATED,
            modality=Modality.RUMOURED,
            confidence=Confidence.LOW,
            paraphrase="Said so.",
            note="!",
            finding="deal",
            supersedes=("a", "b"),
        )
        == claims.found["c"]
    )
    assert [claims.found["c"]] == [claim for _, claim in claims.linking]
    assert {"deal": "tie"} == claims.findings


def test_a_claim_that_says_the_least_is_affirmed_asserted_and_sure() -> None:
    """A role or variable without a cell is absent, and so is a date."""
    claim = read(a_line("defection"), "defection")[0].found["c"]

    assert (Polarity.AFFIRMED, Modality.ASSERTED, Confidence.HIGH) == (claim.polarity, claim.modality, claim.confidence)
    assert ({}, {}, None, None, (), None) == (
        claim.values,
        claim.dates,
        claim.coded_on,
        claim.finding,
        claim.settles,
        claim.verdict,
    )
    assert Basis.STATED is read(a_line(made="2015"))[0].found["c"].dates["made"].basis


@pytest.mark.parametrize(
    ("kind", "cells", "problem"),
    [
        ("statement", {"speaker": ""}, "'speaker' is empty"),
        ("statement", {"speaker": "nobody"}, "unknown actor 'nobody'"),
        ("statement", {"speaker": "old-man; covenant"}, "2 actors in role 'speaker'  Expected one actor."),
        (
            "defection",
            {"from": "old-man"},
            "actor 'old-man' is of type leader  Expected in role 'from' one of organisation, faction.",
        ),
        ("statement", {"act": ""}, "'act' is empty"),
        ("statement", {"act": "praise"}, "unknown category of 'act' 'praise'  Expected an id of variable 'act'."),
        ("statement", {"act": "condemn; endorse"}, "'act' holds several categories  Expected one category."),
        ("tie", {"cooperation": "training; training"}, "category of 'cooperation' 'training' is named twice"),
        ("defection", {"count": "many"}, "'many' is not a count"),
        ("statement", {"made": "soon"}, "'soon' is not a date"),
        ("statement", {"made": "soon", "made_basis": "stated"}, "'soon' is not a date"),
        (
            "statement",
            {"made_basis": "stated"},
            "there is no date in 'made' for this  Expected a date, or an empty cell.",
        ),
        ("statement", {"made_phrase": "then"}, "there is no date in 'made' for this"),
        ("statement", {"made": "2015", "made_basis": "guess"}, "unknown made_basis 'guess'"),
        ("statement", {"made": "2015", "made_phrase": "a b c d e f g h i"}, "'made_phrase' quotes 9 words"),
        ("statement", {"coder": "eve"}, "unknown coder 'eve'"),
        ("statement", {"coder": ""}, "'coder' is empty"),
        ("statement", {"coded_on": "06/08/2015"}, "is not a day of the calendar"),
        ("statement", {"polarity": "denied"}, "unknown polarity 'denied'"),
        ("statement", {"modality": "said"}, "unknown modality 'said'"),
        ("statement", {"confidence": "sure"}, "unknown confidence 'sure'"),
        ("statement", {"verdict": "maybe", "settles": "x"}, "unknown verdict 'maybe'"),
        ("statement", {"passages": ""}, "'passages' is empty"),
        ("statement", {"passages": "p-9"}, "unknown passage 'p-9'"),
        ("statement", {"passages": "p-1; p-1"}, "passage 'p-1' is named twice"),
        ("statement", {"passages": "p-1; p-x"}, "the passages lie in 2 sources  Expected passages of one source."),
        ("statement", {"finding": "The Letter"}, "'The Letter' cannot serve as finding id"),
        ("statement", {"id": "C"}, "'C' cannot serve as claim id"),
        ("statement", {"id": ""}, "'id' is empty"),
    ],
    ids=str,
)
def test_a_broken_cell_is_told_once_at_its_place(kind: str, cells: dict[str, str], problem: str) -> None:
    """The claim is not read, and its id stays known."""
    claims, problems = read(a_line(kind, **cells), kind)

    assert [problem] == [problem for found in problems if problem in found]
    assert 1 == len(problems)
    assert problems[0].startswith(f"claims/{kind}.csv:2:")
    assert None is claims.found.get(cells.get("id", "c"))


def test_an_adjudication_may_rest_on_several_sources() -> None:
    """It weighs them."""
    assert [] == read(a_line(passages="p-1; p-x", settles="x", verdict="accepted"))[1]
    assert Verdict.ACCEPTED is read(a_line(settles="x", verdict="accepted"))[0].found["c"].verdict


def test_the_same_mistake_in_every_row_is_told_for_every_row() -> None:
    """What cells mean together is remembered only where nothing is wrong."""
    header, row = a_line(speaker="nobody").splitlines()
    _, problems = read("\n".join([header, row, row.replace("c,", "d,", 1), a_line(id="e").splitlines()[1]]))

    assert ["claims/statement.csv:2:9", "claims/statement.csv:3:9"] == [found.partition("  ")[0] for found in problems]


def test_a_text_is_kept_exactly_and_a_count_as_written() -> None:
    """Blanks, commas and semicolons are part of a text."""
    assert (" a; b,\n",) == read(a_line(remark=" a; b,\n"))[0].found["c"].values["remark"]
    assert ("10..15",) == read(a_line("defection", count="10..15"), "defection")[0].found["c"].values["count"]


def test_a_finding_is_of_one_kind() -> None:
    """Its name is told where it is used again."""
    claims = Claims()
    for kind in ("statement", "tie"):
        sheet = a_sheet(
            claim_columns(BOOK.kinds[kind]), a_line(kind, id=f"c-{kind}", finding="x"), f"claims/{kind}.csv"
        )
        read_claims(ClaimReader(sheet, BOOK.kinds[kind], BOOK.variables, TERMS), claims)
        problems = told(sheet.problems)

    assert ["claims/tie.csv:2:55  finding 'x' is already of kind 'statement'  Expected one kind a finding."] == problems


def test_a_sheet_of_a_kind_in_doubt_is_read_as_far_as_it_can_be() -> None:
    """Its claims are known, and columns of its own are no problem."""
    text = "id,coder,tone,passages\nc,ann,loud,p-1\nC,eve,loud,p-9\n"
    claims, problems = read(text, "speech", OPEN_COLUMNS)

    assert ({}, {}) == (claims.found["c"].roles, claims.found["c"].values)
    assert ["cannot serve as claim id", "unknown coder 'eve'", "unknown passage 'p-9'"] == [
        next(
            gist
            for gist in ("cannot serve as claim id", "unknown coder 'eve'", "unknown passage 'p-9'")
            if gist in found
        )
        for found in problems
    ]


def test_a_torn_sheet_leaves_its_claims_in_doubt() -> None:
    """And a torn row declares what it seems to."""
    claims, _ = read('id,coder,speaker,target,act,passages\nx\nc,ann,"river')

    assert {"x": None} == claims.found
    assert not claims.whole
    assert read(a_line())[0].whole


@pytest.mark.parametrize(("kind", "text"), [("statement", STATEMENTS), ("defection", DEFECTIONS), ("tie", TIES)])
def test_claims_are_written_as_they_were_read(kind: str, text: str) -> None:
    """Every column in its place."""
    claims, problems = read(text, kind)

    assert [] == problems
    assert text == csv_text(claim_columns(BOOK.kinds[kind]).names, claim_rows(claims.found.values(), BOOK.kinds[kind]))
