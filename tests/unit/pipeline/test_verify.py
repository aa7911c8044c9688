"""Passages checked against a text, and a text attached."""

from pathlib import Path

import pytest

from folder_factory import TEXT, write_tiny
from riven.errors import DocumentError, OutputError, UnknownTermError
from riven.evidence.anchor import Standing
from riven.folder import read_study
from riven.pipeline.verify import (
    attach,
    choose_source,
    frozen_form,
    passages_of,
    read_document,
    sources_with_passages,
    verification_json,
    verification_lines,
    verify_attached,
    verify_text,
)

SOURCE = "gazette-1"


@pytest.fixture
def study(tmp_path):
    """The tiny study with its text."""
    return read_study(write_tiny(tmp_path / "study"))


def test_the_frozen_text_matches_to_the_byte(study) -> None:
    """Every passage, and the hash of the whole."""
    found = verify_text(study, SOURCE, TEXT.encode(), "copy.txt")

    assert (True, True, 3) == (found.is_clean, found.same_text, found.count(Standing.MATCH))
    assert ["gazette-1 in copy.txt (the frozen text): 3 match."] == list(verification_lines(found))


def test_line_ends_are_told_as_what_they_are(study) -> None:
    """A reader is not sent looking for moved passages."""
    found = verify_text(study, SOURCE, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "copy.txt")

    assert not found.is_clean
    assert "Unix line ends" in found.hint
    assert found.hint in "\n".join(verification_lines(found))


def test_an_outcome_is_plain_values_for_a_script(study) -> None:
    """Counts and one entry a passage."""
    told = verification_json(verify_text(study, SOURCE, TEXT[60:].encode(), "copy.txt"))

    assert {"match": 0, "moved": 1, "missing": 2} == told["counts"]
    assert 3 == len(told["passages"])


def test_attached_texts_are_checked_by_themselves(study, tmp_path) -> None:
    """Without any, the person is told what to do."""
    assert [SOURCE] == [found.source for found in verify_attached(study)]
    with pytest.raises(DocumentError, match="no text of this source is attached"):
        verify_attached(study, ["gazette-2"])
    (tmp_path / "study" / "text" / f"{SOURCE}.txt").unlink()
    with pytest.raises(DocumentError, match="no text is attached"):
        verify_attached(read_study(tmp_path / "study"))


def test_bytes_that_are_no_text_are_refused(study) -> None:
    """With the place of the first byte that cannot be read."""
    with pytest.raises(DocumentError, match="copy"):
        verify_text(study, SOURCE, b"caf\xe9", "copy.txt")


def test_a_copy_is_recognised_by_hash_then_name_then_need(study) -> None:
    """And by what a person says before all."""
    assert SOURCE == choose_source(study, TEXT.encode(), Path("x.txt"))
    assert "gazette-2" == choose_source(study, b"other", Path("gazette-2.txt"))
    assert SOURCE == choose_source(study, b"other", Path("x.txt"))
    assert "gazette-2" == choose_source(study, TEXT.encode(), Path("x.txt"), "GAZETTE-2")
    with pytest.raises(UnknownTermError, match="source"):
        choose_source(study, TEXT.encode(), Path("x.txt"), "gazette-3")


def test_only_what_an_editor_does_to_line_ends_is_undone(study) -> None:
    """And only where that gives the frozen text: another edition stays as it is."""
    source, frozen = study.sources["gazette-1"], TEXT.encode()

    for saved in (frozen, frozen.replace(b"\n", b"\r\n"), frozen.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + frozen):
        assert frozen == frozen_form(source, saved)
    other = b"Preface.\r\n" + frozen
    assert other == frozen_form(source, other)


def test_passages_are_listed_by_source(study) -> None:
    """A source nobody read has none."""
    assert (SOURCE,) == sources_with_passages(study)
    assert () == passages_of(study, "gazette-2")


@pytest.mark.parametrize(("name", "told"), [("nowhere", "no such file"), (".", "not a file")])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name: str, told: str) -> None:
    """And no other error comes up."""
    with pytest.raises(DocumentError, match=told):
        read_document(tmp_path / name)


def test_a_copy_is_kept_as_it_is(study, tmp_path) -> None:
    """In text/, under the name of its source; a folder that cannot be written is named."""
    path = attach(tmp_path / "study", study.sources["gazette-2"], b"any bytes")

    assert ("gazette-2.txt", b"any bytes") == (path.name, path.read_bytes())
    with pytest.raises(OutputError):
        attach(tmp_path / "nowhere", study.sources[SOURCE], b"x")
