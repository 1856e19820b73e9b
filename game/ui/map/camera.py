"""Where the map is looked at from: between canvas units and pixels of the map's rectangle."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from game.ui.map.projection import Floats

Size = tuple[int, int]

Frame = tuple[float, float, float, float]
"""Left, top, right, bottom in canvas units."""

CLOSEST = 6.0
"""Largest zoom, in multiples of the opening view (at least of one pixel a canvas unit): lines stay crisp."""


@dataclass(frozen=True)
class Sheet:
    """What there is to look at: the size of the whole canvas, and what of it the opening view must show."""

    canvas: Size
    frame: Frame


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

    def limited(self, size: Size, sheet: Sheet) -> Camera:
        """The nearest camera that neither leaves the canvas nor zooms out of or into nothing."""
        zoom = min(max(self.zoom, widest_zoom(size, sheet)), CLOSEST * max(1.0, opening_zoom(size, sheet)))
        wide, high = sheet.canvas
        return Camera(_kept(self.x, size[0] / zoom / 2, wide), _kept(self.y, size[1] / zoom / 2, high), zoom)


def opening(size: Size, sheet: Sheet) -> Camera:
    """The view that fits the frame of a sheet into a rectangle of that size."""
    left, top, right, bottom = sheet.frame
    return Camera((left + right) / 2, (top + bottom) / 2, opening_zoom(size, sheet)).limited(size, sheet)


def opening_zoom(size: Size, sheet: Sheet) -> float:
    """Zoom of the opening view: the frame fits, and no larger part of the canvas than that is missing."""
    return max(_fitting_zoom(size, sheet), widest_zoom(size, sheet))


def widest_zoom(size: Size, sheet: Sheet) -> float:
    """The smallest zoom: the canvas fills the view, or the frame fits where those two differ."""
    covers = max(size[0] / sheet.canvas[0], size[1] / sheet.canvas[1])
    return min(covers, _fitting_zoom(size, sheet))


def _fitting_zoom(size: Size, sheet: Sheet) -> float:
    left, top, right, bottom = sheet.frame
    return min(size[0] / (right - left), size[1] / (bottom - top))


def _kept(middle: float, half: float, length: float) -> float:
    """A middle whose view stays within 0 to ``length``, or the middle of it all where the view is longer."""
    return length / 2 if 2 * half >= length else min(max(middle, half), length - half)
