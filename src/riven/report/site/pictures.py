"""The scenes the site draws; what a copy of the site is made without is None."""

from dataclasses import dataclass
from typing import Protocol

from riven.analysis.scenes.genealogy import GenealogyScene
from riven.analysis.scenes.places import PlacesScene
from riven.analysis.scenes.sociogram import SociogramScene
from riven.analysis.scenes.timeline import TimelineScene


class Scenes(Protocol):
    """What the pictures of the site show: the same scenes that figures are drawn from."""

    @property
    def timeline(self) -> TimelineScene | None:
        """Findings in time."""
        ...

    @property
    def network(self) -> SociogramScene | None:
        """Ties in time."""
        ...

    @property
    def genealogy(self) -> GenealogyScene | None:
        """Where groups come from."""
        ...

    @property
    def map(self) -> PlacesScene | None:
        """Places that claims name."""
        ...


@dataclass(frozen=True, slots=True)
class SomeScenes:
    """Some of the scenes, or none.

    Attributes:
        timeline: Findings in time.
        network: Ties in time.
        genealogy: Where groups come from.
        map: Places that claims name.
    """

    timeline: TimelineScene | None = None
    network: SociogramScene | None = None
    genealogy: GenealogyScene | None = None
    map: PlacesScene | None = None
