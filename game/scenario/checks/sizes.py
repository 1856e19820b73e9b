"""How much a scenario may hold: more than anybody looks through, far less than takes long to check."""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Final

from game.scenario.checks.walk import Defect
from game.scenario.models import Scenario
from game.scenario.orders import Order

DICE: Final = 16
"""Classes of munitions, and layers of a defence, for which each salvo has dice of its own (rules.md §6)."""

_MOST: Final = {
    "camps": 12,
    "partners": 30,
    "hosts": 40,
    "populations": 80,
    "fronts": 30,
    "munitions": DICE,
    "defences": 80,
    "orders": 300,
    "talks": 30,
    "lines": 120,
    "promises": 120,
    "events": 300,
    "assets": 60,
    "doctrines": 60,
    "sources": 1000,
}
_TARGETS: Final = 40

OPTIONS_OF_ALL: Final = 6000
"""Options of all powers together; ten times what the largest scenario that ships has."""


def oversized(scenario: Scenario) -> Iterator[Defect]:
    """What makes a scenario too large, found without building any of it."""
    for name, most in _MOST.items():
        count = len(getattr(scenario, name))
        if count > most:
            yield (name,), f"has {count:,} entries; at most {most:,} are allowed"
    if len(scenario.dials.target) > _TARGETS:
        count = len(scenario.dials.target)
        yield ("dials", "target"), f"has {count:,} entries; at most {_TARGETS:,} are allowed"
    for name, defence in scenario.defences.items():
        if len(defence.layers) > DICE:
            yield (
                ("defences", name, "layers"),
                f"has {len(defence.layers):,} entries; at most {DICE:,} are allowed",
            )
    options = {name: _options(order) for name, order in scenario.orders.items()}
    total = sum(options.values())
    if total > OPTIONS_OF_ALL:
        largest = max(options, key=lambda name: options[name])
        yield ("orders", largest), _too_many(total, options[largest])


def _too_many(total: int, largest: int) -> str:
    return (
        f"all orders together give {total:,} options, at most {OPTIONS_OF_ALL:,}, "
        f"and this one alone {largest:,}; name fewer settings"
    )


def _options(order: Order) -> int:
    """Every combination of what an order leaves open, whether or not it can be given."""
    lists: list[Sequence[object]] = [order.by, order.choose or ("",)]
    if order.strike is not None:
        strike = order.strike
        lists += [strike.at, strike.scale, strike.target, strike.means, strike.notice]
    counts = [len(entries) for entries in lists]
    for effect in order.effects:
        values = (getattr(effect, name) for name in type(effect).model_fields)
        counts += [max(len(value), 1) for value in values if isinstance(value, tuple)]
    return prod(counts)
