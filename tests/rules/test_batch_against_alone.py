"""A game of a batch is, bit for bit, the game played alone: in any subset, order or tile, and when resumed."""

import numpy as np
import pytest

from game.lab.simulate import play_tile, random_policy
from game.rules.chance import Chance, Purpose
from game.rules.tables import Rules
from game.rules.turn import advance, begin
from tests.rules.playing import Policy, blocks, by_doctrine, keys_of, play

GAMES = 24


@pytest.fixture(params=["random", "doctrine"])
def policy(request: pytest.FixtureRequest, rules: Rules) -> Policy:
    return random_policy if request.param == "random" else by_doctrine(rules)


def test_a_game_of_a_batch_is_the_game_played_alone(rules: Rules, policy: Policy) -> None:
    keys = keys_of(GAMES)
    together = blocks(rules, policy, keys)
    for game in (1, GAMES - 1):
        alone = blocks(rules, policy, keys[game : game + 1])
        np.testing.assert_array_equal(alone[:, :, 0], together[:, :, game])


def test_the_order_of_games_in_a_batch_does_not_matter(rules: Rules, policy: Policy) -> None:
    keys = keys_of(GAMES)
    order = np.random.default_rng(5).permutation(GAMES)[: GAMES - 3]
    np.testing.assert_array_equal(
        blocks(rules, policy, keys[order]), blocks(rules, policy, keys)[:, :, order]
    )


def test_a_resumed_game_goes_on_as_if_never_interrupted(rules: Rules, policy: Policy) -> None:
    keys = keys_of(GAMES)
    states = list(play(rules, policy, keys))
    chosen = np.array([3, 0, 11])
    resumed = list(play(rules, policy, keys[chosen], states[11].take(chosen)))
    np.testing.assert_array_equal(resumed[-1].block, states[-1].block[:, chosen])
    again = list(play(rules, policy, keys, states[18].copy()))
    np.testing.assert_array_equal(again[-1].block, states[-1].block)


def test_advancing_leaves_the_state_it_was_given_as_it_was(rules: Rules) -> None:
    keys = keys_of(8)
    for state in play(rules, random_policy, keys):
        before = state.block.copy()
        advance(rules, state, random_policy(rules, state, keys), keys)
        np.testing.assert_array_equal(state.block, before)


def test_tiles_of_any_size_end_alike(rules: Rules, policy: Policy) -> None:
    whole = play_tile(rules, policy, 3, np.arange(GAMES, dtype=np.int32))
    for part in (np.arange(5, dtype=np.int32), np.array([20, 4, 19], dtype=np.int32)):
        tile = play_tile(rules, policy, 3, part)
        np.testing.assert_array_equal(tile.scores, whole.scores[:, part])
        np.testing.assert_array_equal(tile.ending, whole.ending[part])
        np.testing.assert_array_equal(tile.tally, whole.tally[:, part])
        np.testing.assert_array_equal(tile.highest, whole.highest[:, part])


def test_words_of_neighbouring_games_are_not_interleaved() -> None:
    keys = keys_of(16)
    together = Chance(keys, 2, 3).words(Purpose.LAYER, 6)
    for game in range(len(keys)):
        alone = Chance(keys[game : game + 1], 2, 3).words(Purpose.LAYER, 6)
        np.testing.assert_array_equal(together[:, game : game + 1], alone)


def test_a_word_asked_for_by_event_is_the_word_of_its_index_and_game() -> None:
    chance = Chance(keys_of(16), 2, 3)
    games, indices = np.array([3, 3, 15, 0]), np.array([0, 5, 2, 5])
    expected = chance.words(Purpose.LAYER, 6)[indices, games]
    np.testing.assert_array_equal(chance.words_at(Purpose.LAYER, games, indices), expected)


def test_a_changed_choice_leaves_unrelated_rolls_as_they_were(border_rules: Rules) -> None:
    """What-ifs are compared under common random numbers: a pass instead of an order moves no other game's chance."""
    keys = keys_of(8)
    state = begin(border_rules, keys)
    choices = random_policy(border_rules, state, keys)
    other = choices.copy()
    other[:, :, 3] = [[border_rules.options.menu[power, slot][0] for slot in range(4)] for power in range(3)]
    first = advance(border_rules, state, choices, keys).state.block
    second = advance(border_rules, state, other, keys).state.block
    rest = np.arange(8) != 3
    np.testing.assert_array_equal(first[:, rest], second[:, rest])
