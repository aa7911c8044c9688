"""The studies of the checkout as folders: canonical, whole, and the invented one with everything a study can hold."""

from collections import Counter

import pytest

from built import STUDIES
from checkout import REPOSITORY
from command_line import typed
from folder_factory import folder_bytes
from riven.dates import Basis
from riven.evidence.anchor import Standing, check_passages
from riven.folder import codebook_path, read_study, study_files, template_names, write_study
from riven.folder.layout import TEXT
from riven.model.actor import ActorType, NameType
from riven.model.argument import Event, Judgement, Scale
from riven.model.claim import CoderType, Confidence, Modality, Polarity, Verdict
from riven.model.codebook import DateRole, ValueType
from riven.model.expectation import Outcome
from riven.model.finding import Settlement, Status
from riven.model.panel import CellState
from riven.model.rule import Rows
from riven.model.source import Tier
from riven.pipeline.results import analyse_study, with_option

INVENTED = REPOSITORY / "tests" / "studies" / "ombara-2022"


@pytest.fixture(scope="module")
def study():
    """The invented study."""
    return read_study(INVENTED)


@pytest.fixture(scope="module")
def analysis(study):
    """What its claims amount to under its rules."""
    return analyse_study(study)


def claims(study):
    """Every claim of a study."""
    return study.claims.values()


def entries(codebook):
    """Every element of a codebook that a coder reads about, by the way to it."""
    found = {}
    for kind in codebook.kinds.values():
        found |= {kind.id: kind.entry} | {f"{kind.id}/{role.id}": role.entry for role in kind.roles}
    for variable in codebook.variables.values():
        found |= {variable.id: variable.entry}
        found |= {f"{variable.id}/{category.id}": category.entry for category in variable.categories}
    return found


@pytest.mark.parametrize("folder", STUDIES, ids=lambda folder: folder.name)
def test_a_study_is_kept_in_its_canonical_form(folder, tmp_path) -> None:
    """Reading and writing it gives the same bytes, so that a change shows as what it is."""
    write_study(read_study(folder), tmp_path / "again")
    kept = {
        name: content for name, content in folder_bytes(folder).items() if not name.startswith(("build/", "README"))
    }
    assert kept == folder_bytes(tmp_path / "again")


@pytest.mark.parametrize("folder", STUDIES, ids=lambda folder: folder.name)
def test_every_element_of_a_codebook_has_a_rule_and_all_three_sorts_of_example(folder) -> None:
    """A coder learns from what belongs, from what does not, and from the hard case."""
    codebook = read_study(folder).codebook
    bare = [way for way, entry in entries(codebook).items() if not (entry.label and entry.rule and _examples(entry))]
    assert [] == bare


def _examples(entry):
    return entry.positive and entry.negative and entry.borderline


def test_the_invented_codebook_shares_no_kind_role_or_variable_with_a_packaged_one(study) -> None:
    """What works for it works without a word of the packaged codebook."""
    for template in template_names():
        packaged = read_study(codebook_path(template).parent).codebook
        assert set() == _vocabulary(study.codebook) & _vocabulary(packaged)


def _vocabulary(codebook):
    roles = {role.id for kind in codebook.kinds.values() for role in kind.roles}
    return {*codebook.kinds, *codebook.variables, *roles}


def test_the_invented_rules_share_no_measure_and_no_camp_with_a_packaged_one(study) -> None:
    """Other questions, other answers."""
    for template in template_names():
        packaged = read_study(codebook_path(template).parent).rules
        assert not set(study.rules.measures) & set(packaged.measures)
        assert not {camp.id for camp in study.rules.camps} & {camp.id for camp in packaged.camps}
        assert study.rules.step is not packaged.step


