"""Levels: what each plans, and that nothing else differs between them."""

import numpy as np

from game.players.levels import EFFORTS, TOLD, Level, player_at
from game.rules.choices import passes
from game.rules.tables import Rules, Stage
from game.rules.view import view
from tests.players.searching import others, players, positions
from tests.rules.playing import keys_of, opening


def test_each_level_looks_further_or_into_more_worlds_than_the_one_below() -> None:
    normal, hard, grand = (EFFORTS[level] for level in (Level.NORMAL, Level.HARD, Level.GRAND))
    assert max(normal.turns) < max(hard.turns) <= max(grand.turns)
    assert sum(normal.worlds) <= sum(hard.worlds) < sum(grand.worlds)


def test_every_level_is_explained() -> None:
    assert set(TOLD) == set(Level)


def test_easy_does_what_its_doctrine_says(border_rules: Rules) -> None:
    keys, own = keys_of(4), players(border_rules, 0)
    seen = view(border_rules, opening(border_rules, games=4), 0, keys)
    easy = player_at(Level.EASY, border_rules, own, others(border_rules, 0))
    np.testing.assert_array_equal(easy.choices(seen, keys), own[0].choices(seen, keys))


def test_story_orders_by_its_doctrine_and_then_takes_what_comes(border_rules: Rules) -> None:
    keys, own = keys_of(3, seed=2), players(border_rules, 0)
    story = player_at(Level.STORY, border_rules, own, others(border_rules, 0))
    for state in positions(border_rules, keys)[:9]:
        seen = view(border_rules, state, 0, keys)
        expected = own[0].choices(seen, keys)
        if state.stage != Stage.ORDERS:
            expected = passes(border_rules, Stage(state.stage), 3)[0]
        np.testing.assert_array_equal(story.choices(seen, keys), expected)
        assert all(story.choose(seen, keys).why())
