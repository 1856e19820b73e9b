"""How strong a partner is, is thought to be, and what a defeat leaves behind (rules.md §8)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import any_of, times, where
from game.rules.effects import Effect, on_cells
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules

_TURNS = 2
"""What falls within so many turns falls rapidly."""


def prove(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An open exchange on its front shows what a partner truly has: less than all reckoned with [A 5].

    Its capacity is from then on as low as it always was, and its camp's cohesion suffers.
    """
    tried = (state.rung[rules.partners.front] >= OPEN_EXCHANGE) & (state.overrated > 0)
    if not any_of(tried):
        return
    lacking = np.minimum(state.overrated, np.maximum(state.capacity - 1, 0)) * tried
    cause = causes.TRUE_STRENGTH_SHOWED
    yield Effect(cause, -lacking, "capacity")
    partner, game = where(tried)
    camp = rules.camp[rules.powers + partner]
    cost = times(lacking[partner, game], rules.numbers.proved_cohesion)
    yield on_cells(rules, cause, "cohesion", (camp,), game, -cost)
    yield Effect(cause, -state.overrated * tried, "overrated")


def overwhelm(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner brought from high to low capacity within two turns is overwhelmed: fear stays, and is remembered.

    A slow wearing-down does not do this. An assumption, after the doctrine of rapid defeat [B 17, B 19]; the same
    analysis doubts it [B 81].
    """
    numbers = rules.numbers
    beaten = (state.capacity <= numbers.rapid_to) & (state.strong > 0)
    if rules.assumptions.rapid_defeat and any_of(beaten):
        yield Effect(causes.OVERWHELMED, numbers.rapid_dread * beaten, "dread")
        struck = (state.struck[:, rules.powers :] > 0) & beaten
        victor, blow = where(struck.reshape(len(struck), -1))
        place, rival = where(rules.rivals[victor])
        before_whom, game = (victor[place], rival), blow[place] % state.games
        yield on_cells(rules, "a rapid defeat", "credibility", before_whom, game, numbers.rapid_credibility)
    yield Effect("time passes", -times(state.dread, numbers.dread_fade), "dread")
    strong = np.where(state.capacity >= numbers.rapid_from, _TURNS, np.maximum(state.strong - 1, 0))
    yield Effect("time passes", strong * ~beaten - state.strong, "strong")
