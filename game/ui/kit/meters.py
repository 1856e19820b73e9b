"""Numbers as lengths: meters with bands, the rungs of a front, histograms, progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.ui.kit.canvas import Canvas, Side
from game.ui.kit.labels import Label
from game.ui.kit.layout import Column, Row
from game.ui.kit.look import Look
from game.ui.kit.widget import Extent, Widget
from game.ui.theme import RUNGS, rung_tone

_SIDES: Final[tuple[Side, ...]] = ("start", "center", "end")


@dataclass(eq=False)
class Bar(Widget):
    """A length between ``low`` and ``high``; a ``band`` instead of a value where only a range is known.

    ``mark`` puts a thin upright line at a value, such as a limit.
    """

    value: float | None
    low: float = field(default=0, kw_only=True)
    high: float = field(default=10, kw_only=True)
    band: tuple[float, float] | None = field(default=None, kw_only=True)
    mark: float | None = field(default=None, kw_only=True)
    tone: str = field(default="accent", kw_only=True)
    thickness: float = field(default=5, kw_only=True)

    def describe(self) -> str:
        """Its value or band."""
        known = f"{self.band[0]:g} to {self.band[1]:g}" if self.band else f"{self.value or 0:g}"
        return self.accessible or f"{known} between {self.low:g} and {self.high:g}"

    def measure_widths(self, look: Look) -> Extent:
        """A few letters at least."""
        return Extent(look.px(24), look.px(90))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Its thickness."""
        return Extent(look.px(self.thickness), look.px(self.thickness))

    def draw(self, canvas: Canvas) -> None:
        """Draws track, length or band, and mark."""
        canvas.bar(self.rect, "track")
        start, end = self.band or (self.low, self.low if self.value is None else self.value)
        filled = self._stretch(canvas, start, end)
        if filled.width > 0:
            canvas.bar(filled, self.tone)
        if self.mark is not None:
            at = self._stretch(canvas, self.mark, self.mark)
            line = pygame.Rect(at.left, self.rect.top, canvas.look.whole(2), self.rect.height)
            canvas.surface.fill(canvas.look.tone("text"), line.inflate(0, canvas.look.whole(4)))

    def _stretch(self, canvas: Canvas, start: float, end: float) -> pygame.Rect:
        span = (self.high - self.low) or 1.0
        first, last = (max(0.0, min(1.0, (value - self.low) / span)) for value in (start, end))
        left, width = round(first * self.rect.width), round((last - first) * self.rect.width)
        if end > start:
            width = max(width, self.rect.height)
            left = min(left, self.rect.width - width)
        if canvas.look.mirrored:
            left = self.rect.width - left - width
        return pygame.Rect(self.rect.left + left, self.rect.top, width, self.rect.height)


@dataclass(eq=False)
class Meter(Column):
    """A named number over its bar: ``Meter("Standing", "5.6", 5.6)``, with a small ``note`` below."""

    name: str
    shown: str
    value: float | None = None
    low: float = field(default=0, kw_only=True)
    high: float = field(default=10, kw_only=True)
    band: tuple[float, float] | None = field(default=None, kw_only=True)
    mark: float | None = field(default=None, kw_only=True)
    tone: str = field(default="accent", kw_only=True)
    note: str = field(default="", kw_only=True)
    stacked: bool = field(default=False, kw_only=True)
    """Whether the number stands below the name, as in the strip at the top, not beside it."""
    gap: float = field(default=3, kw_only=True)

    def __post_init__(self) -> None:
        """Makes the parts."""
        bar = Bar(self.value, low=self.low, high=self.high, band=self.band, mark=self.mark, tone=self.tone)
        if self.stacked:
            self[Label(self.name, role="section"), Label(self.shown, role="value"), bar]
        else:
            name = Label(self.name, role="body", weight=1, ellipsis=True)
            self[Row(gap=8)[name, Label(self.shown, role="value", tone=self.tone)], bar]
        if self.note:
            self[Label(self.note, role="small", ellipsis=True)]

    def describe(self) -> str:
        """Name, number and note."""
        return self.accessible or ": ".join(filter(None, (self.name, self.shown, self.note)))


