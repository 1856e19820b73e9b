"""Between what every row of the state can lie in any play: what lies outside is a condition that never holds."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from game.scenario.compile.names import Names
from game.scenario.compile.needs import Condition, Need
from game.scenario.compile.numbers import numbers
from game.scenario.compile.opening import opening_block
from game.scenario.compile.option import Option

RAISED_BY_ORDERS: Final = ("stock", "alert", "shield", "backing", "aid", "leverage")
"""Tracks that no rule raises: only a shift of an order or an event does."""


class Reach(NamedTuple):
    """Between what every row of the state can lie, and the most attention that a turn gives."""

    low: Sequence[int]
    high: Sequence[int]
    attention: int

    def broken(self, conditions: Iterable[Condition]) -> Condition | None:
        """The first of some conditions that cannot hold together with those before it, if there is one."""
        low, high = dict[int, int](), dict[int, int]()
        for each in conditions:
            low[each.row] = max(each.low, low.get(each.row, self.low[each.row]))
            high[each.row] = min(each.high, high.get(each.row, self.high[each.row]))
            if low[each.row] > high[each.row]:
                return each
        return None

    def obstacle(self, need: Need) -> str:
        """Why no state meets a need, or nothing."""
        if need.attention > self.attention:
            return f"it takes {need.attention} attention, and a turn gives {self.attention}"
        broken = self.broken(need.conditions)
        return f"it is always refused with {broken.reason!r}" if broken else ""


def reach(names: Names, options: list[Option]) -> Reach:
    """The reach of a scenario with the given options."""
    low, high = names.layout.bounds()
    _limit_what_orders_raise(names, options, high)
    _limit_strikes(names, options, high)
    for name, power in names.scenario.powers.items():
        high[names.layout.row("season", name)] = 0 if power.election is None else 1
    return Reach(low, high, numbers(names.scenario).attention)


def _limit_what_orders_raise(names: Names, options: list[Option], high: list[int]) -> None:
    opening = opening_block(names)
    by_orders = {row for option in options for row, by in option.shifts if by > 0}
    by_events = {
        names.row(move.track, move.of, move.toward, "")
        for event in names.scenario.events.values()
        for move in event.shifts
        if move.by > 0
    }
    for track in RAISED_BY_ORDERS:
        rows = names.layout.places[track].rows
        for row in set(range(rows.start, rows.stop)) - by_orders - by_events:
            high[row] = int(opening[row])


def _limit_strikes(names: Names, options: list[Option], high: list[int]) -> None:
    """Nobody is struck on a larger scale than any strike at it has."""
    rows = names.layout.places["struck"].rows
    high[rows] = [0] * (rows.stop - rows.start)
    for option in options:
        if option.strike and option.power >= 0:
            row = int(names.layout.cells("struck", option.power, option.target))
            high[row] = max(high[row], option.scale)
