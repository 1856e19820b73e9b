"""The plain effects of orders: shifts of tracks that a scenario's data list (rules.md §11)."""

from collections.abc import Iterator
from functools import lru_cache

from game.rules.arrays import BoolArray, mask, which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules, Slot


def shift(rules: Rules, state: State, step: Step, slot: Slot) -> Iterator[Effect]:
    """Carry out the shifts of the options that powers chose for a slot, all of them together."""
    options, chosen = rules.options, step.chosen(slot).reshape(-1)
    ordered = which(_shifts(rules).take(chosen))
    option = chosen.take(ordered)
    rows = options.shift_row.take(option, axis=0)
    shifts = which(rows >= 0)
    by = options.shift_by.take(option, axis=0).take(shifts)
    games = ordered.take(shifts // rows.shape[1]) % state.games
    yield Effect("orders", by, rows=rows.take(shifts), games=games)


@lru_cache(maxsize=SCENARIOS)
def _shifts(rules: Rules) -> BoolArray:
    """Whether an option shifts anything, ``[option]``; most do not."""
    return mask((rules.options.shift_row >= 0).any(axis=1))
