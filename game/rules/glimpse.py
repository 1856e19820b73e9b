"""What a seat sees of an imagined position, worked out only as far as it is asked for.

Roll-outs let thousands of imagined games be decided by players that look at a tenth of what a view holds. A glimpse
is the same view to the last bit, but estimates a track when somebody reads it, and copies nothing. It looks at the
state that it was made of, so it holds only until that state goes on, and is for imagined positions: of the game's own
state there is the view.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.rules.arrays import IntArray, KeyArray, any_of, which
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.view import Estimates, View, view


class Part(State):
    """Some games of a state, each track taken out when it is first asked for."""

    def __init__(self, state: State, games: IntArray) -> None:
        self.layout = state.layout
        self.turn = state.turn
        self.stage = state.stage
        self._state = state
        self._games = games
        self.games = len(games)

    def made(self, name: str) -> IntArray:
        """The window of a track, or the whole block, of these games."""
        window: IntArray = getattr(self._state, name)
        return window.take(self._games, axis=-1)

    def rows(self, rows: IntArray) -> IntArray:
        """Some rows of the block, ``[row, game]``."""
        return self._state.rows(rows).take(self._games, axis=1)


class _Seen(State):
    """A state as a seat sees it: what it knows is the state's own, what it does not know is estimated."""

    def __init__(self, rules: Rules, state: State, seat: int, keys: KeyArray) -> None:
        self.layout = state.layout
        self.turn = state.turn
        self.stage = state.stage
        self.rules = rules
        self.state = state
        self.seat = seat
        self.keys = keys
        self.games = len(keys)
        self._estimates = Estimates(rules, state, seat, keys)

    def made(self, name: str) -> IntArray:
        """The window of a track, or the whole block, with estimates in the place of what is hidden."""
        if name == "block":
            return self.rows(np.arange(self.layout.rows))
        window: IntArray = getattr(self.state, name)
        unseen = _unseen(self.rules, self.seat, name)
        if unseen is None:
            return window
        found = window.reshape(-1, self.games).copy()
        found[unseen.hidden] = unseen.assumed
        if unseen.unsure.size:
            for places, guess, _, _ in self._estimates.of(unseen.unsure_rows):
                found[unseen.unsure[places]] = guess
        return found.reshape(window.shape)

    def rows(self, rows: IntArray) -> IntArray:
        """Some rows of the block, ``[row, game]``."""
        found = self.state.rows(rows)
        if any_of(self.rules.sight[self.seat, rows]):
            for places, guess, _, _ in self._estimates.of(rows):
                found[places] = guess
        return found


class _Unseen(NamedTuple):
    """Which rows of a track a seat does not see exactly, as places among them."""

    hidden: IntArray
    assumed: IntArray
    """What anybody would assume of those that are hidden, ``[hidden, 1]``."""
    unsure: IntArray
    """Those that are estimated."""
    unsure_rows: IntArray


@lru_cache(maxsize=2048)
def _unseen(rules: Rules, seat: int, name: str) -> _Unseen | None:
    """None where the seat sees all of the track."""
    track = rules.layout.places[name].rows
    rows = np.arange(track.start, track.stop)
    kinds = rules.sight[seat, rows]
    if not any_of(kinds):
        return None
    hidden, unsure = which(kinds == Sight.HIDDEN), which((kinds != Sight.EXACT) & (kinds != Sight.HIDDEN))
    return _Unseen(hidden, rules.assumed[rows[hidden], None], unsure, rows[unsure])


_DOUBTS = tuple(View.__dataclass_fields__)[2:]
"""What a view has besides the seat and what it sees."""


class Glimpse(View):
    """A view of an imagined state of which only what somebody asks for is worked out.

    It holds until the state goes on: what is asked for later is told of the state as it is then.
    """

    seen: _Seen

    def __init__(self, seen: _Seen) -> None:
        object.__setattr__(self, "seat", seen.seat)
        object.__setattr__(self, "seen", seen)

    if not TYPE_CHECKING:  # a checker knows what a view has

        def __getattr__(self, name: str) -> IntArray:
            """What the seat knows of rows that it does not see exactly."""
            if name not in _DOUBTS:
                raise AttributeError(f"a view has no {name!r}")
            seen = self.seen
            whole = view(seen.rules, seen.state, seen.seat, seen.keys)
            for field in _DOUBTS:
                object.__setattr__(self, field, getattr(whole, field))
            return getattr(self, name)

    def take(self, games: IntArray) -> "Glimpse":
        """The same of some games of the batch, given by their places."""
        seen = self.seen
        return glimpse(seen.rules, seen.state, seen.seat, seen.keys[games], games)


def glimpse(rules: Rules, state: State, seat: int, keys: KeyArray, games: IntArray | None = None) -> Glimpse:
    """What the power ``seat`` sees of an imagined state, or of its ``games``, whose chance keys are ``keys``."""
    return Glimpse(_Seen(rules, state if games is None else Part(state, games), seat, keys))
