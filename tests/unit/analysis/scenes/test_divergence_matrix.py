"""How far groups are apart."""

from dataclasses import replace
from types import SimpleNamespace

from factories import a_scope, some_rules
from riven.analysis.argument import Outcome
from riven.analysis.camps import CampVerdict
from riven.analysis.divergence import ALL, Apart, Coded, Divergence
from riven.analysis.scenes.divergence_matrix import NO_PAIR, NO_PROFILES, alternative, caption, divergence_matrix, rows
from riven.analysis.scenes.matrix import OVER_ALL
from riven.model.argument import Argument, ProfileRule, Scale

TONE = ProfileRule("tone", "Tone", "How they speak.", "speech", ("who",), "tone", Scale.SET)


def a_scene(rivals=("hill", "moor"), profiles=True):
    """The focal actor is coded, the first rival shares half of it, of the second nothing is known."""
    rules = replace(some_rules(), argument=Argument(profiles={"tone": TONE} if profiles else {}))
    camps = tuple(CampVerdict(rival, "unclassified", rival.title(), "", (), ()) for rival in rivals)
    coded = [
        Coded("tone", "hill", ("warn", "scold"), (), ("f-hill",), ("c-hill",)),
        Coded("tone", "river", ("warn",), (), ("f-river",), ("c-river",)),
        Coded("tone", "moor", (), (), (), ()),
    ]
    apart = [
        Apart("tone", "hill", "river", 0.5, ("warn",), ("scold",), (), 1, ("c-hill", "c-river")),
        Apart("tone", "hill", "moor", None, (), (), (), 0, ("c-hill",)),
        Apart("tone", "river", "moor", None, (), (), (), 0, ("c-river",)),
    ]
    apart += [replace(held, profile=ALL, shared=(), only_one=()) for held in apart]
    known = {"river", *rivals}
    divergence = Divergence(
        tuple(held for held in coded if held.actor in known),
        tuple(held for held in apart if {held.one, held.other} <= known),
    )
    held = SimpleNamespace(divergence=divergence if profiles else Divergence((), ()))
    return divergence_matrix(a_scope(rules=rules), Outcome({}, (), camps, {}), held)


def test_the_focal_actor_comes_first_whatever_the_order_of_the_study() -> None:
    """What only it has stands on its side."""
    scene = a_scene()
    mark = scene.from_focal[0]

    assert ["river", "hill", "moor"] == [line.actor for line in scene.rows]
    assert ("river", "hill", 0.5) == (mark.one, mark.other, mark.distance)
    assert (("warn",), (), ("scold",)) == (mark.shared, mark.only_one, mark.only_other)
    assert mark.sentence.endswith("Tone: distance 0.50; shared: warn.")
    assert {"f-hill", "f-river"} == set(mark.findings)


def test_every_pair_has_every_respect_and_the_mean_over_all() -> None:
    """Rivals against the focal actor, and against each other."""
    scene = a_scene()

    assert ["tone", OVER_ALL] == [column.id for column in scene.columns]
    assert [("hill", "tone"), ("hill", "all"), ("moor", "tone"), ("moor", "all")] == [
        (mark.other, mark.profile) for mark in scene.from_focal
    ]
    assert {("hill", "moor")} == {(mark.one, mark.other) for mark in scene.between}
    assert OVER_ALL == ALL


def test_what_cannot_be_told_says_why_and_is_no_number() -> None:
    """Missing is neither alike nor apart."""
    mark = a_scene().from_focal[2]

    assert None is mark.distance
    assert "cannot be told, as nothing is coded about Moor" == mark.missing
    assert "neither as alike nor as apart" in caption(a_scene())
    assert "Of 3 pairs of groups, 2 cannot be compared at all." in caption(a_scene())
    assert "cannot be told" in alternative(a_scene())


def test_rivals_too_many_to_be_set_beside_each_other_are_not(monkeypatch) -> None:
    """The caption says so."""
    monkeypatch.setattr("riven.analysis.scenes.divergence_matrix.MOST_PAIRED", 1)
    scene = a_scene()

    assert ((), 4) == (scene.between, len(scene.from_focal))
    assert "too many" in caption(scene)
    assert "too many" not in caption(a_scene(rivals=("hill",)))


def test_without_profiles_or_a_pair_only_a_sentence_is_left() -> None:
    """An honest empty state."""
    assert (NO_PROFILES, NO_PAIR) == (a_scene(profiles=False).sentence, a_scene(rivals=()).sentence)
    assert [] == list(rows(a_scene(rivals=())))


def test_the_data_file_has_a_row_a_pair_and_respect() -> None:
    """A missing distance is blank, and says why."""
    told = [
        (row["one"], row["other"], row["profile"], row["distance"], bool(row["missing"])) for row in rows(a_scene())
    ]

    assert 6 == len(told)
    assert ("river", "hill", "tone", 0.5, False) == told[0]
    assert ("hill", "moor", "tone", None, True) == told[4]
