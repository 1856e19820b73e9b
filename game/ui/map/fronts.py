"""Fronts on the map: a mark where each lies, and a chip with its name, rung and trend beside it.

The rung is told four times over: number, word, a row of seven blocks, and only then colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pygame

from game.ui.map import style
from game.ui.map.ground import Ground, Point
from game.ui.map.lettering import icon, lettered
from game.ui.map.spread import spread
from game.ui.map.sprites import FINENESS, TRIANGLE, sprite

HIGHEST_RUNG = 7
GAP = 9
PAD = 7
ICON_BOX = 38
HEIGHT = 44
BLOCK = (8, 7)
BLOCK_PITCH = 10
MARK_RADIUS = 7
TITLE_SIZE = 14
WORD_SIZE = 13


@dataclass(frozen=True)
class FrontMark:
    """A front as shown: where it lies, its rung 0 to 7 with the word for it, and its trend (-1, 0 or 1)."""

    id: str
    name: str
    icon: str
    lon: float
    lat: float
    rung: int
    rung_word: str
    trend: int = 0
    selected: bool = False

    @property
    def accessible(self) -> str:
        """The mark in words, for tooltips and screen readers."""
        direction = {-1: ", falling", 0: "", 1: ", rising"}[self.trend]
        return f"{self.name}: rung {self.rung}, {self.rung_word}{direction}"


@dataclass(frozen=True)
class PlacedFronts:
    """Fronts with the rectangles of their chips and the pixels of their marks, by front id."""

    marks: Sequence[FrontMark]
    chips: Mapping[str, pygame.Rect]
    points: Mapping[str, Point]
    scale: float

    def at(self, pixel: Point) -> str | None:
        """Id of the front whose chip or mark lies under a pixel, the topmost first."""
        reach = (MARK_RADIUS + 4) * self.scale
        for mark in reversed(self.marks):
            across, down = self.points[mark.id]
            near = abs(across - pixel[0]) <= reach and abs(down - pixel[1]) <= reach
            if near or self.chips[mark.id].collidepoint(pixel):
                return mark.id
        return None

    def kept(self) -> list[pygame.Rect]:
        """Rectangles that no name is written on: chips and marks."""
        width = round(2 * MARK_RADIUS * self.scale)
        marks = [pygame.Rect(0, 0, width, width) for _ in self.marks]
        for rect, mark in zip(marks, self.marks, strict=True):
            rect.center = (round(self.points[mark.id][0]), round(self.points[mark.id][1]))
        return [*self.chips.values(), *marks]

    def moved(self, ground: Ground) -> PlacedFronts:
        """The same chips carried along with their marks while the ground moves, with no search for room."""
        bounds = pygame.Rect((0, 0), ground.size)
        points = _points(self.marks, ground)
        chips = {}
        for front, chip in self.chips.items():
            across, down = (new - old for new, old in zip(points[front], self.points[front], strict=True))
            chips[front] = chip.move(round(across), round(down)).clamp(bounds)
        return replace(self, chips=chips, points=points)

    def draw(self, target: pygame.Surface, hovered: str | None = None) -> None:
        """Draw leaders, marks and chips; the ``hovered`` front is lit up."""
        for mark in self.marks:
            _draw_leader(target, self.chips[mark.id], self.points[mark.id], mark, self.scale)
        for mark in self.marks:
            _draw_mark(target, self.points[mark.id], mark, self.scale)
            _draw_chip(target, self.chips[mark.id], mark, self.scale, lit=mark.id == hovered)


def place_fronts(marks: Sequence[FrontMark], ground: Ground, kept: Sequence[pygame.Rect]) -> PlacedFronts:
    """Find room for the chip of each front, within the ground and off the ``kept`` rectangles."""
    bounds = pygame.Rect((0, 0), ground.size)
    points = _points(marks, ground)
    sizes = [chip_size(mark, ground.scale) for mark in marks]
    gap = round(GAP * ground.scale)
    chips = spread(list(points.values()), sizes, bounds, kept, gap) if marks else []
    return PlacedFronts(marks, dict(zip(points, chips, strict=True)), points, ground.scale)


def _points(marks: Sequence[FrontMark], ground: Ground) -> dict[str, Point]:
    """Where each front lies or, if that is out of sight, the spot on the edge that is nearest."""
    margin = 2 * MARK_RADIUS * ground.scale
    bounds = pygame.Rect((0, 0), ground.size).inflate(-2 * margin, -2 * margin)
    return {mark.id: _within(ground.locate(mark.lon, mark.lat), bounds) for mark in marks}


def chip_size(mark: FrontMark, scale: float) -> tuple[int, int]:
    """Width and height of a front's chip."""
    title, word = _title(mark, scale), _word(mark, scale)
    trend = 16 * scale if mark.trend else 0
    blocks = (HIGHEST_RUNG * BLOCK_PITCH + PAD) * scale
    inner = max(title.get_width() + trend, blocks + word.get_width())
    return round((ICON_BOX + 2 * PAD) * scale + inner), round(HEIGHT * scale)


def _within(point: Point, bounds: pygame.Rect) -> Point:
    return min(max(point[0], bounds.left), bounds.right), min(max(point[1], bounds.top), bounds.bottom)


