"""Icons, flags, signs and rounded panels as surfaces, each drawn once at the size needed and then held."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import pygame

from game.assets import loaded
from game.ui.kit.cache import Cache
from game.ui.kit.signs import SIGNS
from game.ui.theme import Colour

_PIXELS_HELD = 12_000_000
_FINER = 4
_FLAG_SHAPE = 4 / 3
_PLAIN_INK = (238, 236, 228)


class Panel(NamedTuple):
    """A filled rectangle with rounded corners and a line around it; in pixels, ``border`` 0 for none."""

    fill: Colour | None
    line: Colour | None = None
    border: int = 0
    radius: int = 0


class Pictures:
    """All prepared surfaces of one window: blit them, do not write on them."""

    def __init__(self) -> None:
        self._held: Cache[tuple[object, ...], pygame.Surface] = Cache(_PIXELS_HELD, _pixels)

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """The icon ``icons/<name>.svg`` in one colour; ``MissingAsset`` where there is none."""
        return self._held.get(("icon", name, size, colour), lambda: _icon(name, max(1, size), colour))

    def sign(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """One of ``signs.SIGNS`` in one colour, with smooth edges."""
        return self._held.get(("sign", name, size, colour), lambda: _sign(name, max(1, size), colour))

    def flag(self, name: str, height: int) -> pygame.Surface:
        """The flag ``flags/<name>.png``, or ``plain:<shape>:<#rrggbb>``; four wide to three high."""
        make = _plain_flag if name.startswith("plain:") else _flag
        return self._held.get(("flag", name, height), lambda: make(name, max(1, height)))

    def image(self, path: str, size: tuple[int, int]) -> pygame.Surface:
        """Any picture among the assets, scaled to ``size``."""
        return self._held.get(("image", path, size), lambda: _image(path, size))

    def panel(self, size: tuple[int, int], look: Panel) -> pygame.Surface:
        """A rounded panel of this size in pixels."""
        return self._held.get(("panel", size, look), lambda: _panel(size, look))

    def drawing(self, key: tuple[object, ...], make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Anything else that is worth drawing only once, under a key that says all it depends on."""
        return self._held.get(("drawing", *key), make)


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() + 1


def _tinted(surface: pygame.Surface, colour: Colour) -> pygame.Surface:
    tinted = surface.convert_alpha()
    tinted.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
    return tinted


def _icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    drawn = loaded(f"icons/{name}.svg", lambda file: pygame.image.load_sized_svg(file, (size, size)))
    return _tinted(drawn, colour)


def _flag(name: str, height: int) -> pygame.Surface:
    return _image(f"flags/{name}.png", (max(1, round(height * _FLAG_SHAPE)), height))


def _plain_flag(name: str, height: int) -> pygame.Surface:
    """A light shape on a field of one colour, for a power that has no flag."""
    _, shape, colour = name.split(":")
    width, side = max(1, round(height * _FLAG_SHAPE)), height * _FINER
    sheet = pygame.Surface((width * _FINER, side))
    sheet.fill(pygame.Color(colour))
    corners = [
        (sheet.get_width() / 2 + x * side * 0.3, side / 2 + y * side * 0.3) for x, y in _outline(shape)
    ]
    pygame.draw.polygon(sheet, _PLAIN_INK, corners)
    return pygame.transform.smoothscale(sheet.convert_alpha(), (width, height))


def _outline(shape: str) -> list[tuple[float, float]]:
    """A shape around 0, about 1 from the middle to the edge."""
    corners, first = {"circle": (48, 0.0), "square": (4, 0.125), "triangle": (3, -0.25), "diamond": (4, 0.0)}[
        shape
    ]
    return [
        (math.cos((first + step / corners) * math.tau), math.sin((first + step / corners) * math.tau))
        for step in range(corners)
    ]


def _image(path: str, size: tuple[int, int]) -> pygame.Surface:
    return pygame.transform.smoothscale(loaded(path, pygame.image.load).convert_alpha(), size)


def _sign(name: str, size: int, colour: Colour) -> pygame.Surface:
    side = size * _FINER
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    large.fill((*colour[:3], 0))
    for outline in SIGNS[name]:
        pygame.draw.polygon(large, colour, [(x * side, y * side) for x, y in outline])
    return pygame.transform.smoothscale(large, (size, size))


def _panel(size: tuple[int, int], look: Panel) -> pygame.Surface:
    """Corners from one small smooth tile, everything between them filled flat, so that size costs little."""
    width, height = size
    surface = pygame.Surface(size, pygame.SRCALPHA)
    corner = min(math.ceil(max(look.radius, look.border)) + 1, width // 2, height // 2)
    line = look.line if look.line is not None and look.border else look.fill
    surface.fill(line or (0, 0, 0, 0))
    middle = pygame.Rect(0, 0, width, height).inflate(-2 * look.border, -2 * look.border)
    surface.fill(look.fill or (0, 0, 0, 0), middle)
    if corner > 0 and look.radius:
        _set_corners(surface, _tile(corner, look), corner)
    return surface


def _set_corners(surface: pygame.Surface, tile: pygame.Surface, corner: int) -> None:
    width, height = surface.get_size()
    for left, from_left in ((0, 0), (width - corner, corner)):
        for top, from_top in ((0, 0), (height - corner, corner)):
            part = pygame.Rect(left, top, corner, corner)
            surface.fill((0, 0, 0, 0), part)
            surface.blit(tile, part, pygame.Rect(from_left, from_top, corner, corner))


def _tile(corner: int, look: Panel) -> pygame.Surface:
    """A panel of nothing but corners, drawn larger and scaled down for smooth edges."""
    side = 2 * corner * _FINER
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    line = look.line if look.line is not None and look.border else look.fill
    large.fill((*(line or (0, 0, 0))[:3], 0))
    whole = large.get_rect()
    radius, border = look.radius * _FINER, look.border * _FINER
    if line is not None:
        pygame.draw.rect(large, line, whole, border_radius=radius)
    inner = whole.inflate(-2 * border, -2 * border)
    fill = look.fill or (*(line or (0, 0, 0))[:3], 0)
    if border:
        pygame.draw.rect(large, fill, inner, border_radius=max(0, radius - border))
    return pygame.transform.smoothscale(large, (2 * corner, 2 * corner))
