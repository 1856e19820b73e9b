"""What became of salvos, told soberly: what each layer of defence stopped, and what got through.

All that happened at a place stands on one tag beside it, a line each, in the order in which it happened.
There are no explosions: a mark and a number are enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.map import style
from game.ui.map.ground import Ground, Point
from game.ui.map.pills import draw_leader, faded, pill

APPEARING = 0.4
"""Seconds over which a line appears."""

APART = 4
"""Logical pixels left free around the lines of a place, so that those of two places are told apart."""

MARK = 5

STOPPED_INK = (162, 206, 226)
THROUGH_INK = (236, 196, 150)


@dataclass(frozen=True)
class Interception:
    """What a layer of defence stopped near a place (longitude, latitude), and when it is shown."""

    place: Point
    layer: str
    count: int
    at: float

    @property
    def until(self) -> float:
        """When it has fully appeared; it stays."""
        return self.at + APPEARING

    def tag(self, scale: float) -> pygame.Surface:
        """The line in words, with a shield."""
        return pill(f"{self.count:,} stopped, {self.layer}", scale, STOPPED_INK, "shield")


@dataclass(frozen=True)
class GotThrough:
    """What reached a place (longitude, latitude), and when it is shown."""

    place: Point
    count: int
    at: float

    @property
    def until(self) -> float:
        """When it has fully appeared; it stays."""
        return self.at + APPEARING

    def tag(self, scale: float) -> pygame.Surface:
        """The line in words, with a mark of where it was aimed."""
        return pill(f"{self.count:,} got through", scale, THROUGH_INK, "target")


Outcome = Interception | GotThrough


class Tally:
    """The outcomes at one place, as lines under one another."""

    def __init__(self, point: Point, outcomes: Sequence[Outcome], scale: float) -> None:
        """Set the lines for a pixel of the map; ``size`` is then known, ``rect`` the caller's to choose."""
        self.point, self._scale = point, scale
        self._lines = [(outcome, outcome.tag(scale)) for outcome in sorted(outcomes, key=_when)]
        self._apart = round(APART * scale)
        width = max(tag.get_width() for _, tag in self._lines)
        height = sum(tag.get_height() for _, tag in self._lines)
        self.size = (width + 2 * self._apart, height + 2 * self._apart)
        self.rect = pygame.Rect((0, 0), self.size)

    def draw(self, target: pygame.Surface, time: float) -> None:
        """Draw what has happened by that time."""
        first = self._lines[0][0].at
        if time < first:
            return
        inside = self.rect.inflate(-2 * self._apart, -2 * self._apart)
        draw_leader(target, inside, self.point, self._scale)
        if any(isinstance(outcome, GotThrough) and time >= outcome.at for outcome, _ in self._lines):
            _draw_place(target, self.point, self._scale)
        top = inside.top
        for outcome, tag in self._lines:
            if time >= outcome.at:
                target.blit(faded(tag, (time - outcome.at) / APPEARING), (inside.left, top))
            top += tag.get_height()


def tallies(outcomes: Iterable[Outcome], ground: Ground) -> list[Tally]:
    """Outcomes gathered by place, in the order in which the places come up."""
    by_place: dict[Point, list[Outcome]] = {}
    for outcome in outcomes:
        by_place.setdefault(outcome.place, []).append(outcome)
    return [Tally(ground.locate(*place), lines, ground.scale) for place, lines in by_place.items()]


def _when(outcome: Outcome) -> float:
    return outcome.at


def _draw_place(target: pygame.Surface, point: Point, scale: float) -> None:
    pygame.draw.aacircle(target, style.HALO, point, (MARK + 2) * scale, round(4 * scale))
    pygame.draw.aacircle(target, THROUGH_INK, point, (MARK + 1) * scale, max(1, round(2 * scale)))
