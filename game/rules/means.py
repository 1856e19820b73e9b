"""Attention and readiness: what a turn allows, and what orders spend (rules.md §3)."""

from collections.abc import Iterator

from game.rules.arrays import times
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
