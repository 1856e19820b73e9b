"""What can be activated: the base of all controls, buttons and checkboxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.intents import Click, Intent, Refused, Toggle
from game.ui.kit.labels import Paragraph
from game.ui.kit.look import Look
from game.ui.kit.memory import RETURN
from game.ui.kit.widget import Area, Extent, Widget

_CTRL_RETURN = f"ctrl+{RETURN}"


def key_label(key: str) -> str:
    """How a key is written on screen: ``"ctrl+s"`` as ``Ctrl+S``, ``"return"`` as ``Enter``."""
    words = {"return": "Enter", "escape": "Esc", "space": "Space"}
    return "+".join(words.get(part, part.capitalize()) for part in key.split("+"))


@dataclass(eq=False)
class Control(Widget):
    """The base of what can be activated. ``disabled`` says why it cannot now, and what would enable it."""

    disabled: str | None = field(default=None, kw_only=True)
    key: str = field(default="", kw_only=True)

    @property
    def focusable(self) -> bool:
        """Always: a disabled control shows its reason."""
        return True

    @property
    def shortcut(self) -> str:
        """Its key."""
        return self.key

    @property
    def refusal(self) -> str:
        """The reason it is disabled."""
        return self.disabled or ""

    def describe(self) -> str:
        """Its words, its key, and why it is disabled."""
        parts = [super().describe(), f"key {key_label(self.key)}" if self.key else ""]
        parts += ["chosen" if self.chosen else "", f"not available: {self.refusal}" if self.refusal else ""]
        return ", ".join(part for part in parts if part)

    def activate(self) -> list[Intent]:
        """What it means, or the refusal."""
        return [Refused(self.id, self.refusal)] if self.refusal else self.act()

    def act(self) -> list[Intent]:
        """What activating it means while it is enabled."""
        return [Click(self.id)]

    def tone_of_text(self, usual: str = "text") -> str:
        """The tone of its words in its present state."""
        return "disabled" if self.refusal else usual

    def ground(self, canvas: Canvas, chosen: bool = False) -> tuple[str, str]:
        """Tones of fill and line in its present state."""
        if self.refusal:
            return "sunken", "line"
        hovered, held = canvas.memory.hover == self.id, canvas.memory.pressed == self.id
        if chosen:
            return "chosen", "accent"
        return ("hovered" if hovered or held else "raised"), (
            "accent" if held else "edge" if hovered else "line"
        )


@dataclass(eq=False)
class Button(Control):
    """A button with its key beside the words; ``kind`` says how much it wants to be seen."""

    text: str
    kind: Literal["plain", "primary", "quiet", "danger"] = field(default="plain", kw_only=True)
    icon: str = field(default="", kw_only=True)
    sign: str = field(default="", kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words on it."""
        return (self.text,)

    def measure_widths(self, look: Look) -> Extent:
        """Words, key and margins."""
        longest = _CTRL_RETURN if self.key == RETURN else self.key
        wanted = sum(self._parts(look, longest)) + look.px(2 * (6 if self.kind == "quiet" else 12))
        return Extent(wanted, wanted)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The usual height of a control."""
        high = look.px(look.theme.control_height)
        return Extent(high, high)

    def draw(self, canvas: Canvas) -> None:
        """Draws button, words and key."""
        fill, line, tone = self._tones(canvas)
        if fill:
            canvas.panel(self.rect, fill, line)
        look = canvas.look
        sign, words, key = self._parts(look, self._key_now(canvas))
        left = self.rect.left + (self.rect.width - sign - words - key) / 2
        place = pygame.Rect(self.rect)
        if look.mirrored:
            left = self.rect.right - (left - self.rect.left) - sign
        if sign:
            place.left, place.width = round(left), round(sign - look.px(6))
            (canvas.icon if self.icon else canvas.sign)(self.icon or self.sign, place, tone)
        left += -words if look.mirrored else sign
        place.left, place.width = round(left), round(words)
        canvas.text(self.text, place, look.setting("button"), look.tone(tone))
        if key:
            self._draw_key(
                canvas,
                round(left - key if look.mirrored else left + words + look.px(8)),
                round(key - look.px(8)),
            )

    def _draw_key(self, canvas: Canvas, left: int, width: int) -> None:
        look = canvas.look
        high = look.whole(18)
        cap = pygame.Rect(left, self.rect.centery - high // 2, width, high)
        primary = self.kind == "primary" and not self.refusal
        canvas.panel(cap, "" if primary else "sunken", "on_accent" if primary else "line", 3)
        tone = "on_accent" if primary else self.tone_of_text("muted")
        canvas.text(key_label(self._key_now(canvas)), cap, look.setting("key"), look.tone(tone), "center")

    def _key_now(self, canvas: Canvas) -> str:
        """Its key, with Ctrl while Enter is for another control that has the focus."""
        return _CTRL_RETURN if self.key == RETURN and canvas.memory.enter_taken else self.key

    def _parts(self, look: Look, shown: str) -> tuple[float, float, float]:
        """Pixels of the picture, the words and the key."""
        sign = look.px(22 if self.icon else 18) if self.icon or self.sign else 0.0
        key = look.type.width(key_label(shown), look.setting("key")) + look.px(10 + 8) if shown else 0.0
        return sign, look.type.width(self.text, look.setting("button")), key

    def _tones(self, canvas: Canvas) -> tuple[str, str, str]:
        fill, line = self.ground(canvas)
        if self.refusal:
            return fill, line, "disabled"
        if self.kind == "primary":
            return "accent", "text" if canvas.memory.hover == self.id else "accent", "on_accent"
        if self.kind == "danger":
            return fill, "danger", "danger"
        if self.kind == "quiet" and fill == "raised":
            return "", "", "text"
        return fill, line, "text"


@dataclass(eq=False)
class Checkbox(Control):
    """A box with a tick and words that wrap beside it."""

    text: str
    on: bool = field(default=False, kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words beside the box."""
        return (self.text,)

    @property
    def chosen(self) -> bool:
        """Whether it is ticked."""
        return self.on

    def act(self) -> list[Intent]:
        """Switches it."""
        return [Toggle(self.id, not self.on)]

    def measure_widths(self, look: Look) -> Extent:
        """Box and words."""
        return self._words.measure_widths(look).grown(look.px(26))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As many lines as the words need."""
        least = self._words.measure_heights(look, width - look.px(26))
        return least.grown(look.px(6)).bounded(look.px(24), 1e9)

    def draw(self, canvas: Canvas) -> None:
        """Draws box, tick and words."""
        look = canvas.look
        size = look.whole(18)
        box = pygame.Rect(self.rect.left, self.rect.top + look.whole(3), size, size)
        if look.mirrored:
            box.right = self.rect.right
        fill, line = self.ground(canvas, self.on)
        canvas.panel(box, fill, line if self.on else "edge", 3)
        if self.on:
            canvas.sign("check", box.inflate(-size // 4, -size // 4), self.tone_of_text())
        words = self._words
        left = self.rect.left if look.mirrored else self.rect.left + look.px(26)
        words.place(
            look, Area(left, self.rect.top + look.px(3), self.rect.width - look.px(26), self.rect.height)
        )
        words.draw(canvas)

    @property
    def _words(self) -> Paragraph:
        return Paragraph(self.text, tone=self.tone_of_text())
