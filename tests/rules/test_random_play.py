"""Random play reaches every corner: no position without a legal choice, and no game without an end (rules.md §13).

The gate plays a sample. All hundred thousand games of each conflict and a tenth of that of every scenario that
ships, with what became of them:

    python -m pytest tests/rules/test_random_play.py -m long -s
"""

from collections.abc import Iterable

import numpy as np
import pytest

from game.lab.simulate import Tile, play, random_policy, summarise
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import Asked, lawful
from game.rules.effects import Recorder
from game.rules.state import State
from game.rules.tables import Ending, Rules
from game.rules.turn import EVERY_RULE, advance, begin, rule_name
from game.scenario.shipped import scenarios
from tests.loading import load_scenario
from tests.rules.playing import keys_of, stages

SAMPLE, ALL = 1_000, 100_000
FEW, MANY = 60, 10_000
"""Games of each scenario that ships, in the gate and in all."""
SEED = 17
WITHOUT_EFFECT = {"launches.join", "harm.unseat"}
"""A rule that only gathers strikes, and one that belongs to an assumption that no scenario makes."""


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


@pytest.mark.parametrize("name", scenarios())
def test_random_games_of_every_scenario_that_ships_end_and_never_lack_a_choice(name: str) -> None:
    rules = load_scenario(name).rules
    tiles = assert_that_all_end(rules, play(rules, watched, FEW, SEED))
    assert sum(len(tile.ending) for tile in tiles) == FEW


@pytest.mark.long
@pytest.mark.parametrize("name", scenarios())
def test_ten_thousand_random_games_of_every_scenario_end_and_never_lack_a_choice(name: str) -> None:
    rules = load_scenario(name).rules
    told = summarise(rules, assert_that_all_end(rules, play(rules, watched, MANY, SEED)))
    assert (told["games"], told["stuck"]) == (MANY, 0)
    print(f"\n{name}: " + ", ".join(f"{what} {told[what]}" for what in ("games", "mean_turns", "ends")))


def rules_that_changed_something(rules: Rules, games: int) -> set[str]:
    """The names of the rules that changed anything in games played at random."""
    keys = keys_of(games)
    state, seen = begin(rules, keys), set[str]()
    for _ in range(stages(rules)):
        recorder = Recorder()
        state = advance(rules, state, random_policy(rules, state, keys), keys, recorder).state
        seen |= {change.rule for change in recorder.changes}
    return seen


@pytest.mark.long
def test_every_rule_changes_something_in_some_scenario_that_ships() -> None:
    every = {rule_name(rule) for rule in EVERY_RULE}
    seen = set[str]()
    for name in scenarios():
        seen |= rules_that_changed_something(load_scenario(name).rules, games=64)
    assert every - seen == WITHOUT_EFFECT
