"""Many lines held as one array, so that a whole coast is simplified, cut and dashed in a few numpy steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from game.ui.map.projection import Floats

Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Polylines:
    """Lines end to end: ``points`` of shape (n, 2), and ``starts`` (n,) true where a new line begins."""

    points: Floats
    starts: Flags

    @classmethod
    def of(cls, lines: Iterable[ArrayLike]) -> Polylines:
        """Join separate lines, each an array-like of shape (k, 2)."""
        arrays = [np.asarray(line, dtype=float) for line in lines]
        if not arrays:
            return cls(np.empty((0, 2)), np.empty(0, dtype=bool))
        starts = np.concatenate([np.arange(len(array)) == 0 for array in arrays])
        return cls(np.concatenate(arrays), starts)

    @property
    def joined(self) -> Flags:
        """For each neighbouring pair of points (n - 1), whether a line runs between them."""
        return ~self.starts[1:]

    def segments(self) -> Floats:
        """The straight pieces of every line, shape (m, 2, 2): piece, end, coordinate."""
        pairs = np.stack([self.points[:-1], self.points[1:]], axis=1)
        return np.asarray(pairs[self.joined])

    def lines(self) -> Sequence[Floats]:
        """The lines apart again, each of shape (k, 2)."""
        return np.split(self.points, np.flatnonzero(self.starts)[1:]) if len(self.points) else []

    def moved(self, origin: ArrayLike, zoom: float, onto: ArrayLike) -> Polylines:
        """The same lines with ``origin`` carried to ``onto`` and lengths multiplied by ``zoom``."""
        return Polylines((self.points - np.asarray(origin)) * zoom + np.asarray(onto), self.starts)

    def simplified(self, tolerance: float, passes: int = 4) -> Polylines:
        """Drop points within ``tolerance`` of the chord between their neighbours; ends always stay."""
        lines = self
        for turn in range(passes):
            lines = lines._thinned(tolerance, odd=turn % 2 == 0)
        return lines

    def _thinned(self, tolerance: float, *, odd: bool) -> Polylines:
        if len(self.points) < 3:
            return self
        before, here, after = self.points[:-2], self.points[1:-1], self.points[2:]
        inner = ~self.starts[1:-1] & ~self.starts[2:]
        turn = (np.arange(1, len(self.points) - 1) % 2 == 1) == odd
        drop = np.zeros(len(self.points), dtype=bool)
        drop[1:-1] = inner & turn & (_offset(before, here, after) < tolerance)
        return Polylines(self.points[~drop], self.starts[~drop])

    def split(self, chosen: Flags) -> tuple[Polylines, Polylines]:
        """Part the lines by piece: those whose flag in ``chosen`` (m,) is true, and the others."""
        return self._only(chosen), self._only(~chosen)

    def _only(self, chosen: Flags) -> Polylines:
        kept = np.zeros(len(self.joined), dtype=bool)
        kept[self.joined] = chosen
        reached = np.concatenate([[False], kept])
        used = reached | np.concatenate([kept, [False]])
        return Polylines(self.points[used], ~reached[used])

    def dashed(self, on: float, off: float) -> Floats:
        """Pieces of the lines cut into dashes ``on`` long with gaps ``off`` between; shape (m, 2, 2)."""
        if len(self.points) < 2:
            return np.empty((0, 2, 2))
        steps = np.diff(self.points, axis=0) * self.joined[:, None]
        along = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
        whole = np.arange(0.0, along[-1], on + off)
        cuts = np.unique(np.concatenate([along, whole, np.minimum(whole + on, along[-1])]))
        middles = (cuts[1:] + cuts[:-1]) / 2
        inked = middles % (on + off) < on
        piece = np.clip(np.searchsorted(along, middles[inked], side="right") - 1, 0, len(steps) - 1)
        length = np.maximum(along[piece + 1] - along[piece], 1e-9)
        ends = np.stack([cuts[:-1][inked], cuts[1:][inked]], axis=1)
        share = (ends - along[piece][:, None]) / length[:, None]
        return np.asarray(self.points[piece][:, None] + share[..., None] * steps[piece][:, None])


def _offset(before: Floats, here: Floats, after: Floats) -> Floats:
    chord, leg = after - before, here - before
    length = np.maximum(np.hypot(chord[:, 0], chord[:, 1]), 1e-9)
    return np.asarray(np.abs(chord[:, 0] * leg[:, 1] - chord[:, 1] * leg[:, 0]) / length)


def hatching(rings: Polylines, step: float) -> Floats:
    """Diagonal lines ``step`` apart that fill closed rings (even-odd); pieces of shape (m, 2, 2)."""
    pieces = rings.segments()
    if not len(pieces):
        return np.empty((0, 2, 2))
    level, along = pieces.sum(axis=2), pieces[..., 0] - pieces[..., 1]
    filled = []
    for height in np.arange(np.ceil(level.min() / step), level.max() / step) * step:
        crossed = (level[:, 0] <= height) != (level[:, 1] <= height)
        share = (height - level[crossed, 0]) / (level[crossed, 1] - level[crossed, 0])
        crossings = np.sort(along[crossed, 0] + share * (along[crossed, 1] - along[crossed, 0]))
        if len(crossings) % 2 == 0:
            ends = crossings.reshape(-1, 2)
            filled.append(np.stack([(height + ends) / 2, (height - ends) / 2], axis=2))
    return np.concatenate(filled) if filled else np.empty((0, 2, 2))
