"""The plain effects of orders: shifts of tracks that a scenario's data list (rules.md §11)."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules, Slot


def shift(rules: Rules, state: State, step: Step, slot: Slot) -> Iterator[Effect]:
    """Carry out the shifts of the options that powers chose for a slot, all of them together.

    Those of ``act`` say how high an act it is: of several on one front the highest counts, they never add up (§9).
    """
    options, chosen = rules.options, step.chosen(slot).reshape(-1)
    ordered = which(_shifts(rules).take(chosen))
    option = chosen.take(ordered)
    rows = options.shift_row.take(option, axis=0)
    shifts = which(rows >= 0)
    by = options.shift_by.take(option, axis=0).take(shifts)
    games = ordered.take(shifts // rows.shape[1]) % state.games
    moved = rows.take(shifts)
    acts = rules.layout.places["act"].rows
    of_act = (moved >= acts.start) & (moved < acts.stop)
    rest = which(~of_act)
    yield Effect("orders", by.take(rest), rows=moved.take(rest), games=games.take(rest))
    act = which(of_act)
    if act.size:
        yield _highest_act(state, moved.take(act) - acts.start, games.take(act), by.take(act))


def _highest_act(state: State, front: IntArray, game: IntArray, rung: IntArray) -> Effect:
    """Acts that are no strikes, ``[act]``: a front remembers the highest of the turn."""
    highest = state.act.copy()
    np.maximum.at(highest, (front, game), rung)
    return Effect("orders", highest - state.act, "act")


@lru_cache(maxsize=SCENARIOS)
def _shifts(rules: Rules) -> BoolArray:
    """Whether an option shifts anything, ``[option]``; most do not."""
    return mask((rules.options.shift_row >= 0).any(axis=1))
