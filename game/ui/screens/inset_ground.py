"""The inset as a ground of its own, so that what happens inside it is played there."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.map.ground import Point
from game.ui.map.inset import Inset
from game.ui.map.projection import Projection


@dataclass(frozen=True)
class InsetGround:
    """Places are pixels from the inset's top left; the map has drawn it already."""

    inset: Inset
    projection: Projection
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.inset.rect.size

    def locate(self, lon: float, lat: float) -> Point:
        """Pixel of a geographic place."""
        return self.inset.locate(lon, lat, self.projection)

    def draw(self, target: pygame.Surface, corner: tuple[int, int] = (0, 0)) -> None:
        """Nothing: the map draws the inset."""


@dataclass(frozen=True)
class BesideInset:
    """The whole map, ``size`` pixels of it, on which the places are where the inset shows them."""

    inset: Inset
    projection: Projection
    scale: float
    size: tuple[int, int]

    def locate(self, lon: float, lat: float) -> Point:
        """Pixel of a geographic place, from the top left of the map."""
        across, down = self.inset.locate(lon, lat, self.projection)
        return across + self.inset.rect.left, down + self.inset.rect.top

    def draw(self, target: pygame.Surface, corner: tuple[int, int] = (0, 0)) -> None:
        """Nothing: the map is drawn already."""
