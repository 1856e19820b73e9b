"""How the balance on a front ends: by somebody's choice to go beyond it, or by a collapse (rules.md §9; A 1).

Mutual deterrence does not wear off: either one side does far more than the front has seen, into open exchange or
beyond, or one side of it is no longer there. ``balance`` of a front says which: 0 while it holds, then a code that
``ended_by`` reads. A front that has cooled to tit-for-tat finds a new balance.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, any_row, entries, integers, where, which
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
_NOBODY = -1
"""The place, after all actors, of somebody whom nobody knows."""
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


def _only(by: BoolArray, unknown: BoolArray) -> IntArray:
    """Which actor it was, as the codes count: 1 and up, then an unknown one, then several; 0 for none.

    ``by`` is ``[actor, front, game]``, ``unknown`` (somebody whom nobody knows) ``[front, game]``.
    """
    actors = len(by)
    count = np.add.reduce(by, dtype=np.int32)
    place = np.maximum.reduce(by * np.arange(1, actors + 1, dtype=np.int32)[:, None, None])
    several = (count > 1) * (actors + _SEVERAL)
    # multiplying by masks is far quicker than choosing by them
    return integers((count == 1) * place + several + (count == 0) * unknown * (actors + _UNKNOWN))


def go_beyond(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An act two or more rungs above what its front was at, into open exchange, ends the balance by choice [A 1]."""
    strikes = step.strikes
    rung = rules.options.rung.take(strikes.option)
    before = entries(state.rung, strikes.front, strikes.game)
    beyond = which(rung >= np.maximum(before + _BEYOND, OPEN_EXCHANGE))
    if not beyond.size:
        return
    front, game, rung = strikes.front.take(beyond), strikes.game.take(beyond), rung.take(beyond)
    games = which(np.bincount(game))
    place = np.searchsorted(games, game)
    highest = np.zeros((len(state.rung), len(games)), dtype=np.int32)
    np.maximum.at(highest, (front, place), rung)
    top = which(rung == entries(highest, front, place))
    beyond = beyond.take(top)
    actor = np.where(strikes.unclaimed.take(beyond), _NOBODY, strikes.attacker.take(beyond))
    by = np.zeros((rules.actors + 1, *highest.shape), dtype=np.bool_)
    by[actor, front.take(top), place.take(top)] = True
    yield from _end(rules, state, games, _only(by[:_NOBODY], by[_NOBODY]), "chose to go beyond it")


def collapse(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A government that falls, a camp that comes apart or a partner that can act no more ends the balance too [A 1].

    A camp comes apart when its cohesion has run down, and holds together again once enough of it is back.
    """
    numbers = rules.numbers
    apart = (state.cohesion < numbers.collapsed_below) & (state.collapsed == 0)
    mended = (state.cohesion >= numbers.collapsed_until) & (state.collapsed > 0)
    yield Effect("came apart", integers(apart), "collapsed")
    yield Effect("holds together again", -integers(mended), "collapsed")
    spent = (state.capacity < numbers.spent_below) & (state.struck[:, rules.powers :] > 0).any(axis=0)
    for cause, first, fallen in (
        ("its camp came apart", rules.powers, apart.take(rules.camp[rules.powers :], axis=0)),
        ("its government fell", 0, falling(state)),
        ("can act no more", rules.powers, spent),
    ):
        if fallen.any():
            yield from _without(rules, state, first, fallen, cause)


def _without(rules: Rules, state: State, first: int, fallen: BoolArray, cause: str) -> Iterator[Effect]:
    """The balance ends on fronts where one of the ``fallen`` (``[actor, game]``, from actor ``first`` on) kept it."""
    kept = _keepers(rules)
    games, actors = which(any_row(fallen)), slice(first, first + len(fallen))
    by = np.zeros((*kept.shape, len(games)), dtype=np.bool_)
    by[actors] = kept[actors, :, None] & fallen[:, None, games]
    place = _only(by, np.zeros(by.shape[1:], dtype=np.bool_))
    yield from _end(rules, state, games, np.where(place > 0, place + rules.actors + _SEVERAL, 0), cause)


@lru_cache(maxsize=SCENARIOS)
def _keepers(rules: Rules) -> BoolArray:
    """Who keeps the balance on which front, ``[actor, front]``."""
    keepers = np.zeros((rules.actors, len(rules.fronts.principals)), dtype=np.bool_)
    for side in rules.fronts.principals.T:
        front = which(side >= 0)
        keepers[side[front], front] = True
    keepers[np.arange(rules.powers, rules.actors), rules.partners.front] = True
    return keepers


def _end(rules: Rules, state: State, games: IntArray, code: IntArray, cause: str) -> Iterator[Effect]:
    """The balance ends on fronts where it held until now; ``code`` is ``[front, game]`` of the games listed."""
    ended = code * (state.balance.take(games, axis=1) == 0)
    front, place = where(ended)
    game = games.take(place)
    yield on_cells(rules, cause, "balance", (front,), game, entries(ended, front, place))
    yield on_cells(rules, "a balance ended", "tally", (_ENDED,), game, 1)


def find_anew(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A front that was at tit-for-tat or below for a whole turn is in balance again (rules.md §9)."""
    calm = (state.rung <= TIT_FOR_TAT) & (state.act < OPEN_EXCHANGE)
    yield Effect("a new balance", -state.balance * calm, "balance")
