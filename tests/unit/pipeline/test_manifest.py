"""The manifest: what went in, what came out, and no clock."""

import json
from hashlib import sha256

from folder_factory import tiny_files, write_tiny
from riven.folder import read_study
from riven.pipeline.manifest import read_inputs, riven_version, to_manifest


def test_inputs_are_the_files_of_the_study_and_nothing_else(tmp_path) -> None:
    """Hidden files, builds and notes are left out."""
    folder = write_tiny(tmp_path / "study")
    (folder / "README.md").write_text("x")
    (folder / "build").mkdir()
    (folder / "build" / "cells.csv").write_text("x")

    assert set(tiny_files()) == set(read_inputs(folder))


def test_every_input_and_output_has_its_hash(tmp_path) -> None:
    """Anybody can check that a file is the one that was meant."""
    folder = write_tiny(tmp_path / "study")
    told = json.loads(to_manifest(read_study(folder), read_inputs(folder), {"a.csv": b"xyz"}))

    assert {"a.csv": {"sha256": sha256(b"xyz").hexdigest(), "bytes": 3}} == told["outputs"]
    actors = (folder / "actors.csv").read_bytes()
    assert sha256(actors).hexdigest() == told["inputs"]["actors.csv"]["sha256"]
    assert ("tiny", riven_version()) == (told["study"]["id"], told["riven"])
