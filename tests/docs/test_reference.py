"""The committed reference is what the code says today, and leaves nothing out."""

import re

import pytest
import typer

from checkout import REPOSITORY
from generator import pages
from riven import errors
from riven.cli.app import app
from riven.cli.exits import EXITS
from riven.folder.actors import ACTOR_COLUMNS, NAME_COLUMNS
from riven.folder.claims import claim_columns
from riven.folder.expectations import EXPECTATION_COLUMNS
from riven.folder.layout import FILES
from riven.folder.passages import PASSAGE_COLUMNS
from riven.folder.read import read_study
from riven.folder.searches import SEARCH_COLUMNS
from riven.folder.templates import template_names, template_path
from riven.pipeline.columns import columns
from riven.pipeline.opened import OpenPanel, OpenStudy

REFERENCE = REPOSITORY / "docs" / "reference"


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """The reference as the code has it."""
    return pages()


def committed(name: str) -> str:
    """Read a committed page."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def test_the_committed_pages_are_those_that_are_generated(generated) -> None:
    """Whoever changes the code runs `make docs`."""
    found = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    assert sorted(generated) == sorted(found)
    assert [] == [name for name in generated if generated[name] != found[name]], "run 'make docs'"


def test_every_command_and_every_option_is_documented() -> None:
    """Under a heading of its own, with every argument and option."""
    text = committed("commands.md")
    for name, command in typer.main.get_command(app).commands.items():
        part = text.partition(f"\n## riven {name}\n")[2].partition("\n## ")[0]
        named = [sign for p in command.params if p.param_type_name == "option" for sign in p.opts]
        assert part, name
        assert [] == [sign for sign in named if f"`{sign}`" not in part and f"`{sign} " not in part], name


def test_every_option_says_what_it_means() -> None:
    """A help text for each, on the page and in the terminal."""
    held = typer.main.get_command(app).commands.items()
    silent = [f"{name} {p.name}" for name, command in held for p in command.params if not getattr(p, "help", None)]
    assert [] == [place for place in silent if not place.endswith(" help")]


def test_every_exit_code_is_documented() -> None:
    """Each with its word and its meaning."""
    text = committed("exit-codes.md")
    assert [] == [entry.code for entry in EXITS if f"| {entry.code} | {entry.word} |" not in text]


def test_every_error_and_warning_is_documented() -> None:
    """Under a heading of its own."""
    named = [
        name for name, held in vars(errors).items() if isinstance(held, type) and held.__module__ == errors.__name__
    ]
    assert [] == [name for name in named if f"\n## {name}\n" not in committed("errors.md")]


def test_every_column_of_a_build_is_documented() -> None:
    """Under the table it stands in."""
    text = committed("outputs.md")
    parts = {name.strip(): body for name, body in re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", text, re.MULTILINE)}
    assert [] == [(c.file, c.name) for c in columns() if f"| `{c.name}` |" not in parts[c.file]]


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("actors.csv", ACTOR_COLUMNS),
        ("names.csv", NAME_COLUMNS),
        ("passages.csv", PASSAGE_COLUMNS),
        ("searches.csv", SEARCH_COLUMNS),
        ("expectations.csv", EXPECTATION_COLUMNS),
    ],
)
def test_every_column_of_the_study_folder_is_documented(name, held) -> None:
    """Under the sheet it stands in."""
    part = committed("study-folder.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert [] == [column for column in held.names if f"| `{column}` |" not in part]


def test_every_file_of_the_study_folder_is_documented() -> None:
    """In the table at the top."""
    assert [] == [name for name in FILES if f"`{name}`" not in committed("study-folder.md")]


def test_every_column_of_every_sheet_of_claims_is_documented() -> None:
    """Those of every sheet on one page, roles and variables in the codebook."""
    book = read_study(template_path(template_names()[0])).codebook
    folder, codebook = committed("study-folder.md"), committed("codebook.md")
    for kind in book.kinds.values():
        own = {role.id for role in kind.roles} | set(kind.variables)
        dates = {f"{date}{end}" for date in kind.dates for end in ("", "_basis", "_phrase")}
        shared = set(claim_columns(kind).names) - own - dates
        assert set() == {column for column in shared if f"| `{column}` |" not in folder}
        assert set() == {role.id for role in kind.roles if f"#### Role `{role.id}` of `{kind.id}`" not in codebook}
        assert set() == {name for name in kind.variables if f"### Variable `{name}`" not in codebook}


@pytest.mark.parametrize("cls", [OpenStudy, OpenPanel])
def test_every_public_method_of_the_python_api_is_documented(cls) -> None:
    """Under a heading of its own."""
    text = committed("api.md")
    attributes = {name for name in vars(cls) if f"`{name}`" in text and isinstance(vars(cls)[name], bool)}
    public = [name for name in vars(cls) if not name.startswith("_") and name not in attributes]
    assert [] == [name for name in public if f"\n### {name}" not in text]
