"""In which order groups stand."""

from factories import BELIEVED, a_speech, some_actors
from riven.analysis.scenes.lineup import FOCAL, OTHERS, lineup
from scene_factory import a_rivalry, staged

PRAISE = "tone=praise heard=yes"


def test_the_focal_actor_comes_first_then_rivals_by_camp_then_everybody_else():
    """Camps in the order of the rules, actors in that of the study."""
    scope, outcome, _ = staged(*a_rivalry("hill", "moor"), a_speech("p", "moor", values=PRAISE))

    assert [("river", FOCAL), ("moor", "Split"), ("hill", "Firm")] == [
        (one.actor, one.group) for one in lineup(scope, outcome)[:3]
    ]
    assert {OTHERS} == {one.group for one in lineup(scope, outcome)[3:]}


def test_a_rival_that_no_camp_fits_stands_behind_those_in_camps():
    """It is unclassified, not lost."""
    scope, outcome, _ = staged(*a_rivalry("moor"), a_speech("p", "moor", values=PRAISE, modality=BELIEVED))

    held = {one.actor: one for one in lineup(scope, outcome)}

    assert ("Unclassified", True, False) == (held["moor"].group, held["moor"].is_rival, held["moor"].is_focal)


def test_everybody_stands_once():
    """Whatever they are."""
    scope, outcome, _ = staged(*a_rivalry("hill"), actors=some_actors("fen"))

    assert sorted(some_actors("fen")) == sorted(one.actor for one in lineup(scope, outcome))
