"""What a search made of the drafts that it weighed, and the reasons that follow, in the game's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.players.belief import TAKEN_TO, belief
from game.players.computer import Told
from game.players.drafts import Drafts
from game.players.worlds import Cast, quietness
from game.rules.arrays import IntArray, integers
from game.rules.tables import Rules, Stage
from game.rules.tracks import Axis
from game.rules.view import View

FloatArray = npt.NDArray[np.floating[Any]]
"""Means and shares. The rules know none; what a computer player makes of them may."""

_TOLD = 3
_PASSES = (":pass", ":no_offer")


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


class SearchReasons:
    """Why a search chose as it did: the doctrine's frame, what it expects of others, and what it weighed."""

    def __init__(
        self,
        rules: Rules,
        cast: Cast,
        view: View,
        frame: Told,
        ways: Weighed | None,
        rounds: tuple[Weighed, ...],
    ) -> None:
        self._rules = rules
        self._cast = cast
        self._view = view
        self._frame = frame
        self._ways = ways
        self._rounds = rounds

    def of_game(self, game: int) -> tuple[str, ...]:
        """The steps for one game of the batch."""
        searched = [weighed for weighed in self._rounds if len(weighed.ordered(game))]
        frame, expected = self._frame.of_game(game), self._expected(game)
        return (*frame, *expected, *self._way_told(game), *self._told(searched, game))

    def _way_told(self, game: int) -> Iterator[str]:
        """By which of its doctrines it means to go on, where it weighed them."""
        if self._ways is None:
            return
        rows = self._ways.ordered(game).tolist()
        names = [self._cast.ways[way].name for way in self._ways.drafts.way[rows].tolist()]
        ends = self._ways.score[rows] / 100
        told = ", ".join(f"{name} {end:.2f}" for name, end in zip(names, ends.tolist(), strict=True))
        yield f"Goes on from here as {names[0]} would; score at the end by way: {told}."

    def _expected(self, game: int) -> Iterator[str]:
        """What each rival is taken to do, as parts of a hundred."""
        for rival in np.flatnonzero(self._rules.rivals[self._cast.seat]).tolist():
            kinds = self._cast.kinds(rival)
            odds = belief(self._rules, self._cast.own.doctrine, self._view, kinds).odds[:, rival, game]
            shares = [
                f"{round(int(part) / 10)} % {kind.name}" for part, kind in zip(odds, kinds, strict=True)
            ]
            kind = kinds[int(odds.argmax())]
            name = self._rules.layout.names[Axis.POWER][rival]
            idle = round(int(quietness(self._view, rival)[game]) / 10)
            yield (
                f"Expects {name} to {TAKEN_TO[kind.aim]}: plays it as {', '.join(shares)}, "
                f"and as doing nothing in {idle} of 100 worlds."
            )

    def _told(self, searched: list[Weighed], game: int) -> Iterator[str]:
        if not searched:
            yield "There was nothing to weigh against it."
            return
        yield f"Weighed {len(searched[0].ordered(game))} drafts and takes the first of these:"
        last = searched[-1]
        for place, row in enumerate(last.ordered(game)[:_TOLD].tolist(), start=1):
            yield f"{place}. {self._line(last, row)}"

    def _line(self, weighed: Weighed, row: int) -> str:
        way = self._cast.ways[int(weighed.drafts.way[row])].name
        own = f" (as {way} would)" if weighed.drafts.own[row] else ""
        return (
            f"{self._draft(weighed.drafts.options[:, row])}{own}: score {weighed.score[row] / 100:.2f}, "
            f"a reply window in {100 * weighed.answered[row]:.0f} of 100 worlds, "
            f"control lost in {100 * weighed.lost[row]:.0f}."
        )

    def _draft(self, options: IntArray) -> str:
        keys = [self._rules.options.keys[option] for option in options.tolist()]
        if self._view.stage != Stage.ORDERS:
            return str(keys[0])
        return " + ".join(key for key in keys if not key.endswith(_PASSES)) or "nothing"
