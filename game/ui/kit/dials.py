"""Dials: one setting of several, each with its own reason where it cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.ui.kit.buttons import Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.intents import Choose, Intent
from game.ui.kit.layout import Row, share
from game.ui.kit.look import Look
from game.ui.kit.text import Setting
from game.ui.kit.tooltip import Tooltip
from game.ui.kit.widget import Area, Extent, Widget


@dataclass(eq=False)
class DialSetting(Control):
    """One setting of a dial: its name, and where it is disabled why."""

    value: str
    text: str = field(default="", kw_only=True)
    owner: str = field(default="", kw_only=True)
    selected: bool = field(default=False, kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """Its name."""
        return (self.text or self.value,)

    @property
    def chosen(self) -> bool:
        """Whether the dial stands on it."""
        return self.selected

    def act(self) -> list[Intent]:
        """Chooses it for the dial."""
        return [Choose(self.owner, self.value)]

    def measure_widths(self, look: Look) -> Extent:
        """Name and margins; as wide as it is when the dial stands on it, so that nothing moves."""
        wanted = look.type.width(self.texts[0], self._setting(look, chosen=True))
        return Extent(wanted + look.px(10), wanted + look.px(18))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """A little lower than a button."""
        return Extent(look.px(26), look.px(26))

    def draw(self, canvas: Canvas) -> None:
        """Draws frame and name; a disabled one is struck through."""
        look = canvas.look
        fill, line = self.ground(canvas, self.selected)
        canvas.panel(self.rect, fill, line, border=2 if self.selected else 1)
        setting = self._setting(look, chosen=self.selected)
        colour = look.tone(self.tone_of_text("text" if self.selected else "muted"))
        canvas.text(self.texts[0], self.rect, setting, colour, "center")
        if self.refusal:
            wide = look.type.width(self.texts[0], setting)
            strike = pygame.Rect(0, 0, wide, look.whole(1))
            strike.center = self.rect.center
            canvas.surface.fill(look.tone("disabled"), strike)

    @staticmethod
    def _setting(look: Look, *, chosen: bool) -> Setting:
        """How its name is set."""
        plain = look.setting("setting")
        return look.setting("strong")._replace(size=plain.size) if chosen else plain


@dataclass(eq=False)
class Segmented(Row):
    """A dial: one of several settings, each with its own reason where it is disabled.

    ``settings`` are values, or pairs of value and name on screen; ``reasons`` holds why by value. It
    wraps into further lines where the width is too small. Choosing sends ``Choose(id, value)``.
    """

    settings: Sequence[str | tuple[str, str]]
    value: str = field(default="", kw_only=True)
    reasons: dict[str, str] = field(default_factory=dict, kw_only=True)
    explanations: dict[str, Tooltip | str] = field(default_factory=dict, kw_only=True)
    gap: float = field(default=4, kw_only=True)
    grouped: bool = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Makes one control for each setting, with the id ``<id>:<value>``."""
        for given in self.settings:
            value, text = given if isinstance(given, tuple) else (given, given)
            self.content.append(
                DialSetting(
                    value,
                    id=f"{self.id}:{value}",
                    text=text,
                    owner=self.id,
                    selected=value == self.value,
                    disabled=self.reasons.get(value),
                    tooltip=self.explanations.get(value),
                    weight=1,
                )
            )

    def measure_widths(self, look: Look) -> Extent:
        """At least the widest setting, best all in one line."""
        extents = [child.widths(look) for child in self.content]
        widest = max((extent.least for extent in extents), default=0.0)
        return Extent(widest, sum(e.natural for e in extents) + self._gaps(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As many lines as needed."""
        rows = len(self._lines(look, width))
        height = look.px(26) * rows + look.px(self.gap) * max(0, rows - 1)
        return Extent(height, height)

    def place(self, look: Look, area: Area) -> None:
        """Shares each line among its settings."""
        Widget.place(self, look, area)
        top = area.top
        for line in self._lines(look, area.width):
            sizes = share(
                area.width - look.px(self.gap) * (len(line) - 1),
                [child.widths(look) for child in line],
                [child.weight for child in line],
            )
            start = 0.0
            for child, width in zip(line, sizes, strict=True):
                left = area.width - start - width if look.mirrored else start
                child.place(look, Area(area.left + left, top, width, look.px(26)))
                start += width + look.px(self.gap)
            top += look.px(26 + self.gap)

    def _lines(self, look: Look, width: float) -> list[list[Widget]]:
        """The settings by line: as even as possible, in as few lines as fit."""
        for count in range(1, len(self.content) + 1):
            size = -(-len(self.content) // count)
            lines = [self.content[first : first + size] for first in range(0, len(self.content), size)]
            if all(self._needed(look, line) <= width + 1 for line in lines):
                return lines
        return [[child] for child in self.content]

    def _needed(self, look: Look, line: Sequence[Widget]) -> float:
        return sum(child.widths(look).least for child in line) + look.px(self.gap) * (len(line) - 1)
