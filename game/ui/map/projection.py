"""The map projection: a spherical Lambert conformal conic, in closed form.

True shapes and nearly straight great circles over the whole theatre. Positions are *geographic* (longitude,
latitude in degrees), *canvas* (units of the 1600 x 900 drawing the map data was made on) or *screen*
(pixels). This module goes between the first two, ``camera`` between the last two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]


class Projection(Protocol):
    """The way from positions to the canvas; on a scheme positions are canvas points already."""

    def forward(self, places: ArrayLike) -> Floats:
        """Canvas points of positions; both of shape (..., 2)."""


@dataclass(frozen=True)
class Plane:
    """No projection at all: a scheme's positions are canvas points."""

    def forward(self, places: ArrayLike) -> Floats:
        """The same points."""
        return np.asarray(places, dtype=float)


@dataclass(frozen=True)
class Conic:
    """Lambert conformal conic of a sphere (Snyder, *Map Projections*, 1987, pp. 106-107).

    ``lat1`` and ``lat2`` are the standard parallels, (``lon0``, ``lat0``) the origin, all in degrees; the
    origin falls on canvas point (``cx``, ``cy``) and a degree of arc is ``scale`` canvas units on the
    standard parallels.
    """

    lat1: float
    lat2: float
    lat0: float
    lon0: float
    scale: float
    cx: float
    cy: float

    def forward(self, places: ArrayLike) -> Floats:
        """Canvas points of geographic places; both of shape (..., 2)."""
        places = np.asarray(places, dtype=float)
        radius = self._radius(places[..., 1])
        angle = self._cone * np.radians(places[..., 0] - self.lon0)
        east = self.cx + radius * np.sin(angle)
        south = self.cy - self._radius_of_origin + radius * np.cos(angle)
        return np.stack([east, south], axis=-1)

    def _radius(self, latitude: Floats) -> Floats:
        return np.asarray(self._radius_factor / _half_tangent(latitude) ** self._cone)

    @cached_property
    def _cone(self) -> float:
        first, second = np.radians([self.lat1, self.lat2])
        ratio = _half_tangent(self.lat2) / _half_tangent(self.lat1)
        return float(np.log(np.cos(first) / np.cos(second)) / np.log(ratio))

    @cached_property
    def _radius_factor(self) -> float:
        units_per_radian = self.scale * 180 / np.pi
        at_first = np.cos(np.radians(self.lat1)) * _half_tangent(self.lat1) ** self._cone
        return float(units_per_radian * at_first / self._cone)

    @cached_property
    def _radius_of_origin(self) -> float:
        return float(self._radius(np.asarray(self.lat0, dtype=float)))


def _half_tangent(latitude: ArrayLike) -> Floats:
    return np.asarray(np.tan(np.pi / 4 + np.radians(latitude) / 2))
