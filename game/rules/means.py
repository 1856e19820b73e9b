"""Attention and readiness: what a turn allows, and what orders spend (rules.md §3)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, integers, mask, times, which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules


def refresh(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A turn starts with fresh attention and some readiness regained, less what presence abroad costs."""
    numbers = rules.numbers
    abroad = state.presence.sum(axis=1, dtype=np.int32)
    yield Effect("a new turn", numbers.attention - state.attention, "attention")
    yield Effect("a new turn", numbers.readiness_gain, "readiness")
    yield Effect("forces abroad", -times(abroad, numbers.presence_readiness), "readiness")
    yield Effect("forces abroad", -times(abroad, numbers.presence_standing), "standing")


def spend(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every option chosen costs the attention and the readiness that its order names."""
    options = rules.options
    for column, track in ((options.attention, "attention"), (options.readiness, "readiness")):
        spent = column.take(step.choices).sum(axis=1, dtype=np.int32)
        yield Effect("orders given", -spent, track)


def free_hands(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Outer fronts that are deterred free a power's hands on the inner one that is its home [A 53]; §9.

    Every outer front that is its own must be quiet enough, and no line of its drawn there crossed.
    """
    outer = _outer(rules)
    loose = mask((outer.own[:, :, None] & (state.rung > rules.numbers.deterred_rung)).any(axis=1))
    for line in outer.lines:
        loose[rules.lines.owner[line]] |= state.line_crossed[line] > 0
    freed = integers(outer.guards_home[:, None] & ~loose)
    yield Effect("outer fronts are deterred", rules.numbers.free_hands * freed, "readiness")


class _Outer(NamedTuple):
    """The outer fronts, and who has what to do with them."""

    own: BoolArray
    """Which are a power's own, ``[power, front]``."""
    guards_home: BoolArray
    """Whether a power has one besides an inner front that is its home, ``[power]``."""
    lines: IntArray
    """The lines that hold on one."""


@lru_cache(maxsize=SCENARIOS)
def _outer(rules: Rules) -> _Outer:
    fronts, power = rules.fronts, np.arange(rules.powers)[:, None]
    faces = (fronts.principals[:, 0] == power) | (fronts.principals[:, 1] == power)
    own = (fronts.home | faces) & fronts.outer
    guards_home = (fronts.home & fronts.inner).any(axis=1) & own.any(axis=1)
    return _Outer(own, guards_home, which((rules.lines.fronts & fronts.outer).any(axis=1)))
