"""What the map knows of the world: countries, borders by class, coasts, relief, and what lies where.

Made with Natural Earth; elevation NOAA ETOPO1; relief from shadedrelief.com (see CREDITS.md). All lines are
in canvas units. Natural Earth draws de facto control; ``_broken_where_disputed`` turns that into the rule
of this map, by which no line that is in dispute is drawn as settled.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import pygame
from numpy.typing import ArrayLike, NDArray

from game.assets import loaded
from game.ui.map import style
from game.ui.map.polylines import Flags, Polylines
from game.ui.map.projection import Conic, Projection

Bytes: TypeAlias = NDArray[np.uint8]

SIDE_STEP = 1.9
"""How far from a border, in canvas units, to look for the country on each side."""


NOTHING = Polylines.of(())


@dataclass(frozen=True)
class Country:
    """A country or area with its own index in the raster: stable id and its names by language code."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Geography:
    """The world as drawn, shared by every view; nothing in it changes after loading.

    ``ids`` (x, y) holds for each cell of the raster an index into ``id_names``, ``border_distance`` (x, y)
    the distance to the next border in half raster cells, coarser by a whole factor. ``relief`` is the
    coloured base.
    """

    projection: Projection
    canvas: tuple[int, int]
    countries: Mapping[str, Country]
    borders: Mapping[str, Polylines]
    disputed: Mapping[str, Polylines]
    control: Polylines
    coast: Polylines
    rivers: Polylines
    lakes: Polylines
    id_names: tuple[str | None, ...]
    ids: Bytes
    border_distance: Bytes
    relief: pygame.Surface
    degree: float = 1.0
    """Canvas units of a degree of arc."""
    graticule: Polylines = NOTHING
    bands: Polylines = NOTHING
    """Ties between actors on a scheme."""

    def area_at(self, point: ArrayLike) -> str | None:
        """Id of the country or area at a canvas point, or None at sea and beyond the canvas."""
        x, y = (np.asarray(point) * self.raster_scale).astype(int)
        inside = 0 <= x < self.ids.shape[0] and 0 <= y < self.ids.shape[1]
        return self.id_names[self.ids[x, y]] if inside else None

    @property
    def raster_scale(self) -> float:
        """Raster cells per canvas unit."""
        return float(self.ids.shape[0] / self.canvas[0])


@lru_cache(maxsize=2)
def load_geography(base: str = "map") -> Geography:
    """Read a base map, a folder among the assets, once; later calls return the same object. Raises MissingAsset."""
    data = json.loads(loaded(f"{base}/map.json.gz", lambda file: gzip.decompress(file.read_bytes())))
    ids, names = _ids(f"{base}/ids.png"), tuple(data["id_names"])
    projection = _projection(data["projection"])
    canvas = (data["projection"]["width"], data["projection"]["height"])
    return Geography(
        projection=projection,
        canvas=canvas,
        countries={entry["id"]: _country(entry) for entry in data["countries"]},
        borders=_broken_where_disputed(_by_name(data["borders"]), ids, names, ids.shape[0] / canvas[0]),
        disputed={name: Polylines.of(_rings(shapes)) for name, shapes in data["disputed"].items()},
        control=Polylines.of(ring for shapes in data["control"].values() for ring in _rings(shapes)),
        coast=Polylines.of(data["coast"]),
        rivers=Polylines.of(data["rivers"]),
        lakes=Polylines.of(ring for lake in data["lakes"] for ring in _rings(lake["rings"])),
        id_names=names,
        ids=ids,
        border_distance=_channel(f"{base}/edge.png"),
        relief=_opaque(loaded(f"{base}/base_dark.jpg", pygame.image.load)),
        degree=projection.scale,
        graticule=_graticule(projection),
    )


def _graticule(projection: Projection) -> Polylines:
    """Meridians and parallels every five degrees."""
    latitudes, longitudes = np.linspace(5, 50, 60), np.linspace(0, 95, 120)
    meridians = [np.stack([np.full(60, degree), latitudes], axis=1) for degree in range(5, 95, 5)]
    parallels = [np.stack([longitudes, np.full(120, degree)], axis=1) for degree in range(5, 55, 5)]
    return Polylines.of(projection.forward(line) for line in [*meridians, *parallels])


def _projection(entry: Mapping[str, Any]) -> Conic:
    return Conic(**{key: entry[key] for key in ("lat1", "lat2", "lat0", "lon0", "scale", "cx", "cy")})


def _country(entry: Mapping[str, Any]) -> Country:
    return Country(entry["id"], {"en": entry["name"], **{code: entry[code] for code in ("he", "fa", "ar")}})


def _by_name(groups: Mapping[str, Iterable[ArrayLike]]) -> dict[str, Polylines]:
    return {name: Polylines.of(lines) for name, lines in groups.items()}


def _rings(shapes: Iterable[Iterable[ArrayLike]]) -> Iterable[ArrayLike]:
    return (ring for shape in shapes for ring in shape)


def _ids(path: str) -> Bytes:
    return pygame.surfarray.array2d(loaded(path, pygame.image.load)).astype(np.uint8)


def _channel(path: str) -> Bytes:
    return np.ascontiguousarray(pygame.surfarray.array3d(loaded(path, pygame.image.load))[:, :, 0])


def _opaque(image: pygame.Surface) -> pygame.Surface:
    """A 32-bit copy, which needs no open window and is quick to scale and to draw."""
    copy = pygame.Surface(image.get_size(), depth=32)
    copy.blit(image, (0, 0))
    return copy


def _broken_where_disputed(
    borders: dict[str, Polylines], ids: Bytes, names: tuple[str | None, ...], cells: float
) -> dict[str, Polylines]:
    """Move each piece of a settled line that bounds an area in dispute to the disputed class."""
    unsettled, settled = borders[style.SETTLED].split(
        bounds_dispute(borders[style.SETTLED], ids, names, cells)
    )
    disputed = Polylines.of([*borders[style.DISPUTED].lines(), *unsettled.lines()])
    return {**borders, style.SETTLED: settled, style.DISPUTED: disputed}


def bounds_dispute(lines: Polylines, ids: Bytes, names: tuple[str | None, ...], cells: float) -> Flags:
    """For each piece of the lines, whether it runs along an area in dispute or between a disputed pair."""
    pieces = lines.segments()
    direction = pieces[:, 1] - pieces[:, 0]
    length = np.maximum(np.hypot(direction[:, 0], direction[:, 1]), 1e-9)[:, None]
    aside = np.stack([-direction[:, 1], direction[:, 0]], axis=1) / length * SIDE_STEP
    middles = pieces.mean(axis=1)
    left, right = (_look_up(ids, (middles + side) * cells) for side in (aside, -aside))
    return np.asarray(_in_dispute(names)[left, right])


def _look_up(ids: Bytes, cells: NDArray[np.float64]) -> Bytes:
    column, row = cells.astype(int).T
    inside = (column >= 0) & (column < ids.shape[0]) & (row >= 0) & (row < ids.shape[1])
    found = ids[np.clip(column, 0, ids.shape[0] - 1), np.clip(row, 0, ids.shape[1] - 1)]
    return np.asarray(np.where(inside, found, 0), dtype=np.uint8)


def _in_dispute(names: tuple[str | None, ...]) -> Flags:
    """A table over pairs of raster indices: true where a line between the two must not be solid."""
    return np.array(
        [
            [bool(style.IN_DISPUTE & {a, b}) or frozenset({a, b}) in style.BROKEN_BETWEEN for b in names]
            for a in names
        ]
    )
