"""Text and pictures that only say something: labels, paragraphs, icons, flags, chips, lines between parts."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.ui.kit.canvas import Canvas, Side
from game.ui.kit.look import Look
from game.ui.kit.widget import Extent, Widget


@dataclass(eq=False)
class Label(Widget):
    """One line of text in a role of the theme. With ``ellipsis`` it may be shortened; else it must fit."""

    text: str
    role: str = field(default="body", kw_only=True)
    tone: str = field(default="", kw_only=True)
    side: Side = field(default="start", kw_only=True)
    ellipsis: bool = field(default=False, kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The line."""
        return (self.text,)

    def measure_widths(self, look: Look) -> Extent:
        """As wide as the line, or a few letters where it may be shortened."""
        setting = look.setting(self.role)
        wanted = look.type.width(self.text, setting) - (setting.spacing if self.text else 0)
        return Extent(min(wanted, 2 * setting.size) if self.ellipsis else wanted, wanted)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """One line."""
        height = look.type.line_height(look.setting(self.role))
        return Extent(height, height)

    def draw(self, canvas: Canvas) -> None:
        """Draws the line."""
        setting = canvas.look.setting(self.role)
        wide = self.rect.width + setting.spacing + 1
        shown = canvas.look.type.shorten(self.text, setting, wide) if self.ellipsis else self.text
        canvas.text(shown, self.rect, setting, canvas.look.colour(self.role, self.tone), self.side)


@dataclass(eq=False)
class Paragraph(Widget):
    """Text that wraps at the width it gets; a blank line stays one. ``lines`` cuts it after so many."""

    text: str
    role: str = field(default="body", kw_only=True)
    tone: str = field(default="", kw_only=True)
    side: Side = field(default="start", kw_only=True)
    lines: int = field(default=0, kw_only=True)
    measure: float = field(default=520, kw_only=True)
    """Logical pixels of the most comfortable line, used where the width is free."""
    cuts: bool = field(default=False, kw_only=True)
    """Whether a word that is too wide, such as a path, may be cut between its letters."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The whole text."""
        return (self.text,)

    def measure_widths(self, look: Look) -> Extent:
        """At least the widest word; best one line, up to the comfortable one."""
        setting = look.setting(self.role)
        one_line = max((look.type.width(line, setting) for line in self.text.split("\n")), default=0)
        least = 2 * setting.size if self.cuts else look.type.widest_word(self.text, setting)
        return Extent(least, max(least, min(one_line, look.px(self.measure))))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As many lines as the text needs at this width."""
        height = look.type.line_height(look.setting(self.role)) * len(self._shown(look, width))
        return Extent(height, height)

    def draw(self, canvas: Canvas) -> None:
        """Draws the lines."""
        setting = canvas.look.setting(self.role)
        colour = canvas.look.colour(self.role, self.tone)
        line = pygame.Rect(self.rect.topleft, (self.rect.width, canvas.look.type.line_height(setting)))
        for text in self._shown(canvas.look, self.area.width):
            canvas.text(text, line, setting, colour, self.side)
            line.top += line.height

    def _shown(self, look: Look, width: float) -> tuple[str, ...]:
        setting = look.setting(self.role)
        wrapped = look.type.wrap(self.text, setting, int(width + 0.5))
        if not self.lines or len(wrapped) <= self.lines:
            return wrapped
        last = look.type.shorten(wrapped[self.lines - 1] + " …", setting, int(width))
        return (*wrapped[: self.lines - 1], last)


@dataclass(eq=False)
class Picture(Widget):
    """The base of square pictures: ``size`` logical pixels high and wide."""

    name: str
    size: float = field(default=18, kw_only=True)
    tone: str = field(default="text", kw_only=True)

    def measure_widths(self, look: Look) -> Extent:
        """Its size."""
        return Extent(look.px(self.size), look.px(self.size))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Its size."""
        return Extent(look.px(self.size), look.px(self.size))


