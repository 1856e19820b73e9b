"""A window onto something higher than the room there is: wheel, drag, keys, and a bar to see where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.intents import Intent
from game.ui.kit.layout import Children
from game.ui.kit.look import Look
from game.ui.kit.memory import Memory
from game.ui.kit.widget import Area, Extent, Widget, walk

_BAR = 10.0


@dataclass(eq=False)
class ScrollArea(Widget):
    """Holds one widget, usually a column, which may be higher than the area; takes the room that is left."""

    child: Widget | None = field(default=None, kw_only=True)
    weight: float = field(default=1, kw_only=True)
    least: float = field(default=60, kw_only=True)
    """Logical pixels of height below which it does not shrink."""
    offset: int = field(init=False, default=0)
    overflow: int = field(init=False, default=0)
    """Pixels of the content that are out of sight."""
    _page: int = field(init=False, default=1)

    scrolls = True

    def __getitem__(self, child: Children) -> ScrollArea:
        """Puts the one widget inside."""
        if not isinstance(child, Widget):
            raise TypeError("a ScrollArea holds one widget; put several into a Column")
        self.child = child
        return self

    @property
    def children(self) -> Sequence[Widget]:
        """The widget inside."""
        return (self.child,) if self.child is not None else ()

    @property
    def focusable(self) -> bool:
        """Where there is more to see and nothing inside to stop at, so that keys can scroll it."""
        inside = (part for child in self.children for part in walk(child))
        return self.overflow > 0 and not any(part.focusable for part in inside)

    def measure_widths(self, look: Look) -> Extent:
        """The content's, and the bar."""
        inner = self.child.widths(look) if self.child else Extent(0, 0)
        return inner.grown(look.px(_BAR))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The content's; it may shrink."""
        natural = self.child.heights(look, width - look.px(_BAR)).natural if self.child else 0.0
        return Extent(min(look.px(self.least), natural), natural)

    def place(self, look: Look, area: Area) -> None:
        """Places the content in its full height, from the top."""
        super().place(look, area)
        if self.child is None:
            return
        width = area.width - look.px(_BAR)
        high = max(self.child.heights(look, width).natural, area.height)
        left = area.left + (look.px(_BAR) if look.mirrored else 0)
        self.child.place(look, Area(left, area.top, width, high))
        # Rounding to whole pixels may take one away: that is no reason for a bar.
        hidden = self.child.rect.height - self.rect.height
        self.overflow = hidden if hidden > 1 else 0
        self._page = max(1, self.rect.height - look.whole(40))
        self.offset = 0

    def scroll_to(self, offset: int, memory: Memory) -> None:
        """Shows the content from ``offset`` pixels down, as far as there is any, and remembers it."""
        target = max(0, min(offset, self.overflow))
        if self.child is not None and target != self.offset:
            self.child.move(0, self.offset - target)
        self.offset = target
        memory.scroll[self.id] = target

    def reveal(self, rect: pygame.Rect, memory: Memory) -> None:
        """Scrolls as little as needed to bring ``rect`` into sight."""
        if rect.bottom > self.rect.bottom:
            self.scroll_to(self.offset + rect.bottom - self.rect.bottom, memory)
        if rect.top < self.rect.top:
            self.scroll_to(self.offset + rect.top - self.rect.top, memory)

    def keyed(self, key: str, memory: Memory) -> list[Intent] | None:
        """Page up and down, home and end, and the arrows."""
        line = max(1, self._page // 8)
        steps = {"page down": self._page, "page up": -self._page, "down": line, "up": -line}
        ends = {"home": 0, "end": self.overflow}
        if not self.overflow or key not in steps | ends:
            return None
        self.scroll_to(ends.get(key, self.offset + steps.get(key, 0)), memory)
        return []

    def bar(self) -> pygame.Rect:
        """The handle of the scroll bar; empty where everything is in sight."""
        if not self.overflow or self.child is None:
            return pygame.Rect(0, 0, 0, 0)
        high = max(24, self.rect.height * self.rect.height // (self.rect.height + self.overflow))
        top = self.rect.top + (self.rect.height - high) * self.offset // self.overflow
        wide = max(1, self.rect.width - self.child.rect.width)
        left = self.rect.left if self.child.rect.left > self.rect.left else self.rect.right - wide
        return pygame.Rect(left, top, wide, high)

    def pressed(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """A press on the track jumps there."""
        return self.dragged(at, memory)

    def dragged(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """Drags the handle."""
        handle = self.bar()
        room = self.rect.height - handle.height
        if self.overflow and room > 0:
            part = (at[1] - self.rect.top - handle.height / 2) / room
            self.scroll_to(round(part * self.overflow), memory)
        return []

    def draw_over(self, canvas: Canvas) -> None:
        """Draws the handle."""
        handle = self.bar()
        if handle.width:
            held = canvas.memory.pressed == self.id
            canvas.bar(handle.inflate(-handle.width // 2, 0), "muted" if held else "edge")
