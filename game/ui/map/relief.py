"""The coloured ground under the lines: relief and sea depth, with a wash of colour over tinted countries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
import pygame

from game.ui.map.camera import Camera, Size
from game.ui.map.geography import Geography
from game.ui.map.style import VOID, Colour

Tints = Mapping[str, tuple[Colour, float]]
"""Colour and strength (0 to 1) by country or area id; others keep the colour of the ground."""

INSIDE = 0.26
"""Share of a wash's strength far from any border; along borders it is whole."""

FADE = 26.0
"""Distance from a border, in half raster cells, over which the wash falls by about two thirds."""

LIGHT = np.array([0.30, 0.59, 0.11])


def washing(geography: Geography, tints: Tints) -> Iterator[pygame.Surface]:
    """The relief with every tint washed over it, a country a step; each step yields the same surface."""
    ground = geography.relief.copy()
    for area, (colour, strength) in sorted(tints.items()):
        if area in geography.id_names:
            _wash(ground, geography, geography.id_names.index(area), colour, strength)
            yield ground
    yield ground


def _wash(ground: pygame.Surface, geography: Geography, index: int, colour: Colour, strength: float) -> None:
    x, y = np.nonzero(geography.ids == index)
    ratio = geography.ids.shape[0] / geography.border_distance.shape[0]
    distance = geography.border_distance[(x / ratio).astype(int), (y / ratio).astype(int)]
    amount = strength * (INSIDE + (1 - INSIDE) * np.exp(-np.arange(256) / FADE))[distance]
    pixels = pygame.surfarray.pixels3d(ground)
    before = pixels[x, y].astype(np.float32)
    light = before @ (LIGHT / 255)
    tinted = np.multiply.outer(0.16 + 1.55 * light, np.asarray(colour, dtype=np.float32))
    pixels[x, y] = np.clip(before + (tinted - before) * amount[:, None], 0, 255).astype(np.uint8)


def draw_ground(target: pygame.Surface, ground: pygame.Surface, geography: Geography, camera: Camera) -> None:
    """Fill the target with the part of the ground that the camera sees; beyond the canvas it stays dark."""
    target.fill(VOID)
    size: Size = target.get_size()
    scale = geography.raster_scale
    left, top = camera.to_canvas((0, 0), size) * scale
    right, bottom = camera.to_canvas(size, size) * scale
    wanted = pygame.Rect(math.floor(left) - 1, math.floor(top) - 1, 0, 0)
    wanted.size = (math.ceil(right) + 2 - wanted.x, math.ceil(bottom) + 2 - wanted.y)
    source = wanted.clip(ground.get_rect())
    zoom = camera.zoom / scale
    scaled = pygame.transform.smoothscale(
        ground.subsurface(source), (round(source.w * zoom), round(source.h * zoom))
    )
    corner = camera.to_screen(np.array(source.topleft) / scale, size)
    target.blit(scaled, (round(float(corner[0])), round(float(corner[1]))))
