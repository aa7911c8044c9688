"""`riven cite`: what to name in a bibliography."""

import json

from command_line import typed
from folder_factory import write_tiny


def test_study_software_codebook_and_sources_are_named(tmp_path, capsys) -> None:
    """Only sources that a claim rests on."""
    done = typed(capsys, "cite", write_tiny(tmp_path / "study"))

    assert "Rivals of the Covenant. Version 1.0." in done.out
    assert "Made with riven" in done.out
    assert "Codebook tiny, revision 1" in done.out
    assert "Three notes from the valley" in done.out
    assert "The same three notes" not in done.out


def test_a_script_can_read_it(tmp_path, capsys) -> None:
    """One entry a source."""
    told = json.loads(typed(capsys, "cite", write_tiny(tmp_path / "study"), "--json").out)

    assert ["gazette-1"] == [source["id"] for source in told["sources"]]
