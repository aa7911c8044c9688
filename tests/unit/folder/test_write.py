"""Writing a study folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import CODEBOOK, RULES, folder_bytes, tiny_files, write_tiny
from riven.dates import Basis, StatedDate, parse
from riven.errors import OutputError
from riven.folder import codebook_text, read_study, rules_text, study_files, write_study
from riven.folder.templates import template_path


def tiny(folder):
    """Read the tiny study."""
    return read_study(write_tiny(folder / "tiny"))


def test_a_study_is_written_as_it_was_read(tmp_path: Path) -> None:
    """Byte by byte, texts included; and again."""
    study = tiny(tmp_path)
    write_study(study, tmp_path / "out")
    write_study(study, tmp_path / "out")

    assert folder_bytes(tmp_path / "tiny") == folder_bytes(tmp_path / "out")
    assert tiny_files() == study_files(study)


def test_a_template_is_written_as_it_was_read(tmp_path: Path) -> None:
    """It is in canonical form itself; kinds without claims have an empty sheet."""
    template = template_path("armed-group-rivalry")
    write_study(read_study(template), tmp_path / "out")
    before, after = folder_bytes(template), folder_bytes(tmp_path / "out")

    assert before == {name: after[name] for name in before}
    assert all(
        name.startswith("claims/") and 1 == data.count(b"\n") for name, data in after.items() if name not in before
    )


def test_codebook_and_rules_have_texts_of_their_own(tmp_path: Path) -> None:
    """As the folder holds them."""
    study = tiny(tmp_path)

    assert (CODEBOOK, RULES) == (codebook_text(study.codebook), rules_text(study.rules))


def test_line_breaks_become_line_feeds_and_frozen_texts_stay(tmp_path: Path) -> None:
    """What was frozen is never touched."""
    study = tiny(tmp_path)
    document = replace(study.documents["gazette-1"], text="a\r\nb")
    study = replace(study, title="a\r\nb", documents={"gazette-1": document})
    write_study(study, tmp_path / "out")

    assert "a\nb" == read_study(tmp_path / "out").title
    assert b"a\r\nb" == (tmp_path / "out" / "text" / "gazette-1.txt").read_bytes()


def test_a_claim_the_codebook_has_no_place_for_is_not_dropped_in_silence(tmp_path: Path) -> None:
    """Of an unknown kind, or with a role, variable or date its kind does not have."""
    study = tiny(tmp_path)
    claim = study.claims["d-1"]
    stated = StatedDate(parse("2015"), Basis.STATED)
    for change, gist in (
        ({"kind": "pledge"}, "claims/pledge.csv: claim 'd-1' is of a kind the codebook does not have"),
        (
            {"roles": {**claim.roles, "witness": ("covenant",)}},
            "claim 'd-1' holds witness: the sheet has no such column",
        ),
        ({"values": {"act": ("condemn",)}}, "claim 'd-1' holds act"),
        ({"dates": {"made": stated, "published": stated}}, "claim 'd-1' holds made, published"),
    ):
        broken = replace(study, claims={**study.claims, "d-1": replace(claim, **change)})
        with pytest.raises(OutputError) as caught:
            write_study(broken, tmp_path / "out")
        assert gist in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_sheets_of_another_codebook_are_not_left_beside(tmp_path: Path) -> None:
    """The folder would not read."""
    study = tiny(tmp_path)
    (tmp_path / "tiny" / "claims" / "pledge.csv").write_text("id\n")

    with pytest.raises(OutputError, match="move it away first"):
        write_study(study, tmp_path / "tiny")


@pytest.mark.parametrize("name", ["claims", "text"])
def test_nothing_is_written_through_a_link(name: str, tmp_path: Path) -> None:
    """It may lead out of the folder."""
    study = tiny(tmp_path)
    outside = tmp_path / "outside"
    (tmp_path / "tiny" / name).rename(outside)
    (tmp_path / "tiny" / name).symlink_to(outside)
    before = folder_bytes(outside)

    with pytest.raises(OutputError, match="is a link"):
        write_study(replace(study, title="Changed"), tmp_path / "tiny")
    assert before == folder_bytes(outside)


def test_links_to_files_are_replaced_and_not_followed(tmp_path: Path) -> None:
    """Neither that of a file nor one where half a file would be written."""
    study = tiny(tmp_path)
    outside = tmp_path / "outside"
    outside.write_text("untouched")
    for name in ("actors.csv", ".names.csv.part"):
        (tmp_path / "tiny" / name).unlink(missing_ok=True)
        (tmp_path / "tiny" / name).symlink_to(outside)
    write_study(study, tmp_path / "tiny")

    assert "untouched" == outside.read_text()
    assert study == read_study(tmp_path / "tiny")


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder that is a file, a place that is a folder, a text that is none."""
    study = tiny(tmp_path)
    (tmp_path / "file").write_text("x")
    (tmp_path / "tiny" / "names.csv").unlink()
    (tmp_path / "tiny" / "names.csv").mkdir()

    with pytest.raises(OutputError, match=r"Not a directory|File exists"):
        write_study(study, tmp_path / "file")
    with pytest.raises(OutputError, match=r"names\.csv"):
        write_study(study, tmp_path / "tiny")
    assert not list((tmp_path / "tiny").glob(".*.part"))
    with pytest.raises(OutputError, match="half of a surrogate pair"):
        write_study(replace(study, title="\ud800"), tmp_path / "out")
