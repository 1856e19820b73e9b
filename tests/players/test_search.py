"""Search: legal drafts, the same ones for the same view, better with time, and reasons that say what was weighed."""

import re
from dataclasses import replace

import numpy as np
import pytest

from game.players.doctrine import DEFAULT
from game.players.drafts import Drafts
from game.players.search import Effort, Searcher
from game.players.weighed import weigh
from game.players.worlds import Futures, quietness, world_keys
from game.rules.arrays import integers
from game.rules.chance import game_keys
from game.rules.choices import check, lawful, passes
from game.rules.state import State
from game.rules.tables import Rules, Slot, Stage, slots_of
from game.rules.view import view
from tests.players.searching import QUICK, positions, searcher
from tests.rules.playing import keys_of, opening

GAMES = 3


@pytest.fixture(scope="module")
def northland(border_rules: Rules) -> Searcher:
    return searcher(border_rules, 0)


@pytest.fixture(scope="module")
def states(border_rules: Rules) -> list[State]:
    return positions(border_rules, keys_of(GAMES, seed=2))


def drafts_of(player: Searcher, state: State, way: int = 0) -> Drafts:
    """What a player weighs in one game where it goes on by one of its doctrines."""
    keys = keys_of(1)
    seen = view(player.rules, state, player.seat, keys)
    return player.drafter.drafts(seen, player.drafter.ways(seen, keys), integers([way]))


def test_what_is_chosen_is_legal_as_far_as_the_seat_can_see(
    border_rules: Rules, northland: Searcher, states: list[State]
) -> None:
    keys = keys_of(GAMES, seed=2)
    for state in states[::3]:
        seen = view(border_rules, state, 0, keys)
        choices = passes(border_rules, Stage(state.stage), GAMES)
        choices[0] = northland.choose(seen, keys).choices
        np.testing.assert_array_equal(lawful(border_rules, seen.seen, choices), choices)


def test_a_search_for_a_batch_is_that_for_each_of_its_games(
    border_rules: Rules, northland: Searcher, states: list[State]
) -> None:
    keys = keys_of(GAMES, seed=2)
    for state in states[::4]:
        seen = view(border_rules, state, 0, keys)
        together = northland.choose(seen, keys).choices
        for game in range(GAMES):
            alone = northland.choose(seen.take(np.array([game])), keys[game : game + 1]).choices
            np.testing.assert_array_equal(alone[:, 0], together[:, game])


def test_a_decision_can_be_taken_after_any_slice(border_rules: Rules, northland: Searcher) -> None:
    keys = keys_of(1)
    state = opening(border_rules)
    seen = view(border_rules, state, 0, keys)
    thinking, done = northland.thinking(seen, keys), []
    habit = northland.mind.choose(seen, keys).choices
    np.testing.assert_array_equal(thinking.decision().choices, habit)
    for _ in thinking.slices:
        done.append(thinking.progress)
        choices = passes(border_rules, Stage.ORDERS, 1)
        choices[0] = thinking.decision().choices
        check(border_rules, state, choices)
    assert done == sorted(done)
    assert thinking.progress == 1.0


def test_reasons_tell_the_frame_the_rivals_and_the_best_drafts(
    border_rules: Rules, northland: Searcher
) -> None:
    keys = keys_of(1)
    why = northland.choose(view(border_rules, opening(border_rules), 0, keys), keys).why()
    assert any(re.match(r"Imagines .*\{southland\}.* to play by ", step) for step in why)
    assert any(step.startswith("Weighed ") for step in why)
    best = [step for step in why if step[:1].isdigit()]
    assert len(best) >= 3
    assert all("score" in step and "reply window" in step and "control lost" in step for step in best)


def test_searched_worlds_have_dice_of_their_own() -> None:
    keys = game_keys(4, integers([0, 1]))
    worlds = world_keys(keys, 0, 50)
    assert len(np.unique(np.concatenate([worlds, keys]))) == 102
    np.testing.assert_array_equal(worlds[:30], world_keys(keys[:1], 0, 30))
    np.testing.assert_array_equal(worlds[20:50], world_keys(keys[:1], 20, 30))


def test_a_better_end_is_worth_more_than_a_habit() -> None:
    drafts = Drafts(integers([[0, 1]]), integers([0, 0]), np.array([True, False]), integers([0, 0]))
    nobody = np.zeros((2, 4), dtype=np.bool_)
    futures = Futures(integers([[500] * 4, [600] * 4]), nobody, nobody, integers(np.zeros((2, 4))))
    assert weigh(DEFAULT, drafts, futures, own=20).ranks().tolist() == [1, 0]


