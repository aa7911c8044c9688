"""What acts say of cells, whole or after a loss, with the links that stand or without some of them."""

from dataclasses import replace

from factories import NEGATED, RUMOURED, a_kinship, a_measure, a_speech, some_inputs
from riven.analysis.nearby import Neighbourhood
from riven.analysis.sayings import Question, Saying, Sayings, Voice
from riven.model.panel import CellState

NOTHING = frozenset()
IN_2015 = (0, 1)
PART = a_kinship("k", "moor", "hill", "part-of", source="s9")


def heard(*claims, lost=(), cut=()):
    """Ask what the act of the first claim says of the hill's cells, 2014 to 2017."""
    inputs, measure = some_inputs(*claims), a_measure(attribution=("part-of-group",))
    around = Neighbourhood(inputs, measure)
    sayings = Sayings(inputs, measure, ["hill"], around)
    question = Question(around.of[claims[0].id], frozenset(lost), frozenset(cut))
    sayings.learn([question])
    assert question in sayings
    assert replace(question, lost=frozenset({"s0"})) not in sayings
    return sayings[question]


def voice(saying, cell=IN_2015):
    """Take the one voice in a cell."""
    (found,) = saying.voices[cell]
    return found


def test_an_act_says_what_it_makes_of_the_cells_it_may_lie_in():
    """With the sources it rests on."""
    saying = heard(a_speech("a", source="s1 s2"))

    assert {IN_2015: [Voice(CellState.REPORTED, True, frozenset({"s1", "s2"}), NOTHING)]} == saying.voices
    assert set() == saying.denials


def test_an_act_is_settled_anew_from_what_is_left_of_it():
    """Without its assertion, a rumour remains; without its day, a span of years."""
    rumoured = a_speech("a", source="s1", finding="x"), a_speech("b", source="s2", finding="x", modality=RUMOURED)
    dated = a_speech("a", source="s1", finding="x"), a_speech("b", source="s2", finding="x", date="published=2015/2016")

    assert CellState.POSSIBLE is voice(heard(*rumoured, lost=["s1"])).state
    assert CellState.REPORTED is voice(heard(*rumoured, lost=["s2"])).state
    assert [IN_2015, (0, 2)] == sorted(heard(*dated, lost=["s1"]).voices)


def test_an_act_of_which_nothing_is_left_says_nothing():
    """It was never known."""
    assert Saying() == heard(a_speech("a", source="s1"), lost=["s1"])


def test_what_carries_an_act_to_a_row_is_told_apart():
    """The act itself stands when a link falls, but is not heard there."""
    claims = a_speech("a", "moor", source="s1"), PART

    assert frozenset({"s9"}) == voice(heard(*claims)).carried
    assert frozenset({"s1", "s9"}) == voice(heard(*claims)).under
    assert {} == heard(*claims, cut=["s9"]).voices


def test_what_carries_an_act_to_the_focal_actor_is_told_too():
    """A branch is criticised with the organisation it is a branch of."""
    claims = a_speech("a", at="delta", source="s1"), a_kinship("k", "river", "delta", "branch-of", source="s8")

    assert frozenset({"s8"}) == voice(heard(*claims)).carried
    assert {} == heard(*claims, cut=["s8"]).voices


def test_only_own_acts_on_known_dates_can_be_denied():
    """What comes along a link cannot."""
    assert voice(heard(a_speech("a"))).is_deniable
    assert not voice(heard(a_speech("a", date=""))).is_deniable
    assert not voice(heard(a_speech("a", "moor"), PART)).is_deniable


def test_a_denial_says_which_cells_it_denies():
    """And supports none; others do not touch what an act says."""
    denial = a_speech("d", date="published=2014/2015", polarity=NEGATED, finding="d")

    assert {(0, 0), IN_2015} == heard(denial).denials
    assert {} == heard(denial).voices
    assert CellState.REPORTED is voice(heard(a_speech("a"), denial)).state


def test_many_questions_are_answered_at_once():
    """One claim left over from several losses is kept apart in each."""
    inputs, measure = some_inputs(a_speech("a", source="s1 s2 s3")), a_measure()
    around = Neighbourhood(inputs, measure)
    sayings = Sayings(inputs, measure, ["hill"], around)
    questions = [Question(around.of["a"], frozenset(lost)) for lost in (["s1"], ["s1", "s2"], ["s1", "s2", "s3"])]
    sayings.learn(questions)

    assert [1, 1, 0] == [len(sayings[question].voices) for question in questions]
