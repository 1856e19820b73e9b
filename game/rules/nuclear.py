"""The nuclear programme moves on by itself, slower the more of it is seen (rules.md §4, §11)."""

from collections.abc import Iterator

from game.rules.effects import Effect
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules


def enrich(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The programme grows a little each turn; full transparency halves the growth."""
    numbers = rules.numbers
    growth = numbers.nuclear_growth * (600 - state.transparency) // 600
    yield Effect("the programme goes on", growth, "nuclear")