@dataclass(eq=False)
class Rungs(Widget):
    """The rung of a front, 0 to 7: as many marks, in its tone; ``ghost`` is the rung before."""

    rung: int
    ghost: int | None = field(default=None, kw_only=True)

    def describe(self) -> str:
        """The rung in words."""
        return self.accessible or f"rung {self.rung} of {RUNGS - 1}"

    def measure_widths(self, look: Look) -> Extent:
        """Seven marks with gaps."""
        return Extent(look.px(7 * 8 + 6 * 2), look.px(7 * 10 + 6 * 3))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The height of a mark."""
        return Extent(look.px(6), look.px(6))

    def draw(self, canvas: Canvas) -> None:
        """Draws the marks."""
        count = RUNGS - 1
        gap = canvas.look.whole(3)
        wide = max(2, min(canvas.look.whole(11), (self.rect.width - gap * (count - 1)) // count))
        for index in range(count):
            start = index * (wide + gap)
            left = self.rect.right - start - wide if canvas.look.mirrored else self.rect.left + start
            mark = pygame.Rect(left, self.rect.top, wide, self.rect.height)
            canvas.bar(mark, rung_tone(self.rung) if index < self.rung else "track")
            if self.ghost is not None and self.rung <= index < self.ghost:
                canvas.panel(mark, "", rung_tone(self.ghost), 3)


@dataclass(eq=False)
class Histogram(Widget):
    """How often each outcome came: ``counts`` from left to right; ``likely`` is lit, the tails are dim.

    ``labels`` stand below the first, the middle and the last bar; an arrow points at the bar of ``mark``.
    """

    counts: Sequence[float]
    likely: tuple[int, int] = field(default=(0, -1), kw_only=True)
    labels: tuple[str, str, str] | None = field(default=None, kw_only=True)
    tone: str = field(default="accent", kw_only=True)
    tall: float = field(default=44, kw_only=True)
    mark: int | None = field(default=None, kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The labels below."""
        return self.labels or ()

    def measure_widths(self, look: Look) -> Extent:
        """Three pixels a bar at least."""
        return Extent(look.px(3 * len(self.counts)), look.px(14 * len(self.counts)))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Bars and labels."""
        height = look.px(self.tall) + self._label_room(look)
        return Extent(height, height)

    def draw(self, canvas: Canvas) -> None:
        """Draws bars, ground line and labels."""
        look = canvas.look
        floor = self.rect.bottom - round(self._label_room(look))
        highest = max(self.counts, default=0) or 1.0
        first, last = self.likely[0], self.likely[1] % max(1, len(self.counts))
        edges = [
            round(self.rect.left + self.rect.width * i / max(1, len(self.counts)))
            for i in range(len(self.counts) + 1)
        ]
        for index, count in enumerate(self.counts):
            tall = max(look.whole(1), round((floor - self.rect.top - 2) * count / highest))
            bar = pygame.Rect(
                edges[index], floor - tall, edges[index + 1] - edges[index] - look.whole(2), tall
            )
            lit = first <= index <= last and count > 0
            canvas.panel(bar, self.tone if lit else "edge", radius=1)
        if self.mark is not None:
            self._draw_mark(canvas, (edges[self.mark] + edges[self.mark + 1] - look.whole(2)) / 2, floor)
        canvas.surface.fill(look.tone("line"), (self.rect.left, floor, self.rect.width, look.whole(1)))
        self._draw_labels(canvas, floor)

    def _draw_mark(self, canvas: Canvas, middle: float, floor: int) -> None:
        """An arrow from the top down to the ground line, so that it shows where no bar is."""
        half, top = canvas.look.px(5), self.rect.top
        canvas.stroke([(middle, top), (middle, floor)], "text", canvas.look.px(1.5))
        corners = [(middle - half, top), (middle + half, top), (middle, top + 1.6 * half)]
        pygame.draw.polygon(canvas.surface, canvas.look.tone("text"), corners)

    def _draw_labels(self, canvas: Canvas, floor: int) -> None:
        look = canvas.look
        below = pygame.Rect(
            self.rect.left, floor + look.whole(2), self.rect.width, self.rect.bottom - floor - look.whole(2)
        )
        for text, side in zip(self.labels or (), _SIDES, strict=False):
            canvas.text(text, below, look.setting("small"), look.colour("small"), side)

    def _label_room(self, look: Look) -> float:
        return look.type.line_height(look.setting("small")) + look.px(3) if self.labels else 0.0
