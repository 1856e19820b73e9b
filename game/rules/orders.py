"""The plain effects of orders: shifts of tracks that a scenario's data list (rules.md §11)."""

from collections.abc import Iterator

from game.rules.arrays import which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot


def shift(rules: Rules, state: State, step: Step, slot: Slot) -> Iterator[Effect]:
    """Carry out the shifts of the options that powers chose for a slot, all of them together."""
    options, chosen = rules.options, step.chosen(slot)
    rows = options.shift_row.take(chosen, axis=0)
    shifts = which(rows >= 0)
    by = options.shift_by.take(chosen, axis=0).take(shifts)
    yield Effect("orders", by, rows=rows.take(shifts), games=shifts // rows.shape[2] % state.games)
