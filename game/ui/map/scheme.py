"""A map of relations, drawn where a scenario has no geography: a shape for everybody, a band for every front.

It is a ``Geography`` like that of a real map, so that views, playback and screens need not know the difference.
Areas have the ids of the powers, partners and hosts they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.scenario.models import Scenario
from game.ui.map import style
from game.ui.map.arrangement import CANVAS, FRAME, RADII
from game.ui.map.geography import Bytes, Country, Geography
from game.ui.map.ground import Point
from game.ui.map.places import AreaLabel, Places
from game.ui.map.polylines import Flags, Polylines
from game.ui.map.projection import Floats, Plane
from game.ui.map.whereabouts import Whereabouts

FINENESS = 1.6
"""Raster cells per canvas unit."""

COARSE = 2
"""Raster cells per cell of the distance to the next outline, across and down."""

GROUND, DOT, SHAPE, HOST_SHAPE = (17, 27, 38), (34, 48, 62), (100, 112, 124), (66, 80, 94)
DOT_STEP = 50
NOTE = "Scheme: distances and places mean nothing"
NAME_SIZES = {"powers": 21, "partners": 14, "hosts": 13}
CORNERS = {"powers": 0, "partners": 0, "hosts": 4}
"""Corners of each kind's shape; 0 is a circle."""


@dataclass(frozen=True)
class Shape:
    """Somebody as drawn: a circle, or a diamond for a host."""

    id: str
    name: str
    kind: str
    spot: Point

    @property
    def radius(self) -> float:
        """Canvas units from the middle to the edge, or to a corner."""
        return RADII[self.kind]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what shows who it is: the shape, and below it a name."""
        (x, y), reach = self.spot, self.radius * 0.8
        below = 0 if self.kind == "powers" else 24
        return x - reach, y - reach, x + reach, y + reach + below

    @property
    def outline(self) -> Floats:
        """The closed edge, in canvas units, shape (n, 2)."""
        corners = CORNERS[self.kind] or 72
        angles = np.linspace(0, 2 * np.pi, corners + 1)
        return np.asarray(self.spot) + self.radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def shapes(scenario: Scenario, where: Whereabouts) -> tuple[Shape, ...]:
    """Everybody who is drawn, powers first."""
    return tuple(
        Shape(name, getattr(scenario, kind)[name].name, kind, spot)
        for kind in NAME_SIZES
        for name, spot in getattr(where, kind).items()
    )


def scheme_geography(scenario: Scenario, where: Whereabouts) -> Geography:
    """The scheme of a scenario as something that a map view can show."""
    drawn = shapes(scenario, where)
    ids = _ids(drawn)
    return Geography(
        projection=Plane(),
        canvas=CANVAS,
        countries={
            shape.id: Country(shape.id, dict.fromkeys(("en", "he", "fa", "ar"), shape.name))
            for shape in drawn
        },
        borders={style.SETTLED: Polylines.of(shape.outline for shape in drawn)},
        disputed={},
        control=Polylines.of(()),
        coast=Polylines.of(()),
        rivers=Polylines.of(()),
        lakes=Polylines.of(()),
        id_names=(None, *(shape.id for shape in drawn)),
        ids=ids,
        border_distance=_distances(drawn),
        relief=_relief(drawn),
        bands=Polylines.of(_bands(scenario, where, drawn)),
    )


def scheme_places(scenario: Scenario, where: Whereabouts) -> Places:
    """What is written on a scheme: everybody's name, and that it is one."""
    labels = [_label(shape, place) for place, shape in enumerate(shapes(scenario, where))]
    note = AreaLabel(
        id="scheme",
        text=NOTE,
        lon=(FRAME[0] + FRAME[2]) / 2,
        lat=FRAME[3] - 4,
        size=13,
        kind="sea",
        priority=90,
    )
    return Places(labels=(*labels, note))


def _label(shape: Shape, place: int) -> AreaLabel:
    """A power's name stands in its shape, others' below theirs; where that is taken, beside it."""
    x, y = shape.spot
    beside = ((x, y + shape.radius + 16), (x, y - shape.radius - 14), (x, y))
    first, *also = ((x, y), *beside) if shape.kind == "powers" else beside
    return AreaLabel(
        id=shape.id,
        text=shape.name,
        lon=first[0],
        lat=first[1],
        size=NAME_SIZES[shape.kind],
        kind="country",
        priority=place,
        also=tuple(also),
    )


def _raster_size() -> tuple[int, int]:
    return round(CANVAS[0] * FINENESS), round(CANVAS[1] * FINENESS)


def _ids(drawn: Sequence[Shape]) -> Bytes:
    sheet = pygame.Surface(_raster_size(), depth=8)
    sheet.set_palette([(number, number, number) for number in range(256)])
    for number, shape in enumerate(drawn, start=1):
        pygame.draw.polygon(sheet, number, (shape.outline * FINENESS).tolist())
    return pygame.surfarray.array2d(sheet).astype(np.uint8)


def _distances(drawn: Sequence[Shape]) -> Bytes:
    """How far each cell is from the nearest shape, at most 255; inside one it is 0, so that its tint is even."""
    wide, high = (size // COARSE for size in _raster_size())
    x, y = np.mgrid[0:wide, 0:high].astype(np.float32) * (COARSE / FINENESS)
    nearest = np.full((wide, high), 255.0, dtype=np.float32)
    for shape in drawn:
        far = np.hypot(x - shape.spot[0], y - shape.spot[1]) - shape.radius
        np.minimum(nearest, np.maximum(far, 0) * FINENESS / COARSE, out=nearest)
    return nearest.astype(np.uint8)


def _relief(drawn: Sequence[Shape]) -> pygame.Surface:
    """A quiet ground of dots, and everybody's shape on it for the tints to colour."""
    sheet = pygame.Surface(_raster_size(), depth=32)
    sheet.fill(GROUND)
    step = round(DOT_STEP * FINENESS)
    for x in range(step // 2, sheet.get_width(), step):
        for y in range(step // 2, sheet.get_height(), step):
            pygame.draw.aacircle(sheet, DOT, (x, y), 2)
    for shape in drawn:
        colour = HOST_SHAPE if shape.kind == "hosts" else SHAPE
        pygame.draw.polygon(sheet, colour, (shape.outline * FINENESS).tolist())
    return sheet


def _bands(scenario: Scenario, where: Whereabouts, drawn: Sequence[Shape]) -> Iterator[Floats]:
    """From one side of each front through the front to its other side, bent where that is not on the way."""
    middles, radii = np.array([shape.spot for shape in drawn]), np.array([shape.radius for shape in drawn])
    for name, front in scenario.fronts.items():
        for side in front.principals:
            line = np.linspace(where.actors[side], where.fronts[name], 120)
            away = np.hypot(*(line[:, None] - middles).transpose(2, 0, 1))
            yield from _runs(line, (away > radii).all(axis=1))


def _runs(line: Floats, kept: Flags) -> Iterator[Floats]:
    """The stretches of a line whose points are all kept."""
    breaks = np.flatnonzero(np.diff(kept)) + 1
    for points, flags in zip(np.split(line, breaks), np.split(kept, breaks), strict=True):
        if flags[0] and len(points) > 1:
            yield points
