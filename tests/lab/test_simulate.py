"""Many games at once: every one is played to its end, and what is counted is what happened."""

import pickle

import numpy as np

from game.lab.simulate import TILE, play, play_at_random, play_tile, random_policy, summarise
from game.rules.score import score
from game.rules.tables import Ending, Rules
from tests.rules.playing import by_doctrine, keys_of
from tests.rules.playing import play as states_of

GAMES = 40


def test_every_game_is_played_to_its_end(rules: Rules) -> None:
    for policy in (random_policy, by_doctrine(rules)):
        tile = play_tile(rules, policy, 5, np.arange(GAMES, dtype=np.int32))
        assert (tile.ending != Ending.PLAYING).all()
        assert (tile.turns >= 1).all()
        assert (tile.turns <= rules.turns + rules.hidden_end).all()


def test_what_a_tile_reports_is_the_end_of_each_game_played_step_by_step(rules: Rules) -> None:
    tile = play_tile(rules, random_policy, 5, np.arange(GAMES, dtype=np.int32))
    *_, end = states_of(rules, random_policy, keys_of(GAMES, seed=5))
    np.testing.assert_array_equal(tile.ending, end.ending)
    np.testing.assert_array_equal(tile.scores, score(rules, end).total)
    np.testing.assert_array_equal(tile.fell, end.caretaker)
    np.testing.assert_array_equal(tile.tally, end.tally)


def test_games_spread_over_processes_are_those_of_one(border_rules: Rules) -> None:
    games = TILE + GAMES
    spread = sorted(play_at_random(border_rules, games, 5, processes=2), key=lambda tile: -len(tile.ending))
    one = list(play(border_rules, random_policy, games, 5))
    for tile, same in zip(spread, one, strict=True):
        np.testing.assert_array_equal(tile.scores, same.scores)


def test_the_summary_counts_every_game_once(border_rules: Rules) -> None:
    tiles = list(play(border_rules, random_policy, GAMES, seed=5))
    summary = summarise(border_rules, tiles)
    assert summary["games"] == GAMES
    assert summary["stuck"] == 0
    ends = summary["ends"]
    assert isinstance(ends, dict)
    assert sum(ends.values()) == GAMES


def test_rules_that_another_process_was_given_are_made_of_numpys_own_numbers(border_rules: Rules) -> None:
    given = pickle.loads(pickle.dumps(border_rules))
    assert given.low.dtype is np.dtype(np.int32)
    assert given.options.strike.dtype is np.dtype(np.bool_)
