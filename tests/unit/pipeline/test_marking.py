"""A passage is made from words of an attached text, and added to the sheet without touching what is there."""

from dataclasses import replace

import pytest

from folder_factory import digest
from riven.errors import DocumentError, InputError, OutputError
from riven.folder import read_study, template_path, write_study
from riven.model.source import Document
from riven.pipeline.marking import add_passage, mark_passage, unfrozen, written

SOURCE = "herald-2016"


@pytest.fixture(scope="module")
def study():
    """The study that comes with the template, with its text."""
    return read_study(template_path("armed-group-rivalry"))


def with_text(study, text):
    """Freeze another text, and attach it."""
    source = replace(study.sources[SOURCE], sha256=digest(text), characters=len(text))
    return replace(study, sources={SOURCE: source}, documents={SOURCE: Document(SOURCE, text, digest(text))})


def test_words_become_a_passage_with_the_next_free_number(study) -> None:
    """Offsets, hash and paragraph are worked out; nobody counts characters."""
    made = mark_passage(study, SOURCE, "no group, person or place in it exists")
    assert ("p-3", SOURCE, 1) == (made.id, made.source, made.paragraph)
    assert digest("no group, person or place in it exists") == made.sha256


def test_a_span_that_is_there_already_is_not_made_twice(study) -> None:
    """The old passage serves."""
    held = study.passages["p-1"]
    text = study.documents[SOURCE].text[held.start : held.end]
    assert held == mark_passage(study, SOURCE, text)
    assert held == mark_passage(study, SOURCE, text, own="p-9")


def test_words_in_several_places_are_answered_with_the_lines(study) -> None:
    """More words decide."""
    with pytest.raises(DocumentError, match=r"2 places, on lines 1, 3"):
        mark_passage(with_text(study, "the end\n\nthe end\n"), SOURCE, "the end")


def test_words_that_do_not_stand_there_are_refused(study) -> None:
    """A quotation that is not in the text is no passage."""
    with pytest.raises(DocumentError, match=r"text/herald-2016.txt  these words do not stand in the text"):
        mark_passage(study, SOURCE, "words nobody wrote")


def test_a_source_without_a_text_is_told_where_to_put_it(study) -> None:
    """The name of the file is said."""
    with pytest.raises(DocumentError, match=r"Put it there, in UTF-8, as text/herald-2016.txt"):
        mark_passage(replace(study, documents={}), SOURCE, "On 12 March")


def test_another_text_than_the_frozen_one_is_refused(study) -> None:
    """Its offsets would be wrong."""
    document = Document(SOURCE, "On 12 March", digest("On 12 March"))
    with pytest.raises(DocumentError, match=r"text/herald-2016.txt  is not the frozen text"):
        mark_passage(replace(study, documents={SOURCE: document}), SOURCE, "On 12 March")


def test_an_identifier_that_is_taken_or_malformed_is_refused(study) -> None:
    """A free one is named."""
    with pytest.raises(InputError, match=r"passage 'p-1' is there already.*'p-3' is free"):
        mark_passage(study, SOURCE, "for practice only", own="p-1")
    with pytest.raises(InputError, match=r"'P 7' cannot serve as passage id"):
        mark_passage(study, SOURCE, "for practice only", own="P 7")


def test_an_added_passage_is_read_back(study, tmp_path) -> None:
    """The sheet stays a sheet, and every other row stays as it was."""
    folder = tmp_path / "study"
    write_study(study, folder)
    before = (folder / "passages.csv").read_text(encoding="utf-8")
    made = mark_passage(study, SOURCE, "for practice only")
    assert folder / "passages.csv" == add_passage(folder, made)
    assert made == read_study(folder).passages["p-3"]
    assert before + written(made) == (folder / "passages.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_sheet_keeps_the_order_of_its_columns_and_its_line_ends(study, tmp_path, end) -> None:
    """Sheets come from spreadsheets; columns that are not there are left out."""
    sheet = tmp_path / "passages.csv"
    sheet.write_bytes(f"\ufeffsource,id,start,end,sha256{end}".encode())
    made = mark_passage(study, SOURCE, "for practice only")
    add_passage(tmp_path, made)
    break_ = "\r\n" if end == "\r\n" else "\n"
    expected = f"source,id,start,end,sha256{break_}{SOURCE},p-3,{made.start},{made.end},{made.sha256}{break_}"
    assert expected == sheet.read_bytes().decode("utf-8-sig")


def test_a_sheet_that_is_not_there_is_an_error(study, tmp_path) -> None:
    """Nothing is made up."""
    with pytest.raises(OutputError, match=r"passages.csv"):
        add_passage(tmp_path, mark_passage(study, SOURCE, "for practice only"))


def test_a_passage_can_be_shown_with_its_header(study) -> None:
    """For a person who pastes it into a new sheet."""
    made = mark_passage(study, SOURCE, "for practice only")
    assert "id,source,start,end,sha256,page,paragraph,note,excerpt\n" + written(made) == written(made, header=True)


def test_a_text_that_is_not_frozen_yet_is_told_how(study) -> None:
    """Hash and length are worked out here as well; a frozen one needs nothing."""
    source = replace(study.sources[SOURCE], sha256="", characters=0)
    told = unfrozen(replace(study, sources={SOURCE: source}), SOURCE)
    assert f'"sha256": "{study.sources[SOURCE].sha256}", "characters": 379' in told
    assert "" == unfrozen(study, SOURCE)
