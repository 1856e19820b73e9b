"""What a seat may know of one game and of many, and what a player's orders look at of it."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bench.reference import note
from game.rules.chance import game_keys
from game.rules.glimpse import glimpse
from game.rules.tables import Rules
from game.rules.turn import begin
from game.rules.view import view


@pytest.mark.parametrize("games", [1, 4096])
def test_view(benchmark: BenchmarkFixture, rules: Rules, games: int) -> None:
    keys = game_keys(7, np.arange(games, dtype=np.int32))
    benchmark(view, rules, begin(rules, keys), 0, keys)
    note(benchmark, games, "views")


@pytest.mark.parametrize("games", [1, 4096])
def test_glimpse(benchmark: BenchmarkFixture, rules: Rules, games: int) -> None:
    """What is owed to everybody, of an imagined position; nothing else is worked out."""
    keys = game_keys(7, np.arange(games, dtype=np.int32))
    state = begin(rules, keys)
    benchmark(lambda: glimpse(rules, state, 0, keys).seen.owed)
    note(benchmark, games, "glimpses")
