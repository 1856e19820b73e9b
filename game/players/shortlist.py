"""What a doctrine would choose in each kind of situation, worked out once per scenario and looked up in play.

Strikes: how badly each fits whatever resolve is wanted. Other orders: how well each is liked in every mood, and how
much of that it loses as what it is for is reached: so a choice depends on where things stand, and an order that has
done its work makes room for another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, reduce
from operator import or_

import numpy as np

from game.players.doctrine import DEFAULT, Doctrine
from game.players.liking import liking
from game.players.questions import EVERY_MOOD, MOODS, Mood
from game.players.strikes import dislike, misfits
from game.players.taste import Taste, weights
from game.rules.arrays import BoolArray, IntArray, any_row, integers, which
from game.rules.tables import Rules, Slot
from game.rules.view import View

STRIKE_SLOTS = (Slot.FORCE, Slot.ANSWER)
LIKED_SLOTS = (Slot.FORCE, Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)

_PERCENT = 100
_TWICE = 200
_OUT_OF_THE_QUESTION = -1_000_000_000
_MUCH_OWED = 100
"""What is owed counts in full from here on, and double from twice that, hundredths."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A doctrine's answers for one seat of a scenario."""

    doctrine: Doctrine
    misfits: dict[Slot, IntArray]
    """For FORCE and ANSWER: how badly each strike fits, ``[resolve wanted, option of the menu]``."""
    liked: IntArray
    """How well every option of the other slots is liked, ``[mood, option]``."""
    purpose: IntArray
    """What of that is for the row that it is for, ``[mood, option]``."""
    row: IntArray
    """The row in points that each option of the menus is for; ``[option]``, 0 for none."""
    by: IntArray
    """How much it shifts that; ``[option]``, 0 for none."""


