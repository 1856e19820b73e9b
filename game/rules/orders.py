"""The plain effects of orders: shifts of tracks that a scenario's data list (rules.md §11)."""

from collections.abc import Iterator

import numpy as np

from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot


def shift(rules: Rules, state: State, step: Step, slot: Slot) -> Iterator[Effect]:
    """Carry out the shifts of the options that powers chose for a slot, power by power."""
    options, chosen = rules.options, step.chosen(slot)
    for power in range(rules.powers):
        rows, by = options.shift_row[chosen[power]], options.shift_by[chosen[power]]
        game, place = np.nonzero(rows >= 0)
        if not game.size:
            continue
        cells = rows[game, place]
        yield Effect("orders", by[game, place], rows=cells, games=game.astype(np.int32))
