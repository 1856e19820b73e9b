"""A slider: a number between two ends, set by mouse or arrows."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.ui.kit.buttons import Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.intents import Adjust, Intent
from game.ui.kit.look import Look
from game.ui.kit.memory import Memory
from game.ui.kit.widget import Area, Extent

_THUMB = 16.0


@dataclass(eq=False)
class Slider(Control):
    """Sets ``value`` between ``low`` and ``high`` in steps; ``shown`` is how it reads. Sends ``Adjust``."""

    value: float
    low: float = field(default=0, kw_only=True)
    high: float = field(default=1, kw_only=True)
    step: float = field(default=0.1, kw_only=True)
    shown: str = field(default="", kw_only=True)
    _track: pygame.Rect = field(init=False, repr=False, default_factory=lambda: pygame.Rect(0, 0, 1, 1))

    @property
    def texts(self) -> tuple[str, ...]:
        """How the value reads."""
        return (self.shown,) if self.shown else ()

    def describe(self) -> str:
        """Name and value."""
        return f"{self.accessible} {self.shown or format(self.value, 'g')}".strip()

    def act(self) -> list[Intent]:
        """Nothing: arrows set it."""
        return []

    def measure_widths(self, look: Look) -> Extent:
        """Track and value."""
        return Extent(look.px(80), look.px(180)).grown(self._value_room(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The height of its handle and a margin."""
        return Extent(look.px(24), look.px(24))

    def pressed(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """Jumps to the mouse."""
        return self.dragged(at, memory)

    def dragged(self, at: tuple[int, int], memory: Memory) -> list[Intent]:
        """Follows the mouse."""
        part = (at[0] - self._track.left) / max(1, self._track.width)
        return self._set(self.low + part * (self.high - self.low))

    def keyed(self, key: str, memory: Memory) -> list[Intent] | None:
        """Arrows by a step, home and end."""
        steps = {"left": -self.step, "down": -self.step, "right": self.step, "up": self.step}
        if key in steps:
            return self._set(self.value + steps[key])
        if key in ("home", "end"):
            return self._set(self.low if key == "home" else self.high)
        return None

    def draw(self, canvas: Canvas) -> None:
        """Draws track, length, handle and value."""
        look = canvas.look
        canvas.bar(self._track, "track")
        part = (self.value - self.low) / ((self.high - self.low) or 1.0)
        middle = self._track.left + round(max(0.0, min(1.0, part)) * self._track.width)
        done = self._track.copy()
        done.width = max(0, middle - self._track.left)
        if done.width:
            canvas.bar(done, self.tone_of_text("accent"))
        thumb = pygame.Rect(0, 0, look.whole(_THUMB), look.whole(_THUMB))
        thumb.center = (middle, self.rect.centery)
        _, line = self.ground(canvas)
        canvas.panel(thumb, self.tone_of_text("text"), line, _THUMB / 2, 2)
        room = pygame.Rect(self.rect)
        canvas.text(self.shown, room, look.setting("value"), look.tone(self.tone_of_text()), "end")

    def place(self, look: Look, area: Area) -> None:
        """Takes its place and finds the track."""
        super().place(look, area)
        self._track = self._track_in(look)

    def move(self, right: int, down: int) -> None:
        """Shifts it together with its track."""
        super().move(right, down)
        self._track = self._track.move(right, down)

    def _track_in(self, look: Look) -> pygame.Rect:
        half = look.whole(_THUMB / 2)
        wide = self.rect.width - 2 * half - round(self._value_room(look))
        left = self.rect.left + half + (round(self._value_room(look)) if look.mirrored else 0)
        return pygame.Rect(left, self.rect.centery - look.whole(2), max(1, wide), look.whole(4))

    def _value_room(self, look: Look) -> float:
        return look.type.width(self.shown, look.setting("value")) + look.px(8) if self.shown else 0.0

    def _set(self, value: float) -> list[Intent]:
        if self.refusal:
            return self.activate()
        steps = round((value - self.low) / self.step)
        fitted = max(self.low, min(self.high, self.low + steps * self.step))
        return [Adjust(self.id, fitted)] if abs(fitted - self.value) > 1e-9 else []
