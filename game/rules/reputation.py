"""What past behaviour counts for: the reply that is expected, and restraint read as licence (rules.md §7, §8).

Mercer (1996) and Press (2005) hold that present means and interests decide, Weisiger and Yarhi-Milo (2015) that
reputation matters: the assumption ``reputation`` says which.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, anywhere, integers, times
from game.rules.conduct import struck_any
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules

_FULL_READINESS = 600
_NEUTRAL = 500


def expected_reply(rules: Rules, state: State) -> IntArray:
    """How hard the first power is expected to answer the second, ``[power, power, game]``, hundredths of 0 to 10.

    Credibility × means; without the assumption ``reputation`` only present means count.
    """
    return _reply(rules, state.credibility, state.readiness[:, None])


def _reply(rules: Rules, credibility: IntArray, readiness: IntArray) -> IntArray:
    """How hard somebody is expected to answer, by what is believed of it and by its readiness."""
    means = 100 * readiness // _FULL_READINESS
    return times(credibility if rules.assumptions.reputation else np.full_like(credibility, _NEUTRAL), means)


def feared_by_partners(rules: Rules, state: State) -> IntArray:
    """What each partner fears of the power that it would provoke, hundredths, ``[partner, game]``."""
    partners = rules.partners
    target = rules.options.target[partners.unasked]
    power = np.minimum(target, rules.powers - 1)
    reply = _reply(rules, state.credibility[power, partners.patron], state.readiness.take(power, axis=0))
    return integers(times(reply, rules.numbers.fear_reply) * (target < rules.powers)[:, None])


def feared_by_powers(rules: Rules, state: State) -> IntArray:
    """What each power fears of the rivals that it struck this turn, hundredths, ``[power, game]``."""
    provoked = state.struck[:, : rules.powers] > 0
    if not any_of(provoked):
        return np.zeros_like(state.standing)
    reply = expected_reply(rules, state).swapaxes(0, 1)
    return integers(times((reply * provoked).max(axis=1), rules.numbers.stop_reply))


def embolden(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An injury taken without a reply or a line is read as licence: whoever did it believes less [A 12]; §7.

    That holds for whom it hit, and for the patron who stands behind it. An assumption: others read restraint as a
    signal of confidence.
    """
    if not rules.assumptions.restraint_emboldens:
        return
    numbers = rules.numbers
    hurt = state.booked_turn[:, : rules.powers] >= numbers.absorbed_pain
    if not any_of(hurt):
        return
    silent = ~struck_any(rules, state) & ~_warned(rules, state)
    yield Effect(causes.TOOK_IT, -numbers.absorbed_credibility * (hurt & silent), "credibility")
    of_client = np.zeros_like(hurt)
    for patron, client in zip(*rules.client_of.nonzero(), strict=True):
        of_client[patron] |= hurt[client]
    cause = causes.CLIENT_HURT_UNWARNED
    yield Effect(cause, -numbers.unwarned_credibility * (of_client & silent), "credibility")


def _warned(rules: Rules, state: State) -> BoolArray:
    """Whether a power has a line drawn against another or one of its partners, ``[power, power, game]``."""
    warned = np.zeros((rules.powers, rules.powers, state.games), dtype=np.bool_)
    lines, drawn = rules.lines, state.line_stake > 0
    for line in anywhere(drawn):
        warned[lines.owner[line], rules.patron_of[lines.against[line]]] |= drawn[line]
    return warned
