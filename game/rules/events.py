"""Events: what happens without anybody ordering it, always after a decision or a visible cause (rules.md §11).

At most one event happens in a turn of a game. Which ones can is read off the state before the books are made,
while it still shows what was done this turn.
"""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, where, which
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Rules


def possible(rules: Rules, state: State) -> BoolArray:
    """Which events could happen now: their conditions hold, and they are not used up; ``[event, game]``."""
    events = rules.events
    holds = (events.again[:, None] | (state.event == 0)) & (state.ending == Ending.PLAYING)
    bounded = (events.low > rules.low[events.row]) | (events.high < rules.high[events.row])
    for row, low, high, matters in zip(events.row.T, events.low.T, events.high.T, bounded.T, strict=True):
        some = which(matters & np.logical_or.reduce(holds, axis=1))
        values = state.block.take(row[some], axis=0)
        holds[some] &= (values >= low[some, None]) & (values <= high[some, None])
    return mask(holds)


def happen(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At most one event a turn happens; where several are due, chance decides among them (rules.md §11)."""
    event, game = where(possible(rules, state))
    if not game.size:
        return
    words = step.chance.words_at(Purpose.EVENT_DUE, game, event)
    due = roll(words, 100) < rules.events.chance[event]
    event, game = _one_a_game(step, event[due], game[due])
    for number in np.unique(event):
        yield from _follow(rules, step, int(number), game[event == number])


def _one_a_game(step: Step, event: IntArray, game: IntArray) -> tuple[IntArray, IntArray]:
    """Of the events due in each game, the one that draws the lowest word."""
    order = np.lexsort((step.chance.words_at(Purpose.EVENT_PICKED, game, event), game))
    _, first = np.unique(game[order], return_index=True)
    picked = order[first]
    return event[picked], game[picked]


def _follow(rules: Rules, step: Step, event: int, game: IntArray) -> Iterator[Effect]:
    """What one event changes in the games in which it happens."""
    events, cause = rules.events, rules.events.names[event]
    yield on_cells(rules, cause, "event", (event,), game, 1)
    for row, by in zip(events.shift_row[event], events.shift_by[event], strict=True):
        if row >= 0:
            yield Effect(cause, np.full(len(game), by), rows=np.full(len(game), row), games=game)
    if events.population[event] >= 0:
        least, most = events.least_killed[event], events.most_killed[event]
        words = step.chance.words_at(Purpose.EVENT_HARM, game, np.full(len(game), event))
        killed = least + roll(words, int(most - least + 1))
        yield on_cells(rules, cause, "killed", (events.population[event],), game, killed)
