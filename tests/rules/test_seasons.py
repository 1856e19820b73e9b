"""Election seasons: pressing a client costs double, and pressure to stop weighs more (rules.md §4, §8)."""

import numpy as np
import pytest

from game.rules.home import pressure_to_stop
from game.rules.tables import Rules, Stage
from tests.rules.playing import opening, take_stage

LAKE = 2


def test_a_season_lasts_the_turns_that_the_scenario_gives(border_rules: Rules) -> None:
    state = opening(border_rules)
    seasons = [int(state.season[LAKE, 0])]
    for turn in range(1, 5):
        state.turn, state.stage = turn, Stage.BRINK
        state, _ = take_stage(border_rules, state)
        seasons.append(int(state.season[LAKE, 0]))
    assert seasons == [0, 1, 1, 0, 0]
    assert not state.season[:LAKE].any()


@pytest.mark.parametrize("season", [0, 1])
def test_pressing_a_client_costs_standing_and_double_in_the_season(border_rules: Rules, season: int) -> None:
    before = opening(border_rules, season={("lakeland",): season})
    after, _ = take_stage(border_rules, before, "lakeland:condition_arms/southland")
    assert before.standing[LAKE, 0] - after.standing[LAKE, 0] == 20 * (1 + season)
    assert after.leverage[0, 0] == 1


def test_in_a_season_a_government_feels_more_pressure_to_stop(border_rules: Rules) -> None:
    losses = {(power,): 100 for power in ("northland", "southland", "lakeland")}
    pressure = [
        pressure_to_stop(border_rules, opening(border_rules, losses=losses, season={("lakeland",): season}))[
            :, 0
        ]
        for season in (0, 1)
    ]
    expected = pressure[0].copy()
    assert expected[LAKE] > 0
    expected[LAKE] = expected[LAKE] * border_rules.numbers.season_stop // 100
    assert np.array_equal(pressure[1], expected)
