"""Why a search chose as it did, in the game's words: what it imagined, what it weighed and what follows."""

from collections.abc import Iterator

import numpy as np

from game.players.belief import belief
from game.players.computer import Decision
from game.players.doctrine import Doctrine
from game.players.weighed import Weighed
from game.players.worlds import Cast, quietness
from game.rules.arrays import IntArray
from game.rules.tables import Rules, Stage
from game.rules.tracks import Axis
from game.rules.view import View

_TOLD = 3
_PASSES = (":pass", ":no_offer")
_AS_GOOD = 0.01
"""Points of score that are no difference as they are shown."""

_PLAINLY = 5
"""How many of 100 imagined games make a difference that is worth a word."""

_WHAT = {"ORDERS": "drafts of orders", "OFFER": "offers", "ANSWER": "answers", "BRINK": "choices"}


class SearchReasons:
    """Why a search chose as it did: what it saw, what its doctrine alone would do, and what it weighed."""

    def __init__(
        self,
        rules: Rules,
        cast: Cast,
        view: View,
        habit: Decision,
        ways: Weighed | None,
        rounds: tuple[Weighed, ...],
    ) -> None:
        self._rules = rules
        self._cast = cast
        self._view = view
        self._habit = habit
        self._ways = ways
        self._rounds = rounds

    def seen(self, game: int) -> tuple[str, ...]:
        """What it saw and made of it in one game, before it chose."""
        return self._habit.reasons.seen(game)

    def of_game(self, game: int) -> tuple[str, ...]:
        """The steps for one game of the batch."""
        searched = [weighed for weighed in self._rounds if len(weighed.ordered(game))]
        if not searched and self._ways is not None:
            searched = [self._ways]
        if not searched:
            return (*self._habit.why(game), "Nothing else was weighed → does as its doctrine says.")
        last, rows = searched[-1], searched[-1].ordered(game)
        chosen, by_doctrine = last.drafts.options[:, rows[0]], self._habit.choices[:, game]
        alone = f"Its doctrine alone would choose: {self._draft(by_doctrine)}."
        frame = self._habit.why(game) if (chosen == by_doctrine).all() else (*self.seen(game), alone)
        weighed = self._told(last, rows, len(searched[0].ordered(game)))
        return (*frame, *self._imagined(game), *self._way_told(game), *weighed, self._taken(last, rows))

    def _way_told(self, game: int) -> Iterator[str]:
        """By which of its doctrines it means to go on, where it weighed them."""
        ways = self._ways
        if ways is None or not self._rounds:
            return
        best, *rest = ways.ordered(game).tolist()
        rows = [best, *sorted(rest, key=lambda row: -float(ways.score[row]))]
        ends = ", ".join(f"{self._way(ways, row)} {ways.score[row] / 100:.2f}" for row in rows)
        yield f"Goes on from here as {self._way(ways, best)} would; score at the end by way: {ends}."

    def _way(self, weighed: Weighed, row: int) -> str:
        """The doctrine by which a draft goes on."""
        return self._cast.ways[int(weighed.drafts.way[row])].name

    def _imagined(self, game: int) -> Iterator[str]:
        """What each rival does in the imagined games."""
        for rival in np.flatnonzero(self._rules.rivals[self._cast.seat]).tolist():
            kinds = self._cast.kinds(rival)
            odds = belief(self._rules, self._cast.own.doctrine, self._view, kinds).odds[:, rival, game]
            shares = sorted(zip((round(int(part) / 10) for part in odds), kinds, strict=True), key=_share)
            (most, likeliest), *rest = shares
            named = "".join(f", {kind.name} in {share}" for share, kind in rest if share)
            idle = round(int(quietness(self._view, rival)[game]) / 10)
            rests = f"; in {idle} of 100 it does nothing" if idle else ""
            name = self._rules.layout.names[Axis.POWER][rival]
            yield f"Imagines {{{name}}} to play by {likeliest.name} in {most} of 100 games{named}{rests}."

    def _told(self, weighed: Weighed, rows: IntArray, count: int) -> Iterator[str]:
        """The best of what was weighed, and what the doctrine alone would do."""
        what = f"{count} {_WHAT[Stage(self._view.stage).name.partition('_')[0]]}"
        if weighed is self._ways:
            what = f"what {count} ways of playing on would do,"
        yield f"Weighed {what} by the score (0 to about 20) that they lead to on average; best first:"
        different = _different(weighed, rows)
        for place, row in enumerate(different, start=1):
            if place <= _TOLD or weighed.drafts.own[row]:
                yield f"{place}. {self._line(weighed, row)}"

    def _line(self, weighed: Weighed, row: int) -> str:
        as_a_way = weighed.drafts.own[row] or weighed is self._ways
        on = not as_a_way and len(np.unique(weighed.drafts.way)) > 1
        own = (
            f" ({'then playing ' if on else ''}as {self._way(weighed, row)} would)" if as_a_way or on else ""
        )
        return (
            f"{self._draft(weighed.drafts.options[:, row])}{own}: score {weighed.score[row] / 100:.2f}; "
            f"a reply window in {100 * weighed.answered[row]:.0f} of 100 imagined games, "
            f"control lost in {100 * weighed.lost[row]:.0f}."
        )

    def _draft(self, options: IntArray) -> str:
        keys = [self._rules.options.keys[option] for option in options.tolist()]
        if self._view.stage != Stage.ORDERS:
            return f"{{{keys[0]}}}"
        return " + ".join(f"{{{key}}}" for key in keys if not key.endswith(_PASSES)) or "nothing"

    def _taken(self, weighed: Weighed, rows: IntArray) -> str:
        """What follows from the order of the drafts, best first: which is taken, and why not another."""
        best, score = int(rows[0]), weighed.score / 100
        further = float(score[rows].max() - score[best])
        own = [int(row) for row in rows if weighed.drafts.own[row]]
        if weighed.drafts.own[best]:
            does = f"does as {self._way(weighed, best)} would"
            if further < _AS_GOOD:
                return f"None leads further → {does}."
            return f"Another leads {further:.2f} further, too little to leave that way for → {does}."
        gain = float(score[best] - score[own[0]]) if own else 0.0
        if gain > 0:
            told = f"It leads {gain:.2f} further than what {self._way(weighed, own[0])} would do"
        else:
            told = "By its doctrine's lights it is worth most"
        if further >= _AS_GOOD:
            told += f"; one that leads {further:.2f} further costs more lives or risks more"
        follows = f"does as {self._way(weighed, best)} would" if weighed is self._ways else "takes the first"
        return f"{told}{_spared(weighed, best, own)} → {follows}."


def _different(weighed: Weighed, rows: IntArray) -> list[int]:
    """The rows without those that order the same as a better one and only go on another way."""
    first: dict[tuple[int, ...], int] = {}
    for row in rows.tolist():
        first.setdefault(tuple(weighed.drafts.options[:, row].tolist()), row)
    return list(first.values())


def _share(share_of_kind: tuple[int, Doctrine]) -> int:
    return -share_of_kind[0]


def _spared(weighed: Weighed, best: int, own: list[int]) -> str:
    """The chief risk that the best draft spares, beside the way that it would go on by."""
    if not own:
        return ""
    lost = [round(100 * float(weighed.lost[row])) for row in (best, own[0])]
    answered = [round(100 * float(weighed.answered[row])) for row in (best, own[0])]
    if lost[1] - lost[0] >= _PLAINLY:
        return f", and control is lost in {lost[0]} of 100 and not in {lost[1]}"
    if answered[1] - answered[0] >= _PLAINLY:
        return f", and a reply window opens in {answered[0]} of 100 and not in {answered[1]}"
    return ""
