"""What a seat may know: the only way out of the engine (rules.md §4; architecture, Secrets).

Screens, computer players and logs for players get views, never the state. A hidden value is not in a view at
all: in its place stand a band, a rough estimate, or what anybody would assume.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from game.rules.arrays import IntArray, KeyArray, WordArray, integers, which
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
    for rows, guess, low, high in estimates(rules, state, seat, keys, np.arange(len(block))):
        block[rows] = guess
        uncertain.append(rows)
        least.append(low)
        most.append(high)
    seen = State(rules.layout, block, state.turn, state.stage)
    return View(seat, seen, np.concatenate(uncertain), np.concatenate(least), np.concatenate(most))


def estimates(
    rules: Rules, state: State, seat: int, keys: KeyArray, rows: IntArray
) -> Iterator[tuple[IntArray, IntArray, IntArray, IntArray]]:
    """Of those ``rows`` that the seat does not see exactly: their places in ``rows``, the estimate, least and most."""
    chance, kinds = Chance(keys, state.turn, 0), rules.sight[seat, rows]
    for kind, estimate in _ESTIMATES:
        places = which(kinds == kind)
        if places.size:
            yield places, *estimate(rules, state, seat, rows[places], chance)


_Estimate = tuple[IntArray, IntArray, IntArray]


def _errors(state: State, seat: int, rows: IntArray, chance: Chance) -> WordArray:
    """What the errors of estimates are drawn from, ``[row, game]``."""
    games, indices = np.arange(state.games), (rows + seat * 4096)[:, None]
    return chance.words_at(Purpose.BAND_ERROR, games, indices)


def _band(rules: Rules, state: State, seat: int, rows: IntArray, chance: Chance) -> _Estimate:
    """The band that an error of up to 1.5 leaves; the true warning about whom it is of makes it smaller."""
    width = rules.numbers.band_error * (BEST_WARNING - true_warnings(rules, state, seat)) // BEST_WARNING
    width = width[rules.subject[rows]]
    error = roll(_errors(state, seat, rows, chance), 2 * width + 1) - width
    top = rules.high[rows, None]
    guess = np.clip(state.rows(rows) + error, 0, top)
    low, high = _BAND_LOW.take(guess), np.minimum(_BAND_HIGH.take(guess), top)
    return (low + high) // 2, low, high


def _band_bounds() -> tuple[IntArray, IntArray]:
    """The least and the most of the band that each number of hundredths falls into."""
    edges = integers([0, *BAND_EDGES, _BAND_END])
    band = np.searchsorted(edges, np.arange(_BAND_END), side="right")
    return edges[band - 1], edges[band] - 1


_BAND_END = 10_000
_BAND_LOW, _BAND_HIGH = _band_bounds()


def _rough(rules: Rules, state: State, seat: int, rows: IntArray, chance: Chance) -> _Estimate:
    """Stocks are estimated to within a quarter; the bounds are all stocks for which one would estimate this."""
    error = rules.numbers.rough_estimate
    percent = 100 - error + roll(_errors(state, seat, rows, chance), 2 * error + 1)
    guess = state.rows(rows).astype(np.int64) * percent // 100
    least = -(-100 * guess // (100 + error))
    most = (100 * guess + 99) // (100 - error)
    return integers(guess), integers(least), integers(np.minimum(most, rules.high[rows, None]))


def _programme(rules: Rules, state: State, seat: int, rows: IntArray, chance: Chance) -> _Estimate:
    """The nuclear programme is seen the better the more transparent it is."""
    width = rules.numbers.band_error * (BEST_WARNING - state.transparency) // BEST_WARNING
    guess = state.rows(rows) + roll(_errors(state, seat, rows, chance), 2 * width + 1) - width
    top = rules.high[rows, None]
    low, high = np.clip(guess - width, 0, top), np.clip(guess + width, 0, top)
    return np.clip(guess, 0, top).astype(np.int32), low.astype(np.int32), high.astype(np.int32)


def _assumed(rules: Rules, state: State, seat: int, rows: IntArray, chance: Chance) -> _Estimate:
    """What anybody would assume of a row that cannot be seen."""
    shape = (len(rows), state.games)
    guess, low, high = rules.assumed[rows], rules.assumed_low[rows], rules.assumed_high[rows]
    return guess[:, None], np.broadcast_to(low[:, None], shape), np.broadcast_to(high[:, None], shape)


_ESTIMATES = (
    (Sight.BAND, _band),
    (Sight.ROUGH, _rough),
    (Sight.PROGRAMME, _programme),
    (Sight.HIDDEN, _assumed),
)
