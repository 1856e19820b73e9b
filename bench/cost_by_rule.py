"""Where the time of the engine goes: seconds of each rule over whole games of random play.

python -m bench.cost_by_rule [games]
"""

import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter
from unittest.mock import patch

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.conftest import CONSULATE
from game.lab.simulate import random_policy
from game.rules import turn
from game.rules.chance import game_keys
from game.rules.effects import Effect, carry_out
from game.rules.state import State
from game.rules.tables import Rules
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario

GAMES = 4096


def cost_by_rule(rules: Rules, games: int) -> Counter[str]:
    """Seconds that each rule, and choosing at random, took over the length of a game."""
    seconds: Counter[str] = Counter()

    def timed(rules: Rules, state: State, effects: Iterator[Effect], rule: str, recorder: None) -> None:
        started = perf_counter()
        carry_out(rules, state, effects, rule, recorder)
        seconds[rule] += perf_counter() - started

    keys = game_keys(1, np.arange(games, dtype=np.int32))
    state = turn.begin(rules, keys)
    with patch.object(turn, "carry_out", timed):
        while state.turn <= rules.turns:
            started = perf_counter()
            choices = random_policy(rules, state, keys)
            seconds["choices.at_random"] += perf_counter() - started
            turn.play_on(rules, state, choices, keys)
    return seconds


def main() -> None:
    """Print the cost of every rule, the dearest first."""
    games = int(sys.argv[1]) if len(sys.argv) > 1 else GAMES
    rules = compiled(read(CONSULATE, Scenario))
    cost_by_rule(rules, 1)  # builds the tables of chance
    seconds = cost_by_rule(rules, games)
    title = f"{games} games of random play: {1000 * seconds.total():.0f} ms"
    table = Table("rule", "ms", "share", title=title)
    for rule, spent in seconds.most_common():
        table.add_row(rule, f"{1000 * spent:.1f}", f"{100 * spent / seconds.total():.1f} %")
    Console().print(table)


if __name__ == "__main__":
    main()
