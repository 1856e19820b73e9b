"""How the balance on a front ends: by somebody's choice to go beyond it, or by a collapse (rules.md §9; A 1).

Mutual deterrence does not wear off: either one side does far more than the front has seen, into open exchange or
beyond, or one side of it is no longer there. ``balance`` of a front says which: 0 while it holds, then a code that
``ended_by`` reads. A front that has cooled to tit-for-tat finds a new balance.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask
from game.rules.effects import Effect, on_cells
from game.rules.home import falling
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules
from game.rules.tracks import Tally

_OPEN_EXCHANGE, _TIT_FOR_TAT = 5, 3
_BEYOND = 2
"""An act this many rungs above the front goes beyond its balance."""
_ENDED = list(Tally).index(Tally.BALANCES_ENDED)


class EndedBy(NamedTuple):
    """Who ended a balance, and how."""

    actor: int | None
    """None for a hand that nobody knows."""
    choice: bool
    """Whether it was chosen; else it was the collapse of that actor, or of the camp that it leads."""


def ended_by(rules: Rules, code: int) -> EndedBy | None:
    """What a value of the track ``balance`` says; None while the balance holds."""
    if code == 0:
        return None
    unknown = 1 + rules.actors
    if code <= unknown:
        return EndedBy(code - 1 if code < unknown else None, choice=True)
    return EndedBy(code - unknown - 1, choice=False)


def go_beyond(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An act two or more rungs above what its front was at, into open exchange, ends the balance by choice [A 1]."""
    strikes = step.strikes
    rung = rules.options.rung[strikes.option]
    before = state.rung[strikes.front, strikes.game]
    beyond = np.flatnonzero(rung >= np.maximum(before + _BEYOND, _OPEN_EXCHANGE))
    if not beyond.size:
        return
    beyond = beyond[np.argsort(rung[beyond], kind="stable")]  # the highest act is written last
    who = np.where(strikes.unclaimed(rules), rules.actors, strikes.attacker) + 1
    code = state.balance.copy()
    code[strikes.front[beyond], strikes.game[beyond]] = who[beyond]
    yield from _end(rules, state, code, "chose to go beyond it")


def collapse(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A government that falls, a camp that comes apart or a partner that can act no more ends the balance too [A 1].

    A camp comes apart when its cohesion has run down, and holds together again once enough of it is back.
    """
    numbers = rules.numbers
    apart = (state.cohesion < numbers.collapsed_below) & (state.collapsed == 0)
    mended = (state.cohesion >= numbers.collapsed_until) & (state.collapsed > 0)
    yield Effect("came apart", apart * 1, "collapsed")
    yield Effect("holds together again", -1 * mended, "collapsed")
    yield from _end(rules, state, _fallen(rules, state, _with_camp(rules, apart)), "its camp came apart")
    yield from _end(rules, state, _fallen(rules, state, _governments(rules, state)), "its government fell")
    spent = np.zeros((rules.actors, state.games), dtype=np.bool_)
    spent[rules.powers :] = (state.capacity < numbers.spent_below) & (
        state.struck[:, rules.powers :] > 0
    ).any(axis=0)
    yield from _end(rules, state, _fallen(rules, state, spent), "can act no more")


def _with_camp(rules: Rules, apart: BoolArray) -> BoolArray:
    """The partners of camps that come apart, ``[actor, game]``."""
    partners = np.arange(rules.actors)[:, None] >= rules.powers
    return mask(apart[rules.camp] & partners)


def _governments(rules: Rules, state: State) -> BoolArray:
    fallen = np.zeros((rules.actors, state.games), dtype=np.bool_)
    fallen[: rules.powers] = falling(state)
    return fallen


def _fallen(rules: Rules, state: State, fallen: BoolArray) -> IntArray:
    """The codes of fronts on which one of the actors ``fallen`` (``[actor, game]``) kept the balance."""
    code = state.balance.copy()
    for actor in np.flatnonzero(fallen.any(axis=1)):
        of_front = rules.fronts.principals == actor
        on = of_front.any(axis=1)
        if actor >= rules.powers:
            on[rules.partners.front[actor - rules.powers]] = True
        code[np.ix_(on, fallen[actor])] = 2 + rules.actors + actor
    return code


def _end(rules: Rules, state: State, code: IntArray, cause: str) -> Iterator[Effect]:
    """The balance ends on fronts where it held until now."""
    change = (code - state.balance) * (state.balance == 0)
    ended = (change > 0).sum(axis=0, dtype=np.int32)
    yield Effect(cause, change, "balance")
    yield on_cells(rules, "a balance ended", "tally", (_ENDED,), None, ended)


def find_anew(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A front that was at tit-for-tat or below for a whole turn is in balance again (rules.md §9)."""
    calm = (state.rung <= _TIT_FOR_TAT) & (state.act < _OPEN_EXCHANGE)
    yield Effect("a new balance", -state.balance * calm, "balance")
