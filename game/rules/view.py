"""What a seat may know: the only way out of the engine (rules.md §4; architecture, Secrets).

Screens, computer players and logs for players get views, never the state. A hidden value is not in a view at
all: in its place stand a band, a rough estimate, or what anybody would assume.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np

from game.rules.arrays import IntArray, KeyArray, integers, which, within
from game.rules.chance import Chance, Purpose, roll
from game.rules.covert import BEST_WARNING, true_warnings
from game.rules.sight import BAND_EDGES, BAND_WORDS, Sight
from game.rules.state import State
from game.rules.tables import Rules


@dataclass(frozen=True)
class View:
    """A position as one seat sees it, for every game of a batch.

    ``seen`` has the shape of a state, with an estimate in the place of what is hidden. As far as the seat can
    tell, the truth of the rows that it does not know, ``uncertain`` (``[row]``), lies between ``least`` and
    ``most`` (``[uncertain row, game]``).
    """

    seat: int
    seen: State
    uncertain: IntArray
    least: IntArray
    most: IntArray

    @property
    def turn(self) -> int:
        """The turn, from 1."""
        return self.seen.turn

    @property
    def stage(self) -> int:
        """The stage of the turn."""
        return self.seen.stage

    @property
    def games(self) -> int:
        """How many games the batch holds."""
        return self.seen.games

    def take(self, games: IntArray) -> Self:
        """The same view of some games of the batch, given by their places."""
        return replace(
            self,
            seen=self.seen.take(games),
            least=self.least.take(games, axis=1),
            most=self.most.take(games, axis=1),
        )

    def bounds(self, row: int, game: int = 0) -> tuple[int, int]:
        """Between which values a row lies, as far as the seat can tell; equal where it knows."""
        place = which(self.uncertain == row)
        if not place.size:
            exact = int(self.seen.block[row, game])
            return exact, exact
        return int(self.least[place[0], game]), int(self.most[place[0], game])

    def known(self, row: int, game: int = 0) -> bool:
        """Whether the seat knows a row exactly."""
        low, high = self.bounds(row, game)
        return low == high

    def band(self, row: int, game: int = 0) -> str:
        """The band of a row in a word: low, some, high or urgent."""
        return BAND_WORDS[int(np.searchsorted(BAND_EDGES, self.seen.block[row, game], side="right"))]


def view(rules: Rules, state: State, seat: int, keys: KeyArray) -> View:
    """What the power ``seat`` may know. The errors of its bands stay the same through a turn."""
    block = state.block.copy()
    uncertain, least, most = [], [], []
    for rows, guess, low, high in Estimates(rules, state, seat, keys).of(np.arange(len(block))):
        block[rows] = guess
        uncertain.append(rows)
        least.append(low)
        most.append(high)
    seen = State(rules.layout, block, state.turn, state.stage)
    return View(seat, seen, np.concatenate(uncertain), np.concatenate(least), np.concatenate(most))


_Estimate = tuple[IntArray, IntArray, IntArray]
"""A guess, the least and the most that the truth may be, ``[row, game]`` each."""


class Estimates:
    """What the power ``seat`` makes of rows that it does not see exactly, as a state stands."""

    def __init__(self, rules: Rules, state: State, seat: int, keys: KeyArray) -> None:
        self._rules = rules
        self._state = state
        self._seat = seat
        self._chance = Chance(keys, state.turn, 0)

    def of(self, rows: IntArray) -> Iterator[tuple[IntArray, IntArray, IntArray, IntArray]]:
        """Of those ``rows`` that the seat does not see exactly: their places in ``rows``, the guess, least and most."""
        kinds = self._rules.sight[self._seat, rows]
        for kind, estimate in _ESTIMATES:
            places = which(kinds == kind)
            if places.size:
                yield places, *estimate(self, rows[places])

    def band(self, rows: IntArray) -> _Estimate:
        """The band that an error of up to 1.5 leaves; the true warning about whom it is of makes it smaller."""
        width = self._widths.take(self._rules.subject[rows], axis=0)
        guess, top = self._state.rows(rows) + self._error(rows, width), self._rules.high[rows, None]
        guess = np.minimum(np.maximum(guess, 0), top)
        low, high = _BAND_LOW.take(guess), np.minimum(_BAND_HIGH.take(guess), top)
        return (low + high) // 2, low, high

    @cached_property
    def _widths(self) -> IntArray:
        """How far bands may be off that are of each actor, and of no actor at last; ``[actor, game]``."""
        warnings = true_warnings(self._rules, self._state, self._seat)
        return self._rules.numbers.band_error * (BEST_WARNING - warnings) // BEST_WARNING

    def rough(self, rows: IntArray) -> _Estimate:
        """Stocks are estimated to within a quarter; the bounds are all stocks for which one would estimate this."""
        error = self._rules.numbers.rough_estimate
        percent = 100 + self._error(rows, error)
        guess = self._state.rows(rows).astype(np.int64) * percent // 100
        least = -(-100 * guess // (100 + error))
        most = np.minimum((100 * guess + 99) // (100 - error), self._rules.high[rows, None])
        return integers(guess), integers(least), integers(most)

    def programme(self, rows: IntArray) -> _Estimate:
        """The nuclear programme is seen the better the more transparent it is."""
        width = self._rules.numbers.band_error * (BEST_WARNING - self._state.transparency) // BEST_WARNING
        guess, top = self._state.rows(rows) + self._error(rows, width), self._rules.high[rows, None]
        return within(guess, 0, top), within(guess - width, 0, top), within(guess + width, 0, top)

    def assumed(self, rows: IntArray) -> _Estimate:
        """What anybody would assume of a row that cannot be seen."""
        rules, shape = self._rules, (len(rows), self._state.games)
        guess, low, high = rules.assumed[rows], rules.assumed_low[rows], rules.assumed_high[rows]
        return guess[:, None], np.broadcast_to(low[:, None], shape), np.broadcast_to(high[:, None], shape)

    def _error(self, rows: IntArray, width: IntArray | int) -> IntArray:
        """By how much estimates are off, from minus to plus ``width``; ``[row, game]``."""
        games, indices = np.arange(self._state.games), (rows + self._seat * 4096)[:, None]
        words = self._chance.words_at(Purpose.BAND_ERROR, games, indices)
        return roll(words, 2 * width + 1) - width


def _band_bounds() -> tuple[IntArray, IntArray]:
    """The least and the most of the band that each number of hundredths falls into."""
    edges = integers([0, *BAND_EDGES, _BAND_END])
    band = np.searchsorted(edges, np.arange(_BAND_END), side="right")
    return edges[band - 1], edges[band] - 1


_BAND_END = 10_000
_BAND_LOW, _BAND_HIGH = _band_bounds()


_ESTIMATES = (
    (Sight.BAND, Estimates.band),
    (Sight.ROUGH, Estimates.rough),
    (Sight.PROGRAMME, Estimates.programme),
    (Sight.HIDDEN, Estimates.assumed),
)
