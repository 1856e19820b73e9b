"""What drives a mean: named effects added up over a batch of games."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray
from game.rules.effects import Effect
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


class Averages:
    """Listens to effects and adds up what they do to some rows of a batch of ``games``, cause by cause."""

    def __init__(self, rows: IntArray, games: int) -> None:
        self._rows = rows
        self._games = games
        self._changes: dict[tuple[str, str], IntArray] = defaultdict(
            lambda: np.zeros(len(rows), dtype=np.int64)
        )
        self._watched: dict[str | tuple[str, ...], _Watched | None] = {}
        self._is_watched: BoolArray | None = None
        self._looked_at: _Watched | None = None
        self._block: IntArray | None = None
        """The block that was looked at last: what its rows add up to need not be added up again."""
        self._sums = np.zeros(len(rows), dtype=np.int32)
        self._known = np.zeros(len(rows), dtype=np.bool_)

    @property
    def tells_games_apart(self) -> bool:
        """Sums are over all games alike."""
        return False

    def look(self, state: State, effect: Effect) -> IntArray | None:
        """What the watched rows that an effect may touch add up to before it."""
        if not effect.track and not self._concerns(state.layout, effect.rows):
            return None
        if effect.track not in self._watched:
            self._watched[effect.track] = self._among(state.layout, effect.track)
        watched = self._looked_at = self._watched[effect.track]
        if watched is None:
            return None
        if state.block is not self._block:
            self._block = state.block
            self._known[:] = False
        if not self._known[watched.places].all():
            self._add_up(state, watched)
        return self._sums[watched.places]

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Add what an effect changed in the watched rows, those that were looked at."""
        if self._looked_at is not None:
            self._add_up(state, self._looked_at)
            places = self._looked_at.places
            self._changes[cause, rule][places] += self._sums[places] - before

    def _concerns(self, layout: Layout, rows: IntArray | int | None) -> bool:
        """Whether cells of anybody's tracks, in ``rows``, are watched."""
        if self._is_watched is None:
            self._is_watched = np.zeros(layout.rows, dtype=np.bool_)
            self._is_watched[self._rows] = True
        return bool(np.any(self._is_watched[rows]))

    def _add_up(self, state: State, watched: _Watched) -> None:
        """Each row over all games; points of some ten thousand games are far from the bounds of 32 bits."""
        sums = np.add.reduce(state.block.take(watched.rows, axis=0), axis=1, dtype=np.int32)
        self._sums[watched.places], self._known[watched.places] = sums, True

    def _among(self, layout: Layout, tracks: str | tuple[str, ...]) -> "_Watched | None":
        """The watched rows among those of a track or several, None if there are none.

        An effect that names no track may touch any.
        """
        touched = np.zeros(layout.rows, dtype=np.bool_)
        for track in (tracks,) if isinstance(tracks, str) else tracks:
            touched[layout.places[track].rows if track else slice(None)] = True
        places = np.flatnonzero(touched[self._rows])
        return _Watched(places, self._rows[places]) if places.size else None

    def of(self, row: int, most: int = 6) -> tuple[Cause, ...]:
        """The causes that moved a watched row on average, the strongest first."""
        place = int(np.flatnonzero(self._rows == row)[0])
        found = [
            Cause(cause, float(sums[place]) / self._games, rule)
            for (cause, rule), sums in self._changes.items()
            if sums[place]
        ]
        return tuple(sorted(found, key=lambda cause: -abs(cause.change))[:most])
