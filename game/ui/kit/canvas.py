"""The surface that widgets draw on, with the few strokes they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import pygame

from game.ui.kit.look import Look
from game.ui.kit.memory import Memory
from game.ui.kit.pictures import Panel
from game.ui.kit.text import Setting
from game.ui.theme import Colour

Side = Literal["start", "center", "end"]
"""Where text stands in its rectangle, in reading direction."""

_MIRRORED: Final[dict[Side, Side]] = {"start": "end", "center": "center", "end": "start"}

_FINER = 3


@dataclass(frozen=True)
class Canvas:
    """Draws on ``surface`` in the window's pixels; colours and radii come from the look by name."""

    surface: pygame.Surface
    look: Look
    memory: Memory

    def panel(
        self, rect: pygame.Rect, fill: str, line: str = "", radius: float | None = None, border: float = 1
    ) -> None:
        """A rounded rectangle: tones of its fill and of the line around it, either may be empty."""
        if rect.width <= 0 or rect.height <= 0:
            return
        theme = self.look.theme
        corner = self.look.whole(theme.radius if radius is None else radius)
        tone = theme.tone(fill) if fill else None
        if corner == 0 and not line and tone is not None and len(tone) == 3:
            self.surface.fill(tone, rect)
            return
        width = self.look.whole(border) if line else 0
        shape = Panel(tone, theme.tone(line) if line else None, width, min(corner, min(rect.size) // 2))
        self.surface.blit(self.look.pictures.panel(rect.size, shape), rect)

    def text(
        self, text: str, rect: pygame.Rect, setting: Setting, colour: Colour, side: Side = "start"
    ) -> None:
        """One line, in the middle of the rectangle's height."""
        if not text:
            return
        line = self.look.type.draw(text, setting, colour)
        spare = rect.width - line.get_width() + setting.spacing
        if self.look.mirrored:
            side = _MIRRORED[side]
        left = rect.left + {"start": 0, "center": spare // 2, "end": spare}[side]
        self.surface.blit(line, (left, rect.top + (rect.height - line.get_height()) // 2))

    def icon(self, name: str, rect: pygame.Rect, tone: str) -> None:
        """An icon, as large as the rectangle allows, in its middle."""
        size = min(rect.size)
        self.surface.blit(
            self.look.pictures.icon(name, size, self.look.tone(tone)), _centred(rect, (size, size)).topleft
        )

    def sign(self, name: str, rect: pygame.Rect, tone: str) -> None:
        """A sign, as large as the rectangle allows, in its middle."""
        size = min(rect.size)
        self.surface.blit(
            self.look.pictures.sign(name, size, self.look.tone(tone)), _centred(rect, (size, size)).topleft
        )

    def bar(self, rect: pygame.Rect, tone: str) -> None:
        """A flat bar with round ends."""
        self.panel(rect, tone, radius=max(0.0, min(rect.size) / 2 / self.look.scale))

    def stroke(self, points: Sequence[tuple[float, float]], tone: str, width: float, dash: float = 0) -> None:
        """A smooth line through ``points``, ``width`` logical pixels thick; dashed by ``dash``."""
        colour = self.look.tone(tone)
        thick = max(1.0, self.look.px(width))
        for start, end in dashes(points, self.look.px(dash)) if dash else pairwise(points):
            _thick_line(self.surface, colour, start, end, thick)


def dashes(
    points: Sequence[tuple[float, float]], length: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The pieces of a broken line: drawn for ``length`` pixels, left out for as many."""
    pieces = []
    walked = 0.0
    for start, end in pairwise(points):
        origin = pygame.Vector2(start)
        span = pygame.Vector2(end) - origin
        reached = walked + span.length()
        # Dashes are counted, not walked: steps of a fraction of a pixel could add up to nothing, for ever.
        for dash in range(int(walked // (2 * length)), int(reached // (2 * length)) + 1):
            first, last = max(2 * dash * length, walked), min((2 * dash + 1) * length, reached)
            if first < last:
                one = origin + span * ((first - walked) / (reached - walked))
                other = origin + span * ((last - walked) / (reached - walked))
                pieces.append(((one.x, one.y), (other.x, other.y)))
        walked = reached
    return pieces


def _thick_line(
    surface: pygame.Surface,
    colour: Colour,
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float,
) -> None:
    """A line as a smooth quadrilateral: pygame's own lines change thickness with their slope."""
    along = pygame.Vector2(end) - pygame.Vector2(start)
    if along.length_squared() == 0:
        return
    across = along.normalize().rotate(90) * (thick / 2)
    corners = [start + across, end + across, end - across, start - across]
    box = pygame.Rect(
        min(c.x for c in corners) - 1,
        min(c.y for c in corners) - 1,
        max(c.x for c in corners) - min(c.x for c in corners) + 3,
        max(c.y for c in corners) - min(c.y for c in corners) + 3,
    )
    large = pygame.Surface((box.width * _FINER, box.height * _FINER), pygame.SRCALPHA)
    large.fill((*colour[:3], 0))
    pygame.draw.polygon(
        large, colour, [((c.x - box.left) * _FINER, (c.y - box.top) * _FINER) for c in corners]
    )
    surface.blit(pygame.transform.smoothscale(large, box.size), box)


def _centred(rect: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
    inner = pygame.Rect((0, 0), size)
    inner.center = rect.center
    return inner
