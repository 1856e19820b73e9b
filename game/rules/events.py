"""Events: what happens without anybody ordering it, always after a decision or a visible cause (rules.md §11).

At most one event happens in a turn of a game. Which ones can is read off the state before the books are made,
while it still shows what was done this turn.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, where, which
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect
from game.rules.ends import playing
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules


def possible(rules: Rules, state: State) -> BoolArray:
    """Which events could happen now: their conditions hold, and they are not used up; ``[event, game]``."""
    events = rules.events
    holds = (events.again[:, None] | (state.event == 0)) & playing(state)
    for event, row, low, high in _conditions(rules):
        values = state.block.take(row, axis=0)
        holds[event] &= (values >= low) & (values <= high)
    return mask(holds)


class _Conditions(NamedTuple):
    """A condition of each of some events: a row of the block and its bounds; arrays ``[some]`` and ``[some, 1]``."""

    event: IntArray
    row: IntArray
    low: IntArray
    high: IntArray


@lru_cache(maxsize=SCENARIOS)
def _conditions(rules: Rules) -> tuple[_Conditions, ...]:
    """The first conditions of events, their second and so on, as far as they say more than the rows' own bounds."""
    events = rules.events
    bounded = (events.low > rules.low[events.row]) | (events.high < rules.high[events.row])
    return tuple(
        _Conditions(some, row[some], low[some, None], high[some, None])
        for row, low, high, matters in zip(events.row.T, events.low.T, events.high.T, bounded.T, strict=True)
        if (some := which(matters)).size
    )


def happen(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At most one event a turn happens; where several are due, chance decides among them (rules.md §11)."""
    event, game = where(possible(rules, state))
    if not game.size:
        return
    words = step.chance.words_at(Purpose.EVENT_DUE, game, event)
    due = which(roll(words, 100) < rules.events.chance.take(event))
    if due.size:
        yield from _follow(rules, step, *_one_a_game(step, event.take(due), game.take(due)))


def befall(rules: Rules, state: State, step: Step, event: int) -> Iterator[Effect]:
    """One event happens in every game that goes on and has not used it up: by choice, in the place of chance.

    It needs none of its conditions: whoever chooses it is the cause.
    """
    open_to = (rules.events.again[event] | (state.event[event] == 0)) & playing(state)
    games = which(open_to)
    if games.size:
        yield from _follow(rules, step, np.full_like(games, event), games)


def _one_a_game(step: Step, event: IntArray, game: IntArray) -> tuple[IntArray, IntArray]:
    """Of the events due in each game, the one that draws the lowest word."""
    words = step.chance.words_at(Purpose.EVENT_PICKED, game, event)
    lot = (words.astype(np.int64) << 16) + event  # no two events of a game draw the same
    lowest = np.full(game.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(lowest, game, lot)
    picked = which(lot == lowest.take(game))
    return event.take(picked), game.take(picked)


def _follow(rules: Rules, step: Step, event: IntArray, game: IntArray) -> Iterator[Effect]:
    """What the events change in the games in which they happen; ``[happening]``, one in a game."""
    events = rules.events
    yield _of_each(rules, event, rules.layout.cells("event", event), game, np.ones_like(event))
    for row, by in zip(events.shift_row.T, events.shift_by.T, strict=True):
        some = which(row.take(event) >= 0)
        kind = event.take(some)
        yield _of_each(rules, kind, row.take(kind), game.take(some), by.take(kind))
    harmful = which(events.population.take(event) >= 0)
    if not harmful.size:
        return
    event, game = event[harmful], game[harmful]
    least, most = events.least_killed[event], events.most_killed[event]
    words = step.chance.words_at(Purpose.EVENT_HARM, game, event)
    killed = least + roll(words, most - least + 1)
    yield _of_each(rules, event, rules.layout.cells("killed", events.population[event]), game, killed)


def _of_each(rules: Rules, event: IntArray, rows: IntArray, game: IntArray, change: IntArray) -> Effect:
    """Changes of single entries, each caused by its event; ``[happening]``."""
    return Effect(rules.events.names, change, rows=rows, games=game, causes=event)