def test_a_gain_smaller_than_what_the_doctrine_is_worth_is_left() -> None:
    drafts = Drafts(integers([[0, 1]]), integers([0, 0]), np.array([True, False]), integers([0, 0]))
    nobody = np.zeros((2, 4), dtype=np.bool_)
    futures = Futures(integers([[500] * 4, [510] * 4]), nobody, nobody, integers(np.zeros((2, 4))))
    assert weigh(DEFAULT, drafts, futures, own=20).ranks().tolist() == [0, 1]
    assert weigh(DEFAULT, drafts, futures, own=0).ranks().tolist() == [1, 0]


def test_among_equals_the_doctrine_decides() -> None:
    drafts = Drafts(integers([[0, 1]]), integers([0, 0]), np.array([True, False]), integers([0, 0]))
    nobody = np.zeros((2, 4), dtype=np.bool_)
    futures = Futures(integers([[500] * 4, [500] * 4]), nobody, nobody, integers(np.zeros((2, 4))))
    assert weigh(DEFAULT, drafts, futures, own=20).ranks().tolist() == [0, 1]


def test_every_slot_of_orders_is_varied(border_rules: Rules, northland: Searcher) -> None:
    drafts = drafts_of(northland, opening(border_rules))
    habit = drafts.options[:, drafts.own]
    assert habit.shape[1] == 1
    differs = (drafts.options != habit).any(axis=1)
    assert differs.tolist() == [True] * len(slots_of(Stage.ORDERS))
    assert len(np.unique(drafts.options, axis=1).T) == len(drafts.game)


def test_a_strike_may_be_left_out_or_sized_anew(border_rules: Rules, northland: Searcher) -> None:
    state = opening(border_rules, owed={("northland", "southland"): 500}, readiness={("northland",): 600})
    drafts = drafts_of(northland, state)
    force = np.unique(drafts.options[Slot.FORCE])
    assert border_rules.options.strike[force].sum() >= 2
    assert not border_rules.options.strike[force].all()


def test_looking_further_ahead_never_leaves_the_turns_of_the_game(border_rules: Rules) -> None:
    keys = keys_of(1)
    player = searcher(border_rules, 0, Effort(worlds=(2,), kept=(), turns=(99,)))
    assert player.choose(view(border_rules, opening(border_rules), 0, keys), keys).choices.shape == (4, 1)


def test_who_has_struck_is_not_reckoned_to_do_nothing(border_rules: Rules) -> None:
    keys, state = keys_of(2), opening(border_rules, games=2)
    state.blows[1, 0] = [0, 1]
    idle = quietness(view(border_rules, state, 0, keys), 1)
    assert idle[0] > 0
    assert idle[1] == 0


def test_a_power_that_lets_turns_pass_seems_the_quieter(border_rules: Rules) -> None:
    keys, state = keys_of(1), opening(border_rules)
    first = quietness(view(border_rules, state, 0, keys), 1)
    state.turn = 3
    assert quietness(view(border_rules, state, 0, keys), 1) > first


def test_drafts_vary_what_the_chosen_way_would_do(border_rules: Rules, northland: Searcher) -> None:
    state = opening(border_rules, owed={("northland", "southland"): 250}, readiness={("northland",): 600})
    keys = keys_of(1)
    ways = northland.drafter.ways(view(border_rules, state, 0, keys), keys)
    assert ways.way.tolist() == [0, 1, 2]
    for way in range(3):
        drafts = drafts_of(northland, state, way)
        np.testing.assert_array_equal(drafts.options[:, drafts.own][:, 0], ways.options[:, way])
        assert set(drafts.way.tolist()) == {way}


def test_who_compares_ways_goes_on_by_the_best_and_says_so(border_rules: Rules) -> None:
    keys, state = keys_of(1), opening(border_rules, owed={("northland", "southland"): 250})
    planner = searcher(border_rules, 0, replace(QUICK, ways=16))
    why = planner.choose(view(border_rules, state, 0, keys), keys).why()
    told = [step for step in why if step.startswith("Goes on from here as ")]
    assert len(told) == 1
    assert all(f"{aim} " in told[0] for aim in ("balance", "restraint", "force"))
