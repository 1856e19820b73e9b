"""How a game ends (rules.md §10): regional war, a settlement, or the horizon."""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import BoolArray, any_of
from game.rules.chance import Purpose
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Rules

_PLAYING = int(Ending.PLAYING)
"""As a plain number: numpy takes several times as long to compare with a member of an enumeration."""


def playing(state: State) -> BoolArray:
    """The games that go on; ``[game]``."""
    return np.asarray(state.ending == _PLAYING)


def settled(rules: Rules, state: State) -> BoolArray:
    """A settlement: the scenario's talks far enough, and the direct fronts quiet enough; ``[game]``."""
    numbers = rules.numbers
    if not any_of(rules.talks.settles):
        return np.zeros(state.games, dtype=np.bool_)
    agreed = (state.talks[rules.talks.settles] >= numbers.settlement_talks).all(axis=0)
    quiet = (state.rung[rules.fronts.direct] <= numbers.settlement_rung).all(axis=0)
    return np.asarray(agreed & quiet)


def end(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The game ends in a settlement, or when its last turn is over."""
    going_on = playing(state)
    agreed = going_on & settled(rules, state)
    over = going_on & ~agreed & (state.turn >= state.last_turn)
    yield Effect("a settlement", agreed * int(Ending.SETTLEMENT), "ending")
    yield Effect("the horizon", over * int(Ending.HORIZON), "ending")


def draw_last_turn(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Before the first turn, chance decides which turn is the last, so that nobody plans a free last blow.

    It is the horizon or, where the scenario hides its end, perhaps a turn later.
    """
    later = step.chance.rolls(Purpose.LAST_TURN, sides=rules.hidden_end + 1)[0]
    yield Effect("hidden end", rules.turns + later - state.last_turn, "last_turn")
