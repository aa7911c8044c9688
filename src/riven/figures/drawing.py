"""A figure drawn, whatever it shows, and the sizes that all figures share."""

from dataclasses import dataclass

from matplotlib.figure import Figure

TITLE_POINTS = 8.5
LEGEND_POINTS = 6.2
CAPTION_POINTS = 6.2
SWATCH_MM = (7.4, 4.2)
GAP_MM = 2.2
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure drawn, on one or more sheets.

    Attributes:
        sheets: One figure a sheet.
        title: Title, for the files' metadata.
        caption: Caption as given.
        alternative: What the figure shows, in words.
    """

    sheets: tuple[Figure, ...]
    title: str
    caption: str
    alternative: str
