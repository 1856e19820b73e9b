"""Why a search chose as it did, in the game's words: what it imagined, what it weighed and what follows."""

from collections.abc import Iterator

import numpy as np

from game.players.belief import belief
from game.players.computer import Decision
from game.players.doctrine import Doctrine
from game.players.marked import marked
from game.players.taken import AS_GOOD, taken_from
from game.players.weighed import Weighed
from game.players.worlds import Cast, quietness
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.tables import PASSES, Stage
from game.rules.tracks import Axis
from game.rules.view import View

_TOLD = 3
_WHAT = {"ORDERS": "drafts of orders", "OFFER": "offers", "ANSWER": "answers", "BRINK": "choices"}


class SearchReasons:
    """Why a search chose as it did: what it saw, what its doctrine alone would do, and what it weighed."""

    def __init__(
        self,
        cast: Cast,
        view: View,
        keys: KeyArray,
        habit: Decision,
        ways: Weighed | None,
        rounds: tuple[Weighed, ...],
    ) -> None:
        self._rules = cast.rules
        self._cast = cast
        self._view = view
        self._keys = keys
        self._habit = habit
        self._ways = ways
        self._rounds = rounds

    def seen(self, game: int) -> tuple[str, ...]:
        """What it saw and made of it in one game, before it chose."""
        return self._habit.reasons.seen(game)

    def chose(self, game: int) -> tuple[str, ...]:
        """What it weighed after that, and what followed."""
        searched = [weighed for weighed in self._rounds if len(weighed.ordered(game))]
        if not searched and self._ways is not None:
            searched = [self._ways]
        if not searched:
            return (*self._habit.reasons.chose(game), "Nothing else was weighed → does as its doctrine says.")
        last, rows = searched[-1], searched[-1].ordered(game)
        weighed = self._told(last, rows, len(searched[0].ordered(game)))
        taken = taken_from(last, rows, self._way, as_a_way=last is self._ways)
        frame = self._frame(last, int(rows[0]), game)
        return (*frame, *self._imagined(game), *self._way_told(game), *weighed, taken)

    def _frame(self, weighed: Weighed, best: int, game: int) -> Iterator[str]:
        """What its doctrine alone would do, and the reasons of the doctrine whose orders it takes as they are."""
        chosen, by_doctrine = weighed.drafts.options[:, best], self._habit.choices[:, game]
        if (chosen == by_doctrine).all():
            yield from self._habit.reasons.chose(game)
            return
        yield f"By its own doctrine, {self._cast.ways[0].name}, it would choose: {self._draft(by_doctrine)}."
        if weighed.drafts.own[best] or weighed is self._ways:
            one, player = integers([game]), self._cast.way_players[int(weighed.drafts.way[best])]
            by_way = player.choose(self._view.take(one), self._keys[one])
            if (by_way.choices[:, 0] == chosen).all():
                yield f"It takes what {self._way(weighed, best)} would do, for that doctrine's reasons:"
                owed = by_way.reasons.seen(0)[0]
                yield from (() if owed in self.seen(game) else (owed,))
                yield from by_way.reasons.chose(0)

    def _way_told(self, game: int) -> Iterator[str]:
        """By which of its doctrines it means to go on, where it weighed them."""
        ways = self._ways
        if ways is None or not self._rounds:
            return
        best, *rest = ways.ordered(game).tolist()
        rows = [best, *sorted(rest, key=lambda row: -float(ways.score[row]))]
        ends = ", ".join(f"{self._way(ways, row)} {ways.score[row] / 100:.2f}" for row in rows)
        further = float(ways.score[rows].max() - ways.score[best]) / 100
        why = (
            f"; {further:.2f} points more are too little to leave that way or risk more for"
            if further >= AS_GOOD
            else ""
        )
        yield f"Goes on from here as {self._way(ways, best)} would; score at the end by way: {ends}{why}."

    def _way(self, weighed: Weighed, row: int) -> str:
        """The doctrine by which a draft goes on."""
        return self._cast.ways[int(weighed.drafts.way[row])].name

    def _imagined(self, game: int) -> Iterator[str]:
        """What each rival does in the imagined games; rivals of whom the same is imagined are told together."""
        names: dict[str, list[str]] = {}
        for rival in np.flatnonzero(self._rules.rivals[self._cast.seat]).tolist():
            name = marked(self._rules.layout.names[Axis.POWER][rival])
            names.setdefault(self._plays(rival, game), []).append(name)
        for plays, rivals in names.items():
            each = "each " if len(rivals) > 1 else ""
            yield f"Imagines {' and '.join(rivals)} {each}to play by {plays}."

    def _plays(self, rival: int, game: int) -> str:
        """By which doctrines a rival plays in how many imagined games."""
        kinds = self._cast.kinds(rival)
        odds = belief(self._rules, self._cast.own.doctrine, self._view, kinds).odds[:, rival, game]
        shares = sorted(zip((round(int(part) / 10) for part in odds), kinds, strict=True), key=_share)
        (most, likeliest), *rest = shares
        named = "".join(f", {kind.name} in {share}" for share, kind in rest if share)
        idle = round(int(quietness(self._view, rival)[game]) / 10)
        rests = f"; in {idle} of 100 it does nothing" if idle else ""
        return f"{likeliest.name} in {most} of 100 games{named}{rests}"

    def _told(self, weighed: Weighed, rows: IntArray, count: int) -> Iterator[str]:
        """The best of what was weighed, and what the doctrine alone would do."""
        what = f"{count} {_WHAT[Stage(self._view.stage).name.partition('_')[0]]}"
        if weighed is self._ways:
            what = f"what each of {count} ways of playing on would do,"
        yield f"Weighed {what} by the score (0 to about 20) that they lead to on average; likes best:"
        different = _different(weighed, rows)
        for place, row in enumerate(different, start=1):
            if place <= _TOLD or weighed.drafts.own[row]:
                yield f"{place}. {self._line(weighed, row)}"

    def _line(self, weighed: Weighed, row: int) -> str:
        as_a_way = weighed.drafts.own[row] or weighed is self._ways
        own = f" (as {self._way(weighed, row)} would)" if as_a_way else ""
        return (
            f"{self._draft(weighed.drafts.options[:, row])}{own}: score {weighed.score[row] / 100:.2f}; "
            f"of 100 imagined games a reply window this turn in {100 * weighed.answered[row]:.0f}, "
            f"control lost by the end in {100 * weighed.lost[row]:.0f}."
        )

    def _draft(self, options: IntArray) -> str:
        keys = [self._rules.options.keys[option] for option in options.tolist()]
        if self._view.stage != Stage.ORDERS:
            return marked(keys[0])
        return " + ".join(marked(key) for key in keys if not key.endswith(PASSES)) or "nothing"


def _different(weighed: Weighed, rows: IntArray) -> list[int]:
    """The rows without those that order the same as a better one and only go on another way."""
    first: dict[tuple[int, ...], int] = {}
    for row in rows.tolist():
        first.setdefault(tuple(weighed.drafts.options[:, row].tolist()), row)
    return list(first.values())


def _share(share_of_kind: tuple[int, Doctrine]) -> int:
    return -share_of_kind[0]
