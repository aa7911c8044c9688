"""Which sources count once.

Five papers that print one agency story are one witness. Copies are declared on the source (`copy_of`); a study may
also decide that everything from one outlet is one witness.
"""

from collections.abc import Mapping
from types import MappingProxyType

from riven.ids import SourceId
from riven.model.rule import Independence
from riven.model.source import Source


def independent_of(sources: Mapping[SourceId, Source], how: Independence) -> Mapping[SourceId, SourceId]:
    """Name for every source the one it counts as.

    Args:
        sources: Sources by id.
        how: `story` counts a story and all its copies once; `outlet` counts everything an outlet originated once,
            copies of its stories elsewhere included.

    Returns:
        For every source the id of the source that stands for its group: the original of a story, or the first
        original of an outlet by id. Copies that name each other in a circle stand under the first id of the circle.
    """
    originals = {source: _original(source, sources) for source in sources}
    if how is Independence.STORY:
        return MappingProxyType(originals)
    first: dict[str, SourceId] = {}
    for original in sorted(set(originals.values())):
        first.setdefault(_outlet(original, sources), original)
    return MappingProxyType({source: first[_outlet(original, sources)] for source, original in originals.items()})


def _original(source: SourceId, sources: Mapping[SourceId, Source]) -> SourceId:
    walked = [source]
    while (held := sources.get(walked[-1])) is not None and held.copy_of is not None:
        if held.copy_of in walked:
            return min(walked[walked.index(held.copy_of) :])
        walked.append(held.copy_of)
    return walked[-1]


def _outlet(source: SourceId, sources: Mapping[SourceId, Source]) -> str:
    """Name the outlet of an original; a source that names none is an outlet of its own."""
    name = outlet_of(sources[source]) if source in sources else ""
    return f"outlet {name}" if name else f"source {source}"


def outlet_of(source: Source) -> str:
    """Name the outlet of a source in a form to compare: where it appeared, else who published it.

    Returns:
        The name without regard to case and blanks; empty when the source records none.
    """
    names = (str(source.csl.get(field) or "") for field in ("container-title", "publisher"))
    return next((" ".join(name.casefold().split()) for name in names if name.strip()), "")
