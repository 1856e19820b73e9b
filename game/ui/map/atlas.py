"""Everything that a view needs of a scenario's map: what is drawn, what is written, and what is shown at first."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.geography import InsetWindow, RegionMap, Window
from game.scenario.models import Scenario
from game.ui.map.arrangement import FRAME
from game.ui.map.camera import Frame, Sheet
from game.ui.map.geography import Geography, load_geography
from game.ui.map.places import Places, load_places
from game.ui.map.scheme import scheme_geography, scheme_places, shapes
from game.ui.map.whereabouts import whereabouts


@dataclass(frozen=True)
class Enlarged:
    """What an inset shows: a frame in canvas units, and its title."""

    frame: Frame
    title: str


@dataclass(frozen=True)
class Atlas:
    """A map before it is looked at; shared by every view of it."""

    geography: Geography
    places: Places
    frame: Frame
    inset: Enlarged | None = None
    shapes: tuple[Frame, ...] = ()
    """What chips should not cover, in canvas units."""

    @property
    def sheet(self) -> Sheet:
        """The canvas and what of it is shown at first."""
        return Sheet(self.geography.canvas, self.frame)


def atlas_of(scenario: Scenario) -> Atlas:
    """The map of a scenario: a part of a base map, or a scheme."""
    if isinstance(scenario.map, RegionMap):
        return _region(scenario.map)
    where = whereabouts(scenario)
    kept = tuple(shape.box for shape in shapes(scenario, where))
    return Atlas(scheme_geography(scenario, where), scheme_places(scenario, where), FRAME, shapes=kept)


def whole_base_map() -> Atlas:
    """The base map that ships, with no names and in full."""
    geography = load_geography()
    return Atlas(geography, Places(), (0.0, 0.0, float(geography.canvas[0]), float(geography.canvas[1])))


def _region(chosen: RegionMap) -> Atlas:
    geography = load_geography(chosen.base)
    places = load_places(chosen.base).renamed(chosen.names)
    inset = _enlarged(geography, chosen.inset) if chosen.inset else None
    return Atlas(geography, places, _frame(geography, chosen.view), inset)


def _enlarged(geography: Geography, window: InsetWindow) -> Enlarged:
    return Enlarged(_frame(geography, window), window.title)


def _frame(geography: Geography, window: Window) -> Frame:
    x, y = geography.projection.forward((window.middle.lon, window.middle.lat)).tolist()
    across, down = window.across * geography.degree / 2, window.down * geography.degree / 2
    return x - across, y - down, x + across, y + down
