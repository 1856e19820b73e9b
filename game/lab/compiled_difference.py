"""What a change of a scenario does to the game: orders, messages, opening values and tables, as the engine has them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from game.assets import scenario_folder
from game.lab.order_words import span
from game.rules.arrays import IntArray
from game.rules.numbers import natural_defaults
from game.rules.tables import ORDER_SLOTS, Rules, Slot
from game.rules.tracks import Axis
from game.scenario.difference import differences, grouped
from game.scenario.extends import read_extended
from game.scenario.problems import ScenarioError
from game.scenario.shipped import Loaded, find, load_scenario
from game.session.wording import Wording

_TOLD_APART = frozenset(
    {"options", "needs", "numbers", "opening", "layout", "turns", "hidden_end"}  # told in words
    | {"low", "high", "sight", "subject", "assumed", "assumed_low", "assumed_high"}
    | {"usual", "secret", "drifts"}  # follow from the layout
    | {"partners"}  # numbers of options, which any new order moves
)

Rows = dict[tuple[str, str], IntArray]


def compared(before: str, after: str) -> Iterator[str]:
    """What differs between two scenarios by name or path, and what that does. Raises ScenarioError for one unreadable.

    A scenario that can be read but not played is compared all the same; what is wrong with it is told at the end.
    """
    files = [find(each) for each in (before, after)]
    found = differences(*(read_extended(file, (scenario_folder(),)) for file in files))
    for kind, of_kind in grouped(found).items():
        if of_kind:
            yield f"{kind.capitalize()} ({len(of_kind)}):"
            yield from (f"  {each.position}: {each}" for each in of_kind)
    if not found:
        yield "Both say the same."
        return
    try:
        told = list(effects(*(load_scenario(file) for file in files)))
    except ScenarioError as error:
        yield "What this does to the game is not known, as one of them cannot be played:"
        yield from (f"  {line}" for line in str(error).splitlines())
        return
    yield "In play:"
    yield from (f"  {line}" for line in told or ["nothing: texts and sources only"])


def effects(before: Loaded, after: Loaded) -> Iterator[str]:
    """A line for everything that is different in play."""
    yield from _length(before.rules, after.rules)
    yield from _orders(before, after)
    yield from _opening(before, after)
    yield from _numbers(before, after)
    yield from _tables(before.rules, after.rules)


def _length(before: Rules, after: Rules) -> Iterator[str]:
    if (before.turns, before.hidden_end) != (after.turns, after.hidden_end):
        yield f"length: {_turns(before)} → {_turns(after)}"
    if len(before.options) != len(after.options):
        yield f"options: {len(before.options)} → {len(after.options)}"


def _turns(rules: Rules) -> str:
    return f"{rules.turns} turns" + (" or one more" if rules.hidden_end else "")


def _orders(before: Loaded, after: Loaded) -> Iterator[str]:
    old, new = _rows(before.rules), _rows(after.rules)
    for key in {**old, **new}:
        one = _message(before.rules, old[key]) if key in old else "cannot give it"
        other = _message(after.rules, new[key]) if key in new else "cannot give it"
        if one != other:
            yield f"order {key[1]} of {key[0]}: {one} → {other}"


def _rows(rules: Rules) -> Rows:
    """The options of every order of every power, by the names of both."""
    options, powers = rules.options, rules.layout.names[Axis.POWER]
    rows = np.flatnonzero(np.isin(options.slot, (*ORDER_SLOTS, Slot.ANSWER)))
    found: dict[tuple[str, str], list[int]] = {}
    for row in rows.tolist():
        key = powers[options.power[row]], options.orders[options.order[row]]
        found.setdefault(key, []).append(row)
    return {key: np.array(rows, dtype=np.int32) for key, rows in found.items()}


def _message(rules: Rules, rows: IntArray) -> str:
    """What can be chosen of an order, what it costs, and what its strikes say."""
    options = rules.options
    told = f"{len(rows)} option{'s' if len(rows) != 1 else ''}, readiness {span(options.readiness[rows])}"
    if not options.strike[rows].any():
        return told
    return f"{told}, resolve {span(options.resolve[rows])}, provocation {span(options.provocation[rows])}"


def _opening(before: Loaded, after: Loaded) -> Iterator[str]:
    """Tracks of both scenarios that begin at another value."""
    old, new = (_opening_values(each) for each in (before, after))
    for entry, (value, words) in new.items():
        if entry in old and old[entry][0] != value:
            yield f"opening, {words}: {old[entry][0]:g} → {value:g}"


def _opening_values(loaded: Loaded) -> dict[tuple[str, ...], tuple[float, str]]:
    """Every row of the opening by its track and entries: points or counts, and its name in words."""
    wording, layout = Wording(loaded.scenario, loaded.rules), loaded.rules.layout
    values: dict[tuple[str, ...], tuple[float, str]] = {}
    for row, value in enumerate(loaded.rules.opening.ravel().tolist()):
        track, entries = layout.entries(row)
        natural = value / 100 if track.unit == "points" else value
        values[track.name, *entries] = (natural, wording.row(row))
    return values


def _numbers(before: Loaded, after: Loaded) -> Iterator[str]:
    for name, (_, _, meaning, _) in natural_defaults().items():
        old, new = getattr(before.scenario.rules, name), getattr(after.scenario.rules, name)
        if old != new:
            yield f"rule number {name}: {old:g} → {new:g} ({meaning.rstrip('.')})"


def _tables(before: Rules, after: Rules) -> Iterator[str]:
    """The names of other tables that differ: what they hold is told with the file's own values."""
    names = [each.name for each in fields(Rules) if each.name not in _TOLD_APART]
    different = [name for name in names if not same(getattr(before, name), getattr(after, name))]
    if different:
        yield f"other tables that differ: {', '.join(name.replace('_', ' ') for name in different)}"


def same(one: Any, other: Any) -> bool:
    """Whether two tables hold the same values."""
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return bool(np.array_equal(one, other))
    if is_dataclass(one) and type(one) is type(other):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    return bool(one == other)
