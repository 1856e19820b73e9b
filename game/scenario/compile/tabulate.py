"""Options as tables."""

from itertools import groupby
from typing import Any, get_type_hints

import numpy as np

from game.rules.arrays import IntArray, integers, mask, places
from game.rules.tables import Needs, Options, Runs, Slot
from game.scenario.compile.needs import NeedCollector
from game.scenario.compile.option import Option


def tabulated(options: list[Option], munitions: int, hosts: tuple[str, ...]) -> tuple[Options, Needs]:
    """The tables of all options, and of what they need."""
    collector = NeedCollector()
    need = [collector.number(option.need) for option in options]
    orders = tuple(dict.fromkeys(option.order for option in options))
    widest = max(len(option.shifts) for option in options)
    menu = _menus(options)
    table = Options(
        keys=tuple(option.key for option in options),
        orders=orders,
        order=integers([orders.index(option.order) for option in options]),
        attention=integers([option.need.attention for option in options]),
        readiness=integers([option.need.readiness for option in options]),
        need=integers(need),
        salvo=integers([option.salvo or (0,) * munitions for option in options]),
        over=np.array([[host in option.over for host in hosts] for option in options], dtype=np.bool_),
        shift_row=_shift_column(options, widest, 0, -1),
        shift_by=_shift_column(options, widest, 1, 0),
        menu=menu,
        runs={key: _runs(options, need, *span) for key, span in menu.items()},
        **_columns(options),
    )
    of_powers = [
        _needs_by_slot(options, need, frozenset({power})) for power in sorted({power for power, _ in menu})
    ]
    everybody = frozenset(option.power for option in options)
    return table, collector.tables(_needs_by_slot(options, need, everybody), of_powers)


def _needs_by_slot(options: list[Option], need: list[int], powers: frozenset[int]) -> dict[Slot, list[int]]:
    """The needs of the options of some powers, slot by slot."""
    return {
        slot: [
            need[row] for row, option in enumerate(options) if option.slot == slot and option.power in powers
        ]
        for slot in Slot
    }


_LOOKED_UP_BY = frozenset({"target", "front", "target_class", "defence", "message"})
"""Columns by which other tables are looked up."""


def _columns(options: list[Option]) -> dict[str, Any]:
    """A column for everything that an option says in a number, or in yes and no; the rest has shapes of its own."""
    columns: dict[str, Any] = {}
    for name, kind in get_type_hints(Option).items():
        values = [getattr(option, name) for option in options]
        if kind is bool:
            columns[name] = mask(values)
        elif isinstance(kind, type) and issubclass(kind, int):
            columns[name] = places(values) if name in _LOOKED_UP_BY else integers(values)
    return columns


def _shift_column(options: list[Option], widest: int, part: int, padding: int) -> IntArray:
    rows = [[shift[part] for shift in option.shifts] for option in options]
    return integers([row + [padding] * (widest - len(row)) for row in rows])


def _menus(options: list[Option]) -> dict[tuple[int, int], tuple[int, int]]:
    menus: dict[tuple[int, int], tuple[int, int]] = {}
    for number, option in enumerate(options):
        if option.power >= 0:
            start, _ = menus.get((option.power, int(option.slot)), (number, number))
            menus[option.power, int(option.slot)] = (start, number + 1)
    return menus


def _runs(options: list[Option], need: list[int], start: int, stop: int) -> Runs:
    """Neighbours with one order and one need, and where each order of the menu begins."""
    starts: list[int] = []
    lengths: list[int] = []
    needs: list[int] = []
    order_of: list[int] = []
    first_of_order: list[int] = []
    previous = ""
    for (order, number), members in groupby(
        range(start, stop), key=lambda row: (options[row].order, need[row])
    ):
        rows = list(members)
        if order != previous:
            first_of_order.append(len(starts))
        previous = order
        order_of.append(len(first_of_order) - 1)
        starts.append(rows[0])
        lengths.append(len(rows))
        needs.append(number)
    return Runs(
        start=integers(starts),
        length=integers(lengths),
        need=integers(needs),
        order=integers(order_of),
        first_of_order=integers(first_of_order),
    )
