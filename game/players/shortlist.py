"""What a doctrine would choose in each kind of situation, worked out once per scenario and looked up in play.

Strikes: how badly each fits whatever resolve is wanted. Other orders: how well each is liked in every mood, and which
of what it brings is worth less the more of it is there: so a choice depends on where things stand, and an order that
has done its work makes room for another.
"""

import numpy as np

from game.players.doctrine import Doctrine
from game.players.liking import Mind, liking, weights
from game.players.questions import EVERY_MOOD, MOODS, Mood
from game.players.strikes import StrikeList, dislike
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.state import State
from game.rules.tables import Rules, Slot

_PERCENT = 100
_OUT_OF_THE_QUESTION = -1_000_000_000
_LIKED_SLOTS = (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)
_MUCH_OWED = 200
"""What is owed counts in full from here on, hundredths."""


class Shortlist:
    """A doctrine's answers for one seat of a scenario."""

    def __init__(self, rules: Rules, seat: int, doctrine: Doctrine) -> None:
        self.strikes = {
            slot: StrikeList(
                rules, seat, slot, lambda options, wanted: dislike(rules, doctrine, options, wanted)
            )
            for slot in (Slot.FORCE, Slot.ANSWER)
        }
        taste = _Taste(rules, seat, doctrine)
        self.others = {slot: LikedOrders(rules, taste, *rules.options.menu[seat, slot]) for slot in _LIKED_SLOTS}


class _Taste:
    """How well a doctrine likes every option of a seat in every mood, and what each row is worth to it."""

    def __init__(self, rules: Rules, seat: int, doctrine: Doctrine) -> None:
        menus = [np.arange(*rules.options.menu[seat, slot]) for slot in _LIKED_SLOTS]
        options = integers(np.concatenate(menus))
        minds = [Mind(rules, seat, doctrine, Mood(mood)) for mood in range(MOODS)]
        self.liked = np.full((MOODS, len(rules.options)), _OUT_OF_THE_QUESTION, dtype=np.int32)
        """By mood and option."""
        self.liked[:, options] = [liking(rules, seat, doctrine, mind.mood, options) for mind in minds]
        self.liked[:, rules.options.strike] = _OUT_OF_THE_QUESTION
        self.worth = np.stack([weights(mind) for mind in minds])
        """By mood and row."""


class LikedOrders:
    """The orders of a slot that are no strikes, and how well a doctrine likes each."""

    def __init__(self, rules: Rules, taste: _Taste, first: int, last: int) -> None:
        menu = integers(np.arange(first, last))
        row, by = _purposes(rules, taste.worth.max(axis=0), taste.worth.min(axis=0), menu)
        self._first = first
        self._liked = taste.liked[:, first:last].T
        self._purpose = np.maximum(taste.worth[:, row] * by // _PERCENT, 0).T
        self._room = _Room(rules, row, by)

    def best(
        self, state: State, moods: IntArray, allowed: BoolArray, lean: IntArray | int = 0
    ) -> IntArray:
        """The order liked best in each game, by its mood and by how much there is left to gain; ``[game]``.

        ``allowed`` is the slot's mask, ``[option of the menu, game]``; ``lean`` is added to the liking. Where nothing
        is liked, the menu's first option.
        """
        gain = self._purpose[:, moods] * (self._room.left(state) - _PERCENT) // _PERCENT
        liked = np.where(allowed, self._liked[:, moods] + gain + lean, _OUT_OF_THE_QUESTION)
        liked[0] = 0
        return integers(self._first + liked.argmax(axis=0))


class _Room:
    """How much there is left to gain on the row that each option is for."""

    def __init__(self, rules: Rules, row: IntArray, by: IntArray) -> None:
        self._row = row
        self._rising = (by > 0)[:, None]
        self._low, self._high = rules.low[row][:, None], rules.high[row][:, None]
        half = (rules.high[row] - rules.low[row]) // 2
        self._enough = np.where(_owed(rules)[row], _MUCH_OWED, np.maximum(half, 1))[:, None]
        self._counts = (by != 0)[:, None]

    def left(self, state: State) -> IntArray:
        """Percent of a shift's worth: a hundred half way, nothing at the end, and never above two hundred."""
        value = state.block[self._row]
        room = np.where(self._rising, self._high - value, value - self._low)
        return integers(np.where(self._counts, np.minimum(room * _PERCENT // self._enough, 200), _PERCENT))


def _owed(rules: Rules) -> BoolArray:
    """Which rows say what is owed; ``[row]``."""
    rows = np.zeros(rules.layout.rows, dtype=np.bool_)
    rows[rules.layout.places["owed"].rows] = True
    return rows


def _purposes(rules: Rules, most: IntArray, least: IntArray, menu: IntArray) -> tuple[IntArray, IntArray]:
    """The row in points that each option is for, and by how much it shifts it; both 0 where there is none.

    ``most`` and ``least`` are what a unit of each row is worth in the moods that care for it most and least.
    """
    table = rules.options
    rows, by = table.shift_row[menu], table.shift_by[menu]
    worth = np.maximum(most[rows] * by, least[rows] * by) * ((rows >= 0) & _in_points(rules)[rows])
    main, each = worth.argmax(axis=1), np.arange(len(menu))
    is_for = worth[each, main] > 0
    return integers(np.where(is_for, rows[each, main], 0)), integers(np.where(is_for, by[each, main], 0))


def _in_points(rules: Rules) -> BoolArray:
    """Which rows are measured in points, rather than counted; ``[row]``."""
    rows = np.zeros(rules.layout.rows, dtype=np.bool_)
    for place in rules.layout.places.values():
        rows[place.rows] = place.track.unit == "points"
    return rows


def first_legal(ranked: IntArray, allowed: BoolArray, first_of_menu: int) -> IntArray:
    """The first of ``ranked`` options that is allowed (``[option of the menu, game]``), else pass; ``[game]``."""
    games = allowed.shape[1]
    if not len(ranked):
        return np.full(games, first_of_menu, dtype=np.int32)
    open_ones = allowed[ranked - first_of_menu]
    best = ranked[open_ones.argmax(axis=0)]
    return integers(np.where(open_ones.any(axis=0), best, first_of_menu))
