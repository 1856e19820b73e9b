"""Small rounded tags with a word or two, readable on any ground, and the line that ties one to its place."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import pygame

from game.ui.map import style
from game.ui.map.ground import Point
from game.ui.map.lettering import icon, lettered
from game.ui.map.style import Colour

SIZE = 13
PAD = 6
OPACITY = 238


class Tagged(Protocol):
    """Something with a tag at a pixel of the map; where exactly the tag stands is for its owner to settle."""

    point: Point
    size: tuple[int, int]
    rect: pygame.Rect


@lru_cache(maxsize=512)
def pill(text: str, scale: float, colour: Colour, symbol: str | None = None) -> pygame.Surface:
    """A tag with the text and, before it, a game icon in the same colour."""
    letters = lettered(text, "semibold", round(SIZE * scale), colour)
    pad, side = round(PAD * scale), round((SIZE + 2) * scale) if symbol else 0
    width = letters.get_width() + 2 * pad + (side + pad // 2 if symbol else 0)
    tag = pygame.Surface((width, letters.get_height() + pad // 2), pygame.SRCALPHA)
    pygame.draw.rect(tag, (*style.PANEL, OPACITY), tag.get_rect(), border_radius=round(5 * scale))
    if symbol:
        picture = icon(symbol, side, colour)
        tag.blit(picture, picture.get_rect(midleft=(pad, tag.get_height() // 2)))
    tag.blit(letters, letters.get_rect(midright=(width - pad, tag.get_height() // 2)))
    return tag


def faded(picture: pygame.Surface, strength: float) -> pygame.Surface:
    """The picture itself, set to an opacity of ``strength`` (0 to 1) for the next time it is drawn."""
    picture.set_alpha(round(255 * min(max(strength, 0.0), 1.0)))
    return picture


def draw_leader(target: pygame.Surface, rect: pygame.Rect, point: Point, scale: float) -> None:
    """Draw a thin line from a tag to the pixel it speaks of."""
    end = (min(max(point[0], rect.left), rect.right), min(max(point[1], rect.top), rect.bottom))
    pygame.draw.aaline(target, style.HALO, point, end, round(3 * scale))
    pygame.draw.aaline(target, style.FRAME, point, end)
