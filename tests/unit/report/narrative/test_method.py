"""How a study was done, and how far it holds."""

from dataclasses import replace

from narrative_factory import text_of
from report_factory import a_content
from riven.report.account import LIMITATIONS
from riven.report.narrative.method import decisions, effort, introduction, limitations, methods, robust


def test_the_introduction_says_what_was_asked_and_found() -> None:
    """In the words of the rules and of the study."""
    text = text_of(introduction(a_content()))

    assert text.startswith("Who stood against The Newcomers in 2014–2017. An invented study of The Newcomers.")
    assert "3 are rivals of The Newcomers" in text


def test_methods_name_codebook_coders_and_every_rule() -> None:
    """Each by what it decides."""
    text = text_of(methods(a_content(), ["f-1", "f-2"]))

    assert "Of 4 findings 2 are told." in text
    assert "Claims were coded under Valley, revision 1, by Ada, bot." in text
    assert "Camp: Leadership opposed: No leader took the side of The Newcomers." in text
    assert "Dates: An act without a date makes a cell possible, never reported." in text


def test_searches_are_told_with_what_they_count_for() -> None:
    """Who looked for what, where, and how much was read."""
    text = text_of(effort(a_content()))

    assert "About every actor; for Statement; over 2014 to 2017; documents: 40" in text
    assert "Searched: valley AND (council)." in text
    assert "It does not turn an empty cell into “none found”. Only headlines." in text


def test_a_study_without_searches_says_what_that_means() -> None:
    """In one sentence."""
    assert "The study records no search" in text_of(effort(replace(a_content(), searches=())))


def test_limitations_are_those_of_the_report() -> None:
    """Word by word."""
    assert list(LIMITATIONS) == [paragraph[0].text for paragraph in limitations().paragraphs]


def test_robustness_is_told_as_handed_in() -> None:
    """Where nothing was tried it says so."""
    assert "One. Two." == text_of(robust(["One.", "Two."]))
    assert "No alternative was tried" in text_of(robust([]))
    assert [True, False] == [robust(["One.", "Two."]).listed, robust([]).listed]


def test_decisions_are_listed_with_their_alternatives() -> None:
    """By the names robustness calls them."""
    assert "Does a denial count? Yes. Otherwise (denial): no: A denial is not criticism." == text_of(
        decisions(a_content())
    )


def test_all_that_such_a_block_says_is_its_evidence() -> None:
    """A rule that changes is flagged where it was written about."""
    block = methods(a_content())

    assert block.rules == tuple(sentence.text for paragraph in block.paragraphs for sentence in paragraph)
