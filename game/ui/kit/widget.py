"""The widget: a rectangle with an id that can be measured, placed, drawn, described and activated.

Layout takes two passes. Going up, a widget says how wide it must and would like to be, and how high at a
given width (``measure_widths``, ``measure_heights``; in pixels, fractions allowed). Going down, ``place``
gives it an ``Area``, which is rounded to a rectangle once. Widgets are built anew whenever anything changed,
so they hold nothing that must survive: that is in ``Memory``, by id.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

import pygame

from game.ui.kit.intents import Intent
from game.ui.kit.look import Look
from game.ui.kit.memory import Memory

if TYPE_CHECKING:
    from game.ui.kit.canvas import Canvas
    from game.ui.kit.tooltip import Tooltip

Align = Literal["start", "center", "end", "stretch"]
"""Where something stands across the direction of its row or column."""


class DuplicateId(ValueError):
    """Two widgets of one tree have the same id."""


class Extent(NamedTuple):
    """A width or height in pixels: the least that shows everything, and the natural one."""

    least: float
    natural: float

    def grown(self, by: float) -> Extent:
        """Both, larger by ``by`` pixels."""
        return Extent(self.least + by, self.natural + by)

    def bounded(self, low: float, high: float) -> Extent:
        """Both, kept between ``low`` and ``high``."""
        if low <= self.least and self.natural <= high and self.least <= self.natural:
            return self
        return Extent(max(low, min(self.least, high)), max(low, min(self.natural, high)))


class Area(NamedTuple):
    """A rectangle in pixels, not yet rounded."""

    left: float
    top: float
    width: float
    height: float

    def inset(self, by: float) -> Area:
        """The area without ``by`` pixels on each side."""
        return Area(
            self.left + by, self.top + by, max(0.0, self.width - 2 * by), max(0.0, self.height - 2 * by)
        )

    def rounded(self) -> pygame.Rect:
        """Edges on whole pixels; areas that touch still touch."""
        left, top = math.floor(self.left + 0.5), math.floor(self.top + 0.5)
        right, bottom = math.floor(self.left + self.width + 0.5), math.floor(self.top + self.height + 0.5)
        return pygame.Rect(left, top, right - left, bottom - top)


@dataclass(eq=False)
class Widget:
    """The base of all widgets. Measures are logical pixels; ``weight`` shares out the room that is left."""

    id: str = field(default="", kw_only=True)
    width: float | None = field(default=None, kw_only=True)
    height: float | None = field(default=None, kw_only=True)
    min_width: float = field(default=0, kw_only=True)
    max_width: float = field(default=math.inf, kw_only=True)
    min_height: float = field(default=0, kw_only=True)
    weight: float = field(default=0, kw_only=True)
    align: Align | None = field(default=None, kw_only=True)
    tooltip: Tooltip | str | None = field(default=None, kw_only=True)
    accessible: str = field(default="", kw_only=True)
    rect: pygame.Rect = field(init=False, repr=False, default_factory=lambda: pygame.Rect(0, 0, 0, 0))
    area: Area = field(init=False, repr=False, default=Area(0, 0, 0, 0))
    truncated: bool = field(init=False, repr=False, default=False)
    _widths: Extent | None = field(init=False, repr=False, default=None)
    _heights: dict[float, Extent] = field(init=False, repr=False, default_factory=dict)

    @property
    def children(self) -> Sequence[Widget]:
        """The widgets inside, in reading order."""
        return ()

    @property
    def focusable(self) -> bool:
        """Whether TAB stops here: on every control, and wherever there is an explanation to read."""
        return self.tooltip is not None

    @property
    def group(self) -> bool:
        """Whether the widgets inside are one stop for TAB, with arrow keys to move among them."""
        return False

    @property
    def chosen(self) -> bool:
        """Whether this is the chosen one of its group, where TAB enters the group."""
        return False

    @property
    def shortcut(self) -> str:
        """The key that activates the widget from anywhere on its screen; empty for none."""
        return ""

    @property
    def refusal(self) -> str:
        """Why the widget cannot be used now; empty when it can."""
        return ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that the widget itself draws, for finding it and for checking its letters."""
        return ()

    def describe(self) -> str:
        """What a screen reader would say."""
        return self.accessible or " ".join(self.texts)

    def widths(self, look: Look) -> Extent:
        """Least and natural width in pixels."""
        if self._widths is None:
            if self.width is not None:
                self._widths = Extent(look.px(self.width), look.px(self.width))
            else:
                measured = self.measure_widths(look)
                self._widths = measured.bounded(look.px(self.min_width), look.px(self.max_width))
        return self._widths

    def heights(self, look: Look, width: float) -> Extent:
        """Least and natural height in pixels at this width in pixels."""
        if width not in self._heights:
            if self.height is not None:
                found = Extent(look.px(self.height), look.px(self.height))
            else:
                found = self.measure_heights(look, width).bounded(look.px(self.min_height), math.inf)
            self._heights[width] = found
        return self._heights[width]

    def measure_widths(self, look: Look) -> Extent:
        """The widths of the content; for subclasses to say."""
        return Extent(0, 0)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The heights of the content at this width; for subclasses to say."""
        return Extent(0, 0)

    def place(self, look: Look, area: Area) -> None:
        """Takes its place; containers place what is inside. A place too small for the content is noted."""
        self.area = area
        self.rect = area.rounded()
        least = self.measure_widths(look) if self.width is not None else self.widths(look)
        self.truncated = (
            least.least > area.width + 1 or self._least_height(look, area.width) > area.height + 1
        )

    def _least_height(self, look: Look, width: float) -> float:
        if self.height is not None:
            return self.measure_heights(look, width).least
        return self.heights(look, width).least

    def move(self, right: int, down: int) -> None:
        """Shifts the widget and everything inside by whole pixels."""
        self.rect = self.rect.move(right, down)
        self.area = self.area._replace(left=self.area.left + right, top=self.area.top + down)
        for child in self.children:
            child.move(right, down)

    def draw(self, canvas: Canvas) -> None:
        """Draws the widget itself, without what is inside."""

    def draw_over(self, canvas: Canvas) -> None:
        """Draws what lies above the widgets inside, such as a scroll bar."""

    def activate(self) -> list[Intent]:
        """Enter, Space or a click: what it means here."""
        return []

    def pressed(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """The left mouse button went down on the widget."""
        return []

    def dragged(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """The mouse moved while the widget was held."""
        return []

    def keyed(self, key: str, memory: Memory) -> list[Intent] | None:
        """A key while the widget has the focus; ``None`` when it has no use for it."""
        return None


def walk(widget: Widget) -> Iterator[Widget]:
    """The widget and everything inside, in reading order."""
    waiting = [widget]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.children))


def name_all(root: Widget) -> dict[str, Widget]:
    """Gives each widget without an id one made from its place, and returns all by id.

    Raises ``DuplicateId`` where two have the same.
    """
    named: dict[str, Widget] = {}
    root.id = root.id or "root"
    _name(root, named)
    return named


def _name(widget: Widget, named: dict[str, Widget]) -> None:
    if widget.id in named:
        raise DuplicateId(
            f"two widgets have the id {widget.id!r}: {named[widget.id]!r:.80} and {widget!r:.80}"
        )
    named[widget.id] = widget
    for index, child in enumerate(widget.children):
        child.id = child.id or f"{widget.id}/{index}"
        _name(child, named)


def overflowing(root: Widget) -> list[str]:
    """The ids of all widgets with less room than their content needs, or that stick out of their parent."""
    found = [widget.id for widget in walk(root) if widget.truncated]
    return found + [child.id for child in _sticking_out(root) if child.id not in found]


def _sticking_out(widget: Widget) -> Iterator[Widget]:
    for child in widget.children:
        scrolls = getattr(widget, "scrolls", False)
        if not scrolls and child.rect.size != (0, 0) and not widget.rect.inflate(2, 2).contains(child.rect):
            yield child
        yield from _sticking_out(child)
