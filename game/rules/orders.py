"""The plain effects of orders: shifts of tracks that a scenario's data list (rules.md §11)."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules, Slot

_AT_LEAST = ("act", "marked")
"""Tracks that an order puts at least where it says: of several orders the highest counts, they never add up.

An act puts its front at a rung (rules.md §9), and who strikes a partner is among its targets for some turns (§8).
"""


def shift(rules: Rules, state: State, step: Step, slot: Slot) -> Iterator[Effect]:
    """Carry out the shifts of the options that powers chose for a slot, all of them together."""
    options, chosen = rules.options, step.chosen(slot).reshape(-1)
    ordered = which(_shifts(rules).take(chosen))
    if not ordered.size:
        return
    option = chosen.take(ordered)
    rows = options.shift_row.take(option, axis=0)
    shifts = which(rows >= 0)
    moved, by = rows.take(shifts), options.shift_by.take(option, axis=0).take(shifts)
    games = ordered.take(shifts // rows.shape[1]) % state.games
    raised = which(_put_at_least(rules).take(moved))
    to, by[raised] = by.take(raised), 0
    yield Effect("orders", by, rows=moved, games=games)
    if raised.size:
        yield from _raise(state, moved.take(raised), games.take(raised), to)


def _raise(state: State, rows: IntArray, games: IntArray, to: IntArray) -> Iterator[Effect]:
    """Put rows, ``[shift]``, at least at a value; a row that is there already stays where it is."""
    distinct, place = np.unique(rows, return_inverse=True)
    before = state.rows(distinct)
    after = before.copy()
    np.maximum.at(after, (place, games), to)
    row, game = np.nonzero(after > before)
    yield Effect("orders", (after - before)[row, game], rows=distinct[row], games=game)


@lru_cache(maxsize=SCENARIOS)
def _put_at_least(rules: Rules) -> BoolArray:
    """Which rows of the block are of such tracks, ``[row]``."""
    found = np.zeros(rules.layout.rows, dtype=np.bool_)
    for track in _AT_LEAST:
        found[rules.layout.places[track].rows] = True
    return found


@lru_cache(maxsize=SCENARIOS)
def _shifts(rules: Rules) -> BoolArray:
    """Whether an option shifts anything, ``[option]``; most do not."""
    return mask((rules.options.shift_row >= 0).any(axis=1))
