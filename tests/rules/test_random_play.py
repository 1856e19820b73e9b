"""Random play reaches every corner: no position without a legal choice, and no game without an end (rules.md §13).

The gate plays a sample. All hundred thousand games of each conflict, with what became of them:

    python -m pytest tests/rules/test_random_play.py -m long -s
"""

from collections.abc import Iterable

import numpy as np
import pytest

from game.lab.simulate import Tile, play, random_policy, summarise
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import Asked, lawful
from game.rules.state import State
from game.rules.tables import Ending, Rules

SAMPLE, ALL = 1_000, 100_000
SEED = 17


def watched(rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
    """Random play that looks for dead ends: everything chosen in a game that goes on must be legal."""
    choices = random_policy(rules, state, keys, asked)
    playing = np.flatnonzero(state.ending == Ending.PLAYING)
    chosen = choices[:, :, playing]
    np.testing.assert_array_equal(lawful(rules, state.take(playing), chosen), chosen)
    return choices


def assert_that_all_end(rules: Rules, tiles: Iterable[Tile]) -> list[Tile]:
    """Every game of every tile has ended, and within the turns that its scenario gives it."""
    seen = list(tiles)
    for tile in seen:
        assert (tile.ending != Ending.PLAYING).all()
        assert (tile.turns >= 1).all()
        assert (tile.turns <= rules.turns + rules.hidden_end).all()
    return seen


def test_a_sample_of_random_games_has_no_dead_end_and_no_endless_game(rules: Rules) -> None:
    tiles = assert_that_all_end(rules, play(rules, watched, SAMPLE, SEED))
    assert sum(len(tile.ending) for tile in tiles) == SAMPLE


def test_random_games_end_in_different_ways(rules: Rules) -> None:
    ends = np.concatenate([tile.ending for tile in play(rules, random_policy, SAMPLE, SEED)])
    assert {Ending.REGIONAL_WAR, Ending.HORIZON} <= set(ends.tolist())


@pytest.mark.long
def test_a_hundred_thousand_random_games_have_no_dead_end_and_no_endless_one(rules: Rules) -> None:
    tiles = assert_that_all_end(rules, play(rules, watched, ALL, SEED))
    told = summarise(rules, tiles)
    assert (told["games"], told["stuck"]) == (ALL, 0)
    print("\n" + ", ".join(f"{what} {told[what]}" for what in ("games", "stuck", "mean_turns", "ends")))