@pytest.mark.parametrize(
    ("words", "held"),
    [
        (ActorType, lambda study: (actor.type for actor in study.actors.values())),
        (NameType, lambda study: (name.type for name in study.names)),
        (Tier, lambda study: (source.tier for source in study.sources.values())),
        (CoderType, lambda study: (study.coders[claim.coder].type for claim in claims(study))),
        (Modality, lambda study: (claim.modality for claim in claims(study))),
        (Polarity, lambda study: (claim.polarity for claim in claims(study))),
        (Confidence, lambda study: (claim.confidence for claim in claims(study))),
        (Verdict, lambda study: (claim.verdict for claim in claims(study) if claim.verdict)),
        (Basis, lambda study: (date.basis for claim in claims(study) for date in claim.dates.values())),
        (DateRole, lambda study: (role for claim in claims(study) for role in claim.dates)),
        (ValueType, lambda study: (study.codebook.variables[v].type for claim in claims(study) for v in claim.values)),
        (Outcome, lambda study: (expectation.outcome for expectation in study.expectations)),
        (Rows, lambda study: (measure.rows for measure in study.rules.measures.values())),
        (Scale, lambda study: (profile.scale for profile in study.rules.argument.profiles.values())),
        (Event, lambda study: study.rules.argument.lineage.means.values()),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_invented_study_holds_every_word_of_the_model(study, words, held) -> None:
    """A word nobody uses here would go untested."""
    assert set(words) == set(held(study))


@pytest.mark.parametrize(
    ("words", "held"),
    [
        (Status, lambda analysis: (finding.status for finding in analysis.findings.values())),
        (Settlement, lambda analysis: (finding.settled for finding in analysis.findings.values())),
        (CellState, lambda analysis: (cell.state for p in analysis.panels.values() for cell in p.cells.values())),
    ],
    ids=["Status", "Settlement", "CellState"],
)
def test_its_results_take_every_form(analysis, words, held) -> None:
    """Every status of a finding, every way to settle one, every state of a cell."""
    assert set(words) == set(held(analysis))


def test_it_holds_every_sort_of_link_between_claims_and_sources(study) -> None:
    """Copies, corrections, adjudications, named acts, undated acts, authors' judgements, resolved dates."""
    assert {"tamuri-wire-2021"} == {source.copy_of for source in study.sources.values() if source.copy_of}
    assert 1 == sum(bool(claim.supersedes) for claim in claims(study))
    assert 2 == sum(bool(claim.settles) for claim in claims(study))
    assert 13 == sum(not claim.dates for claim in claims(study))
    assert 7 == len({claim.finding for claim in claims(study) if claim.finding})
    assert all(factor.stated for factor in study.rules.argument.factors.values())
    assert [("nine-piers-oath", "2021-34")] == [(r.finding, str(r.date)) for r in study.rules.argument.resolutions]
    assert {Judgement.PRESENT, Judgement.SOME_FACTIONS, Judgement.ABSENT} == {
        word for factor in study.rules.argument.factors.values() for word in factor.stated.means.values()
    }


def test_its_names_are_written_in_three_scripts_and_one_of_them_is_shared(study) -> None:
    """One script runs from right to left; one spelling means two houses."""
    assert {"Latn", "Arab", "Hant"} == {name.script for name in study.names}
    assert {"La Línea": 2} == {text: n for text, n in Counter(name.text for name in study.names).items() if n > 1}


def test_every_passage_of_an_attached_text_of_the_invented_study_matches(study) -> None:
    """All texts lie beside it but one, which is only cited."""
    assert {"customs-bulletin-2021"} == set(study.sources) - set(study.documents)
    checks = [
        check
        for source, document in study.documents.items()
        for check in check_passages([p for p in study.passages.values() if p.source == source], document.text)
    ]
    assert {Standing.MATCH: 62} == dict(Counter(check.standing for check in checks))


def test_the_texts_of_the_invented_study_are_tracked_and_say_what_they_are(study) -> None:
    """Free to copy, and nobody can take them for reports."""
    assert {f"{TEXT}/{source}.txt" for source in study.documents} == {
        n for n in study_files(study) if n.startswith(TEXT)
    }
    for source, document in study.documents.items():
        assert "CC0-1.0" == study.sources[source].licence
        first = document.text.splitlines()[0].lower()
        assert any(word in first for word in ("invented", "inventado", "مختلق", "虛構"))


def test_every_option_of_the_invented_study_can_be_taken(study) -> None:
    """Each gives a result of its own, months and years included."""
    widths = {}
    for switch in study.rules.switches:
        for option in switch.options:
            panels = analyse_study(with_option(study, option)).panels
            widths[switch.id, option.id] = len(panels["denounced"].periods)
    assert 7 == len(widths)
    assert (24, 3, 8) == (widths["months", "month"], widths["months", "year"], widths["names", "apart"])


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("عائلات المنارة", "lighthouse-families"),
        ("familias del faro", "lighthouse-families"),
        ("九埠社", "nine-piers"),
        ("Hermandad del Cobre", "copper-brotherhood"),
        ("CG", "heron-command"),
    ],
)
def test_a_house_of_the_invented_study_goes_by_any_of_its_names(capsys, name, actor) -> None:
    """In any script, as an acronym, as others call it."""
    done = typed(capsys, "explain", INVENTED, name)
    assert 0 == done.code, done.err
    assert f"({actor})" in done.out.splitlines()[0]


def test_a_name_two_houses_share_is_not_guessed_at(capsys) -> None:
    """Both are named, and the person decides."""
    done = typed(capsys, "explain", INVENTED, "La Línea")
    assert 3 == done.code
    assert "'consortium', 'green-line'" in done.err