@dataclass(eq=False)
class Icon(Picture):
    """An icon from ``assets/icons`` in the colour of a tone; ``ground`` puts it on a coloured square."""

    ground: str = field(default="", kw_only=True)

    def draw(self, canvas: Canvas) -> None:
        """Draws the square and the icon."""
        if self.ground:
            canvas.panel(self.rect, self.ground)
        inner = self.rect.inflate(-self.rect.width // 5, -self.rect.height // 5) if self.ground else self.rect
        canvas.icon(self.name, inner, self.tone)


@dataclass(eq=False)
class Sign(Picture):
    """A small sign such as ``warning`` or ``check``, see ``signs.SIGNS``."""

    size: float = field(default=12, kw_only=True)

    def draw(self, canvas: Canvas) -> None:
        """Draws the sign."""
        canvas.sign(self.name, self.rect, self.tone)


@dataclass(eq=False)
class Flag(Widget):
    """A flag from ``assets/flags``, ``size`` logical pixels high, four wide to three high."""

    name: str
    size: float = field(default=18, kw_only=True)

    def measure_widths(self, look: Look) -> Extent:
        """A third more than its height."""
        return Extent(look.px(self.size * 4 / 3), look.px(self.size * 4 / 3))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Its height."""
        return Extent(look.px(self.size), look.px(self.size))

    def draw(self, canvas: Canvas) -> None:
        """Draws the flag with a thin line around it, so that white fields have an edge."""
        flag = canvas.look.pictures.flag(self.name, self.rect.height)
        at = flag.get_rect(center=self.rect.center)
        canvas.surface.blit(flag, at)
        pygame.draw.rect(canvas.surface, canvas.look.tone("line"), at, 1)


@dataclass(eq=False)
class Image(Widget):
    """A picture among the assets, at a given ``width`` and ``height`` in logical pixels."""

    path: str

    def draw(self, canvas: Canvas) -> None:
        """Draws the picture over its whole place."""
        if self.rect.width > 0 and self.rect.height > 0:
            canvas.surface.blit(canvas.look.pictures.image(self.path, self.rect.size), self.rect)


@dataclass(eq=False)
class Chip(Widget):
    """A short word in a coloured frame, with a sign beside it so that colour is not the only carrier."""

    text: str
    tone: str = field(default="muted", kw_only=True)
    sign: str = field(default="", kw_only=True)
    role: str = field(default="small", kw_only=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """The word."""
        return (self.text,)

    def measure_widths(self, look: Look) -> Extent:
        """Word, sign and margins."""
        wanted = look.type.width(self.text, look.setting(self.role)) + look.px(14) + self._sign_room(look)
        return Extent(wanted, wanted)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """One line and margins."""
        height = look.type.line_height(look.setting(self.role)) + look.px(2)
        return Extent(height, height)

    def draw(self, canvas: Canvas) -> None:
        """Draws frame, sign and word."""
        look = canvas.look
        canvas.panel(self.rect, "raised", self.tone, 3)
        setting = look.setting(self.role)
        room = self._sign_room(look)
        width = look.type.width(self.text, setting) + room
        middle = self.rect.inflate(round(width) - self.rect.width, 0)
        sign, text = middle.copy(), middle.copy()
        sign.width, text.width = round(room - look.px(5)), round(width - room)
        sign.left = middle.right - sign.width if look.mirrored else middle.left
        text.left = middle.left if look.mirrored else middle.right - text.width
        if room:
            canvas.sign(self.sign, sign, self.tone)
        canvas.text(self.text, text, setting, look.tone(self.tone))

    def _sign_room(self, look: Look) -> float:
        return look.px(15) if self.sign else 0.0


@dataclass(eq=False)
class Rule(Widget):
    """A thin line between two parts of a column, or of a row where it is ``upright``."""

    upright: bool = field(default=False, kw_only=True)
    tone: str = field(default="line", kw_only=True)

    def __post_init__(self) -> None:
        """An upright line is as high as its row."""
        if self.upright and self.align is None:
            self.align = "stretch"

    def measure_widths(self, look: Look) -> Extent:
        """Thin across its length."""
        return Extent(look.whole(1), look.whole(1)) if self.upright else Extent(0, 0)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """Thin across its length."""
        return Extent(0, 0) if self.upright else Extent(look.whole(1), look.whole(1))

    def draw(self, canvas: Canvas) -> None:
        """Draws the line."""
        canvas.surface.fill(canvas.look.tone(self.tone), self.rect)
