"""The account of each rival in running text, as the files of a build: HTML and Markdown always, Word and PDF by extras.

Equal inputs give equal bytes. What an extra would have added and is not installed is left out and said.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from riven.analysis.argument import Arguments
from riven.errors import StyleError
from riven.model.account import CitationStyle, EditedText
from riven.model.study import Study
from riven.report.content import Content
from riven.report.narrative.assembly import Assembly, Told, tell
from riven.report.narrative.citing import Citer, ShortCiter
from riven.report.narrative.csl import StyleCiter
from riven.report.narrative.document import Document, Picture
from riven.report.narrative.docx import docx
from riven.report.narrative.edits import Fingerprints, Standing
from riven.report.narrative.html import html
from riven.report.narrative.markdown import markdown
from riven.report.narrative.pdf import pdf

ACCOUNT = "account"
NAMES = tuple(f"{ACCOUNT}.{form}" for form in ("html", "md", "docx", "pdf"))
_NEEDS = {"docx": ("docx", "Word"), "pdf": ("typst", "PDF")}
_INSTALL = "pip install 'riven[account]'"


@dataclass(frozen=True)
class Edits:
    """What researchers add to an account.

    Attributes:
        texts: Their texts, by block.
        style: How sources are cited.
    """

    texts: Mapping[str, EditedText] = field(default_factory=dict, hash=False)
    style: CitationStyle = field(default_factory=CitationStyle)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as the account shows it.

    Attributes:
        path: Its SVG file in the build.
        svg: That file.
        png: The same as PNG; empty when there is none, which leaves Word with the words.
        caption: What stands below it.
        alternative: What it shows, in words.
    """

    path: str
    svg: bytes
    png: bytes
    caption: str
    alternative: str


@dataclass(frozen=True)
class Written:
    """An account.

    Attributes:
        files: Content by name.
        standings: How every block stands.
        notes: What was left out, and which texts of the researchers need a look, in sentences.
    """

    files: Mapping[str, bytes] = field(hash=False)
    standings: tuple[Standing, ...]
    notes: tuple[str, ...]


def narrative_files(
    content: Content,
    arguments: Arguments,
    robustness: Sequence[str],
    edits: Edits,
    drawn: Mapping[str, Drawn],
) -> Mapping[str, bytes]:
    """Write the account.

    Args:
        content: Everything a report needs.
        arguments: What the study argues beyond its figures.
        robustness: What trying other decisions showed, in sentences.
        edits: What researchers add.
        drawn: Figures to show, by name, in order.

    Returns:
        `account.html` and `account.md`; `account.docx` and `account.pdf` as well where their extras are installed.
    """
    return write_account(content, arguments, robustness, edits, drawn).files


def write_account(
    content: Content,
    arguments: Arguments,
    robustness: Sequence[str],
    edits: Edits,
    drawn: Mapping[str, Drawn],
) -> Written:
    """Write the account, with what a person has to be told about it.

    Args:
        content: Everything a report needs.
        arguments: What the study argues beyond its figures.
        robustness: What trying other decisions showed, in sentences.
        edits: What researchers add.
        drawn: Figures to show, by name, in order.

    Returns:
        The account.
    """
    assembly = assemble(content, arguments, robustness, edits, drawn)
    document = assembly.document()
    missing = [form for form, (module, _) in _NEEDS.items() if not _is_installed(module)]
    forms = {form: write for form, write in _FORMS.items() if form not in missing}
    with ThreadPoolExecutor(max_workers=1) as beside:
        slow = {form: beside.submit(write, document) for form, write in forms.items() if form in _SLOW}
        files = {f"{ACCOUNT}.{form}": write(document) for form, write in forms.items() if form not in slow}
        files |= {f"{ACCOUNT}.{form}": made.result() for form, made in slow.items()}
    notes = [_left_out(missing)] if missing else []
    return Written(files, assembly.standings, (*notes, *(each.flag for each in assembly.standings if each.flag)))


def assemble(
    content: Content,
    arguments: Arguments,
    robustness: Sequence[str],
    edits: Edits,
    drawn: Mapping[str, Drawn],
) -> Assembly:
    """Tell an account and put the texts of the researchers in place, before it is set.

    Returns:
        The account.
    """
    told: Told = tell(content, arguments, robustness)
    return Assembly(
        content=content,
        told=told,
        edits=edits.texts,
        citer=_citer(content, edits.style),
        prints=Fingerprints(
            content, {each.expectation.id: each.expectation for each in arguments.outlook.expectations}
        ),
        pictures=tuple(
            Picture(f"figure-{name}", each.path, each.svg, each.png, _captioned(content, name, each), each.alternative)
            for name, each in drawn.items()
        ),
    )


def _captioned(content: Content, name: str, drawn: Drawn) -> str:
    """Put the number the text calls a figure by before its caption."""
    numbers = {str(measure): number for number, measure in enumerate(content.panels, start=1)}
    return f"Figure {numbers[name]}. {drawn.caption}" if name in numbers else drawn.caption


def edits_of(study: Study) -> Edits:
    """Give what the researchers of a study add to its account."""
    return Edits(study.edits, study.citation_style)


def _citer(content: Content, style: CitationStyle) -> Citer:
    if not _is_installed("citeproc"):
        remark = "Sources are cited in a short form of riven’s own: the extra that follows a style is not installed "
        return ShortCiter(content.sources, remark + f"({_INSTALL}).")
    try:
        return StyleCiter(content.sources, style)
    except StyleError as error:
        remark = f"Sources are cited in a short form of riven’s own: the style '{style.name}' was not followed, since "
        return ShortCiter(content.sources, f"{remark}{error}.")


def _left_out(missing: Iterable[str]) -> str:
    names = " and ".join(_NEEDS[form][1] for form in missing)
    return f"The account was not written as {names}: the extra that does so is not installed ({_INSTALL})."


def _is_installed(module: str) -> bool:
    return find_spec(module) is not None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def fonts() -> Path:
    """Find the fonts that matplotlib brings, DejaVu's among them, without loading it."""
    spec = find_spec("matplotlib")
    origin = Path(spec.origin if spec and spec.origin else ".")
    return origin.parent / "mpl-data" / "fonts" / "ttf"


_FORMS: Mapping[str, Callable[[Document], bytes]] = {
    "html": lambda document: _encoded(html(document)),
    "md": lambda document: _encoded(markdown(document)),
    "docx": docx,
    "pdf": lambda document: pdf(document, fonts()),
}
_SLOW = frozenset({"pdf"})  # the typesetter runs outside the interpreter, beside everything else
