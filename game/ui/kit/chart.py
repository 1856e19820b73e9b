"""Line charts for the debrief: series told apart by colour, by the shape of their points and by dashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.labels import Label, Sign
from game.ui.kit.layout import Column, Flow, Row
from game.ui.kit.look import Look
from game.ui.kit.widget import Extent, Widget

SHAPES = ("circle", "square", "triangle", "diamond", "inverted", "plus", "cross")
"""Shapes of points, in the order in which series take them."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value for each place along the chart, ``None`` where there is none."""

    name: str
    values: tuple[float | None, ...]
    tone: str = "accent"
    shape: str = ""
    dash: float = 0


@dataclass(eq=False)
class Plot(Widget):
    """The lines and their axes, without a legend."""

    series: Sequence[Series]
    places: Sequence[str]
    low: float = field(default=0, kw_only=True)
    high: float = field(default=10, kw_only=True)
    step: float = field(default=2, kw_only=True)
    mark: int | None = field(default=None, kw_only=True)
    """The place along the chart that is looked at now."""
    tall: float = field(default=180, kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The places along the chart."""
        return tuple(self.places)

    def describe(self) -> str:
        """Every series with its values."""
        lines = (
            f"{s.name}: {', '.join('none' if v is None else format(v, 'g') for v in s.values)}"
            for s in self.series
        )
        return self.accessible or "; ".join(lines)

    def measure_widths(self, look: Look) -> Extent:
        """Room for points side by side."""
        least = look.px(40 + 12 * max(1, len(self.places)))
        return Extent(least, max(least, look.px(40 + 48 * len(self.places))))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Its height; it may shrink to half."""
        return Extent(look.px(self.tall / 2), look.px(self.tall))

    def draw(self, canvas: Canvas) -> None:
        """Draws the chart once for its size and content, then shows that."""
        if self.rect.width < 2 or self.rect.height < 2:
            return
        what = (tuple(self.series), tuple(self.places), self.low, self.high, self.step, self.mark)
        key = (
            "chart",
            *what,
            self.rect.size,
            canvas.look.scale,
            canvas.look.mirrored,
            canvas.look.tone("text"),
        )
        canvas.surface.blit(canvas.look.pictures.drawing(key, lambda: self._drawn(canvas)), self.rect)

    def _drawn(self, canvas: Canvas) -> pygame.Surface:
        surface = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        paper = Canvas(surface, canvas.look, canvas.memory)
        inner = self._inner(paper.look)
        self._draw_axes(paper, inner)
        for index, series in enumerate(self.series):
            self._draw_series(paper, inner, series, series.shape or SHAPES[index % len(SHAPES)])
        return surface

    def _inner(self, look: Look) -> pygame.Rect:
        line = look.type.line_height(look.setting("small"))
        wide = max(
            look.type.width(format(v, "g"), look.setting("small")) for v in (self.low, self.high, self.step)
        )
        left, top = wide + look.whole(8), line // 2 + 1
        return pygame.Rect(
            left, top, self.rect.width - left - look.whole(12), self.rect.height - top - line - look.whole(6)
        )

    def _draw_axes(self, paper: Canvas, inner: pygame.Rect) -> None:
        look = paper.look
        setting, colour = look.setting("small"), look.colour("small")
        high = look.type.line_height(setting)
        for index in range(int((self.high - self.low) / self.step + 1e-9) + 1):
            value = self.low + index * self.step
            y = round(self._down(inner, value))
            paper.surface.fill(
                look.tone("edge" if index == 0 else "track"), (inner.left, y, inner.width, look.whole(1))
            )
            text = look.type.draw(format(value, "g"), setting, colour)
            paper.surface.blit(text, (inner.left - look.whole(6) - text.get_width(), y - high // 2))
        if self.mark is not None:
            x = round(self._along(inner, self.mark))
            paper.surface.fill(look.tone("edge"), (x, inner.top, look.whole(1), inner.height))
        self._draw_places(paper, inner)

    def _draw_places(self, paper: Canvas, inner: pygame.Rect) -> None:
        """Names the places along the chart, leaving out those that would run into the one before."""
        look, end = paper.look, -1.0
        for index, place in enumerate(self.places):
            text = look.type.draw(place, look.setting("small"), look.colour("small"))
            left = self._along(inner, index) - text.get_width() / 2
            left = max(0, min(left, self.rect.width - text.get_width()))
            if left > end:
                paper.surface.blit(text, (round(left), inner.bottom + look.whole(5)))
                end = left + text.get_width() + look.px(6)

    def _draw_series(self, paper: Canvas, inner: pygame.Rect, series: Series, shape: str) -> None:
        stretch: list[tuple[float, float]] = []
        for index, value in enumerate((*series.values, None)):
            if value is not None:
                stretch.append((self._along(inner, index), self._down(inner, value)))
                continue
            paper.stroke(stretch, series.tone, 2, series.dash)
            for point in stretch:
                _draw_point(paper, point, shape, series.tone)
            stretch = []

    def _along(self, inner: pygame.Rect, index: int) -> float:
        gaps = max(1, len(self.places) - 1)
        return inner.left + inner.width * index / gaps

    def _down(self, inner: pygame.Rect, value: float) -> float:
        part = (value - self.low) / ((self.high - self.low) or 1.0)
        return inner.bottom - inner.height * max(0.0, min(1.0, part))


def _draw_point(paper: Canvas, at: tuple[float, float], shape: str, tone: str) -> None:
    """A point with a dark rim, so that points on top of each other stay apart."""
    for size, colour in ((13, "room"), (9, tone)):
        place = pygame.Rect(0, 0, paper.look.whole(size), paper.look.whole(size))
        place.center = (round(at[0]), round(at[1]))
        paper.sign(shape, place, colour)


@dataclass(eq=False)
class LineChart(Column):
    """A chart with its title, the unit of its values and a legend: see ``Plot`` and ``Series``."""

    title: str
    series: Sequence[Series]
    places: Sequence[str]
    unit: str = field(default="", kw_only=True)
    low: float = field(default=0, kw_only=True)
    high: float = field(default=10, kw_only=True)
    step: float = field(default=2, kw_only=True)
    mark: int | None = field(default=None, kw_only=True)
    tall: float = field(default=180, kw_only=True)
    gap: float = field(default=6, kw_only=True)

    def __post_init__(self) -> None:
        """Makes heading, plot and legend."""
        plot = Plot(
            self.series,
            self.places,
            low=self.low,
            high=self.high,
            step=self.step,
            mark=self.mark,
            tall=self.tall,
            weight=1,
        )
        legend = Flow(gap=14)[[_entry(series, index) for index, series in enumerate(self.series)]]
        unit = Label(self.unit, role="small", ellipsis=True) if self.unit else None
        self[Row(gap=10)[Label(self.title, role="heading", weight=1, ellipsis=True), unit], plot, legend]

    def describe(self) -> str:
        """The title; the plot says the values."""
        return self.accessible or self.title


def _entry(series: Series, index: int) -> Row:
    return Row(gap=6)[
        Sign(series.shape or SHAPES[index % len(SHAPES)], tone=series.tone, size=10),
        Label(series.name, role="note"),
    ]
