"""What drafts are worth by what they led to in imagined worlds."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.players.doctrine import Doctrine
from game.players.drafts import Drafts
from game.players.worlds import Futures
from game.rules.arrays import IntArray, integers

FloatArray = npt.NDArray[np.floating[Any]]
"""Means and shares. The rules know none; what a computer player makes of them may."""

_TILT = 12
"""Most that what a doctrine fears takes from what a draft is worth, hundredths of a point of score."""

_MANY_DEAD = 300
"""People killed at which a doctrine that weighs the toll fully gives up the whole tilt."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Drafts and what they led to in a round's worlds; arrays ``[row]``."""

    drafts: Drafts
    score: FloatArray
    """Mean of the seat's score at the horizon, hundredths."""
    worth: FloatArray
    """The same, tilted by what the doctrine leans to: drafts are ranked by it."""
    answered: FloatArray
    """Share of worlds in which a rival got a reply window toward the seat."""
    lost: FloatArray
    """Share of worlds in which control was lost."""

    def ranks(self) -> IntArray:
        """The place of each draft among those of its game, 0 for the best."""
        order = np.lexsort((-self.worth, self.drafts.game))
        ranks = np.empty(len(order), dtype=np.int32)
        starts = np.searchsorted(self.drafts.game, self.drafts.game)
        ranks[order] = np.arange(len(order)) - starts
        return ranks

    def best(self) -> IntArray:
        """The best draft's row for each game that has any."""
        return integers(np.flatnonzero(self.ranks() == 0))

    def ordered(self, game: int) -> IntArray:
        """The rows of one game, best first."""
        rows = np.flatnonzero(self.drafts.game == game)
        return integers(rows[np.argsort(-self.worth[rows], kind="stable")])


def weigh(doctrine: Doctrine, drafts: Drafts, futures: Futures, own: int) -> Weighed:
    """What drafts are worth: the mean score, tilted a little by what the doctrine fears and by its own habits.

    ``own`` is what it is worth to act as the doctrine would, hundredths.
    """
    lost, dead = futures.lost.mean(axis=1), futures.dead.mean(axis=1)
    caution = _above_least(lost, drafts.game) * (100 - doctrine.risk_tolerance) / 100
    toll = np.minimum(_above_least(dead, drafts.game) / _MANY_DEAD, 1) * doctrine.weight_of_toll / 100
    tilt = own * drafts.own - _TILT * np.minimum(caution + toll, 1)
    mean = futures.score.mean(axis=1)
    return Weighed(drafts, mean, mean + tilt, futures.answered.mean(axis=1), lost)


def _above_least(values: FloatArray, game: IntArray) -> FloatArray:
    """How far each value is above the least of its game."""
    least = np.full(int(game[-1]) + 1, np.inf)
    np.minimum.at(least, game, values)
    return np.asarray(values - least[game])
