"""Where something is drawn already: footprints, possibly turned, and whether two of them touch."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pygame

from game.ui.map.ground import Point


@dataclass(frozen=True)
class Footprint:
    """A rectangle around ``centre``, turned by ``angle`` degrees against the clock."""

    centre: Point
    width: float
    height: float
    angle: float = 0.0

    @classmethod
    def of(cls, rect: pygame.Rect, margin: int = 0) -> Footprint:
        """An upright footprint, larger than the rectangle by ``margin`` on each side."""
        return cls(rect.center, rect.width + 2 * margin, rect.height + 2 * margin)

    def grown(self, margin: float) -> Footprint:
        """The footprint with a margin on each side."""
        return replace(self, width=self.width + 2 * margin, height=self.height + 2 * margin)

    @property
    def corners(self) -> Sequence[Point]:
        """The four corners, in order around the footprint."""
        turn = math.radians(-self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        halves = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        offsets = ((across * self.width / 2, down * self.height / 2) for across, down in halves)
        x, y = self.centre
        return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in offsets]

    @property
    def bounds(self) -> pygame.FRect:
        """The upright rectangle around the footprint."""
        across, down = zip(*self.corners, strict=True)
        return pygame.FRect(min(across), min(down), max(across) - min(across), max(down) - min(down))

    def touches(self, other: Footprint) -> bool:
        """Whether the two overlap (separating axes of two rectangles)."""
        if not self.bounds.colliderect(other.bounds):
            return False
        if self.angle == 0 == other.angle:
            return True
        angles = (self.angle, self.angle + 90, other.angle, other.angle + 90)
        return all(self._meets_along(other, math.radians(-angle)) for angle in angles)

    def _meets_along(self, other: Footprint, turn: float) -> bool:
        along, across = math.cos(turn), math.sin(turn)
        mine = [x * along + y * across for x, y in self.corners]
        theirs = [x * along + y * across for x, y in other.corners]
        return max(mine) > min(theirs) and max(theirs) > min(mine)


@dataclass
class Taken:
    """All footprints on a surface so far."""

    footprints: list[Footprint] = field(default_factory=list)
    _bounds: list[pygame.FRect] = field(default_factory=list)

    def add(self, footprints: Iterable[Footprint]) -> None:
        """Take up more room."""
        for footprint in footprints:
            self.footprints.append(footprint)
            self._bounds.append(footprint.bounds)

    def leaves(self, footprint: Footprint) -> bool:
        """Whether the footprint touches nothing that is there."""
        near = footprint.bounds.collidelistall(self._bounds)
        return not any(footprint.touches(self.footprints[index]) for index in near)
