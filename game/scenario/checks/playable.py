"""What no play could ever reach: orders, reply windows and endings. Looks at the options as the engine gets them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from game.rules.tables import ORDER_SLOTS, Slot
from game.scenario.checks.endings import unreachable_endings
from game.scenario.checks.events import impossible_events
from game.scenario.checks.reach import Reach, reach
from game.scenario.checks.walk import Defect
from game.scenario.checks.windows import windows_that_open
from game.scenario.compile.names import Names
from game.scenario.compile.option import Option
from game.scenario.compile.options import OptionWriter
from game.scenario.models import Scenario

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
    within = reach(names, options)
    yield from _never_legal(orders, within)
    yield from impossible_events(scenario, names, within)
    yield from _closed_windows(scenario, names, options)
    yield from unreachable_endings(scenario, names, options)


def _too_many_options(orders: dict[tuple[str, str], list[Option]]) -> Iterator[Defect]:
    for (order, power), options in orders.items():
        if len(options) > OPTIONS_OF_AN_ORDER:
            yield (
                ("orders", order),
                f"gives {power} {len(options)} options, at most {OPTIONS_OF_AN_ORDER}; name fewer settings",
            )


def _never_legal(orders: dict[tuple[str, str], list[Option]], within: Reach) -> Iterator[Defect]:
    """An order that no state allows is a card that a player can never use."""
    for (order, power), choices in orders.items():
        obstacles = [within.obstacle(option.need) for option in choices]
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
                    (
                        f"no reply window can open toward {at.actor}, which can neither strike {' or '.join(order.by)} "
                        f"nor cross a line drawn against it; set replies: false, or give {at.actor} such a strike"
                    ),
                )
