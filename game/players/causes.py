"""What drives a mean: named effects added up over a batch of games."""

from collections import defaultdict
from typing import Any, NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, which
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


class Watch:
    """Some rows of the state, and which of them an effect may touch; as good for one batch as for the next."""

    def __init__(self, layout: Layout, rows: IntArray) -> None:
        self.rows = rows
        self._layout = layout
        self._is_watched = np.zeros(layout.rows, dtype=np.bool_)
        self._is_watched[rows] = True
        self._of_tracks: dict[str | tuple[str, ...], _Watched | None] = {}

    def among(self, rows: IntArray) -> BoolArray:
        """Which of some rows are watched."""
        return self._is_watched.take(rows)

    def touched_by(self, effect: Effect) -> _Watched | None:
        """The watched rows that an effect may touch, None if there are none."""
        if not effect.track:
            return self._among(effect.rows)
        if effect.track not in self._of_tracks:
            tracks = (effect.track,) if isinstance(effect.track, str) else effect.track
            self._of_tracks[effect.track] = self._among(*(self._layout.places[each].rows for each in tracks))
        return self._of_tracks[effect.track]

    def _among(self, *rows: Any) -> _Watched | None:
        """The watched rows among some, named in any way that numpy looks up by."""
        touched = np.zeros(self._layout.rows, dtype=np.bool_)
        for each in rows:
            touched[each] = True
        places = which(touched.take(self.rows))
        return _Watched(places, self.rows.take(places)) if places.size else None


class Averages:
    """Listens to effects and adds up what they do to watched rows of a batch of ``games``, cause by cause."""

    def __init__(self, watch: Watch, games: int) -> None:
        self._watch = watch
        self._games = games
        self._changes: dict[tuple[str, str], IntArray] = defaultdict(
            lambda: np.zeros(len(watch.rows), dtype=np.int64)
        )
        self._looked_at: _Watched | None = None
        self._block: IntArray | None = None
        """The block that was looked at last: what its rows add up to need not be added up again."""
        self._sums = np.zeros(len(watch.rows), dtype=np.int32)
        self._known = np.zeros(len(watch.rows), dtype=np.bool_)

    @property
    def tells_games_apart(self) -> bool:
        """Sums are over all games alike."""
        return False

    def heeds(self, rows: IntArray) -> BoolArray:
        """It adds up by cause what changes in watched rows."""
        return self._watch.among(rows)

    def look(self, state: State, effect: Effect) -> IntArray | None:
        """What the watched rows that an effect may touch add up to before it."""
        watched = self._looked_at = self._watch.touched_by(effect)
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

    def _add_up(self, state: State, watched: _Watched) -> None:
        """Each row over all games; points of some ten thousand games are far from the bounds of 32 bits."""
        sums = np.add.reduce(state.block.take(watched.rows, axis=0), axis=1, dtype=np.int32)
        self._sums[watched.places], self._known[watched.places] = sums, True

    def of(self, place: int, most: int = 6) -> tuple[Cause, ...]:
        """The causes that moved the watched row at this place on average, the strongest first."""
        found = [
            Cause(cause, float(sums[place]) / self._games, rule)
            for (cause, rule), sums in self._changes.items()
            if sums[place]
        ]
        return tuple(sorted(found, key=lambda cause: -abs(cause.change))[:most])
