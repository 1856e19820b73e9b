"""Cards to pick from, such as orders, and rows that are activated as one."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.ui.kit.buttons import Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.labels import Paragraph
from game.ui.kit.layout import Row
from game.ui.kit.look import Look
from game.ui.kit.widget import Area, Extent, walk


@dataclass(eq=False)
class Card(Control):
    """An order or anything else to pick: icon, title, what it costs, a note, and a line on its state.

    ``cost`` stands at the end of the title's line.
    """

    title: str
    note: str = field(default="", kw_only=True)
    cost: str = field(default="", kw_only=True)
    icon: str = field(default="", kw_only=True)
    selected: bool = field(default=False, kw_only=True)
    tone: str = field(default="accent", kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """Title, cost and note."""
        return tuple(text for text in (self.title, self.cost, self.note) if text)

    @property
    def chosen(self) -> bool:
        """Whether it is selected."""
        return self.selected

    def measure_widths(self, look: Look) -> Extent:
        """Wide enough for the widest word, best for title and cost in one line."""
        cost, strong, note = self._cost_width(look), look.setting("strong"), self._note.widths(look).least
        least = max(look.type.widest_word(self.title, strong) + cost, note)
        wanted = max(look.type.width(self.title, strong) + cost, note)
        return Extent(least, wanted).grown(look.px(20) + self._icon_room(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Title and note, wrapped at this width."""
        inner = width - look.px(20) - self._icon_room(look)
        height = self._title.heights(look, inner - self._cost_width(look)).natural
        if self.note:
            height += self._note.heights(look, inner).natural
        if self.refusal:
            height = max(height, look.px(20))
        return Extent(height, height).grown(look.px(14)).bounded(look.px(34), 1e9)

    def draw(self, canvas: Canvas) -> None:
        """Draws frame, icon, title, cost and note."""
        look = canvas.look
        fill, line = self.ground(canvas, self.selected)
        canvas.panel(self.rect, fill, self.tone if self.selected else line, border=2 if self.selected else 1)
        inner = Area(*self.rect).inset(look.px(10))._replace(top=self.rect.top + look.px(7))
        room = self._icon_room(look)
        if self.icon:
            at = pygame.Rect(0, round(inner.top + look.px(1)), look.whole(20), look.whole(20))
            at.left = round(inner.left + inner.width - look.px(20) if look.mirrored else inner.left)
            canvas.icon(self.icon, at, self.tone_of_text("text"))
        inner = inner._replace(left=inner.left + (0 if look.mirrored else room), width=inner.width - room)
        self._draw_words(canvas, inner)

    def _draw_words(self, canvas: Canvas, inner: Area) -> None:
        look, cost = canvas.look, self._cost_width(canvas.look)
        title = self._title
        high = title.heights(look, inner.width - cost).natural
        title_left = inner.left + (cost if look.mirrored else 0)
        title.place(look, Area(title_left, inner.top, inner.width - cost, high))
        title.draw(canvas)
        first = Area(
            inner.left, inner.top, inner.width, look.type.line_height(look.setting("strong"))
        ).rounded()
        if self.refusal:
            lock = pygame.Rect(0, 0, look.whole(12), look.whole(12))
            lock.midleft = first.midleft
            if not look.mirrored:
                lock.midright = first.midright
            canvas.sign("lock", lock, "disabled")
            first.width -= look.whole(18)
            first.left += look.whole(18) if look.mirrored else 0
        canvas.text(self.cost, first, look.setting("key"), look.tone(self.tone_of_text("notice")), "end")
        if self.note:
            note = self._note
            below = Area(inner.left, inner.top + high, inner.width, note.heights(look, inner.width).natural)
            note.place(look, below)
            note.draw(canvas)

    @property
    def _title(self) -> Paragraph:
        return Paragraph(self.title, role="strong", tone=self.tone_of_text())

    @property
    def _note(self) -> Paragraph:
        return Paragraph(self.note, role="small", tone=self.tone_of_text("muted"))

    def _icon_room(self, look: Look) -> float:
        return look.px(28) if self.icon else 0.0

    def _cost_width(self, look: Look) -> float:
        lock = look.px(18) if self.refusal else 0.0
        return (look.type.width(self.cost, look.setting("key")) + look.px(8) if self.cost else 0.0) + lock


@dataclass(eq=False)
class Item(Control, Row):
    """A row of any widgets that is activated as one, such as a front in a list of fronts."""

    selected: bool = field(default=False, kw_only=True)
    gap: float = field(default=8, kw_only=True)
    padding: float = field(default=6, kw_only=True)

    @property
    def chosen(self) -> bool:
        """Whether it is selected."""
        return self.selected

    def describe(self) -> str:
        """The words inside, and its state."""
        words = " ".join(text for child in self.content for part in walk(child) for text in part.texts)
        self.accessible = self.accessible or words
        return super().describe()

    def draw(self, canvas: Canvas) -> None:
        """Draws the ground while it is selected or under the mouse, and a bar at its beginning."""
        if self.selected or canvas.memory.hover == self.id:
            canvas.panel(self.rect, "chosen" if self.selected else "hovered")
        if self.selected:
            bar = pygame.Rect(self.rect.left, self.rect.top, canvas.look.whole(3), self.rect.height)
            if canvas.look.mirrored:
                bar.right = self.rect.right
            canvas.surface.fill(canvas.look.tone("accent"), bar)
