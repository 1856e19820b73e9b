"""The still picture under the fronts, rendered in steps and kept for as long as nothing in it changes.

A ``Sight`` says all that the picture depends on; a ``Painter`` keeps the parts that the next picture can
use again: the washed ground while the tints stay, the terrain while the camera stays, the inset while both
sizes do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map import style
from game.ui.map.camera import Camera, Size
from game.ui.map.geography import Geography
from game.ui.map.ground import Point
from game.ui.map.inset import Inset
from game.ui.map.labels import Lettering, lay_out
from game.ui.map.places import Places
from game.ui.map.relief import Tints, washing
from game.ui.map.terrain import terrain

INSET_WEIGHT = 1.15
"""How much heavier lines are in the inset than on the main map."""


@dataclass(frozen=True)
class Sight:
    """What a picture shows, but for the room that is kept free of names; equal sights look equal."""

    camera: Camera
    size: Size
    scale: float
    tints: Tints
    inset: Inset | None = None

    @property
    def detail(self) -> float:
        """Level of detail: 1 is the opening view of a window of 1600 by 900 at 100 %."""
        return self.camera.zoom / self.scale


@dataclass(frozen=True)
class Picture:
    """A rendered sight: the surface, what is written on it, and where nothing may be."""

    sight: Sight
    kept: tuple[pygame.Rect, ...]
    surface: pygame.Surface
    lettering: Lettering


class _Kept:
    """A surface that took time to make, with the key it was made for."""

    def __init__(self) -> None:
        self.surface = pygame.Surface((1, 1))
        self._key: object = None

    def making(self, key: object, steps: Iterator[pygame.Surface]) -> Iterator[None]:
        """Run the steps, unless the surface is there for this key; the last step yields it whole."""
        if self._key == key:
            return
        self._key = None
        for surface in steps:
            self.surface = surface
            yield
        self._key = key


class Painter:
    """Renders sights of one geography with one set of names, a step at a time."""

    def __init__(self, geography: Geography, places: Places) -> None:
        """Start with no picture."""
        self.picture: Picture | None = None
        self._geography = geography
        self._places = places
        self._ground, self._terrain, self._inset = _Kept(), _Kept(), _Kept()

    def painting(self, sight: Sight) -> Iterator[None]:
        """Prepare a sight in steps of some twenty milliseconds, for ``write`` to finish."""
        yield from self._ground.making(sight.tints, washing(self._geography, sight.tints))
        yield from self._terrain.making(
            (sight.camera, sight.size, sight.scale, sight.tints),
            self._view(sight.camera, sight.size, sight.scale),
        )
        if sight.inset:
            yield from self._inset.making(
                (sight.inset.rect.size, sight.inset.shown, sight.scale, sight.tints),
                self._enlarged(sight.inset, sight.scale),
            )

    def _view(self, camera: Camera, size: Size, scale: float) -> Iterator[pygame.Surface]:
        yield from terrain(self._geography, self._ground.surface, self._places, camera, size, scale)

    def _enlarged(self, inset: Inset, scale: float) -> Iterator[pygame.Surface]:
        projection, camera = self._geography.projection, inset.camera
        size: Size = inset.rect.size
        for picture in self._view(camera, size, scale * INSET_WEIGHT):
            yield picture

        def locate(lon: float, lat: float) -> Point:
            return inset.locate(lon, lat, projection)

        bounds = picture.get_rect().inflate(-6, -6)
        kept = [inset.title_box(scale)]
        lay_out(self._places, locate, bounds, camera.zoom / scale, scale, kept).draw(picture)
        inset.draw_frame(picture, scale)
        yield picture

    def write(self, sight: Sight, kept: Sequence[pygame.Rect]) -> None:
        """Finish the picture of a sight that is prepared: names where there is room, and the inset."""
        surface = self._terrain.surface.copy()
        projection = self._geography.projection
        free_of_names = list(kept)
        if sight.inset:
            outline = sight.inset.footprint(sight.camera, sight.size)
            pygame.draw.rect(surface, style.FRAME, outline, max(1, round(sight.scale)))
            free_of_names.append(sight.inset.rect)

        def locate(lon: float, lat: float) -> Point:
            x, y = sight.camera.to_screen(projection.forward((lon, lat)), sight.size).tolist()
            return x, y

        bounds = surface.get_rect().inflate(-6, -6)
        lettering = lay_out(self._places, locate, bounds, sight.detail, sight.scale, free_of_names)
        lettering.draw(surface)
        if sight.inset:
            surface.blit(self._inset.surface, sight.inset.rect)
        self.picture = Picture(sight, tuple(kept), surface, lettering)
