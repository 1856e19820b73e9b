"""The Levant drawn larger in a frame of its own: four fronts crowd into sixty pixels of the main map."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.map import style
from game.ui.map.camera import Camera, Size
from game.ui.map.ground import Point
from game.ui.map.lettering import lettered
from game.ui.map.projection import Projection

MIDDLE = (35.42, 31.75)
"""Longitude and latitude at the middle of the inset."""

ACROSS, DOWN = 97.0, 146.0
"""What the inset must show, in canvas units: from the sea to Damascus, from Beirut to Eilat."""

SHAPE = (284, 428)
"""Width and height in pixels at 100 %, 2.9 times the theatre's scale."""

TITLE = "LEVANT"


@dataclass(frozen=True)
class Inset:
    """Where the inset stands on the map, in pixels, and what is written on its frame."""

    rect: pygame.Rect
    title: str = TITLE

    def camera(self, projection: Projection) -> Camera:
        """The view of the Levant that fits the inset."""
        x, y = projection.forward(MIDDLE).tolist()
        return Camera(x, y, min(self.rect.width / ACROSS, self.rect.height / DOWN))

    def locate(self, lon: float, lat: float, projection: Projection) -> Point:
        """Pixel of a geographic place, from the inset's own top left."""
        place = projection.forward((lon, lat))
        x, y = self.camera(projection).to_screen(place, self.rect.size).tolist()
        return x, y

    def footprint(self, projection: Projection, camera: Camera, size: Size) -> pygame.Rect:
        """The part of the main map that the inset enlarges, in pixels of a view of ``size``."""
        corners = self.camera(projection).to_canvas([(0, 0), self.rect.size], self.rect.size)
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


def usual_size(scale: float) -> Size:
    """The inset's usual size in pixels at an interface scale."""
    width, height = SHAPE
    return round(width * scale), round(height * scale)
