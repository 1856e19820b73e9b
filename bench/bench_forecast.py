"""The forecast of a draft: of a changed dial, the first of a turn, and to the end of the game."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.players.forecaster import Forecaster
from game.players.mixture import Mixture
from game.rules.arrays import IntArray, integers
from game.rules.chance import game_keys
from game.rules.tables import ORDER_SLOTS, Rules
from game.rules.turn import begin
from game.rules.view import View, view

IRAN = 0
SALVO = "iran:announced_salvo/israel/direct/{}/core_military/slow/announced"


@pytest.fixture(scope="module")
def forecaster(rules: Rules, players: list[Mixture]) -> Forecaster:
    return Forecaster(rules, IRAN, {player.seat: player for player in players})


@pytest.fixture(scope="module")
def seen(rules: Rules) -> View:
    keys = game_keys(7, integers([0]))
    return view(rules, begin(rules, keys), IRAN, keys)


def draft(rules: Rules, scale: str) -> IntArray:
    options = [rules.options.menu[IRAN, slot][0] for slot in ORDER_SLOTS]
    options[0] = rules.options.keys.index(SALVO.format(scale))
    return integers(options)


def test_forecast_of_a_changed_dial(
    benchmark: BenchmarkFixture, rules: Rules, forecaster: Forecaster, seen: View
) -> None:
    """2,000 samples to the end of the turn; the worlds of the turn are imagined already."""
    forecaster.forecast(seen, draft(rules, "large"))
    result = benchmark(forecaster.forecast, seen, draft(rules, "maximal"))
    assert result.leakers is not None


def test_forecast_of_a_pass(
    benchmark: BenchmarkFixture, rules: Rules, forecaster: Forecaster, seen: View
) -> None:
    """The same where the seat itself strikes nobody."""
    nothing = integers([rules.options.menu[IRAN, slot][0] for slot in ORDER_SLOTS])
    forecaster.forecast(seen, draft(rules, "large"))
    assert benchmark(forecaster.forecast, seen, nothing).leakers is None


def test_prospect_to_the_horizon(
    benchmark: BenchmarkFixture, rules: Rules, forecaster: Forecaster, seen: View
) -> None:
    """500 of the worlds of a draft that has been forecast, from the end of the turn to the end of the game."""
    forecaster.forecast(seen, draft(rules, "large"))

    def look_on() -> int:
        return sum(1 for _ in forecaster.looking_on(seen, draft(rules, "large")))

    assert benchmark(look_on)


def test_first_forecast_of_a_turn(
    benchmark: BenchmarkFixture, rules: Rules, players: list[Mixture], seen: View
) -> None:
    """With the worlds that the view leaves open, and what rivals order in them."""

    def first() -> float:
        forecaster = Forecaster(rules, IRAN, {player.seat: player for player in players})
        return forecaster.forecast(seen, draft(rules, "large")).standing.mean

    assert np.isfinite(benchmark(first))
