"""How many voices a result rests on."""

from dataclasses import replace

import pytest

from factories import a_search, a_source, a_speech, analysed, some_actors, some_rules
from riven.analysis.pluralism import VOICES, CellVoices, shares, voices
from riven.model.panel import CellState
from riven.model.rule import Rows


def a_voice(name, *, outlet="", country="", language="", **given):
    """Build a source with what is known of its voice."""
    csl = {"language": language} if language else {}
    return replace(a_source(name, outlet=outlet, **csl, **given), country=country)


def cells(*claims, sources=(), searches=()):
    """Count the voices of every cell of a measure of all actors."""
    measures = some_rules().measures
    rules = some_rules(measures=measures | {"scolded": replace(measures["scolded"], rows=Rows.ACTORS)})
    analysis = analysed(*claims, sources=sources, searches=searches, rules=rules)
    found = voices([analysis.panels["scolded"]], {source.id: source for source in sources})
    return {(cell.actor, cell.period): cell for cell in found}


def numbers(*sources):
    """Count the voices of a cell that rests on some sources."""
    claims = [a_speech(f"c-{source.id}", source=source.id) for source in sources]
    held = cells(*claims, sources=sources)["hill", "2015"].numbers
    return tuple(held[voice] for voice in VOICES)


def test_every_cell_of_every_panel_has_its_voices():
    """In the order of the figure, with state, search effort and claims."""
    found = cells(a_speech("c"), sources=[a_source("s1")], searches=[a_search(documents=7)])

    assert [(actor, str(year)) for actor in some_actors() for year in range(2014, 2018)] == list(found)
    cell = found["hill", "2015"]
    assert (CellState.REPORTED, 7, ("c",)) == (cell.state, cell.documents_searched, cell.claims)


def test_a_cell_without_evidence_has_no_voices_but_its_effort():
    """What was searched stands beside a finding of nothing."""
    cell = cells(searches=[a_search(documents=7)])["hill", "2015"]

    assert (CellState.NONE_FOUND, 7, ()) == (cell.state, cell.documents_searched, cell.claims)
    assert dict.fromkeys(VOICES) == cell.numbers


def test_outlets_countries_and_languages_are_counted_once_each():
    """Without regard to case and blanks; variants of a language are one."""
    one = a_voice("s1", outlet="The Gazette", country="PK", language="en-GB")
    two = a_voice("s2", outlet="the  gazette", country="pk", language="en")
    three = a_voice("s3", outlet="Courier", country="AF", language="ps")

    assert (1, 1, 1, 1) == numbers(one)
    assert (2, 1, 1, 1) == numbers(one, two)
    assert (3, 2, 2, 2) == numbers(one, two, three)


def test_what_a_source_does_not_record_is_unknown():
    """One known outlet beside an unknown one may be one voice or two; two known ones are two at least."""
    known, other, unknown = a_voice("s1", outlet="Gazette"), a_voice("s2", outlet="Courier"), a_voice("s3")

    assert (1, None, None, None) == numbers(unknown)
    assert (2, None, None, None) == numbers(known, unknown)
    assert (3, 2, None, None) == numbers(known, other, unknown)


def test_copies_of_one_story_are_one_voice():
    """Wherever they were printed."""
    story = a_voice("s1", outlet="Agency")

    assert (1, 1, None, None) == numbers(story, a_voice("s2", outlet="Gazette", copy_of="s1"))


def cell(measure="m", state=CellState.REPORTED, **found):
    """Build the voices of a cell."""
    given = dict.fromkeys(VOICES) | found
    return CellVoices(measure, "hill", "2015", state, None, given, ())


def told(*held):
    """Tell shares by measure and voice."""
    return {(share.measure, share.voice): share for share in shares(held)}


def test_a_share_says_how_many_cells_rest_on_one_voice():
    """Of those for which it is known; cells without evidence are in no share."""
    found = told(cell(source=1), cell(source=2), cell(source=1), cell(), cell(state=CellState.NONE_FOUND))[
        "m", "source"
    ]

    assert (2, 3, 4) == (found.single, found.known, found.evidence)
    assert found.share == pytest.approx(2 / 3)


def test_a_share_of_nothing_known_is_unknown():
    """It is not nought."""
    assert None is told(cell())["m", "language"].share


def test_shares_come_by_measure_in_order_of_appearance():
    """One for each sort of voice, of a measure without evidence too."""
    found = shares([cell("second", CellState.NOT_SEARCHED), cell("first", source=1), cell("second")])

    assert [(name, voice) for name in ("second", "first") for voice in VOICES] == [
        (share.measure, share.voice) for share in found
    ]
    assert [1, 1] == [share.evidence for share in found if share.voice == "source"]
