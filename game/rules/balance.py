"""How the balance on a front ends: by somebody's choice to go beyond it, or by a collapse (rules.md §9; A 1).

Mutual deterrence does not wear off: either one side does far more than the front has seen, into open exchange or
beyond, or one side of it is no longer there. ``balance`` of a front says which: 0 while it holds, then a code that
``ended_by`` reads. A front that has cooled to tit-for-tat finds a new balance.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, any_row, entries, integers, mask, which
from game.rules.effects import Effect, on_cells
from game.rules.home import falling
from game.rules.rungs import OPEN_EXCHANGE, TIT_FOR_TAT
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules
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


def _only(by: BoolArray, unknown: BoolArray) -> IntArray:
    """Which actor it was, as the codes count: 1 and up, then an unknown one, then several; 0 for none.

    ``by`` is ``[actor, front, game]``, ``unknown`` (somebody whom nobody knows) ``[front, game]``.
    """
    actors = len(by)
    count, place = np.zeros_like(unknown, dtype=np.int32), np.zeros_like(unknown, dtype=np.int32)
    for actor in range(actors):
        count += by[actor]
        place += (actor + 1) * by[actor]
    several = (count > 1) * (actors + _SEVERAL)
    # multiplying by masks is far quicker than choosing by them
    return integers((count == 1) * place + several + (count == 0) * unknown * (actors + _UNKNOWN))


def go_beyond(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An act two or more rungs above what its front was at, into open exchange, ends the balance by choice [A 1]."""
    strikes = step.strikes
    rung = rules.options.rung[strikes.option]
    before = entries(state.rung, strikes.front, strikes.game)
    beyond = which(rung >= np.maximum(before + _BEYOND, OPEN_EXCHANGE))
    if not beyond.size:
        return
    highest = np.zeros_like(state.rung)
    np.maximum.at(highest, (strikes.front[beyond], strikes.game[beyond]), rung[beyond])
    beyond = beyond[rung[beyond] == highest[strikes.front[beyond], strikes.game[beyond]]]
    front, game, veiled = strikes.front[beyond], strikes.game[beyond], strikes.unclaimed[beyond]
    by = np.zeros((rules.actors, *state.rung.shape), dtype=np.bool_)
    by[strikes.attacker[beyond][~veiled], front[~veiled], game[~veiled]] = True
    unknown = np.zeros_like(state.rung, dtype=np.bool_)
    unknown[front[veiled], game[veiled]] = True
    yield from _end(rules, state, _only(by, unknown), "chose to go beyond it")


def collapse(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A government that falls, a camp that comes apart or a partner that can act no more ends the balance too [A 1].

    A camp comes apart when its cohesion has run down, and holds together again once enough of it is back.
    """
    numbers = rules.numbers
    apart = (state.cohesion < numbers.collapsed_below) & (state.collapsed == 0)
    mended = (state.cohesion >= numbers.collapsed_until) & (state.collapsed > 0)
    yield Effect("came apart", apart * 1, "collapsed")
    yield Effect("holds together again", -1 * mended, "collapsed")
    struck = (state.struck[:, rules.powers :] > 0).any(axis=0)
    governments, partners = falling(state), np.zeros_like(state.capacity, dtype=np.bool_)
    none = np.zeros_like(governments)
    for cause, fallen in (
        ("its camp came apart", (none, apart[rules.camp[rules.powers :]])),
        ("its government fell", (governments, partners)),
        ("can act no more", (none, struck & (state.capacity < numbers.spent_below))),
    ):
        actors = np.concatenate(fallen)
        if actors.any():
            yield from _end(rules, state, _fallen(rules, state, actors), cause)


def _fallen(rules: Rules, state: State, fallen: BoolArray) -> IntArray:
    """The codes of fronts on which one of the actors ``fallen`` (``[actor, game]``) kept the balance."""
    kept = np.zeros((rules.actors, len(state.rung)), dtype=np.bool_)
    for side in rules.fronts.principals.T:
        power = which(side >= 0)
        kept[side[power], power] = True
    kept[np.arange(rules.powers, rules.actors), rules.partners.front] = True
    codes = np.zeros_like(state.rung)
    games = which(any_row(fallen))
    by = mask(kept[:, :, None] & fallen[:, games][:, None])
    place = _only(by, np.zeros(by.shape[1:], dtype=np.bool_))
    codes[:, games] = np.where(place > 0, place + rules.actors + _SEVERAL, 0)
    return codes


def _end(rules: Rules, state: State, code: IntArray, cause: str) -> Iterator[Effect]:
    """The balance ends on fronts where it held until now."""
    change = code * (state.balance == 0)
    ended = (change > 0).sum(axis=0, dtype=np.int32)
    yield Effect(cause, change, "balance")
    yield on_cells(rules, "a balance ended", "tally", (_ENDED,), None, ended)


def find_anew(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A front that was at tit-for-tat or below for a whole turn is in balance again (rules.md §9)."""
    calm = (state.rung <= TIT_FOR_TAT) & (state.act < OPEN_EXCHANGE)
    yield Effect("a new balance", -state.balance * calm, "balance")
