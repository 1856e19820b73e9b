"""Flights on the map: a salvo follows a curve from where it starts to where it is aimed.

A flight is a function of time alone, so that skipping, speeding up and stepping back are a matter of ``t``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.ui.map.ground import Ground, Point
from game.ui.map.munitions import LOOKS, Munition
from game.ui.map.pills import draw_leader, faded, pill
from game.ui.map.projection import Floats
from game.ui.map.sprites import sprite
from game.ui.map.style import Colour

FADING = 0.8
"""Seconds over which the trail and the count of a flight appear and fade."""

TRAIL = 0.45
"""Share of the path that stays bright behind the head of a salvo."""

LAG = 0.035
"""Share of the path between one shape of a salvo and the next."""

FAINT, BRIGHT = 2, 7
HEAD_SIZE = 15

DIM = 0.5
"""Strength below which a fading tag is no longer tied to its path."""

DOT_RADIUS = 3.2


@dataclass(frozen=True)
class Arc:
    """A salvo: where it starts and is aimed (longitude, latitude), its class and count, and when it flies.

    ``at`` is in seconds from the start of the playback; without ``seconds`` it keeps the pace of its class.
    """

    start: Point
    end: Point
    munition: Munition
    count: int
    at: float = 0.0
    seconds: float | None = None

    @property
    def lands(self) -> float:
        """When the first of the salvo arrives, in seconds from the start of the playback."""
        return self.at + (LOOKS[self.munition].seconds if self.seconds is None else self.seconds)

    @property
    def until(self) -> float:
        """When nothing of it is to be seen any more."""
        return self.lands + FADING

    def on(self, ground: Ground) -> Flight:
        """The flight as drawn on a ground; it follows the ground's present view."""
        return Flight(self, ground)


class Flight:
    """An arc with its path in pixels of one view."""

    def __init__(self, arc: Arc, ground: Ground) -> None:
        """Lay the path of an arc over a ground."""
        self.arc, self._scale = arc, ground.scale
        self._look = look = LOOKS[arc.munition]
        path = curve(ground.locate(*arc.start), ground.locate(*arc.end), look.height)
        self._path = evenly(path, look.spacing * ground.scale)
        steps = np.diff(self._path, axis=0, append=self._path[-1:] * 2 - self._path[-2:-1])
        headings = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
        self._headings = ((headings / 10).round() * 10 % 360).astype(int).tolist()
        radius = max(2, round(DOT_RADIUS * ground.scale))
        self._dots = [glow(look.colour, radius, level) for level in range(BRIGHT + 1)]
        self._corners = [(x - radius, y - radius) for x, y in self._path.tolist()]
        self._label = pill(look.counted(arc.count), ground.scale, look.colour)
        x, y = self._path[len(self._path) // 2].tolist()
        self.point: Point = (x, y)
        self.size = self._label.get_size()
        self.rect = self._label.get_rect(midbottom=(round(x), round(y)))

    def draw_trail(self, target: pygame.Surface, time: float) -> None:
        """Draw the dots behind the salvo: faint from its start on, brighter towards its head."""
        if not self.arc.at <= time < self.arc.until:
            return
        head = self._index(time, 0.0)
        tail = max(1, round(TRAIL * len(self._corners)))
        dimming = 1 - min(max((time - self.arc.lands) / FADING, 0.0), 1.0)
        blits = []
        for index in range(head + 1):
            near = max(0.0, 1 - (head - index) / tail)
            level = round((FAINT + (BRIGHT - FAINT) * near * near) * dimming)
            if level:
                blits.append((self._dots[level], self._corners[index]))
        target.fblits(blits, pygame.BLEND_RGB_ADD)

    def draw_heads(self, target: pygame.Surface, time: float) -> None:
        """Draw the shapes of the salvo, a few for many, and its count."""
        if not self.arc.at <= time < self.arc.until:
            return
        size = round(HEAD_SIZE * self._scale)
        for rank in range(shapes_for(self.arc.count)):
            lag = rank * LAG
            if self._share(time) - lag < 0 or self._share(time) - lag > 1:
                continue
            index = self._index(time, lag)
            shape = sprite(self._look.outline, size, self._look.colour, (14, 20, 28), self._headings[index])
            x, y = self._path[index].tolist()
            target.blit(shape, (x - size / 2, y - size / 2))
        strength = min((time - self.arc.at) / FADING, (self.arc.until - time) / FADING, 1.0)
        if strength > DIM:
            draw_leader(target, self.rect, self._nearest_to_tag(), self._scale)
        target.blit(faded(self._label, strength), self.rect)

    def _nearest_to_tag(self) -> Point:
        away = np.hypot(*(self._path - self.rect.center).T)
        x, y = self._path[int(away.argmin())].tolist()
        return x, y

    def _share(self, time: float) -> float:
        return (time - self.arc.at) / max(self.arc.lands - self.arc.at, 1e-6)

    def _index(self, time: float, lag: float) -> int:
        share = min(max(self._share(time) - lag, 0.0), 1.0)
        return round(share * (len(self._path) - 1))


def shapes_for(count: int) -> int:
    """How many shapes stand for a salvo: one for one, five for more than a hundred."""
    return min(5, 1 + round(math.log(max(count, 1), 4)))


def curve(start: Point, end: Point, height: float) -> Floats:
    """Points (n, 2) of a bow between two pixels that rises upward by ``height`` times its length."""
    first, last = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    across, down = last - first
    aside = np.array([down, -across]) if across > 0 else np.array([-down, across])
    share = np.linspace(0, 1, 64)[:, None]
    bow = (first + last) / 2 + aside * height * 2
    return np.asarray((1 - share) ** 2 * first + 2 * share * (1 - share) * bow + share**2 * last)


def evenly(path: Floats, spacing: float) -> Floats:
    """The same path with points ``spacing`` pixels apart, at least three."""
    steps = np.hypot(*np.diff(path, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    stops = np.linspace(0, along[-1], max(3, round(along[-1] / spacing) + 1))
    return np.stack([np.interp(stops, along, path[:, axis]) for axis in (0, 1)], axis=1)


@lru_cache(maxsize=256)
def glow(colour: Colour, radius: int, level: int) -> pygame.Surface:
    """A soft dot to add to the picture; ``level`` 0 to 7 is its strength."""
    row, column = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    falloff = np.clip(1 - np.hypot(row, column) / (radius + 0.5), 0, 1) ** 1.5
    light = falloff[..., None] * np.asarray(colour) * (level / BRIGHT) * 0.8
    dot = pygame.Surface((2 * radius + 1, 2 * radius + 1), depth=32)
    pygame.surfarray.blit_array(dot, light.astype(np.uint8))
    return dot
