"""Tests of `riven.report.argument.references`."""

from report_argument import an_arguing_content, names_of, plain
from riven.report.argument.references import counted, fraction, nothing, soft
from riven.report.blocks import Look


def test_a_name_written_from_right_to_left_is_isolated():
    """It cannot reorder the words around it."""
    assert "\u2068مجلس الشيوخ\u2069" == names_of(an_arguing_content()).name("elders")


def test_an_actor_the_study_does_not_list_is_named_by_its_id():
    """Nothing is dropped."""
    assert "stranger" == names_of(an_arguing_content()).name("stranger")


def test_a_finding_is_linked_to_the_register():
    """It is shown once and linked from everywhere."""
    assert ["finding-f-1"] == [piece.target for piece in names_of(an_arguing_content()).finding("f-1")]


def test_a_finding_the_report_does_not_hold_is_named_without_a_link():
    """No dead ends."""
    names = names_of(an_arguing_content())
    assert [""] == [piece.target for piece in names.finding("f-9")]
    assert "f-9" == plain(names.told("f-9"))


def test_a_finding_is_told_in_the_coders_words():
    """The paraphrase of its first claim."""
    assert "f-1: The council told the newcomers to leave." == plain(names_of(an_arguing_content()).told("f-1"))


def test_findings_are_listed_in_small_print():
    """They stand behind what is said and do not drown it."""
    listed = names_of(an_arguing_content()).findings(("f-1", "f-2"))
    assert "f-1, f-2" == plain(listed)
    assert [Look.SOFT, Look.PLAIN, Look.SOFT] == [piece.look for piece in listed]


def test_passages_are_cited_and_linked_to_their_sources():
    """Author, year, and where in the source; a passage that is not held is left out."""
    cited = names_of(an_arguing_content()).passages(("p-1", "p-3", "p-9"))
    assert "Rahim 2015, p. 12, para. 3, note 7; Rahim n.d., pp. 4-5" == plain(cited)
    assert ["source-report", "source-book"] == [piece.target for piece in cited if piece.target]


def test_categories_are_called_by_their_labels():
    """As the codebook has them; an unknown one by its id."""
    assert "Condemns, praise" == names_of(an_arguing_content()).categories("act", ("condemn", "praise"))


def test_numbers_agree_with_what_they_count():
    """In the singular and in the plural, a plural of its own included."""
    assert ["1 cell", "2 cells", "2 searches"] == [
        counted(1, "cell"),
        counted(2, "cell"),
        counted(2, "search", "searches"),
    ]


def test_a_number_that_is_not_known_is_said_in_words():
    """It is neither 0 nor None."""
    assert ["0.00", "no triangle"] == [plain(fraction(0.0, "no triangle")), plain(fraction(None, "no triangle"))]


def test_nothing_is_read_out_in_words():
    """A dash would be silent."""
    assert [("nothing found", Look.UNKNOWN)] == [(piece.text, piece.look) for piece in nothing()]
    assert [Look.SOFT] == [piece.look for piece in soft("not coded")]
