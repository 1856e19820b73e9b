"""Why the next best of a slot's orders was passed over, where no strike is meant: in one game, by one doctrine.

What an order is worth is told in points of standing, the unit in which doctrines like orders (``liking``).
"""

from dataclasses import dataclass

import numpy as np

from game.players.liking import price
from game.players.marked import marked
from game.players.sense import prospects, sensible
from game.players.shortlist import LikedOrders, Shortlist
from game.players.taste import Taste
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.choices import Means, legal, met_needs
from game.rules.tables import Rules, Slot
from game.rules.view import View

_ALONE = integers([0])


@dataclass(frozen=True, slots=True)
class Weighing:
    """The orders of a slot as a doctrine weighs them in one game; arrays ``[option of the menu]``.

    Worths and prices are hundredths of a point of standing.
    """

    rules: Rules
    view: View
    """Of this game alone."""
    left: Means
    first: int
    """The menu's first option, which does nothing."""
    worth: IntArray
    price: IntArray
    reached: IntArray
    """What an order is worth more or less than half way to what it is for, for where things stand."""
    lean: IntArray
    """What failed attempts take from the worth of talks."""
    likely: BoolArray
    """What makes sense and would be legal, were there attention and readiness enough."""
    allowed: BoolArray
    """What makes sense and may be ordered."""

    def passed_over(self, chosen: int) -> str:
        """What comes next to the chosen order, and what tells them apart; empty if nothing does."""
        place = chosen - self.first
        rivals = self._rivals(chosen)
        if not rivals.size or not place:
            return ""
        other = int(rivals[self.worth[rivals].argmax()])
        if self.worth[other] > self.worth[place]:
            return ""
        worth, less = (f"{self.worth[each] / 100:.2f}" for each in (place, other))
        beside = (
            f"{less} points of standing to it, the chosen one {worth}" if less != worth else "as much to it"
        )
        return f"Next best, {self._name(other)}{self._cause(place, other)}: worth {beside}."

    def why_nothing(self) -> str:
        """Why nothing is ordered."""
        wanted = np.flatnonzero(self.likely & ~self.allowed & (self.worth > 0))
        if not wanted.size:
            return "nothing seems worth what it costs"
        best = int(wanted[self.worth[wanted].argmax()])
        need = self.rules.options.need[self.first + best]
        scarce = "attention" if self.rules.needs.attention[need] > self.left.attention[0] else "readiness"
        return f"too little {scarce} is left for {self._name(best)}"

    def _rivals(self, chosen: int) -> IntArray:
        """What else is worth something: other orders, else the same about something else, else the same otherwise."""
        table = self.rules.options
        worthwhile = self.first + np.flatnonzero(self.allowed & (self.worth > 0))
        other_order = table.order[worthwhile] != table.order[chosen]
        other_matter = (table.line[worthwhile] != table.line[chosen]) | (
            table.promise[worthwhile] != table.promise[chosen]
        )
        for rivals in (other_order, other_matter, worthwhile != chosen):
            if rivals.any():
                return integers(worthwhile[rivals] - self.first)
        return integers([])

    def _cause(self, chosen: int, other: int) -> str:
        """What most of the difference comes from, where that is plain."""
        table = self.rules.options
        apart = int(self.worth[chosen] - self.worth[other])
        if 2 * (self.price[other] - self.price[chosen]) >= apart > 0:
            both = integers([chosen, other]) + self.first
            more = np.diff(table.attention[both])[0] > 0
            return f", which takes more {'attention' if more else 'readiness'}"
        if 2 * (self.lean[chosen] - self.lean[other]) >= apart > 0:
            return ", for talks that failed before"
        if 2 * (self.reached[chosen] - self.reached[other]) >= apart > 0:
            return ", by which less is left to gain"
        return ""

    def _name(self, place: int) -> str:
        return marked(self.rules.options.keys[self.first + place])


def weighing(
    rules: Rules, shortlist: Shortlist, view: View, slot: Slot, moods: IntArray, left: Means, force: int
) -> Weighing:
    """How a doctrine weighs a slot in one game, ``left`` after earlier slots and beside a force order."""
    menu = np.arange(*rules.options.menu[view.seat, slot])
    lean = prospects(rules, view, slot)[:, 0]
    worth = LikedOrders(rules, view.seat, slot, [shortlist]).worth(_ALONE, view, moods)[:, 0] + lean
    met, mood = met_needs(rules, view.seen, (slot,), view.seat), int(moods[0])
    makes_sense = sensible(rules, view, slot, integers([force]))
    taste = Taste(rules, view.seat, shortlist.doctrine, integers([mood]))
    return Weighing(
        rules=rules,
        view=view,
        left=left,
        first=int(menu[0]),
        worth=worth,
        price=price(taste, integers(menu))[0],
        reached=worth - shortlist.liked[mood, menu] - lean,
        lean=lean,
        likely=(met[rules.options.need[menu]] & makes_sense)[:, 0],
        allowed=(legal(rules, view.seen, view.seat, slot, left, met) & makes_sense)[:, 0],
    )
