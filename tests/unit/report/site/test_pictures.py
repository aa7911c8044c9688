"""What a copy of the site can be made without."""

from dataclasses import fields

from riven.pipeline.pictures import Scenes as EveryScene
from riven.report.site.pictures import SomeScenes


def test_a_site_without_scenes_lacks_each_of_them():
    """Each page then says so."""
    scenes = SomeScenes()
    assert {None} == {getattr(scenes, held.name) for held in fields(SomeScenes)}


def test_the_scenes_of_a_build_have_every_scene_the_site_draws():
    """By the same names."""
    assert {held.name for held in fields(SomeScenes)} <= {held.name for held in fields(EveryScene)}
