"""Strikes that are only drafted: a broken line on the map from where they would start to where they are aimed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pygame

from game.ui.map.arcs import curve, evenly
from game.ui.map.ground import Ground, Point
from game.ui.map.style import CASING

INK = (240, 226, 190)
BOW = 0.14
DASH = 7
"""Logical pixels of a dash, and of the gap after it."""

RING = 7
"""Logical pixels from the middle to the edge of the ring around what is aimed at."""


@dataclass(frozen=True)
class Aim:
    """Where a drafted strike starts and is aimed, as the map's projection takes places."""

    start: Point
    end: Point


def draw_aims(target: pygame.Surface, ground: Ground, aims: Iterable[Aim]) -> None:
    """Draws each over a ground that was drawn at the target's top left."""
    for aim in aims:
        start, end = ground.locate(*aim.start), ground.locate(*aim.end)
        _draw_line(target, start, end, ground.scale)
        for colour, width in ((CASING, 5), (INK, 2)):
            pygame.draw.circle(
                target, colour, end, RING * ground.scale + (width - 2) / 2, round(width * ground.scale)
            )


def _draw_line(target: pygame.Surface, start: Point, end: Point, scale: float) -> None:
    """The dashes, from the start to the edge of the ring; none where both are one place."""
    path = curve(start, end, BOW)
    outside = path[np.hypot(*(path - end).T) > RING * scale]
    if len(outside) < 2:
        return
    dashes = evenly(outside, DASH * scale)
    for colour, width in ((CASING, 5), (INK, 2)):
        for first, last in zip(dashes[::2].tolist(), dashes[1::2].tolist(), strict=False):
            pygame.draw.line(target, colour, first, last, round(width * scale))
