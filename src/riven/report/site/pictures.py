"""The scenes the site draws; what a study was not asked for is None."""

from dataclasses import dataclass

from riven.analysis.scenes.genealogy import GenealogyScene
from riven.analysis.scenes.places import PlacesScene
from riven.analysis.scenes.sociogram import SociogramScene
from riven.analysis.scenes.timeline import TimelineScene


@dataclass(frozen=True, slots=True)
class Scenes:
    """What the pictures of the site show.

    Attributes:
        timeline: Findings in time.
        sociogram: Ties in time.
        genealogy: Where groups come from.
        places: Places on a map.
    """

    timeline: TimelineScene | None = None
    sociogram: SociogramScene | None = None
    genealogy: GenealogyScene | None = None
    places: PlacesScene | None = None
