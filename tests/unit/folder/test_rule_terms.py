"""What entries of rules.toml are made of."""

from folder_factory import CODEBOOK, a_table, told
from riven.folder.codebook import read_codebook
from riven.folder.rule_terms import Codes, attribution, condition, sentence, states, where
from riven.model.condition import Condition
from riven.model.panel import CellState

DRAFT = read_codebook(a_table(CODEBOOK))
CODES = Codes(DRAFT)


def read(text, ask):
    """Ask a table: the answer, and what is wrong."""
    table = a_table(text)
    return ask(table), [problem.removeprefix("table.toml") for problem in told(table.tree.problems)]


def test_codes_of_a_sound_codebook_are_known() -> None:
    """Kinds, their roles and variables, and the categories of each."""
    kind = CODES.kind("statement")

    assert not CODES.kinds.lacks("statement")
    assert CODES.kinds.lacks("pledge")
    assert (["speaker", "target"], ("act", "remark")) == (CODES.roles(kind).terms, CODES.variables(kind).terms)
    assert CODES.categories("act").lacks("praise")
    assert CODES.categories("count").lacks("12")
    assert CODES.every_variable.lacks("tone")


def test_nothing_is_unknown_without_a_codebook() -> None:
    """The mistake is there, not in the rules."""
    codes = Codes(None)

    assert codes.kind("statement") is None
    for known in (codes.kinds, codes.roles(None), codes.variables(None), codes.categories("act"), codes.every_variable):
        assert not known.lacks("anything")


def test_nothing_is_unknown_of_a_kind_or_variable_in_doubt() -> None:
    """Others are still checked."""
    codes = Codes(read_codebook(a_table(CODEBOOK.replace("sign = -1", "sign = -2"))))

    assert codes.kind("statement") is None
    assert not codes.categories("act").lacks("praise")
    assert codes.categories("type").lacks("praise")
    assert codes.kinds.lacks("pledge")


def test_conditions_on_variables_name_their_categories() -> None:
    """Each at least one."""

    def ask(table):
        return dict(where(table, "where", CODES.variables(CODES.kind("statement")), CODES))

    assert ({"act": ("condemn", "endorse")}, []) == read('where = { act = ["condemn", "endorse"] }', ask)
    assert ({}, []) == read("", ask)
    assert (
        {"act": ()},
        [
            ":1:11  unknown variable 'akt'  Expected one of act, remark.  Did you mean 'act'?",
            ":1:30  'act' is empty  Expected at least one item.",
        ],
    ) == read('where = { akt = ["x"], act = [] }', ask)
    found, problems = read('where = { act = ["condem"] }', ask)
    assert ({"act": ()}, True) == (found, problems[0].endswith("Did you mean 'condemn'?"))


def test_a_sentence_may_name_the_focal_actor_and_the_window() -> None:
    """Nothing else."""
    assert ("{focal} in {window}.", []) == read('sentence = "{focal} in {window}."', sentence)
    for braces in ("{focus}", "{focal", "focal}", "{}", "{{focal}}"):
        _, problems = read(f'sentence = "A {braces} b."', sentence)
        assert ":1:12  unknown placeholder '" in problems[0]
    assert 1 == len(read('sentence = "{x} and {x}"', sentence)[1])


def test_strength_is_a_state_of_evidence() -> None:
    """An empty cell is none; the usual holds where nothing is said."""
    usual = (CellState.POSSIBLE,)

    assert (usual, []) == read("", lambda table: states(table, usual))
    assert ((CellState.REPORTED, CellState.DISPUTED), []) == read(
        'states = ["reported", "disputed"]', lambda table: states(table, usual)
    )
    found, (problem,) = read('states = ["none_found"]', lambda table: states(table, usual))
    assert ((), True) == (found, "unknown state of evidence 'none_found'" in problem)


def test_a_condition_names_selectors_and_links() -> None:
    """And nothing else."""

    def ask(table):
        return condition(table, ["pledge"], ["leader"])

    assert (Condition(("pledge",), (CellState.POSSIBLE,), ("leader",)), []) == read(
        'any = ["pledge"]\nstates = ["possible"]\nattribution = ["leader"]', ask
    )
    assert (Condition(("pledge",)), []) == read('any = ["pledge"]', ask)
    found, problems = read('any = []\nattribution = ["x"]\nlinks = []', ask)
    assert Condition(()) == found
    assert ["'any' is empty", "unknown link 'x'", "unknown key 'links'"] == [
        problem.split("  ")[1] for problem in problems
    ]


def test_links_are_named_in_a_list_of_their_own() -> None:
    """Under whatever key."""
    assert (("leader",), []) == read('family = ["leader"]', lambda table: attribution(table, ["leader"], "family"))
    assert ((), []) == read("", lambda table: attribution(table, ["leader"]))
