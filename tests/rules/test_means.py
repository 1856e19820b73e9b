"""Attention and readiness: what orders cost, and what a new turn brings (rules.md §3)."""

import pytest

from game.lab.simulate import random_policy
from game.rules.tables import Ending, Rules, Stage
from tests.rules.playing import keys_of, opening, option, play, take_stage, take_turn

SALVO = "northland:missile_strike/southland/border/limited/core_military/fast/none"
ALERT = "northland:full_alert"
NORTH = 0


@pytest.mark.parametrize("orders", [(), (SALVO,), (ALERT,), (SALVO, ALERT)], ids=len)
def test_orders_cost_the_attention_and_the_readiness_that_they_name(
    border_rules: Rules, orders: tuple[str, ...]
) -> None:
    before, options = opening(border_rules), border_rules.options
    after, _ = take_stage(border_rules, before, *orders)
    numbers = [option(border_rules, key) for key in orders]
    assert before.attention[NORTH, 0] - after.attention[NORTH, 0] == options.attention[numbers].sum()
    assert before.readiness[NORTH, 0] - after.readiness[NORTH, 0] == options.readiness[numbers].sum()


def test_nobody_spends_more_than_there_is(rules: Rules) -> None:
    """Costs are never cut off at zero: in every game at random, what orders cost was there."""
    keys, options = keys_of(32), rules.options
    for state in play(rules, random_policy, keys):
        playing = state.ending == Ending.PLAYING
        if state.stage == Stage.ORDERS and playing.any():
            chosen = random_policy(rules, state, keys)
            assert (options.attention[chosen].sum(axis=1) <= state.attention)[:, playing].all()
            assert (options.readiness[chosen].sum(axis=1) <= state.readiness)[:, playing].all()


def test_a_new_turn_brings_attention_and_some_readiness_back(border_rules: Rules) -> None:
    spent = opening(border_rules, attention={("northland",): 0}, readiness={("northland",): 0})
    rested = take_turn(border_rules, spent)
    assert rested.attention[NORTH, 0] == border_rules.numbers.attention
    assert rested.readiness[NORTH, 0] == border_rules.numbers.readiness_gain


def test_forces_abroad_keep_some_readiness_and_standing_from_coming_back(border_rules: Rules) -> None:
    lakeland = border_rules.layout.row("readiness", "lakeland")
    home = opening(border_rules, presence={("lakeland", "southland"): 0}, readiness={("lakeland",): 0})
    away = opening(border_rules, presence={("lakeland", "southland"): 300}, readiness={("lakeland",): 0})
    assert take_turn(border_rules, away).block[lakeland, 0] < take_turn(border_rules, home).block[lakeland, 0]
