"""What a seat may know of one game and of many."""

import numpy as np
import pytest

from bench.reference import note
from game.rules.chance import game_keys
from game.rules.tables import Rules
from game.rules.turn import begin
from game.rules.view import view


@pytest.mark.parametrize("games", [1, 4096])
def test_view(benchmark, rules: Rules, games: int) -> None:
    keys = game_keys(7, np.arange(games, dtype=np.int32))
    benchmark(view, rules, begin(rules, keys), 0, keys)
    note(benchmark, games, "views")
