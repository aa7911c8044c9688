"""The scenes the site draws; what a study lacks is None."""

from dataclasses import dataclass

from riven.analysis.scenes.places import PlacesScene


@dataclass(frozen=True, slots=True)
class Scenes:
    """What the pictures of the site show."""

    places: PlacesScene | None = None
