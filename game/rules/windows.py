"""Reply windows: when one opens, and what an answer without a strike does (rules.md §3)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, any_of, entries, integers, mask, where, which
from game.rules.effects import Effect, back_to_zero, on_cells
from game.rules.ends import playing
from game.rules.ledger import settle
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Reply, Rules, Slot, Stage
from game.rules.tracks import Tally

FOR_ONE_TURN = (
    "window",
    "booked",
    "booked_turn",
    "crossed_now",
    "struck",
    "acted",
    "decisive",
    "act",
    "state_act",
    "exchanges",
    "alert",
    "shield",
    "backing",
    "inducement",
    "sweep",
    "open_airspace",
    "sheltered",
    "engagements",
)
"""Tracks of what a turn brought, which the books set back."""

_PROTEST = int(Reply.PROTEST)
_CLOSED = list(Tally).index(Tally.EXCHANGES_CLOSED)


def open_windows(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A window opens for a power toward an actor when what is owed rose enough, or its line was crossed.

    2.0 in the step just resolved, 1.5 over the turn where a partner did it. After the third exchange none opens.
    Saying that the matter is concluded closes the speaker's own.
    """
    opens = _to_be_answered(rules, state) & (step.stage is not Stage.ANSWER_3)
    yield Effect("a reply window", integers(opens) - state.window, "window")


def _to_be_answered(rules: Rules, state: State) -> BoolArray:
    """Whether what the step brought calls for an answer, ``[power, actor, game]``."""
    numbers, first = rules.numbers, rules.powers
    calls = state.booked >= max(numbers.window_step, 1)
    by_partners = state.booked[:, first:] > 0
    calls[:, first:] |= by_partners & (state.booked_turn[:, first:] >= numbers.window_turn)
    calls |= state.crossed_now > 0
    able = playing(state) & (state.caretaker == 0)
    return mask(calls & able[:, None] & (state.concluded < 2))


def holders(state: State) -> BoolArray:
    """Powers with a window open toward somebody; ``[power, game]``."""
    return np.asarray((state.window > 0).any(axis=1))


def protest(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A protest pays a little of what is owed, and is free."""
    chosen = step.chosen(Slot.ANSWER)
    power, game = where((rules.options.reply == _PROTEST).take(chosen))
    if not game.size:
        return
    actor = rules.options.target.take(entries(chosen, power, game))
    amount = np.full(len(game), rules.numbers.protest_paid, dtype=np.int32)
    whole = np.zeros(len(game), dtype=np.bool_)
    yield from settle(rules, state, (power, actor, game), amount, whole, "protest")


def note_closing(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An exchange closes when powers struck each other this turn and nobody is left with something to answer.

    A blow of the third exchange opens no window and is still unanswered.
    """
    powers = rules.powers
    hit = state.struck[:, :powers] > 0
    mutual = (hit & hit.transpose(1, 0, 2)).any(axis=(0, 1))
    if not any_of(mutual):
        return
    unanswered = (holders(state) | _to_be_answered(rules, state).any(axis=1)).any(axis=0)
    closed = which(mutual & ~unanswered & (state.brink < 0) & playing(state))
    yield on_cells(rules, causes.EXCHANGE_CLOSED, "tally", (_CLOSED,), closed, 1)


def new_step(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A step begins: what it will add to the ledger is counted afresh, and windows just answered are shut."""
    yield back_to_zero("a new step", "booked", "crossed_now")


def clear_turn(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At the books everything that is kept for one turn only is set back."""
    yield back_to_zero("the turn ends", *FOR_ONE_TURN)
    yield Effect("time passes", -np.minimum(state.concluded, 1), "concluded")
