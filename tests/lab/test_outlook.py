"""What tends to happen in a scenario: counted over many games, with honest intervals."""

import numpy as np
import pytest

from game.lab.outlook import AT_ONCE, Estimate, Outlook, mean, mean_share, outlook, share
from game.lab.run import simulate
from game.rules.tables import Rules
from game.scenario.models import Scenario

GAMES = AT_ONCE + 30


@pytest.fixture(scope="module")
def found(border_scenario: Scenario, border_rules: Rules) -> Outlook:
    return outlook(border_scenario, border_rules, GAMES, seed=3)


def test_the_games_are_those_of_a_simulation(border_scenario: Scenario, border_rules: Rules, found: Outlook):
    summary = simulate(border_scenario, border_rules, GAMES, seed=3)
    assert {name: round(each.value * GAMES) for name, each in found.endings.items()} == summary["ends"]
    assert {name: round(each.value * GAMES) for name, each in found.stories.items()} == summary["stories"]
    assert {name: round(each.value, 3) for name, each in found.scores.items()} == summary["mean_score"]
    assert found.stuck == 0


def test_progress_is_told_after_each_part(border_scenario: Scenario, border_rules: Rules):
    told: list[int] = []
    outlook(border_scenario, border_rules, GAMES, 3, told.append)
    assert told == [AT_ONCE, GAMES]


def test_an_order_counts_as_chosen_or_as_never_chosen(border_scenario: Scenario, found: Outlook):
    for power, never in found.never_chosen.items():
        given = [name for name, order in border_scenario.orders.items() if power in order.by]
        assert set(never) < set(given)


def test_a_share_keeps_within_its_interval_and_never_is_not_certain():
    never, half = share(np.zeros(1000, dtype=bool)), share(np.arange(1000) % 2 == 0)
    assert (never.value, never.low) == (0, 0)
    assert 0.003 < never.high < 0.005
    assert half.low == pytest.approx(0.469, abs=0.001)
    assert half.high == pytest.approx(0.531, abs=0.001)


def test_a_mean_of_equal_values_is_certain():
    assert mean(np.full(10, 4)) == Estimate(4, 4, 4)


@pytest.mark.parametrize("parts", [[1, 1, 1, 1, 1, 0.5], [0, 0, 0.5, 0, 0, 0], [1.0, 0.0]])
def test_the_interval_of_a_mean_share_never_goes_beyond_none_or_all(parts: list[float]):
    told = mean_share(parts)
    assert 0 <= told.low < told.value < told.high <= 1
