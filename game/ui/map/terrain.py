"""The still layer of the map: ground, waters, borders and hatching, rendered in small steps.

A whole view takes a few hundred milliseconds, so ``terrain`` is a generator: each step does a slice, and the
window keeps answering in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import pygame

from game.ui.map import style
from game.ui.map.camera import Camera, Size
from game.ui.map.geography import NOTHING, Geography
from game.ui.map.places import Places
from game.ui.map.polylines import Polylines, hatching
from game.ui.map.projection import Floats, Projection
from game.ui.map.relief import draw_ground
from game.ui.map.strokes import Ink, inks_of, paint, premultiplied, quads
from game.ui.map.style import Stroke

BANDS = 8
"""Slices that the lines of a view are painted in."""

FINE_PIXELS = 2_600_000
"""Views with more pixels than this are painted with four samples a pixel, others with nine."""

TOLERANCE = 0.22
"""How far, in pixels, a line may be off when points are dropped that nobody could see."""


def terrain(
    geography: Geography, ground: pygame.Surface, places: Places, camera: Camera, size: Size, scale: float
) -> Iterator[pygame.Surface]:
    """Render the still layer for a view; each step yields the same surface, whole after the last."""
    layer = pygame.Surface(size, depth=32)
    draw_ground(layer, ground, geography, camera)
    yield layer
    inks = list(_inks(geography, places, camera, size, scale))
    yield layer
    fineness = 3 if size[0] * size[1] <= FINE_PIXELS else 2
    edges = np.linspace(0, size[1], BANDS + 1).astype(int).tolist()
    for top, bottom in pairwise(edges):
        paint(layer, inks, range(top, bottom), fineness)
        yield layer


def _inks(geography: Geography, places: Places, camera: Camera, size: Size, scale: float) -> Iterator[Ink]:
    """Everything drawn with lines, from the bottom up."""

    def seen(lines: Polylines) -> Polylines:
        moved = lines.moved((camera.x, camera.y), camera.zoom, np.asarray(size) / 2)
        return moved.simplified(TOLERANCE)

    def stroked(lines: Polylines, stroke: Stroke) -> Iterable[Ink]:
        shown = seen(lines)
        return inks_of(_pieces(shown, stroke, scale), stroke, scale, size)

    yield from stroked(geography.graticule, style.GRATICULE)
    yield from stroked(geography.bands, style.BAND)
    yield from stroked(_lanes(places, geography.projection), style.SEA_LANE)
    yield from stroked(geography.rivers, style.RIVER)
    yield from stroked(geography.lakes, style.LAKE_SHORE)
    for area, shape in geography.disputed.items():
        stroke = style.HATCHES[area]
        pieces = hatching(seen(shape), style.HATCH_STEP * scale)
        yield Ink(premultiplied(stroke.colour, stroke.opacity), quads(pieces, stroke.width * scale))
    yield from stroked(geography.control, style.CONTROL)
    yield from stroked(geography.coast, style.COAST)
    for name, stroke in reversed(list(style.BORDERS.items())):
        yield from stroked(geography.borders.get(name, NOTHING), stroke)


def _pieces(lines: Polylines, stroke: Stroke, scale: float) -> Floats:
    if stroke.dash is None:
        return lines.segments()
    on, off = stroke.dash
    return lines.dashed(on * scale, off * scale)


def _lanes(places: Places, projection: Projection) -> Polylines:
    return Polylines.of(_rounded(projection.forward(lane)) for lane in places.sea_lanes)


def _rounded(corners: Floats, rounds: int = 3) -> Floats:
    """Cut the corners of a line a few times over (Chaikin 1974), which makes it a smooth curve."""
    for _ in range(rounds):
        near = corners[:-1] * 0.75 + corners[1:] * 0.25
        far = corners[:-1] * 0.25 + corners[1:] * 0.75
        inner = np.stack([near, far], axis=1).reshape(-1, 2)[1:-1]
        corners = np.concatenate([corners[:1], inner, corners[-1:]])
    return corners
