"""What fronts and playback need to know of the thing they are drawn on, be it a map or a scheme."""

from __future__ import annotations

from typing import Protocol

import pygame

Point = tuple[float, float]


class Ground(Protocol):
    """Something that shows places: it knows where each lies on screen and can draw itself."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""

    @property
    def scale(self) -> float:
        """Interface scale; 1 is 100 %."""

    def locate(self, lon: float, lat: float) -> Point:
        """Pixel of a geographic place, from the top left of the ground; may lie outside."""

    def draw(self, target: pygame.Surface, corner: tuple[int, int] = (0, 0)) -> None:
        """Draw the ground onto a target with its top left at ``corner``."""
