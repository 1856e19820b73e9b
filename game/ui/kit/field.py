"""Fields to write in: one line or several, with caret, selection, clipboard and input methods.

A field shows the text that the screen gives it and sends ``Write(id, text)`` for every change; the screen
keeps the text. Only the caret is remembered here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pygame

from game.ui.kit.bidi import reads_leftward
from game.ui.kit.buttons import Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.editing import Caret, delete, insert, move, place
from game.ui.kit.intents import Intent, Write
from game.ui.kit.look import Look
from game.ui.kit.memory import Memory
from game.ui.kit.text import writable
from game.ui.kit.widget import Area, Extent

_MARGIN = 8.0
_ROLE = "body"

Span = tuple[int, int]
"""First letter of a line and the one after its last."""


def spans(text: str, look: Look, width: float) -> list[Span]:
    """Where each line of ``text`` begins and ends, wrapped to ``width`` pixels; every letter is in one."""
    found: list[Span] = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        found += _wrapped(text, start, end, look, width)
        start = end + 1
    return found


def _wrapped(text: str, start: int, end: int, look: Look, width: float) -> list[Span]:
    found: list[Span] = []
    setting = look.setting(_ROLE)
    while True:
        stop = start + max(1, look.type.fitting(text[start:end], setting, int(width)))
        if stop >= end:
            return [*found, (start, end)]
        space = text.rfind(" ", start, stop + 1)
        stop = space + 1 if space > start else stop
        found.append((start, stop))
        start = stop


@dataclass(eq=False)
class TextField(Control):
    """A field with ``rows`` lines to see; Enter starts a new line where there are several.

    ``hint`` stands in it while it is empty; ``limit`` is the most letters it takes.
    """

    text: str
    rows: int = field(default=1, kw_only=True)
    hint: str = field(default="", kw_only=True)
    limit: int = field(default=400, kw_only=True)
    _spans: list[Span] = field(init=False, repr=False, default_factory=list)
    _look: Look | None = field(init=False, repr=False, default=None)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text, or the hint."""
        return (self.text or self.hint,)

    def describe(self) -> str:
        """What it asks for, and what is written."""
        return f"{self.accessible or self.hint}: {self.text or 'empty'}"

    def act(self) -> list[Intent]:
        """Nothing: a field is written in."""
        return []

    def measure_widths(self, look: Look) -> Extent:
        """Some words."""
        return Extent(look.px(80), look.px(240))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Its lines and margins."""
        height = look.type.line_height(look.setting(_ROLE)) * self.rows + look.px(10)
        return Extent(height, height)

    def place(self, look: Look, area: Area) -> None:
        """Wraps the text to its place."""
        super().place(look, area)
        self._look = look
        room = 1e6 if self.rows == 1 else area.width - 2 * look.px(_MARGIN)
        self._spans = spans(self.text, look, room)

    def caret(self, memory: Memory) -> Caret:
        """The remembered caret; at first after the last letter."""
        return memory.carets.get(self.id, Caret(len(self.text), len(self.text))).within(self.text)

    def typed(self, letters: str, memory: Memory) -> list[Intent]:
        """Letters that the keyboard or an input method settled on."""
        return self._changed(*insert(self.text, self.caret(memory), letters, self.limit), memory)

    def composed(self, letters: str, memory: Memory) -> list[Intent]:
        """Letters that an input method is still putting together."""
        memory.carets[self.id] = replace(self.caret(memory), composing=letters)
        return []

    def keyed(self, key: str, memory: Memory) -> list[Intent] | None:
        """Moving, deleting, the clipboard."""
        caret = self.caret(memory)
        *modifiers, name = key.split("+") if key != "+" else ["+"]
        select, word = "shift" in modifiers, "ctrl" in modifiers
        if name in ("left", "right"):
            memory.carets[self.id] = move(
                self.text, caret, 1 if name == "right" else -1, word=word, select=select
            )
        elif name in ("home", "end", "up", "down"):
            at = self._leap(name, caret)
            if at is None:
                return None
            memory.carets[self.id] = place(self.text, caret, at, select=select)
        elif name in ("backspace", "delete"):
            return self._changed(*delete(self.text, caret, forward=name == "delete", word=word), memory)
        elif name == "return" and self.rows > 1 and not modifiers:
            return self.typed("\n", memory)
        else:
            return self._clipboard(key, caret, memory) if word else None
        return []

    def pressed(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """Puts the caret where the mouse is."""
        memory.carets[self.id] = place(self.text, self.caret(memory), self._letter_at(at, memory))
        return []

    def dragged(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """Selects up to where the mouse is."""
        memory.carets[self.id] = place(
            self.text, self.caret(memory), self._letter_at(at, memory), select=True
        )
        return []

    def draw(self, canvas: Canvas) -> None:
        """Draws frame, text, selection and caret."""
        focused = canvas.memory.focus == self.id and not self.refusal
        canvas.panel(self.rect, "sunken", "accent" if focused else "edge")
        inner, lines = self._inner(canvas.look), self._visible(canvas.memory)
        before = canvas.surface.get_clip()
        canvas.surface.set_clip(inner.inflate(4, 4).clip(before))
        setting, high = canvas.look.setting(_ROLE), self._line_height(canvas.look)
        shift = self._shift(canvas.look, canvas.memory)
        for row, (start, end) in enumerate(lines):
            line = pygame.Rect(inner.left - shift, inner.top + row * high, inner.width + shift, high)
            if focused:
                self._draw_selection(canvas, line, start, end)
            canvas.text(
                self.text[start:end].rstrip("\n"), line, setting, canvas.look.tone(self.tone_of_text())
            )
        if not self.text:
            canvas.text(
                self.hint, pygame.Rect(inner.topleft, (inner.width, high)), setting, canvas.look.tone("muted")
            )
        if focused:
            self._draw_caret(canvas)
        canvas.surface.set_clip(before)

    def caret_rect(self, look: Look, memory: Memory) -> pygame.Rect:
        """Where the caret stands, in pixels: input methods open their window there."""
        caret, inner, high = self.caret(memory), self._inner(look), self._line_height(look)
        row = self._row_of(caret.at)
        start, end = self._spans[row]
        inner = inner.move(-self._shift(look, memory), (row - self._first_visible(memory)) * high)
        left = self._place(look, inner, start, end, caret.at)
        return pygame.Rect(left, inner.top, look.whole(2), high)

    def _draw_caret(self, canvas: Canvas) -> None:
        place, caret = self.caret_rect(canvas.look, canvas.memory), self.caret(canvas.memory)
        if caret.composing:
            shown = canvas.look.type.draw(
                caret.composing, canvas.look.setting(_ROLE), canvas.look.tone("text")
            )
            under = pygame.Rect(place.topleft, shown.get_size())
            canvas.panel(under, "chosen", radius=2)
            canvas.surface.blit(shown, under)
            place.left = under.right
        canvas.surface.fill(canvas.look.tone("text"), place)

    def _draw_selection(self, canvas: Canvas, line: pygame.Rect, start: int, end: int) -> None:
        first, last = self.caret(canvas.memory).selection
        first, last = max(first, start), min(last, end)
        if first < last:
            one, other = (self._place(canvas.look, line, start, end, at) for at in (first, last))
            marked = (min(one, other), line.top, abs(other - one), line.height)
            canvas.surface.fill(canvas.look.tone("chosen"), marked)

    def _changed(self, text: str, caret: Caret, memory: Memory) -> list[Intent]:
        if self.refusal:
            return self.activate()
        memory.carets[self.id] = caret
        return [Write(self.id, text)] if text != self.text else []

    def _clipboard(self, key: str, caret: Caret, memory: Memory) -> list[Intent] | None:
        first, last = caret.selection
        if key == "ctrl+a":
            memory.carets[self.id] = Caret(len(self.text), 0)
        elif key == "ctrl+v":
            return self.typed(pygame.scrap.get_text().replace("\r", ""), memory)
        elif key in ("ctrl+c", "ctrl+x") and first < last:
            pygame.scrap.put_text(writable(self.text[first:last]))
            if key == "ctrl+x":
                return self._changed(*delete(self.text, caret, forward=False), memory)
        else:
            return None
        return []

    def _leap(self, name: str, caret: Caret) -> int | None:
        """The letter that home, end, up or down lead to; ``None`` where there is no such line."""
        row = self._row_of(caret.at)
        start, end = self._spans[row]
        if name in ("home", "end"):
            return start if name == "home" else end
        other = row + (1 if name == "down" else -1)
        if self._look is None or not 0 <= other < len(self._spans):
            return None
        first, last = self._spans[other]
        wanted = self._width(self._look, self.text[start : caret.at])
        return min(
            last, first + self._look.type.fitting(self.text[first:last], self._look.setting(_ROLE), wanted)
        )

    def _letter_at(self, at: tuple[int, int], memory: Memory) -> int:
        if self._look is None:
            return 0
        inner, high = self._inner(self._look), self._line_height(self._look)
        row = (at[1] - inner.top) // high + self._first_visible(memory)
        start, end = self._spans[max(0, min(int(row), len(self._spans) - 1))]
        edge = self._edge(self._look, inner, start, end)
        wanted = at[0] - edge + self._shift(self._look, memory) + self._look.whole(3)
        if reads_leftward(self.text[start:end]):
            wanted = inner.right - at[0] + self._look.whole(3)
        return start + self._look.type.fitting(
            self.text[start:end], self._look.setting(_ROLE), max(0, wanted)
        )

    def _edge(self, look: Look, line: pygame.Rect, start: int, end: int) -> int:
        """Where a line begins on its left: lines that are read from the right stand there."""
        text = self.text[start:end]
        return line.right - self._width(look, text) if reads_leftward(text) else line.left

    def _place(self, look: Look, line: pygame.Rect, start: int, end: int, at: int) -> int:
        """Where the gap before letter ``at`` is on its line."""
        before = self._width(look, self.text[start:at])
        leftward = reads_leftward(self.text[start:end])
        return line.right - before if leftward else line.left + before

    def _inner(self, look: Look) -> pygame.Rect:
        margin = look.whole(_MARGIN)
        return pygame.Rect(
            self.rect.left + margin,
            self.rect.top + look.whole(5),
            self.rect.width - 2 * margin,
            self.rect.height - look.whole(10),
        )

    def _visible(self, memory: Memory) -> list[Span]:
        first = self._first_visible(memory)
        return self._spans[first : first + self.rows]

    def _first_visible(self, memory: Memory) -> int:
        return max(0, self._row_of(self.caret(memory).at) - self.rows + 1)

    def _row_of(self, at: int) -> int:
        return next((row for row, (_, end) in enumerate(self._spans) if at <= end), 0)

    def _shift(self, look: Look, memory: Memory) -> int:
        """Pixels that a single long line is moved to the left so that its caret can be seen."""
        if self.rows > 1:
            return 0
        return max(
            0, self._width(look, self.text[: self.caret(memory).at]) - self._inner(look).width + look.whole(4)
        )

    def _line_height(self, look: Look) -> int:
        return look.type.line_height(look.setting(_ROLE))

    def _width(self, look: Look, text: str) -> int:
        return look.type.width(text, look.setting(_ROLE))
