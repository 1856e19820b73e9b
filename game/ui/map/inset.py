"""A crowded part of the map drawn larger in a frame of its own: four fronts may lie within sixty pixels."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.map import style
from game.ui.map.atlas import Enlarged
from game.ui.map.camera import Camera, Size
from game.ui.map.ground import Point
from game.ui.map.lettering import lettered
from game.ui.map.projection import Projection

HEIGHT = 428
"""Usual height in pixels at 100 %."""


@dataclass(frozen=True)
class Inset:
    """Where the inset stands on the map, in pixels, and what it shows."""

    rect: pygame.Rect
    shown: Enlarged

    @property
    def title(self) -> str:
        """What is written on its frame."""
        return self.shown.title.upper()

    @property
    def camera(self) -> Camera:
        """The view that fits the inset."""
        left, top, right, bottom = self.shown.frame
        zoom = min(self.rect.width / (right - left), self.rect.height / (bottom - top))
        return Camera((left + right) / 2, (top + bottom) / 2, zoom)

    def locate(self, lon: float, lat: float, projection: Projection) -> Point:
        """Pixel of a position, from the inset's own top left."""
        x, y = self.camera.to_screen(projection.forward((lon, lat)), self.rect.size).tolist()
        return x, y

    def shows(self, lon: float, lat: float, projection: Projection) -> bool:
        """Whether a position lies within the inset, not at its very edge."""
        inner = pygame.Rect((0, 0), self.rect.size).inflate(-12, -12)
        return inner.collidepoint(self.locate(lon, lat, projection))

    def footprint(self, camera: Camera, size: Size) -> pygame.Rect:
        """The part of the main map that the inset enlarges, in pixels of a view of ``size``."""
        corners = self.camera.to_canvas([(0, 0), self.rect.size], self.rect.size)
        (left, top), (right, bottom) = camera.to_screen(corners, size).round().astype(int).tolist()
        return pygame.Rect(left, top, right - left, bottom - top)

    def title_box(self, scale: float) -> pygame.Rect:
        """Where the title stands, from the inset's own top left."""
        return pygame.Rect((0, 0), (self._letters(scale).get_width() + round(20 * scale), round(24 * scale)))

    def draw_frame(self, picture: pygame.Surface, scale: float) -> None:
        """Draw the frame and the title onto the inset's own picture."""
        box, letters = self.title_box(scale), self._letters(scale)
        pygame.draw.rect(picture, style.PANEL, box)
        picture.blit(letters, letters.get_rect(center=box.center))
        pygame.draw.rect(picture, style.HALO, picture.get_rect(), 3)
        pygame.draw.rect(picture, style.FRAME, picture.get_rect().inflate(-2, -2), 1)

    def _letters(self, scale: float) -> pygame.Surface:
        return lettered(self.title, "bold", round(13 * scale), style.INK, round(3 * scale))


def usual_size(shown: Enlarged, scale: float) -> Size:
    """The inset's usual size in pixels at an interface scale."""
    left, top, right, bottom = shown.frame
    height = round(HEIGHT * scale)
    return round(height * (right - left) / (bottom - top)), height
