"""What no play could ever reach: orders, reply windows and endings. Looks at the options as the engine gets them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.rules.tables import ORDER_SLOTS, Slot
from game.scenario.checks.walk import Defect
from game.scenario.checks.windows import windows_that_open
from game.scenario.compile.names import Names
from game.scenario.compile.needs import Condition, Need
from game.scenario.compile.numbers import numbers
from game.scenario.compile.opening import opening_block
from game.scenario.compile.option import Option
from game.scenario.compile.options import OptionWriter
from game.scenario.models import Scenario
from game.scenario.orders import Broker, Shift

OPTIONS_OF_AN_ORDER: Final = 160
"""How many options of one order a power can look through (rules.md §3)."""

NO_ORDER: Final = "pass"
"""The first option of every menu, which is no order of the scenario."""


def unplayable(scenario: Scenario) -> Iterator[Defect]:
    """Whatever could never happen in play. Needs a scenario whose names are all defined."""
    names = Names(scenario)
    options = OptionWriter(names).options()
    orders: dict[tuple[str, str], list[Option]] = defaultdict(list)
    for option in options:
        if option.slot in ORDER_SLOTS and option.order != NO_ORDER:
            orders[option.order, names.powers[option.power]].append(option)
    yield from _too_many_options(orders)
    yield from _never_legal(names, orders, options)
    yield from _closed_windows(scenario, names, options)
    yield from _unreachable_settlement(scenario)


def _too_many_options(orders: dict[tuple[str, str], list[Option]]) -> Iterator[Defect]:
    for (order, power), options in orders.items():
        if len(options) > OPTIONS_OF_AN_ORDER:
            yield (
                ("orders", order),
                f"gives {power} {len(options)} options, at most {OPTIONS_OF_AN_ORDER}; name fewer settings",
            )


class _Reach(NamedTuple):
    """Between what every row of the state can lie, and the most that a turn gives."""

    low: Sequence[int]
    high: Sequence[int]
    attention: int

    def obstacle(self, need: Need) -> str:
        """Why no state meets a need, or nothing."""
        if need.attention > self.attention:
            return f"it takes {need.attention} attention, and a turn gives {self.attention}"
        low, high = dict[int, int](), dict[int, int]()
        for each in need.conditions:
            low[each.row] = max(each.low, low.get(each.row, self.low[each.row]))
            high[each.row] = min(each.high, high.get(each.row, self.high[each.row]))
            if low[each.row] > high[each.row]:
                return _in_words(each)
        return ""


def _in_words(condition: Condition) -> str:
    return f"it is always refused with {condition.reason!r}"


def _reach(names: Names, options: list[Option]) -> _Reach:
    low, high = names.layout.bounds()
    supplied = {row for option in options for row, by in option.shifts if by > 0}
    opening = opening_block(names)
    stocks = names.layout.places["stock"].rows
    for row in range(stocks.start, stocks.stop):
        if row not in supplied:
            high[row] = int(opening[row])
    return _Reach(low, high, numbers(names.scenario).attention)


def _never_legal(
    names: Names, orders: dict[tuple[str, str], list[Option]], options: list[Option]
) -> Iterator[Defect]:
    """An order that no state allows is a card that a player can never use."""
    reach = _reach(names, options)
    for (order, power), choices in orders.items():
        obstacles = [reach.obstacle(option.need) for option in choices]
        if all(obstacles):
            yield ("orders", order), f"{power} can never give this order: {obstacles[0]}"


def _closed_windows(scenario: Scenario, names: Names, options: list[Option]) -> Iterator[Defect]:
    """A strike kept for reply windows is idle where no window can open toward its target."""
    opening = windows_that_open(scenario, names, options)
    if not opening:
        if any(option.slot is Slot.ANSWER and option.strike for option in options):
            yield ("rules", "window_step"), "no strike provokes this much, so no reply window can ever open"
        return
    for name, order in scenario.orders.items():
        for index, at in enumerate(order.strike.at if order.strike and order.strike.replies else ()):
            if not any((power, at.actor) in opening for power in order.by):
                yield (
                    ("orders", name, "strike", "at", index),
                    f"no reply window can open toward {at.actor}, which has no strike or line to open it",
                )


def _unreachable_settlement(scenario: Scenario) -> Iterator[Defect]:
    """A settlement needs talks that somebody can move."""
    enough = numbers(scenario).settlement_talks / 100
    for name, talks in scenario.talks.items():
        if talks.settles and talks.opening < enough and not _can_move(scenario, name):
            yield (
                ("talks", name, "settles"),
                "no order brokers these talks or moves them, so a settlement is out of reach",
            )


def _can_move(scenario: Scenario, talks: str) -> bool:
    for order in scenario.orders.values():
        for effect in order.effects:
            if isinstance(effect, Broker) and talks in effect.talks:
                return True
            if isinstance(effect, Shift) and effect.track == "talks" and effect.by > 0:
                return True
    return False
