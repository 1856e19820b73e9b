"""Small filled shapes with smooth edges, drawn once and kept."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.ui.map.ground import Point
from game.ui.map.style import Colour

FINENESS = 4

Outline = tuple[Point, ...]

TRIANGLE: Outline = ((-1.0, 0.8), (1.0, 0.8), (0.0, -0.8))


@lru_cache(maxsize=512)
def sprite(
    outline: Outline, size: int, colour: Colour, edge: Colour | None = None, heading: int = 0
) -> pygame.Surface:
    """The outline, in units from -1 to 1, ``size`` pixels wide and turned ``heading`` degrees clockwise.

    With an ``edge`` colour the shape has a thin border of it.
    """
    width = size * FINENESS
    sheet = pygame.Surface((width, width), pygame.SRCALPHA)
    sheet.fill((*(edge or colour), 0))
    corners = [_turned(point, heading, width) for point in outline]
    pygame.draw.polygon(sheet, colour, corners)
    if edge:
        pygame.draw.polygon(sheet, edge, corners, FINENESS)
    return pygame.transform.smoothscale(sheet, (size, size))


def _turned(point: Point, heading: int, width: int) -> Point:
    angle = math.radians(heading)
    cos, sin = math.cos(angle), math.sin(angle)
    reach = width / 2 - FINENESS
    x, y = point
    return width / 2 + reach * (x * cos - y * sin), width / 2 + reach * (x * sin + y * cos)
