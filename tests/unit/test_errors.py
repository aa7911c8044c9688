"""Errors: they carry the facts, say all at once, and are safe to print."""

import pytest

from riven.errors import (
    AmbiguousNameError,
    DateError,
    DocumentError,
    InputError,
    OutputError,
    Problem,
    RivenError,
    StudyFolderError,
    UnknownTermError,
    UntraceableCellError,
    quote,
)


def test_a_problem_says_where_what_was_expected_and_what_to_do():
    """One line: path, line, column, defect, expectation, hint."""
    problem = Problem("actors.csv", 4, 2, "unknown type 'gang'", "one of organisation, wing", "Did you mean 'wing'?")
    expected = "actors.csv:4:2  unknown type 'gang'  Expected one of organisation, wing.  Did you mean 'wing'?"
    assert expected == str(problem)


@pytest.mark.parametrize(
    ("expected", "line", "column"),
    [("a.csv  broken", 0, 0), ("a.csv:3  broken", 3, 0), ("a.csv:3:7  broken", 3, 7)],
)
def test_a_problem_of_a_whole_file_or_line_names_no_column(expected, line, column):
    """Positions that are not known are left out."""
    assert expected == str(Problem("a.csv", line, column, "broken"))


def test_a_problem_cannot_act_on_the_terminal_it_is_printed_on():
    """Control characters and direction marks of a hostile value are written as escapes."""
    assert "a.csv  value '\\x1b[31m\\u202e'" == str(Problem("a.csv", 0, 0, "value '\x1b[31m\u202e'"))


def test_an_input_error_lists_every_problem_in_file_order():
    """All problems, sorted by path, line and column, one a line."""
    later, earlier = Problem("b.csv", 1, 1, "second"), Problem("a.csv", 9, 1, "first")
    error = InputError([later, earlier])
    assert (earlier, later) == error.problems
    assert "a.csv:9:1  first\nb.csv:1:1  second" == str(error)


@pytest.mark.parametrize("kind", [StudyFolderError, DocumentError])
def test_bad_folders_and_documents_are_input_errors(kind):
    """A caller that handles InputError handles both."""
    assert issubclass(kind, InputError)


def test_a_date_error_keeps_the_text_and_the_reason():
    """The facts are attributes, the message puts them together; it is a ValueError too."""
    error = DateError("2015-13", "there is no month 13")
    assert ("2015-13", "there is no month 13") == (error.text, error.reason)
    assert "'2015-13' is not a date riven can read: there is no month 13" == str(error)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("expected", "suggestions"),
    [
        ("unknown actor 'tttp'.", ()),
        ("unknown actor 'tttp'. Did you mean 'ttp'?", ("ttp",)),
        ("unknown actor 'tttp'. Did you mean 'ttp' or 'let'?", ("ttp", "let")),
    ],
)
def test_an_unknown_term_is_answered_with_what_may_be_meant(expected, suggestions):
    """Suggestions are offered when there are any."""
    error = UnknownTermError("tttp", "actor", suggestions)
    assert expected == str(error)
    assert ("tttp", "actor", suggestions) == (error.term, error.kind, error.suggestions)
    assert isinstance(error, LookupError)


def test_where_nothing_comes_near_the_first_known_terms_are_listed():
    """A person who is lost sees what there is; a near one makes the list needless."""
    years = [str(year) for year in range(2010, 2020)]
    listed = "'2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017' and 2 more"
    assert f"unknown period '1888'. Known: {listed}." == str(UnknownTermError("1888", "period", (), years))
    assert "unknown period '201'. Did you mean '2010'?" == str(UnknownTermError("201", "period", ["2010"], years))


def test_an_ambiguous_name_lists_the_actors_it_may_mean():
    """One spelling of several actors is answered with their ids, never with a guess."""
    error = AmbiguousNameError("Taliban", ["afghan-taliban", "ttp"])
    assert "'Taliban' is a name of several actors: 'afghan-taliban', 'ttp'. Ask for one of these ids." == str(error)
    assert ("Taliban", ("afghan-taliban", "ttp")) == (error.term, error.actors)


def test_an_untraceable_cell_names_its_row_and_column():
    """A defect in riven says which cell it is about."""
    error = UntraceableCellError("ttp", "2015", "no finding")
    assert ("ttp", "2015", "cell ttp 2015: no finding") == (error.actor, error.period, str(error))


def test_an_output_error_names_the_path():
    """What cannot be written is named first."""
    error = OutputError("build", "is a file")
    assert ("build", "build: is a file") == (error.path, str(error))


@pytest.mark.parametrize("kind", [InputError, DateError, UnknownTermError, UntraceableCellError, OutputError])
def test_every_error_has_one_root(kind):
    """`except RivenError` catches what riven raises on purpose."""
    assert issubclass(kind, RivenError)


def test_a_long_value_is_cut_before_it_is_quoted():
    """Ten megabytes in a cell do not become ten megabytes in a message."""
    shown = quote("x" * 10_000_000)
    assert 82 == len(shown)
    assert shown.endswith("...'")


def test_other_scripts_are_quoted_as_they_are():
    """Arabic or Chinese is not a hostile character."""
    assert "'داعش 伊斯兰国'" == quote("داعش 伊斯兰国")
