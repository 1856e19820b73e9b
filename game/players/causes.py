"""What drives a mean: named effects added up over a batch of games."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray
from game.rules.state import State
from game.rules.tracks import Layout


class Cause(NamedTuple):
    """A named cause and how much it changes a row on average, in the row's units."""

    name: str
    change: float
    rule: str


class Averages:
    """Listens to effects and adds up what they do to some rows of a batch of ``games``, cause by cause."""

    def __init__(self, rows: IntArray, games: int) -> None:
        self._rows = rows
        self._games = games
        self._sums: dict[tuple[str, str], IntArray] = defaultdict(lambda: np.zeros(len(rows), dtype=np.int64))
        self._touched: dict[str, bool] = {}

    @property
    def tells_games_apart(self) -> bool:
        """Sums are over all games alike."""
        return False

    def look(self, state: State, track: str) -> IntArray | None:
        """The watched rows before an effect that may touch one of them."""
        if self._untouched(state.layout, track):
            return None
        return state.block.take(self._rows, axis=0)

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Add what an effect changed in the watched rows."""
        self._sums[cause, rule] += (state.block.take(self._rows, axis=0) - before).sum(axis=1, dtype=np.int64)

    def _untouched(self, layout: Layout, track: str) -> bool:
        """Whether no watched row is the track's; an effect that names none may touch any."""
        if track not in self._touched:
            rows = layout.places[track].rows if track else slice(0, layout.rows)
            self._touched[track] = bool(((self._rows >= rows.start) & (self._rows < rows.stop)).any())
        return not self._touched[track]

    def of(self, row: int, most: int = 6) -> tuple[Cause, ...]:
        """The causes that moved a watched row on average, the strongest first."""
        place = int(np.flatnonzero(self._rows == row)[0])
        found = [
            Cause(cause, float(sums[place]) / self._games, rule)
            for (cause, rule), sums in self._sums.items()
            if sums[place]
        ]
        return tuple(sorted(found, key=lambda cause: -abs(cause.change))[:most])
