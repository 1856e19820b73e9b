"""Where the map is looked at from: between canvas units and pixels of the map's rectangle."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from game.ui.map.projection import Floats

Size = tuple[int, int]

THEATRE = (425.0, 40.0, 1130.0, 872.0)
"""Left, top, right, bottom in canvas units of what the opening view must show: the Levant to Mashhad, and
south to the Bab al-Mandab, with a margin for the chips of the fronts."""

CLOSEST = 6.0
"""Largest zoom, in multiples of the opening view (at least of one pixel a canvas unit): lines stay crisp."""


@dataclass(frozen=True)
class Camera:
    """The canvas point (``x``, ``y``) at the middle of the view, and ``zoom`` in pixels per canvas unit."""

    x: float
    y: float
    zoom: float

    def to_screen(self, points: ArrayLike, size: Size) -> Floats:
        """Pixels in a view of that size of canvas points; both of shape (..., 2)."""
        return (np.asarray(points, dtype=float) - (self.x, self.y)) * self.zoom + np.asarray(size) / 2

    def to_canvas(self, pixels: ArrayLike, size: Size) -> Floats:
        """Canvas points under pixels of a view of that size; both of shape (..., 2)."""
        return (np.asarray(pixels, dtype=float) - np.asarray(size) / 2) / self.zoom + (self.x, self.y)

    def dragged(self, across: float, down: float) -> Camera:
        """The camera after the map was dragged by that many pixels."""
        return replace(self, x=self.x - across / self.zoom, y=self.y - down / self.zoom)

    def zoomed(self, factor: float, about: tuple[float, float], size: Size) -> Camera:
        """The camera zoomed by ``factor`` with the point under pixel ``about`` staying where it is."""
        fixed = self.to_canvas(about, size)
        x, y = fixed + ((self.x, self.y) - fixed) / factor
        return Camera(float(x), float(y), self.zoom * factor)

    def limited(self, size: Size, canvas: Size) -> Camera:
        """The nearest camera that neither leaves the canvas nor zooms out of or into nothing."""
        widest = widest_zoom(size, canvas)
        zoom = min(max(self.zoom, widest), CLOSEST * max(1.0, opening_zoom(size, canvas)))
        return Camera(
            _kept(self.x, size[0] / zoom / 2, canvas[0]), _kept(self.y, size[1] / zoom / 2, canvas[1]), zoom
        )


def opening(size: Size, canvas: Size) -> Camera:
    """The view that fits the theatre into a rectangle of that size."""
    left, top, right, bottom = THEATRE
    zoom = opening_zoom(size, canvas)
    return Camera((left + right) / 2, (top + bottom) / 2, zoom).limited(size, canvas)


def opening_zoom(size: Size, canvas: Size) -> float:
    """Zoom of the opening view: the theatre fits, and no larger part of the canvas than that is missing."""
    left, top, right, bottom = THEATRE
    return max(min(size[0] / (right - left), size[1] / (bottom - top)), widest_zoom(size, canvas))


def widest_zoom(size: Size, canvas: Size) -> float:
    """The smallest zoom: the canvas fills the view, or the theatre fits where those two differ."""
    left, top, right, bottom = THEATRE
    covers = max(size[0] / canvas[0], size[1] / canvas[1])
    return min(covers, size[0] / (right - left), size[1] / (bottom - top))


def _kept(middle: float, half: float, length: float) -> float:
    """A middle whose view stays within 0 to ``length``, or the middle of it all where the view is longer."""
    return length / 2 if 2 * half >= length else min(max(middle, half), length - half)
