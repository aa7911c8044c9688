"""What an account is made of before it is set: chapters and sections of blocks, the same for every form."""

from dataclasses import dataclass

from riven.report.blocks import Heading, Line, Listing, Prose


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as it was drawn.

    Attributes:
        anchor: Its id.
        path: Its file in the build, as SVG.
        svg: One sheet as SVG.
        png: The same sheet as PNG.
        caption: What stands below it.
        alternative: What it shows, in words.
    """

    anchor: str
    path: str
    svg: bytes
    png: bytes
    caption: str
    alternative: str
    sort: str = "picture"


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in the list of references.

    Attributes:
        anchor: Its id, which citations lead to.
        line: The source in full.
        link: Its address; empty when there is none that is safe.
        language: Language of its text, a language tag; empty when not known.
    """

    anchor: str
    line: Line
    link: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The list of references."""

    entries: tuple[Entry, ...]
    sort: str = "bibliography"


Part = Heading | Prose | Listing | Picture | Bibliography


@dataclass(frozen=True, slots=True)
class Passus:
    """A section of a chapter.

    Attributes:
        anchor: Its id.
        title: Its title.
        blocks: What it holds.
    """

    anchor: str
    title: str
    blocks: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter.

    Attributes:
        anchor: Its id.
        title: Its title.
        blocks: What stands before its first section.
        sections: Its sections.
    """

    anchor: str
    title: str
    blocks: tuple[Part, ...] = ()
    sections: tuple[Passus, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An account.

    Attributes:
        title: Its title.
        about: Study, version and window, in one line.
        blocks: What a reader has to know first.
        chapters: Its chapters.
    """

    title: str
    about: Line
    blocks: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