def shortlist(rules: Rules, seat: int, doctrine: Doctrine) -> Shortlist:
    """Work out a doctrine's preferences for a seat."""
    taste = Taste(rules, seat, doctrine, integers(range(MOODS)))
    options = integers(np.concatenate([np.arange(*rules.options.menu[seat, slot]) for slot in LIKED_SLOTS]))
    liked = np.full((MOODS, len(rules.options)), _OUT_OF_THE_QUESTION, dtype=np.int32)
    liked[:, options] = liking(taste, options)
    liked[:, rules.options.strike] = _OUT_OF_THE_QUESTION
    row, by = _purposes(rules, seat)
    purpose = np.maximum(weights(taste)[:, row] * by // _PERCENT, 0)
    return Shortlist(
        doctrine,
        {slot: misfits(rules, seat, slot, partial(dislike, rules, doctrine)) for slot in STRIKE_SLOTS},
        liked,
        integers(purpose),
        row,
        by,
    )


def _purposes(rules: Rules, seat: int) -> tuple[IntArray, IntArray]:
    """The row in points that each option is for, and by how much it shifts it; both 0 for none; ``[option]``.

    It is the one that a doctrine in the middle of every range would give most for, when everything weighs: the same
    for every doctrine of a seat.
    """
    table, each = rules.options, np.arange(len(rules.options))
    in_points = np.zeros(rules.layout.rows, dtype=np.bool_)
    for place in rules.layout.places.values():
        in_points[place.rows] = place.track.unit == "points"
    counts = (table.shift_row >= 0) & in_points[table.shift_row]
    middle = Taste(rules, seat, DEFAULT, integers([EVERY_MOOD]))
    worth = weights(middle)[0, table.shift_row] * table.shift_by * counts
    most = worth.argmax(axis=1)
    found = worth[each, most] > 0
    return (
        integers(np.where(found, table.shift_row[each, most], 0)),
        integers(np.where(found, table.shift_by[each, most], 0)),
    )


class LikedOrders:
    """The orders of a slot that are no strikes, and how well several players like each."""

    def __init__(self, rules: Rules, seat: int, slot: Slot, lists: Sequence[Shortlist]) -> None:
        self._first, self._last = rules.options.menu[seat, slot]
        menu = np.arange(self._first, self._last)
        self._orders = which(~rules.options.strike[menu])
        """The orders, as places in their menu."""
        options = menu[self._orders]
        self._liked = np.concatenate([each.liked[:, options] for each in lists]).T
        purpose = np.concatenate([each.purpose[:, options] for each in lists]).T
        self._served = which(any_row(purpose.T > 0))
        self._purpose = purpose[self._served]
        self.told_apart = _told_apart(np.concatenate([self._liked, self._purpose]))
        """The moods that make a difference to what is liked."""
        served = options[self._served]
        self._room = _Room(rules, lists[0].row[served], lists[0].by[served])

    def best(
        self, player: IntArray, view: View, moods: IntArray, allowed: BoolArray, lean: IntArray | None = None
    ) -> IntArray:
        """The order that a player likes best in each game, by its mood and by what there is left to gain; ``[game]``.

        ``allowed`` is the slot's mask, ``[option of the menu, game]``; ``lean``, of the same axes, is added to the
        liking. Where nothing is liked, the menu's first option.
        """
        worth = self._worth(player, view, moods)
        if lean is not None:
            worth = worth + lean.take(self._orders, axis=0)
        worth[~allowed.take(self._orders, axis=0)] = _OUT_OF_THE_QUESTION
        worth[0] = 0
        return integers(self._first + self._orders[worth.argmax(axis=0)])

    def worth(self, player: IntArray, view: View, moods: IntArray) -> IntArray:
        """What each order is worth to a player, hundredths of a point of standing; ``[option of the menu, game]``.

        What is no order but a strike is out of the question.
        """
        of_orders = self._worth(player, view, moods)
        worth = np.full((self._last - self._first, of_orders.shape[1]), _OUT_OF_THE_QUESTION, dtype=np.int32)
        worth[self._orders] = of_orders
        return worth

    def _worth(self, player: IntArray, view: View, moods: IntArray) -> IntArray:
        """The same of the orders alone, ``[order, game]``."""
        column = player * MOODS + moods
        worth = self._liked.take(column, axis=1)
        worth[self._served] += self._purpose.take(column, axis=1) * self._room.left(view) // _PERCENT
        return worth


def _told_apart(worth: IntArray) -> Mood:
    """The moods that make a difference; ``worth`` is ``[order, column]``, a player's moods after another's."""
    by_mood = worth.reshape(len(worth), -1, MOODS)
    every = np.arange(MOODS)
    differs = [mood for mood in Mood if (by_mood != by_mood[..., every ^ mood]).any()]
    return reduce(or_, differs, Mood.CALM)


class _Room:
    """How much there is left to gain on some rows; arrays ``[row]``."""

    def __init__(self, rules: Rules, row: IntArray, by: IntArray) -> None:
        self._row = row
        self._low, self._high = rules.low[row][:, None], rules.high[row][:, None]
        self._rises = (by > 0)[:, None]
        owed = rules.layout.places["owed"].rows
        half = (rules.high[row] - rules.low[row]) // 2
        self._enough = np.where((owed.start <= row) & (row < owed.stop), _MUCH_OWED, half)[:, None]

    def left(self, view: View) -> IntArray:
        """What a shift gains beside its worth half way, in percent: nothing there, as much again where all is to gain.

        At the end it loses all of it; ``[row, game]``, from -100 to 100.
        """
        value = view.seen.rows(self._row)
        room = np.where(self._rises, self._high - value, value - self._low)
        return integers(np.minimum(room * _PERCENT // self._enough, _TWICE) - _PERCENT)


def first_legal(ranked: IntArray, allowed: BoolArray, otherwise: IntArray | int) -> IntArray:
    """The first of ``ranked`` options that is allowed, ``[ranked option, game]``, else ``otherwise``; ``[game]``."""
    if not len(ranked):
        return np.full(allowed.shape[1:], otherwise, dtype=np.int32)
    return integers(np.where(any_row(allowed), ranked[allowed.argmax(axis=0)], otherwise))
