"""Drawings as files: SVG, PDF and PNG at 300 dpi, the same bytes on every run.

Title, caption and the text for readers who cannot see the figure go into each file: `<title>` and `<desc>` of the
SVG, the document information of the PDF, the text chunks of the PNG.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from riven.errors import OutputError
from riven.figures.drawing import Drawing
from riven.figures.style import plain_style

DPI = 300
_DATA = re.compile(r' d="[^"]*"')
_LONG = re.compile(r"(\.\d\d)\d+")  # a hundredth of a point is finer than any printer
CREATOR = "riven"


def render(drawing: Drawing) -> Mapping[str, bytes]:
    """Save a drawing in memory.

    Args:
        drawing: The drawing.

    Returns:
        The content of each file by the end of its name: `.svg`, `.pdf`, `.png`, and for drawings of several sheets
        `-2.svg`, `-2.png` and so on; the PDF holds all sheets as pages. Equal drawings give equal bytes.
    """
    with plain_style():
        return MappingProxyType(dict(_rendered(drawing)))


def write_figure(drawing: Drawing, stem: Path) -> tuple[Path, ...]:
    """Save a drawing in three formats.

    Args:
        drawing: The drawing.
        stem: Path without an ending, such as `figures/criticised`; its folder must exist.

    Returns:
        The files written, in order of their names.

    Raises:
        OutputError: A file cannot be written.
    """
    written = []
    for ending, content in render(drawing).items():
        path = stem.with_name(stem.name + ending)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise OutputError(str(path), error.strerror or str(error)) from error
        written.append(path)
    return tuple(sorted(written))


def _rendered(drawing: Drawing) -> Iterator[tuple[str, bytes]]:
    title, text = _written(drawing.title), _written(f"{drawing.caption} {drawing.alternative}")
    for number, sheet in enumerate(drawing.sheets, start=1):
        part = f"-{number}" if number > 1 else ""
        yield f"{part}.svg", _svg(sheet, title, text)
        yield f"{part}.png", _png(sheet, title, text)
    yield ".pdf", _pdf(drawing.sheets, title, text)


def _written(text: str) -> str:
    """Keep what XML and PDF can hold: no control characters and no lone surrogates."""
    kept = "".join(character if character.isprintable() or character == " " else " " for character in text)
    return " ".join(kept.split())


def _svg(figure: Figure, title: str, text: str) -> bytes:
    buffer = StringIO()
    metadata = {"Date": None, "Creator": CREATOR, "Title": title, "Description": text}
    FigureCanvasSVG(figure).print_svg(buffer, metadata=metadata)  # type: ignore[no-untyped-call]
    head = f"<title>{escape(title)}</title>"
    described = buffer.getvalue().replace(head, f"{head}\n <desc>{escape(text)}</desc>", 1)
    rounded = _DATA.sub(lambda data: _LONG.sub(r"\1", data[0]), described)
    return rounded.replace("<svg ", '<svg role="img" ', 1).encode()


def _png(figure: Figure, title: str, text: str) -> bytes:
    buffer = BytesIO()
    metadata = {"Software": CREATOR, "Title": title, "Description": text}
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(DPI)  # saving as PDF leaves 72 behind
    canvas.print_png(buffer, metadata=metadata, pil_kwargs={"compress_level": 3})  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _pdf(figures: tuple[Figure, ...], title: str, text: str) -> bytes:
    buffer = BytesIO()
    metadata = {"Title": title, "Subject": text, "Creator": CREATOR, "Producer": CREATOR, "CreationDate": None}
    with PdfPages(buffer, metadata=metadata) as pages:
        for figure in figures:
            FigureCanvasPdf(figure).print_pdf(pages)  # type: ignore[no-untyped-call]
    return buffer.getvalue()
