"""Home: the demand for security after a mass injury, and what a ground operation costs its own government (§4, §8)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.home import pressure_to_answer
from game.rules.tables import Rules
from tests.rules.playing import opening, take_stage, take_turn

OWED: dict[tuple[str, ...], int] = {("northland", "southland"): 300}
GROUND = "southland:ground_operation/hill_fighters/hills/large/core_military/slow/none"
NORTH, SOUTH = 0, 1


def test_a_shaken_government_feels_what_is_owed_more_and_may_let_less_stand(border_rules: Rules) -> None:
    calm = opening(border_rules, owed=OWED)
    shaken = opening(border_rules, owed=OWED, insecurity={("northland",): 500})
    pressures = [int(pressure_to_answer(border_rules, state)[NORTH, 0]) for state in (calm, shaken)]
    assert pressures[1] == pressures[0] * (100 + 5 * border_rules.numbers.insecurity_answer) // 100
    after = [take_turn(border_rules, state).standing[NORTH, 0] for state in (calm, shaken)]
    assert after[0] > after[1]


def test_the_demand_for_security_fades_slowly(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, insecurity={("northland",): 400}))
    assert state.insecurity[NORTH, 0] == 400 - 400 * border_rules.numbers.insecurity_fade // 100


@pytest.mark.parametrize("threshold", [0, 10_000])
def test_many_impacts_among_its_people_raise_the_demand_for_security(
    border_rules: Rules, threshold: int
) -> None:
    defences = border_rules.defences
    rules = replace(
        border_rules,
        numbers=replace(border_rules.numbers, insecurity_impacts=threshold),
        defences=replace(defences, kill=np.zeros_like(defences.kill)),
    )
    salvo = "northland:missile_strike/southland/border/limited/core_military/fast/none"
    state, step = take_stage(rules, opening(rules, games=50), salvo)
    assert step.strikes.populated.any()
    above = np.maximum(step.strikes.populated - threshold, 0)
    assert (state.insecurity[SOUTH] == rules.numbers.insecurity_gain * above).all()


@pytest.mark.parametrize("turns", [0, 3])
def test_a_ground_operation_costs_its_own_government_more_the_longer_it_lasts(
    border_rules: Rules, turns: int
) -> None:
    free = replace(border_rules, numbers=replace(border_rules.numbers, ground_standing=0))
    states = [
        take_stage(rules, opening(rules, campaign={("southland",): turns}), GROUND)[0]
        for rules in (free, border_rules)
    ]
    cost = states[0].standing[SOUTH, 0] - states[1].standing[SOUTH, 0]
    assert cost == border_rules.numbers.ground_standing * (turns + 1)
