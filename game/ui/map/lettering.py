"""Text as the map writes it: letter-spaced, with a soft dark halo, in a few faces; all of it cached."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import pygame

from game.assets import loaded
from game.ui.faces import opened
from game.ui.map.style import HALO, Colour

Face = Literal["medium", "semibold", "bold", "italic", "figures"]

FILES: dict[Face, str] = {
    "medium": "IBMPlexSansCondensed-Medium.woff",
    "semibold": "IBMPlexSansCondensed-SemiBold.woff",
    "bold": "IBMPlexSansCondensed-Bold.woff",
    "italic": "IBMPlexSans-Italic.woff",
    "figures": "IBMPlexMono-SemiBold.woff",
}


def font(face: Face, size: int) -> pygame.font.Font:
    """A face at a size in pixels."""
    try:
        _font(face, size).get_height()
    except pygame.error:  # a window was closed in between, and the fonts with it
        _font.cache_clear()
    return _font(face, size)


@lru_cache(maxsize=128)
def _font(face: Face, size: int) -> pygame.font.Font:
    pygame.font.init()
    return opened(f"fonts/{FILES[face]}", size)


@lru_cache(maxsize=1024)
def lettered(text: str, face: Face, size: int, colour: Colour, spacing: int = 0) -> pygame.Surface:
    """The text on a transparent surface; a line break starts a new, centred line."""
    lines = [_line(part, face, size, colour, spacing) for part in text.split("\n")]
    if len(lines) == 1:
        return lines[0]
    width = max(line.get_width() for line in lines)
    pitch = round(size * 1.15)
    sheet = pygame.Surface((width, pitch * (len(lines) - 1) + lines[-1].get_height()), pygame.SRCALPHA)
    for row, line in enumerate(lines):
        sheet.blit(line, ((width - line.get_width()) // 2, row * pitch))
    return sheet


def _line(text: str, face: Face, size: int, colour: Colour, spacing: int) -> pygame.Surface:
    used = font(face, size)
    # pygame refuses to draw what has no width, such as a mark of direction alone.
    glyphs = [used.render(part, True, colour) for part in (text if spacing else [text]) if used.size(part)[0]]
    if len(glyphs) == 1:
        return glyphs[0]
    width = sum(glyph.get_width() for glyph in glyphs) + spacing * (len(glyphs) - 1)
    sheet = pygame.Surface((max(1, width), used.size(text)[1]), pygame.SRCALPHA)
    x = 0
    for glyph in glyphs:
        sheet.blit(glyph, (x, 0))
        x += glyph.get_width() + spacing
    return sheet


@lru_cache(maxsize=1024)
def haloed(
    text: str, face: Face, size: int, colour: Colour, spacing: int = 0, angle: float = 0.0
) -> pygame.Surface:
    """The text over a blurred shadow of itself, turned by ``angle`` degrees; the halo adds a margin."""
    letters = lettered(text, face, size, colour, spacing)
    blur = max(2, round(size / 7))
    margin = 2 * blur
    size_with_halo = (letters.get_width() + 2 * margin, letters.get_height() + 2 * margin)
    shadow = pygame.Surface(size_with_halo, pygame.SRCALPHA)
    shadow.fill((*HALO, 0))
    shadow.blit(lettered(text, face, size, HALO, spacing), (margin, margin))
    shadow = pygame.transform.gaussian_blur(shadow, blur)
    sheet = pygame.Surface(shadow.get_size(), pygame.SRCALPHA)
    for _ in range(3):
        sheet.blit(shadow, (0, 0))
    sheet.blit(letters, (margin, margin))
    return pygame.transform.rotozoom(sheet, angle, 1) if angle else sheet


@lru_cache(maxsize=256)
def icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    """A game icon in one colour, as a square of ``size`` pixels. Raises MissingAsset."""
    image = loaded(f"icons/{name}.svg", lambda file: pygame.image.load_sized_svg(file, (size, size)))
    picture = pygame.Surface((size, size), pygame.SRCALPHA)
    picture.blit(image, (0, 0))
    picture.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return picture
