"""Attention and readiness: what a turn allows, and what orders spend (rules.md §3)."""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import times, which
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules


def refresh(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A turn starts with fresh attention and some readiness regained, less what presence abroad costs."""
    numbers = rules.numbers
    abroad = state.presence.sum(axis=1)
    yield Effect("a new turn", numbers.attention - state.attention, "attention")
    yield Effect("a new turn", numbers.readiness_gain, "readiness")
    yield Effect("forces abroad", -times(abroad, numbers.presence_readiness), "readiness")
    yield Effect("forces abroad", -times(abroad, numbers.presence_standing), "standing")


def spend(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every option chosen costs the attention and the readiness that its order names."""
    options = rules.options
    yield Effect("orders given", -options.attention[step.choices].sum(axis=1), "attention")
    yield Effect("orders given", -options.readiness[step.choices].sum(axis=1), "readiness")


def free_hands(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Outer fronts that are deterred free a power's hands on the inner one that is its home [A 53]; §9.

    Every outer front that is its own must be quiet enough, and no line of its drawn there crossed.
    """
    fronts = rules.fronts
    power = np.arange(rules.powers)
    own = (
        fronts.home
        | (fronts.principals[:, 0] == power[:, None])
        | (fronts.principals[:, 1] == power[:, None])
    ) & (fronts.outer)
    inner = (fronts.home & fronts.inner).any(axis=1) & own.any(axis=1)
    loose = (own[:, :, None] & (state.rung > rules.numbers.deterred_rung)).any(axis=1)
    for line in which((rules.lines.fronts & fronts.outer).any(axis=1)):
        loose[rules.lines.owner[line]] |= state.line_crossed[line] > 0
    yield Effect(
        "outer fronts are deterred", rules.numbers.free_hands * (inner[:, None] & ~loose), "readiness"
    )
