"""A study unpacked and analysed, as it stands or under an alternative: another rule, a source or a claim withdrawn."""

from collections.abc import Collection
from dataclasses import replace

from riven.analysis.inputs import Inputs
from riven.analysis.results import Analysis, analyse
from riven.analysis.scope import Scope, Setting, to_scope
from riven.evidence import withdrawal
from riven.folder import apply_option
from riven.ids import ClaimId, PassageId, SourceId
from riven.model.rule import Option
from riven.model.study import Study


def analyse_study(study: Study) -> Analysis:
    """Work out everything the study's claims amount to under its rules.

    Returns:
        Findings, rivals, camps and panels.
    """
    return analyse(inputs_of(study))


def inputs_of(study: Study) -> Inputs:
    """Unpack a study for analysis.

    Returns:
        What an analysis starts from.
    """
    return Inputs(
        _setting(study), claims=study.claims, passages=study.passages, sources=study.sources, coders=study.coders
    )


def scope_of(study: Study, analysis: Analysis) -> Scope:
    """Put an analysis back into the scope it was made in.

    Returns:
        The scope.
    """
    return to_scope(analysis.evidence, _setting(study))


def _setting(study: Study) -> Setting:
    return Setting(
        focal=study.focal,
        window=study.window,
        codebook=study.codebook,
        rules=study.rules,
        actors=study.actors,
        searches=study.searches,
    )


def without_claims(study: Study, withdrawn: Collection[ClaimId]) -> Study:
    """Take claims out of a study, as if they had never been coded.

    Args:
        study: The study.
        withdrawn: Claims to take out. A claim one of them corrected or settled stands again.

    Returns:
        The study without them.
    """
    return replace(study, claims=withdrawal.without_claims(study.claims, withdrawn))


def without_passages(study: Study, withdrawn: Collection[PassageId]) -> Study:
    """Take passages out of a study.

    Args:
        study: The study.
        withdrawn: Passages to take out.

    Returns:
        The study without the claims that rest on nothing else; other claims keep the passages they have left.
    """
    return replace(study, claims=withdrawal.without_passages(study.claims, set(withdrawn)))


def without_sources(study: Study, withdrawn: Collection[SourceId]) -> Study:
    """Take sources out of a study.

    Args:
        study: The study.
        withdrawn: Sources to take out.

    Returns:
        The study without the passages that lie in them, and without the claims that rest on nothing else.
    """
    return without_passages(study, {own for own, held in study.passages.items() if held.source in withdrawn})


def with_option(study: Study, option: Option) -> Study:
    """Decide one switch of the rules another way.

    Args:
        study: The study.
        option: The alternative, from `study.rules.switches`.

    Returns:
        The study under the changed rules.
    """
    return replace(study, rules=apply_option(study.rules, option))
