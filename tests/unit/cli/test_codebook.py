"""`riven codebook`: what coders code."""

import json

from command_line import typed
from folder_factory import write_tiny


def test_the_whole_codebook_is_listed(tmp_path, capsys) -> None:
    """Kinds with their roles, variables with their categories."""
    done = typed(capsys, "codebook", write_tiny(tmp_path / "study"))

    assert "A tiny codebook (tiny, revision 1)" in done.out
    assert "kind statement" in done.out
    assert "role speaker" in done.out
    assert "category condemn" in done.out


def test_one_term_is_shown_with_rule_and_examples(capsys) -> None:
    """By identifier or label, of a template without any study."""
    done = typed(capsys, "codebook", "warn", "--template", "armed-group-rivalry")

    assert "Category warn of act" in done.out
    assert {"Yes:", "No:", "Hard:"} <= set(done.out.split())


def test_several_elements_may_share_a_name(capsys) -> None:
    """All of them are shown, and a dotted name picks one."""
    many = typed(capsys, "codebook", "on_behalf_of", "--template", "armed-group-rivalry").out
    one = typed(capsys, "codebook", "pledge.on_behalf_of", "--template", "armed-group-rivalry").out

    assert "Role on_behalf_of of statement" in many
    assert "Role on_behalf_of of pledge" in many
    assert "of statement" not in one


def test_a_script_can_read_it(tmp_path, capsys) -> None:
    """Whole, it is the document codebook.toml holds; a term is an element."""
    folder = write_tiny(tmp_path / "study")
    whole = json.loads(typed(capsys, "codebook", folder, "--json").out)
    (term,) = json.loads(typed(capsys, "codebook", folder, "condemn", "--json").out)

    assert "tiny" == whole["codebook"]["id"]
    assert ("category", "act") == (term["element"], term["within"])


def test_the_whole_codebook_comes_as_markdown_in_full(tmp_path, capsys) -> None:
    """Every element under a heading of its own; a term gives its elements alone; not together with JSON."""
    folder = write_tiny(tmp_path / "study")
    told = typed(capsys, "codebook", folder, "--markdown").out

    assert told.startswith("# A tiny codebook\n")
    assert "\n## Kind `statement`\n\n**Statement.** Code what is said in public." in told
    assert "\n- Yes: The Brigade condemns the Covenant.\n" in told
    assert "# A tiny" not in typed(capsys, "codebook", folder, "condemn", "--markdown").out
    assert 2 == typed(capsys, "codebook", folder, "--markdown", "--json").code


def test_an_unknown_term_is_answered_with_near_ones(tmp_path, capsys) -> None:
    """Not with an empty page."""
    done = typed(capsys, "codebook", write_tiny(tmp_path / "study"), "condem")

    assert 3 == done.code
    assert "'condemn'" in done.err
