"""Tests of `riven.pipeline.alternatives`: every way in which a study could have been done otherwise is listed."""

from dataclasses import replace

import pytest

from checkout import REPOSITORY
from riven.analysis.resettling import Records
from riven.analysis.sensitivity import Sort
from riven.analysis.timing import DatePolicy
from riven.dates import parse
from riven.folder import read_study
from riven.model.argument import Resolution
from riven.pipeline.alternatives import groups_out, other_findings, other_rules
from riven.pipeline.results import analyse_study, inputs_of


@pytest.fixture(scope="module")
def study():
    """An invented study with several sources."""
    return read_study(REPOSITORY / "tests" / "studies" / "ombara-2022")


def altered(study):
    """List the alternatives that change findings."""
    analysis = analyse_study(study)
    return list(other_findings(study, Records(inputs_of(study), analysis.findings.values()), analysis.findings))


def test_every_option_of_every_switch_is_an_alternative(study) -> None:
    """With the question and the answer in its sentence."""
    found = [held for held in other_rules(study, inputs_of(study).setting) if held.alternative.sort is Sort.SWITCH]
    options = [(switch, option) for switch in study.rules.switches for option in switch.options]
    assert [f"switch:{switch.id}={option.id}" for switch, option in options] == [held.alternative.id for held in found]
    assert all(switch.sentence in held.alternative.sentence for (switch, _), held in zip(options, found, strict=True))
    assert all(held.setting.rules != study.rules for held in found)


def test_every_other_scheme_of_identity_is_an_alternative(study) -> None:
    """But not the one in force."""
    found = [held for held in other_rules(study, inputs_of(study).setting) if held.alternative.sort is Sort.ROLLUP]
    assert set(study.rules.rollups) - {study.rules.rollup} == {held.setting.rules.rollup for held in found}


def test_open_dates_are_read_two_other_ways(study) -> None:
    """Strictly and generously."""
    found = [held for held in other_rules(study, inputs_of(study).setting) if held.alternative.sort is Sort.DATES]
    assert [DatePolicy.STRICT, DatePolicy.GENEROUS] == [held.setting.policy for held in found]


def test_every_source_outlet_and_coder_with_claims_is_left_out(study) -> None:
    """And what loses all its claims takes findings with it."""
    found = altered(study)
    sorts = [held.alternative.sort for held in found]
    assert sorts.count(Sort.CODER) == len({claim.coder for claim in study.claims.values()})
    resting = {study.passages[passage].source for claim in study.claims.values() for passage in claim.passages}
    assert 1 <= sorts.count(Sort.SOURCE) <= len(resting)
    assert all(held.change.fallen for held in found if held.alternative.sort is Sort.CODER)


def test_copies_of_one_story_go_together(study) -> None:
    """A wire story that was printed twice is one voice."""
    first, second = sorted({study.passages[p].source for claim in study.claims.values() for p in claim.passages})[:2]
    copied = replace(study, sources={**study.sources, second: replace(study.sources[second], copy_of=first)})
    before, after = ([h for h in altered(one) if h.alternative.sort is Sort.SOURCE] for one in (study, copied))
    assert len(before) - 1 == len(after)
    assert any("its copy" in held.alternative.sentence for held in after)


def test_dates_that_researchers_resolved_are_put_in_place(study) -> None:
    """Only on findings that are there."""
    finding = next(iter(analyse_study(study).findings.values()))
    role = study.codebook.kinds[finding.kind].dates[0]
    resolutions = (
        Resolution(finding.id, role, parse("2015-03"), "We asked."),
        Resolution("f-nobody", role, parse("2015-03"), "We asked."),
    )
    argument = replace(study.rules.argument, resolutions=resolutions)
    resolved = altered(replace(study, rules=replace(study.rules, argument=argument)))[0]
    assert (finding.id,) == resolved.change.fallen
    assert parse("2015-03") == resolved.change.standing[0].finding.dates[role]
    assert "1 act is dated as the researchers resolved." == resolved.alternative.sentence


def test_a_study_without_resolutions_says_so(study) -> None:
    """The reading is tried all the same, and changes nothing."""
    argument = replace(study.rules.argument, resolutions=())
    held = altered(replace(study, rules=replace(study.rules, argument=argument)))[0]
    assert () == held.change.fallen
    assert held.alternative.sentence.endswith("they have resolved none.")


def test_groups_are_left_out_but_neither_persons_nor_the_focal_family(study) -> None:
    """What remains is a study of the same focal actor."""
    analysis = analyse_study(study)
    found = [held.group for held in groups_out(study, analysis)]
    assert found
    assert study.focal not in found
    assert not set(found) & set(analysis.family)
