"""Lines of even width: each piece becomes a shape, painted several times too large and scaled down.

``pygame.draw.lines`` changes thickness with slope and knows no opacity; this does neither. Colours are
premultiplied, so that scaling down mixes them correctly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.ui.map.projection import Floats
from game.ui.map.style import CASING, CASING_OPACITY, Colour, Stroke


@dataclass(frozen=True)
class Ink:
    """Shapes of one colour, in pixels of a view: ``shapes`` (n, corners, 2) and a premultiplied colour."""

    colour: tuple[int, int, int, int]
    shapes: Floats

    def between(self, top: float, bottom: float) -> Floats:
        """The shapes that reach into the rows from ``top`` to ``bottom``."""
        rows = self.shapes[..., 1]
        return np.asarray(self.shapes[(rows.max(axis=1) >= top) & (rows.min(axis=1) <= bottom)])


def inks_of(pieces: Floats, stroke: Stroke, scale: float, size: tuple[int, int]) -> Iterable[Ink]:
    """The casing, if any, and the line itself of a stroke along pieces (n, 2, 2) in pixels."""
    seen = _in_view(pieces, size)
    width = stroke.width * scale
    if stroke.casing:
        casing = quads(seen, width + 2 * stroke.casing * scale)
        yield Ink(premultiplied(CASING, CASING_OPACITY), casing)
    yield Ink(premultiplied(stroke.colour, stroke.opacity), quads(seen, width))


def quads(pieces: Floats, width: float) -> Floats:
    """A rectangle around each piece (n, 2, 2), lengthened a little so that bends close; shape (n, 4, 2)."""
    start, end = pieces[:, 0], pieces[:, 1]
    direction = end - start
    length = np.maximum(np.hypot(direction[:, 0], direction[:, 1]), 1e-9)[:, None]
    ahead = direction / length * (width / 4)
    aside = np.stack([-direction[:, 1], direction[:, 0]], axis=1) / length * (width / 2)
    corners = [start - ahead + aside, end + ahead + aside, end + ahead - aside, start - ahead - aside]
    return np.stack(corners, axis=1)


def premultiplied(colour: Colour, opacity: int) -> tuple[int, int, int, int]:
    """The colour scaled by its opacity (0 to 255), with that opacity as the fourth part."""
    red, green, blue = (round(part * opacity / 255) for part in colour)
    return red, green, blue, opacity


def paint(target: pygame.Surface, inks: Sequence[Ink], rows: range, fineness: int) -> None:
    """Paint those rows of all inks, in order, onto the target; a pixel is ``fineness`` squared samples."""
    width, height = target.get_width(), len(rows)
    sheet = pygame.Surface((width * fineness, height * fineness), pygame.SRCALPHA)
    for ink in inks:
        shapes = (ink.between(rows.start, rows.stop) - (0, rows.start)) * fineness
        for shape in shapes.tolist():
            pygame.draw.polygon(sheet, ink.colour, shape)
    smooth = pygame.transform.smoothscale(sheet, (width, height))
    target.blit(smooth, (0, rows.start), special_flags=pygame.BLEND_PREMULTIPLIED)


def _in_view(pieces: Floats, size: tuple[int, int], margin: float = 6.0) -> Floats:
    low, high = pieces.min(axis=1), pieces.max(axis=1)
    seen = (high > -margin).all(axis=1) & (low < np.asarray(size) + margin).all(axis=1)
    return np.asarray(pieces[seen])
