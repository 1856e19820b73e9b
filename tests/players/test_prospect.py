"""What a draft may lead to in the end: played on in the forecast's own worlds, the same for every draft."""

import numpy as np
import pytest

from game.players.forecaster import Forecaster
from game.players.mixture import Mixture
from game.players.prospect import Prospect, prospect
from game.players.slices import finished
from game.rules.arrays import IntArray, integers
from game.rules.chance import game_keys
from game.rules.tables import ORDER_SLOTS, Ending, Rules
from game.rules.turn import begin
from game.rules.view import View, view
from tests.players.searching import players
from tests.rules.playing import keys_of

SAMPLES = 60


@pytest.fixture
def mixtures(rules: Rules) -> dict[int, Mixture]:
    return {seat: Mixture(players(rules, seat)) for seat in range(rules.powers)}


@pytest.fixture
def seen(rules: Rules) -> View:
    keys = keys_of(1)
    return view(rules, begin(rules, keys), 0, keys)


def passing(rules: Rules) -> IntArray:
    return integers([rules.options.menu[0, slot][0] for slot in ORDER_SLOTS])


def looked_on(forecaster: Forecaster, seen: View, draft: IntArray) -> Prospect:
    return finished(forecaster.looking_on(seen, draft))


def test_every_game_ends_in_one_way_and_is_counted_once(
    rules: Rules, mixtures: dict[int, Mixture], seen: View
) -> None:
    found = looked_on(Forecaster(rules, 0, mixtures, SAMPLES), seen, passing(rules))
    assert found.samples == SAMPLES
    assert sum(found.endings.values()) == pytest.approx(100)
    assert Ending.PLAYING not in found.endings
    for spread in (found.own, *found.others.values()):
        assert sum(spread.counts) == SAMPLES
        assert spread.low <= spread.high


def test_looking_on_is_the_same_whether_or_not_the_draft_was_forecast_before(
    rules: Rules, mixtures: dict[int, Mixture], seen: View
) -> None:
    fresh = looked_on(Forecaster(rules, 0, mixtures, SAMPLES), seen, passing(rules))
    forecaster = Forecaster(rules, 0, mixtures, SAMPLES)
    forecaster.forecast(seen, passing(rules))
    assert looked_on(forecaster, seen, passing(rules)) == fresh
    assert looked_on(forecaster, seen, passing(rules)) == fresh


def test_looking_on_leaves_the_forecast_of_the_turn_as_it_was(
    rules: Rules, mixtures: dict[int, Mixture], seen: View
) -> None:
    forecaster = Forecaster(rules, 0, mixtures, SAMPLES)
    before = forecaster.forecast(seen, passing(rules))
    looked_on(forecaster, seen, passing(rules))
    assert forecaster.forecast(seen, passing(rules)) == before


def test_a_prospect_can_be_given_up_between_any_two_slices(
    rules: Rules, mixtures: dict[int, Mixture], seen: View
) -> None:
    forecaster = Forecaster(rules, 0, mixtures, SAMPLES)
    whole = looked_on(forecaster, seen, passing(rules))
    given_up = forecaster.looking_on(seen, passing(rules))
    for _ in range(5):
        next(given_up)
    given_up.close()
    assert looked_on(forecaster, seen, passing(rules)) == whole


def test_games_are_played_on_from_where_they_stand_and_those_are_left_alone(
    rules: Rules, mixtures: dict[int, Mixture]
) -> None:
    keys = game_keys(3, np.arange(20))
    start = begin(rules, keys)
    before = start.block.copy()
    members = np.zeros((rules.powers, 20), dtype=np.int32)
    for _ in prospect(rules, 0, mixtures, start, keys, members):
        pass
    np.testing.assert_array_equal(start.block, before)
    assert start.turn == 1
