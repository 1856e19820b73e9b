"""How the balance on a front ends: by somebody's choice to go beyond it, or by a collapse (rules.md §9; A 1).

Mutual deterrence does not wear off: either one side does far more than the front has seen, into open exchange or
beyond, or one side of it is no longer there. ``balance`` of a front says which: 0 while it holds, then a code that
``ended_by`` reads. A front that has cooled to tit-for-tat finds a new balance.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, cell, integers, where, which
from game.rules.effects import Effect, on_cells
from game.rules.home import falling
from game.rules.rungs import OPEN_EXCHANGE, TIT_FOR_TAT
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules
from game.rules.tracks import Tally

_BEYOND = 2
"""An act this many rungs above the front goes beyond its balance."""
_UNKNOWN, _SEVERAL = 1, 2
_ENDED = list(Tally).index(Tally.BALANCES_ENDED)


class EndedBy(NamedTuple):
    """Who ended a balance, and how."""

    actor: int | None
    """None for a hand that nobody knows, or for several at once."""
    choice: bool
    """Whether it was chosen; else it was the collapse of that actor, or of its camp."""
    several: bool = False
    """Whether more than one actor did it at once."""


def ended_by(rules: Rules, code: int) -> EndedBy | None:
    """What a value of the track ``balance`` says; None while the balance holds."""
    if code == 0:
        return None
    choice = code <= _SEVERAL + rules.actors
    place = code - 1 if choice else code - 1 - _SEVERAL - rules.actors
    return EndedBy(place if place < rules.actors else None, choice, place == _SEVERAL - 1 + rules.actors)


def _only(rules: Rules, state: State, at: IntArray, by: IntArray) -> tuple[IntArray, IntArray]:
    """Where something was done, each place once, and which actor it was, as the codes count.

    ``at`` are places of fronts and games read flat. ``by`` is who did something there: 1 and up, 0 for somebody whom
    nobody knows and who matters only where nobody else did.
    """
    several = rules.actors + _SEVERAL
    done = np.zeros(state.rung.size, dtype=np.bool_)
    lowest, highest = np.full(done.size, several), np.zeros(done.size, dtype=np.intp)
    known = which(by)
    done[at] = True
    np.minimum.at(lowest, at.take(known), by.take(known))
    np.maximum.at(highest, at, by)
    places = which(done)
    lowest, code = lowest.take(places), highest.take(places)
    code[code != lowest] = several
    code[highest.take(places) == 0] = rules.actors + _UNKNOWN
    return places, code


def go_beyond(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An act two or more rungs above what its front was at, into open exchange, ends the balance by choice [A 1]."""
    strikes = step.strikes
    rung = rules.options.rung.take(strikes.option)
    at = cell(state.rung, strikes.front, strikes.game)
    beyond = which(rung >= np.maximum(state.rung.take(at) + _BEYOND, OPEN_EXCHANGE))
    if not beyond.size:
        return
    rung, at = rung.take(beyond), at.take(beyond)
    highest = np.zeros(state.rung.size, dtype=np.int32)
    np.maximum.at(highest, at, rung)
    top = which(rung == highest.take(at))
    beyond, at = beyond.take(top), at.take(top)
    by = (strikes.attacker.take(beyond) + 1) * ~strikes.unclaimed.take(beyond)
    ended, actor = _only(rules, state, at, by)
    yield from _end(rules, state, ended, actor, causes.WENT_BEYOND)


def collapse(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A government that falls, a camp that comes apart or a partner that can act no more ends the balance too [A 1].

    A camp comes apart when its cohesion has run down, and holds together again once enough of it is back.
    """
    numbers = rules.numbers
    apart = (state.cohesion < numbers.collapsed_below) & (state.collapsed == 0)
    mended = (state.cohesion >= numbers.collapsed_until) & (state.collapsed > 0)
    yield Effect(causes.CAME_APART, integers(apart), "collapsed")
    yield Effect(causes.HOLDS_TOGETHER, -integers(mended), "collapsed")
    spent = (state.capacity < numbers.spent_below) & (state.struck[:, rules.powers :] > 0).any(axis=0)
    for cause, first, fallen in (
        (causes.CAMP_CAME_APART, rules.powers, apart.take(rules.camp[rules.powers :], axis=0)),
        (causes.ITS_GOVERNMENT_FELL, 0, falling(state)),
        (causes.CAN_ACT_NO_MORE, rules.powers, spent),
    ):
        if any_of(fallen):
            yield from _without(rules, state, first, fallen, cause)


def _without(rules: Rules, state: State, first: int, fallen: BoolArray, cause: str) -> Iterator[Effect]:
    """The balance ends on fronts where one of the ``fallen`` (``[actor, game]``, from actor ``first`` on) kept it."""
    actor, game = where(fallen)
    place, front = where(_keepers(rules).take(first + actor, axis=0))
    at, by = cell(state.rung, front, game.take(place)), first + actor.take(place) + 1
    ended, code = _only(rules, state, at, by)
    yield from _end(rules, state, ended, code + rules.actors + _SEVERAL, cause)


@lru_cache(maxsize=SCENARIOS)
def _keepers(rules: Rules) -> BoolArray:
    """Who keeps the balance on which front, ``[actor, front]``."""
    keepers = np.zeros((rules.actors, len(rules.fronts.principals)), dtype=np.bool_)
    for side in rules.fronts.principals.T:
        front = which(side >= 0)
        keepers[side[front], front] = True
    keepers[np.arange(rules.powers, rules.actors), rules.partners.front] = True
    return keepers


def _end(rules: Rules, state: State, at: IntArray, code: IntArray, cause: str) -> Iterator[Effect]:
    """The balance ends where it held until now; ``at`` are places of fronts and games read flat."""
    held = which(state.balance.take(at) == 0)
    front, game = np.divmod(at.take(held), state.games)
    yield on_cells(rules, cause, "balance", (front,), game, code.take(held))
    yield on_cells(rules, "a balance ended", "tally", (_ENDED,), game, 1)


def find_anew(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A front that was at tit-for-tat or below for a whole turn is in balance again (rules.md §9)."""
    calm = (state.rung <= TIT_FOR_TAT) & (state.act < OPEN_EXCHANGE)
    yield Effect(causes.NEW_BALANCE, -state.balance * calm, "balance")
