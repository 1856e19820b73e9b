"""What drives a mean: named effects added up over a batch of games."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray
from game.rules.state import State


class Cause(NamedTuple):
    """A named cause and how much it changes a row on average, in the row's units."""

    name: str
    change: float
    rule: str


class Averages:
    """Listens to effects and adds up what they do to some rows, cause by cause."""

    def __init__(self, rows: IntArray) -> None:
        self._rows = rows
        self._sums: dict[tuple[str, str], IntArray] = defaultdict(lambda: np.zeros(len(rows), dtype=np.int64))
        self._games = 1

    def look(self, state: State) -> IntArray:
        """The watched rows before an effect."""
        return state.block[self._rows]

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Add what an effect changed in the watched rows."""
        self._games = state.games
        self._sums[cause, rule] += (state.block[self._rows] - before).sum(axis=1, dtype=np.int64)

    def of(self, row: int, most: int = 6) -> tuple[Cause, ...]:
        """The causes that moved a watched row on average, the strongest first."""
        place = int(np.flatnonzero(self._rows == row)[0])
        found = [
            Cause(cause, float(sums[place]) / self._games, rule)
            for (cause, rule), sums in self._sums.items()
            if sums[place]
        ]
        return tuple(sorted(found, key=lambda cause: -abs(cause.change))[:most])
