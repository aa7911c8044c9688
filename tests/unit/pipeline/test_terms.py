"""What a person types, resolved to what the study holds."""

import pytest

from riven.dates import periods
from riven.errors import AmbiguousNameError, UnknownTermError
from riven.folder import read_study, template_path
from riven.ids import ActorId
from riven.model.actor import Actor, ActorType, Name
from riven.pipeline.terms import find_actor, find_elements, find_measure, find_period, near

ACTORS = {
    ActorId(own): Actor(ActorId(own), name, ActorType.ORGANISATION)
    for own, name in {"ttp": "Tehrik", "let": "Lashkar", "taliban": "The Taliban"}.items()
}
NAMES = (Name(ActorId("ttp"), "Pakistani Taliban"), Name(ActorId("ttp"), "Army"), Name(ActorId("let"), "Army"))


@pytest.mark.parametrize("text", ["ttp", "TTP", "tehrik", " Pakistani  taliban "])
def test_identifiers_names_and_spellings_all_serve(text: str) -> None:
    """Without regard to case and blanks."""
    assert "ttp" == find_actor(text, ACTORS, NAMES)


def test_a_name_of_several_is_never_chosen_in_silence() -> None:
    """All of them are named."""
    with pytest.raises(AmbiguousNameError) as caught:
        find_actor("army", ACTORS, NAMES)

    assert ("ttp", "let") == caught.value.actors


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    """Spellings count as well as identifiers."""
    with pytest.raises(UnknownTermError) as caught:
        find_actor("Pakistani Talban", ACTORS, NAMES)

    assert "Pakistani Taliban" in caught.value.suggestions


def test_a_measure_and_a_period_are_found_in_any_case() -> None:
    """Where none comes near, the first few are named."""
    study = read_study(template_path("armed-group-rivalry"))

    assert "criticised" == find_measure("Criticised", study.rules.measures)
    with pytest.raises(UnknownTermError, match="2014"):
        find_period("1999", periods(study.window, study.rules.step))


def test_a_term_of_the_codebook_is_found_by_id_label_or_dotted_name() -> None:
    """Several elements may share one."""
    book = read_study(template_path("armed-group-rivalry")).codebook

    assert ["category"] == [each.kind for each in find_elements("act.warn", book)]
    assert 1 < len(find_elements("on_behalf_of", book))
    with pytest.raises(UnknownTermError, match="statement"):
        find_elements("statment", book)


def test_near_terms_come_best_first() -> None:
    """At most three, and none that is far off."""
    assert ["condemn"] == near("condem", ["condemn", "warn", "endorse"])
