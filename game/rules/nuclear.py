"""The nuclear programme moves on by itself, slower the more of it is seen (rules.md §4, §11)."""

from collections.abc import Iterator

from game.rules.arrays import times
from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules

_FULL_TRANSPARENCY = 300


def enrich(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The programme, if there is one, grows a little each turn; full transparency halves the growth."""
    if rules.nuclear_owner < 0:
        return
    numbers = rules.numbers
    seen = times(state.transparency, numbers.nuclear_inspected)
    growth = numbers.nuclear_growth * (_FULL_TRANSPARENCY - seen) // _FULL_TRANSPARENCY
    yield Effect("the programme goes on", growth, "nuclear")
