"""The table of events: what each needs, shifts and harms, in the engine's units."""

from collections.abc import Sequence

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.tables import Events
from game.scenario.compile.names import Names, natural_to_units
from game.scenario.compile.needs import NO_LIMIT, Condition
from game.scenario.orders import Bounds

_ALWAYS = (0, -NO_LIMIT, NO_LIMIT)
_NOTHING = (-1, 0)


def events(names: Names) -> Events:
    """The events of a scenario, in the order in which it lists them."""
    models = list(names.scenario.events.values())
    needed = [[condition[:3] for condition in conditions(names, model.requires)] for model in models]
    moved = [
        [
            (
                names.row(move.track, move.of, move.toward, ""),
                natural_to_units(names.layout.places[move.track].track, move.by),
            )
            for move in model.shifts
        ]
        for model in models
    ]
    bounds, shifts = _padded(needed, _ALWAYS), _padded(moved, _NOTHING)
    return Events(
        names=tuple(model.name for model in models),
        chance=integers([round(model.weight * 100) for model in models]),
        again=np.array([model.again for model in models], dtype=np.bool_),
        row=bounds[..., 0],
        low=bounds[..., 1],
        high=bounds[..., 2],
        shift_row=shifts[..., 0],
        shift_by=shifts[..., 1],
        population=integers(
            [names.populations.index(model.harm.population) if model.harm else -1 for model in models]
        ),
        least_killed=integers([model.harm.least if model.harm else 0 for model in models]),
        most_killed=integers([model.harm.most if model.harm else 0 for model in models]),
    )


def conditions(names: Names, requires: Sequence[Bounds]) -> list[Condition]:
    """What an event needs; it is nobody's order, so there is no sentence that refuses it."""
    return [_condition(names, bounds) for bounds in requires]


def _condition(names: Names, bounds: Bounds) -> Condition:
    track = names.layout.places[bounds.track].track
    low = -NO_LIMIT if bounds.at_least is None else natural_to_units(track, bounds.at_least)
    high = NO_LIMIT if bounds.at_most is None else natural_to_units(track, bounds.at_most)
    return Condition(names.row(bounds.track, bounds.of, bounds.toward, ""), low, high, "")


def _padded(rows: Sequence[Sequence[tuple[int, ...]]], padding: tuple[int, ...]) -> IntArray:
    """Lists of unequal length as one array ``[row, entry, part]``."""
    widest = max([1, *map(len, rows)])
    filled = [[*row, *[padding] * (widest - len(row))] for row in rows]
    return integers(filled).reshape(len(rows), widest, len(padding))
