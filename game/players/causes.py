"""What drives a mean: named effects added up over a batch of games."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.state import State
from game.rules.tracks import Layout


class Cause(NamedTuple):
    """A named cause and how much it changes a row on average, in the row's units."""

    name: str
    change: float
    rule: str


class _Watched(NamedTuple):
    """Watched rows that belong together."""

    places: IntArray
    """Their places among all that are watched."""
    rows: IntArray

    def added_up(self, state: State) -> IntArray:
        """Each row over all games; points of some ten thousand games are far from the bounds of 32 bits."""
        return integers(np.add.reduce(state.block.take(self.rows, axis=0), axis=1, dtype=np.int32))


class Averages:
    """Listens to effects and adds up what they do to some rows of a batch of ``games``, cause by cause."""

    def __init__(self, rows: IntArray, games: int) -> None:
        self._rows = rows
        self._games = games
        self._sums: dict[tuple[str, str], IntArray] = defaultdict(lambda: np.zeros(len(rows), dtype=np.int64))
        self._watched: dict[str, _Watched | None] = {}
        self._looked_at: _Watched | None = None

    @property
    def tells_games_apart(self) -> bool:
        """Sums are over all games alike."""
        return False

    def look(self, state: State, track: str) -> IntArray | None:
        """What the watched rows that an effect may touch add up to before it."""
        if track not in self._watched:
            self._watched[track] = self._among(state.layout, track)
        self._looked_at = self._watched[track]
        return self._looked_at.added_up(state) if self._looked_at is not None else None

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Add what an effect changed in the watched rows, those that were looked at."""
        if self._looked_at is not None:
            change = self._looked_at.added_up(state) - before
            self._sums[cause, rule][self._looked_at.places] += change

    def _among(self, layout: Layout, track: str) -> "_Watched | None":
        """The watched rows among those of a track, None if there are none; an effect that names none may touch any."""
        rows = layout.places[track].rows if track else slice(0, layout.rows)
        places = np.flatnonzero((self._rows >= rows.start) & (self._rows < rows.stop))
        return _Watched(places, self._rows[places]) if places.size else None

    def of(self, row: int, most: int = 6) -> tuple[Cause, ...]:
        """The causes that moved a watched row on average, the strongest first."""
        place = int(np.flatnonzero(self._rows == row)[0])
        found = [
            Cause(cause, float(sums[place]) / self._games, rule)
            for (cause, rule), sums in self._sums.items()
            if sums[place]
        ]
        return tuple(sorted(found, key=lambda cause: -abs(cause.change))[:most])