def _title(mark: FrontMark, scale: float) -> pygame.Surface:
    return lettered(mark.name, "semibold", round(TITLE_SIZE * scale), style.INK)


def _word(mark: FrontMark, scale: float) -> pygame.Surface:
    colour = style.RUNGS[mark.rung]
    return lettered(f"{mark.rung} {mark.rung_word}", "semibold", round(WORD_SIZE * scale), colour)


def _draw_leader(
    target: pygame.Surface, chip: pygame.Rect, point: Point, mark: FrontMark, scale: float
) -> None:
    end = (min(max(point[0], chip.left), chip.right), min(max(point[1], chip.top), chip.bottom))
    pygame.draw.aaline(target, style.HALO, point, end, round(4 * scale))
    pygame.draw.aaline(target, style.RUNGS[mark.rung], point, end, max(1, round(2 * scale)))


def _draw_mark(target: pygame.Surface, point: Point, mark: FrontMark, scale: float) -> None:
    if mark.selected:
        pygame.draw.aacircle(target, style.INK, point, (MARK_RADIUS + 4) * scale, max(1, round(1.5 * scale)))
    pygame.draw.aacircle(target, style.HALO, point, MARK_RADIUS * scale)
    pygame.draw.aacircle(target, style.RUNGS[mark.rung], point, (MARK_RADIUS - 1.6) * scale)
    pygame.draw.aacircle(target, style.INK, point, 2 * scale)


def _draw_chip(
    target: pygame.Surface, chip: pygame.Rect, mark: FrontMark, scale: float, *, lit: bool
) -> None:
    panel = _panel(chip.size, mark.rung, scale, selected=mark.selected, lit=lit or mark.selected)
    target.blit(panel, panel.get_rect(center=chip.center))
    picture = icon(mark.icon, round(28 * scale), style.PANEL)
    middle = (chip.left + round(ICON_BOX * scale / 2), chip.centery)
    target.blit(picture, picture.get_rect(center=middle))
    _write_chip(target, chip, mark, scale)


@lru_cache(maxsize=128)
def _panel(size: tuple[int, int], rung: int, scale: float, *, selected: bool, lit: bool) -> pygame.Surface:
    """The chip without its contents and with a dark rim, painted too large and scaled for smooth corners."""
    rim, radius = 2 * FINENESS, round(6 * scale * FINENESS)
    sheet = pygame.Surface((size[0] * FINENESS + 2 * rim, size[1] * FINENESS + 2 * rim), pygame.SRCALPHA)
    sheet.fill((*style.HALO, 0))
    whole = sheet.get_rect()
    pygame.draw.rect(sheet, (*style.HALO, 170), whole, border_radius=radius + rim)
    chip = whole.inflate(-2 * rim, -2 * rim)
    pygame.draw.rect(sheet, style.INK if selected else style.RUNGS[rung], chip, border_radius=radius)
    edge = round((2 if selected else 1.2) * scale * FINENESS)
    inner = chip.inflate(-2 * edge, -2 * edge)
    ground = style.LIT_PANEL if lit else style.PANEL
    pygame.draw.rect(sheet, ground, inner, border_radius=radius - edge)
    box = pygame.Rect(inner.topleft, (round(ICON_BOX * scale * FINENESS) - edge, inner.height))
    left = {"border_top_left_radius": radius - edge, "border_bottom_left_radius": radius - edge}
    pygame.draw.rect(sheet, style.RUNGS[rung], box, **left)
    return pygame.transform.smoothscale(sheet, (size[0] + 4, size[1] + 4))


def _write_chip(target: pygame.Surface, chip: pygame.Rect, mark: FrontMark, scale: float) -> None:
    left = chip.left + round((ICON_BOX + PAD) * scale)
    title = _title(mark, scale)
    target.blit(title, title.get_rect(midleft=(left, chip.top + round(13 * scale))))
    middle = chip.top + round(31 * scale)
    for block in range(HIGHEST_RUNG):
        rect = pygame.Rect(0, 0, round(BLOCK[0] * scale), round(BLOCK[1] * scale))
        rect.midleft = (left + round(block * BLOCK_PITCH * scale), middle)
        colour = style.RUNGS[mark.rung] if block < mark.rung else style.EMPTY_BLOCK
        pygame.draw.rect(target, colour, rect, border_radius=max(1, round(2 * scale)))
    word = _word(mark, scale)
    target.blit(word, word.get_rect(midleft=(left + round((HIGHEST_RUNG * BLOCK_PITCH + 4) * scale), middle)))
    if mark.trend:
        place = (chip.right - round((PAD + 6) * scale), chip.top + round(13 * scale))
        draw_trend(target, place, mark.trend, scale)


def draw_trend(target: pygame.Surface, centre: tuple[int, int], trend: int, scale: float) -> None:
    """A triangle that points up for a rising rung and down for a falling one."""
    colour = style.RISING if trend > 0 else style.FALLING
    triangle = sprite(TRIANGLE, round(12 * scale), colour, heading=0 if trend > 0 else 180)
    target.blit(triangle, triangle.get_rect(center=centre))
