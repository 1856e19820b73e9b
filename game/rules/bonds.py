"""What ties a partner to its patron: rounds fought together or alone, hope of rescue, and doses (rules.md §8)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, integers, mask, times
from game.rules.effects import Effect
from game.rules.rungs import CAMPAIGN, OPEN_EXCHANGE, TIT_FOR_TAT
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules

_ALONE, _SUPPORTED = 1, 2


def hoping(rules: Rules, state: State) -> BoolArray:
    """Partners whose own front is at campaign, in a camp that holds together; ``[partner, game]``."""
    besieged = state.rung.take(rules.partners.front, axis=0) >= CAMPAIGN
    return mask(besieged & (state.collapsed.take(_camp(rules), axis=0) == 0))


def hope(rules: Rules, state: State) -> IntArray:
    """Heat of a partner that hopes that others of its camp open fronts [A 11]; ``[partner, game]``, hundredths."""
    return times(state.cohesion, rules.numbers.hope_heat).take(_camp(rules), axis=0) * hoping(rules, state)


def _camp(rules: Rules) -> IntArray:
    return rules.camp[rules.powers :]


def relieved(rules: Rules, state: State) -> BoolArray:
    """Partners for which their patron struck a power this turn, or another partner of its opened another front."""
    patron, front = rules.partners.patron, rules.partners.front
    others = (patron[:, None] == patron) & (front[:, None] != front)
    opened = integers(state.acted >= rules.numbers.hope_rung)
    by_patron = state.struck[patron, : rules.powers].max(axis=1) > 0
    return mask((others.astype(np.int32) @ opened > 0) | by_patron)


def hope_in_vain(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner under a campaign for which nobody opens a front is disappointed in its patron [A 11]."""
    besieged = hoping(rules, state)
    if not any_of(besieged):
        return
    alone = besieged & ~relieved(rules, state)
    yield Effect(causes.WAITED_IN_VAIN, -rules.numbers.hope_lost * alone, "loyalty")


def fight_round(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A round begins when a partner's front rises to open exchange; its patron supports it, or does not [A 9].

    Support is resupply, credit, a strike of the patron's at a power, or another front opened.
    """
    fighting = (state.rung[rules.partners.front] >= OPEN_EXCHANGE) | (state.round > 0)
    if not any_of(fighting):
        return
    backed = relieved(rules, state) | (state.aid > 0) | (state.credited > 0)
    found = np.where(backed, _SUPPORTED, np.maximum(state.round, _ALONE)) * fighting
    yield Effect(causes.ROUND_OF_FIGHTING, found - state.round, "round")


def end_round(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A round is over when the front has cooled to tit-for-tat: the partner remembers who stood by it [A 9]."""
    over = (state.rung[rules.partners.front] <= TIT_FOR_TAT) & (state.round > 0)
    gain = rules.numbers.round_loyalty
    yield Effect(causes.PATRON_STOOD_BY, gain * (over & (state.round == _SUPPORTED)), "loyalty")
    yield Effect(causes.PATRON_LEFT_ALONE, -gain * (over & (state.round == _ALONE)), "loyalty")
    yield Effect("the round is over", -state.round * over, "round")
