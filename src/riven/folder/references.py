"""References between things of one sort: claims that supersede claims, sources that copy sources."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from riven.folder.problems import quoted

Term = TypeVar("Term", bound=str)

_SHOWN = 6


def circles(references: Mapping[Term, tuple[Term, ...]]) -> Iterator[tuple[Term, ...]]:
    """Find references that lead back to where they started.

    Args:
        references: What each thing refers to; references to things not in the mapping lead nowhere.

    Yields:
        Each circle once, as the things passed on the way round, starting with the one met first.
    """
    done: set[Term] = set()
    for start in references:
        yield from _circles_from(start, references, done)


def told(circle: tuple[str, ...], joint: str) -> str:
    """Write a circle as it goes round, back to where it started.

    Returns:
        The things in single quotes; of a long circle only some.
    """
    way = [quoted(term) for term in circle[:_SHOWN]]
    rest = len(circle) - len(way)
    return joint.join([*way, *([f"{rest} more"] if rest else []), quoted(circle[0])])


def _circles_from(
    start: Term, references: Mapping[Term, tuple[Term, ...]], done: set[Term]
) -> Iterator[tuple[Term, ...]]:
    """Walk depth first without recursion: chains of corrections can be long."""
    path: dict[Term, Iterator[Term]] = {}
    following: Term | None = start
    while following is not None or path:
        if following is not None and following in path:
            way = list(path)
            yield tuple(way[way.index(following) :])
        elif following is not None and following not in done and following in references:
            path[following] = iter(references[following])
        last = next(reversed(path), None)
        following = None if last is None else next(path[last], None)
        if following is None and last is not None:
            done.add(last)
            del path[last]
