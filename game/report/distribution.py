"""How often each score came, as bars to be drawn, with the place of the real game among them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.rules.arrays import IntArray

WIDTH, HEIGHT = 360, 64
"""Plain units in which bars stand."""

_HALF, _POINT = 50, 100
_FINE = 12
"""Points up to which bars are half a point wide."""


@dataclass(frozen=True, slots=True)
class BarPlace:
    """One bar: where it stands from the start and the top, how wide and tall, and whether it is of the usual ones."""

    x: float
    y: float
    width: float
    height: float
    usual: bool


@dataclass(frozen=True, slots=True)
class Distribution:
    """Games by their score, from ``low`` to ``high`` points in bars of one width."""

    low: float
    high: float
    counts: tuple[int, ...]
    usual: tuple[int, int]
    """First and last bar of the range in which four of five games end."""
    mark: int | None
    """The bar in which the real game lies; none if it has no score."""

    @property
    def bars(self) -> tuple[BarPlace, ...]:
        """Every bar in its place."""
        wide, most = WIDTH / len(self.counts), max(self.counts)
        first, last = self.usual
        return tuple(
            BarPlace(
                round(number * wide + 1, 1),
                round(HEIGHT * (1 - count / most), 1),
                round(wide - 2, 1),
                round(HEIGHT * count / most, 1),
                first <= number <= last,
            )
            for number, count in enumerate(self.counts)
        )

    @property
    def marked_at(self) -> float:
        """Where the middle of the real game's bar is."""
        return round(((self.mark or 0) + 0.5) * WIDTH / len(self.counts), 1)


def distributions(scores: IntArray, real: Sequence[int | None]) -> tuple[Distribution, ...]:
    """The scores of games, hundredths, ``[power, game]``, each beside the real one; all on one scale."""
    marks = [each for each in real if each is not None]
    low = math.floor(min([int(scores.min()), *marks]) / _POINT) * _POINT
    high = math.floor(max(int(scores.max()), *marks, 0) / _POINT + 1) * _POINT
    width = _HALF if high - low <= _FINE * _POINT else _POINT
    edges = np.arange(low, high + 1, width)
    return tuple(_of(own, mark, edges) for own, mark in zip(scores, real, strict=True))


def _of(scores: IntArray, real: int | None, edges: IntArray) -> Distribution:
    counts, _ = np.histogram(scores, edges)
    usual = np.percentile(scores, (10, 90))
    first, last = (int(np.searchsorted(edges, each, side="right")) - 1 for each in usual)
    mark = None if real is None else int(np.searchsorted(edges, real, side="right")) - 1
    return Distribution(
        int(edges[0]) / 100, int(edges[-1]) / 100, tuple(counts.tolist()), (first, last), mark
    )
