"""Levels: what each plans, and that nothing else differs between them."""

import numpy as np

from game.players.levels import EFFORTS, TOLD, Level, player_at
from game.rules.choices import passes
from game.rules.tables import Rules, Slot, Stage
from game.rules.view import view
from tests.players.searching import others, players, positions
from tests.rules.playing import keys_of, opening


def test_each_level_weighs_more_than_the_one_below() -> None:
    normal, hard, grand = (EFFORTS[level] for level in (Level.NORMAL, Level.HARD, Level.GRAND))
    assert not normal.worlds
    assert sum(hard.worlds) < sum(grand.worlds)
    assert normal.ways == hard.ways < grand.ways


def test_only_the_strongest_leaves_its_doctrine_for_the_least_gain() -> None:
    assert [level for level, effort in EFFORTS.items() if not effort.own] == [Level.GRAND]


def test_normal_does_as_one_of_its_doctrines_would(border_rules: Rules) -> None:
    keys, own = keys_of(3, seed=2), players(border_rules, 0)
    normal = player_at(Level.NORMAL, border_rules, own, others(border_rules, 0))
    for state in positions(border_rules, keys)[:9:2]:
        seen = view(border_rules, state, 0, keys)
        chosen = normal.choices(seen, keys)
        by_doctrine = np.stack([player.choices(seen, keys) for player in own])
        assert (by_doctrine == chosen).all(axis=1).any(axis=0).all()


def test_every_level_is_explained() -> None:
    assert set(TOLD) == set(Level)


def test_easy_does_what_its_doctrine_says(border_rules: Rules) -> None:
    keys, own = keys_of(4), players(border_rules, 0)
    seen = view(border_rules, opening(border_rules, games=4), 0, keys)
    easy = player_at(Level.EASY, border_rules, own, others(border_rules, 0))
    np.testing.assert_array_equal(easy.choices(seen, keys), own[0].choices(seen, keys))


def test_story_strikes_by_its_doctrine_and_takes_the_rest_as_it_comes(border_rules: Rules) -> None:
    keys, own = keys_of(3, seed=2), players(border_rules, 0)
    story = player_at(Level.STORY, border_rules, own, others(border_rules, 0))
    for state in positions(border_rules, keys)[:9]:
        seen = view(border_rules, state, 0, keys)
        expected = passes(border_rules, Stage(state.stage), 3)[0]
        if state.stage == Stage.ORDERS:
            expected[Slot.FORCE] = own[0].choices(seen, keys)[Slot.FORCE]
        np.testing.assert_array_equal(story.choices(seen, keys), expected)
        assert all(story.choose(seen, keys).why())
