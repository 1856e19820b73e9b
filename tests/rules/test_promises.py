"""Holding for a promise: when it begins, what it freezes, and what keeping or breaking it does (rules.md §7)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.choices import reasons_against
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Tally
from game.scenario.compile import compiled
from game.scenario.models import Scenario
from tests.rules.playing import opening, option, take_stage, take_turn

ASK = "lakeland:ask_to_hold/quiet_for_north/2"
ASK_FOR_TALKS = "lakeland:ask_to_hold/talks_for_north/2"
HOLD = "northland:hold_for_promise"
SOUTH_STRIKES = "southland:air_strike/northland/border/limited/core_military/fast/none"
NORTH_STRIKES = "northland:missile_strike/southland/border/limited/core_military/fast/none"
NORTH, SOUTH = 0, 1


def value(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


def held(rules: Rules, state: State, promise: str = "quiet_for_north") -> int:
    return value(rules, state, "promise_stake", promise)


def tally(rules: Rules, state: State, what: Tally) -> int:
    return value(rules, state, "tally", what)


def test_asked_and_ready_begins_at_once(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, opening(border_rules), ASK, HOLD)
    assert held(border_rules, state) == 2


def test_ready_but_not_asked_loses_nothing(border_rules: Rules) -> None:
    before = opening(border_rules)
    state, _ = take_stage(border_rules, before, HOLD)
    assert not state.promise_stake.any()
    assert (state.owed == before.owed).all()


def test_what_is_owed_neither_fades_nor_costs_while_it_is_held(border_rules: Rules) -> None:
    before = opening(border_rules)
    holding = take_turn(border_rules, before, ASK, HOLD)
    waiting = take_turn(border_rules, before)
    assert holding.owed[NORTH, SOUTH, 0] == before.owed[NORTH, SOUTH, 0]
    assert holding.humiliation[NORTH, SOUTH, 0] == before.humiliation[NORTH, SOUTH, 0]
    assert holding.standing[NORTH, 0] == before.standing[NORTH, 0] > waiting.standing[NORTH, 0]
    assert holding.credibility[NORTH, SOUTH, 0] == before.credibility[NORTH, SOUTH, 0]
    assert waiting.credibility[NORTH, SOUTH, 0] < before.credibility[NORTH, SOUTH, 0]


def test_quiet_to_the_end_keeps_the_promise_and_pays(border_rules: Rules) -> None:
    before = opening(border_rules)
    state = take_turn(border_rules, take_turn(border_rules, before, ASK, HOLD))
    numbers = border_rules.numbers
    assert tally(border_rules, state, Tally.PROMISES_KEPT) == 1
    assert held(border_rules, state) == 0
    paid = 360 * numbers.kept_paid // 100
    left = 360 - paid
    assert state.owed[NORTH, SOUTH, 0] == left - left * numbers.fade // 100
    assert value(border_rules, state, "trust", "lakeland", "northland") == 150 + numbers.kept_trust
    assert (
        value(border_rules, state, "credibility", "lakeland", "northland") == 500 + 2 * numbers.mediator_stake
    )


def test_a_strike_by_the_restrained_power_breaks_it(border_rules: Rules) -> None:
    before = opening(border_rules)
    state = take_turn(border_rules, take_turn(border_rules, before, ASK, HOLD), SOUTH_STRIKES)
    assert tally(border_rules, state, Tally.PROMISES_BROKEN) == 1
    assert (
        value(border_rules, state, "trust", "lakeland", "northland")
        == 150 - border_rules.numbers.broken_trust
    )
    assert value(border_rules, state, "interest", "northland", "southland") == 1
    assert state.owed[NORTH, SOUTH, 0] > before.owed[NORTH, SOUTH, 0]


def accepted_in_a_window(rules: Rules) -> State:
    """Southland strikes over a line; Lakeland then offers that it was the last time, and Northland accepts."""
    state = opening(rules, line_stake={("north_soil",): 1}, lines={("northland",): 1})
    state, _ = take_stage(rules, state, SOUTH_STRIKES)
    state, _ = take_stage(rules, state, "lakeland:offer/quiet_for_north/2")
    state, _ = take_stage(rules, state, "northland:accept/quiet_for_north")
    return state


def test_the_strike_that_led_to_a_promise_does_not_break_it(border_rules: Rules) -> None:
    state = accepted_in_a_window(border_rules)
    while state.stage != Stage.ORDERS:
        state, _ = take_stage(border_rules, state)
    assert held(border_rules, state) == 2
    state = take_turn(border_rules, state)
    assert tally(border_rules, state, Tally.PROMISES_KEPT) == 1
    assert tally(border_rules, state, Tally.PROMISES_BROKEN) == 0


def test_accepting_shuts_the_window_and_takes_the_offer_off_the_table(border_rules: Rules) -> None:
    state = accepted_in_a_window(border_rules)
    assert not state.window.any()
    assert not state.offer.any()


def test_a_strike_on_another_front_does_not_break_a_promise_of_quiet(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), ASK, HOLD)
    state = take_turn(
        border_rules, state, "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    )
    assert tally(border_rules, state, Tally.PROMISES_BROKEN) == 0
    assert tally(border_rules, state, Tally.PROMISES_KEPT) == 1


def test_only_the_front_that_was_to_stay_quiet_counts(border_rules: Rules) -> None:
    elsewhere = np.full_like(border_rules.promises.quiet_front, 2)
    rules = replace(border_rules, promises=replace(border_rules.promises, quiet_front=elsewhere))
    state = take_turn(rules, take_turn(rules, opening(rules), ASK, HOLD), SOUTH_STRIKES)
    assert tally(rules, state, Tally.PROMISES_BROKEN) == 0


def test_an_act_that_nobody_claims_does_not_break_it(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), ASK, HOLD)
    state = take_turn(
        border_rules, state, "southland:sabotage/northland/border/limited/core_military/covert/none"
    )
    assert tally(border_rules, state, Tally.PROMISES_KEPT) == 1


def test_a_covert_blow_that_humiliates_breaks_it(border_scenario: Scenario) -> None:
    """Nobody claims it, and everybody knows whose it is."""
    sabotage = border_scenario.orders["sabotage"]
    assert sabotage.strike is not None
    strike = sabotage.strike.model_copy(update={"humiliation": 1.0})
    orders = {**border_scenario.orders, "sabotage": sabotage.model_copy(update={"strike": strike})}
    rules = compiled(border_scenario.model_copy(update={"orders": orders}))
    state = take_turn(rules, opening(rules), ASK, HOLD)
    state = take_turn(rules, state, "southland:sabotage/northland/border/limited/core_military/covert/none")
    assert tally(rules, state, Tally.PROMISES_BROKEN) == 1


def test_striking_instead_of_holding_gives_the_promise_up_without_blame(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), ASK, HOLD)
    state = take_turn(border_rules, state, NORTH_STRIKES)
    assert held(border_rules, state) == 0
    assert tally(border_rules, state, Tally.PROMISES_BROKEN) == 0
    assert value(border_rules, state, "trust", "lakeland", "northland") == 150


def test_a_promise_begun_anew_runs_its_full_time_and_no_longer(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, opening(border_rules), ASK, HOLD, NORTH_STRIKES)
    assert held(border_rules, state) == 0
    while state.stage != Stage.ORDERS:
        state, _ = take_stage(border_rules, state)
    state, _ = take_stage(border_rules, state, ASK, HOLD)
    assert value(border_rules, state, "promise_left", "quiet_for_north") == 2


def test_talks_that_get_nowhere_in_time_break_a_promise_about_them(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), ASK_FOR_TALKS, HOLD)
    for _ in range(2):
        assert held(border_rules, state, "talks_for_north") == 2
        state = take_turn(border_rules, state)
    assert tally(border_rules, state, Tally.PROMISES_BROKEN) == 1


def test_talks_that_get_there_keep_it_at_once(border_rules: Rules) -> None:
    state = opening(border_rules, conceded={("border_talks",): 1})
    state, _ = take_stage(border_rules, state, ASK_FOR_TALKS, HOLD)
    state.block[border_rules.layout.row("talks", "border_talks")] = 300
    while state.stage:
        state, _ = take_stage(border_rules, state)
    assert tally(border_rules, state, Tally.PROMISES_KEPT) == 1


@pytest.mark.parametrize("key", [ASK_FOR_TALKS, ASK_FOR_TALKS.replace("ask_to_hold", "offer")])
def test_nobody_stakes_a_word_on_talks_that_have_got_there_already(border_rules: Rules, key: str) -> None:
    """Else what is owed would be paid for nothing, and the mediator rewarded, in every turn that follows."""
    number, window = option(border_rules, key), {("northland", "southland"): 1}
    for progress, reasons in ((299, []), (300, ["These talks have got there already."])):
        state = opening(border_rules, talks={("border_talks",): progress}, window=window)
        assert reasons_against(border_rules, state, number) == reasons


def test_after_a_broken_promise_the_next_freezes_only_half(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, opening(border_rules, doubt={("northland",): 1}), ASK, HOLD)
    assert (
        value(border_rules, state, "promise_freeze", "quiet_for_north") == border_rules.numbers.doubted_freeze
    )
    assert value(border_rules, state, "doubt", "northland") == 0


def test_the_blow_after_a_broken_promise_shows_more_and_is_never_overreach(border_rules: Rules) -> None:
    debt = {("northland", "southland"): 0}
    patient = opening(border_rules, owed=debt, humiliation=debt)
    wronged = opening(border_rules, owed=debt, humiliation=debt, interest={("northland", "southland"): 1})
    large = "northland:missile_strike/southland/border/large/core_military/fast/none"
    after, step = take_stage(border_rules, patient, large)
    with_interest, paid = take_stage(border_rules, wronged, large)
    assert paid.strikes.resolve[0] == step.strikes.resolve[0] * border_rules.numbers.interest // 100
    assert after.legitimacy[NORTH, 0] < with_interest.legitimacy[NORTH, 0]
    assert value(border_rules, with_interest, "interest", "northland", "southland") == 0
    assert tally(border_rules, with_interest, Tally.SETTLED_WITH_INTEREST) == 1


def test_a_promise_still_open_at_the_horizon_is_broken_by_half(border_rules: Rules) -> None:
    state = opening(border_rules, last_turn={(): 1})
    before = state.owed[NORTH, SOUTH, 0]
    state = take_turn(border_rules, state, ASK, HOLD)
    numbers = border_rules.numbers
    assert state.ending[0] == Ending.HORIZON
    assert state.owed[NORTH, SOUTH, 0] == before + before * numbers.broken_owed // 100 // 2
    assert value(border_rules, state, "trust", "lakeland", "northland") == 150 - numbers.broken_trust // 2
    assert value(border_rules, state, "credibility", "lakeland", "northland") == 500 - numbers.mediator_stake


@pytest.mark.parametrize("stake", [1, 2, 3])
def test_a_mediator_gains_or_loses_by_what_it_staked(border_rules: Rules, stake: int) -> None:
    ask = f"lakeland:ask_to_hold/quiet_for_north/{stake}"
    begun = take_turn(border_rules, opening(border_rules), ask, HOLD)
    kept, broken = take_turn(border_rules, begun), take_turn(border_rules, begun, SOUTH_STRIKES)
    change = stake * border_rules.numbers.mediator_stake
    for state, expected in ((kept, change), (broken, -change)):
        gained = value(border_rules, state, "legitimacy", "lakeland") - value(
            border_rules, begun, "legitimacy", "lakeland"
        )
        assert gained == expected
