"""Talks: ripe, moved by leverage, hindered by strikes, and costly to fail at (rules.md §7)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.chance import Purpose
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.talks import step_chance
from game.rules.tracks import Tally
from tests.rules.playing import opening, option, take_stage, take_turn

BROKER = "lakeland:broker/border_talks"
LAKE = 2


def chance(rules: Rules, state: State) -> int:
    return int(step_chance(rules, state)[0, 0])


def with_numbers(rules: Rules, **numbers: int) -> Rules:
    return replace(rules, numbers=replace(rules.numbers, **numbers))


def test_chance_of_a_step_is_the_sum_that_the_rulebook_gives(border_rules: Rules) -> None:
    """5 %, 12 % for each step of leverage up to three, 15 % when ripe, less 4 % a rung above 3, less 12 % if struck."""
    ripe = {("northland",): 9, ("southland",): 9}
    talks = ("border_talks",)
    for rung, leverage, before, worn, struck in [
        (3, 0, 0, False, False),
        (5, 2, 0, False, False),
        (3, 2, 3, True, False),
        (6, 1, 1, True, True),
        (7, 0, 0, False, True),
    ]:
        state = opening(
            border_rules,
            rung={("border",): rung},
            leverage={talks: leverage},
            leverage_before={talks: before},
            campaign=ripe if worn else {},
            state_act={("border",): int(struck)},
        )
        offices = border_rules.numbers.talks_offices
        expected = (
            offices + 5 + 12 * min(leverage + before, 3) + 15 * worn - 4 * max(rung - 3, 0) - 12 * struck
        )
        assert chance(border_rules, state) == max(expected, 0)


@pytest.mark.parametrize(("talks_base", "steps"), [(100, 1), (0, 0)])
def test_an_attempt_moves_talks_or_costs_the_broker(border_rules: Rules, talks_base: int, steps: int) -> None:
    rules = with_numbers(border_rules, talks_base=talks_base, talks_offices=0)
    before = opening(rules)
    state, _ = take_stage(rules, before, BROKER)
    numbers = rules.numbers
    assert state.talks[0, 0] == before.talks[0, 0] + 100 * steps
    assert state.failures[0, 0] == 1 - steps
    gain = numbers.talks_step_standing if steps else -numbers.talks_failed_standing
    assert state.standing[LAKE, 0] == before.standing[LAKE, 0] + gain
    assert state.block[rules.layout.row("tally", Tally.STEPS_IN_TALKS), 0] == steps


def test_each_failure_in_a_row_costs_the_broker_more(border_rules: Rules) -> None:
    rules = with_numbers(border_rules, talks_base=0, talks_offices=0)
    costs = []
    for failures in range(3):
        before = opening(rules, failures={("border_talks",): failures})
        state, _ = take_stage(rules, before, BROKER)
        costs.append(int(before.standing[LAKE, 0] - state.standing[LAKE, 0]))
    again = rules.numbers.talks_failed_again
    assert np.diff(costs).tolist() == [again, again]


def moved(rules: Rules, *orders: str) -> tuple[list[bool], list[int]]:
    """Whether talks moved in each of many games with the orders given, and the rolls that decided it."""
    before = opening(rules, games=200)
    state, step = take_stage(rules, before, BROKER, *orders)
    return (state.talks[0] > before.talks[0]).tolist(), step.chance.rolls(Purpose.TALKS_STEP)[0].tolist()


def test_leverage_spent_in_the_turn_of_the_attempt_counts_whatever_its_desk(border_rules: Rules) -> None:
    """Northland's inspectors are leverage of 1; so would be arms withheld, an order of the Guard desk."""
    steps, rolls = moved(border_rules, "northland:admit_inspectors")
    offices = border_rules.numbers.talks_offices
    assert steps == [roll < offices + 5 + 12 for roll in rolls]
    number = option(border_rules, "southland:full_alert")
    shift_row, shift_by = border_rules.options.shift_row.copy(), border_rules.options.shift_by.copy()
    shift_row[number, 0], shift_by[number, 0] = border_rules.layout.row("leverage", "border_talks"), 2
    with_pressure = replace(
        border_rules, options=replace(border_rules.options, shift_row=shift_row, shift_by=shift_by)
    )
    steps, rolls = moved(with_pressure, "southland:full_alert")
    assert steps == [roll < offices + 5 + 24 for roll in rolls]


def test_a_strike_by_a_state_on_the_front_hinders_the_talks_of_that_turn(border_rules: Rules) -> None:
    rules = with_numbers(border_rules, talks_base=60, talks_offices=0)
    steps, rolls = moved(rules, "southland:air_strike/northland/border/limited/symbolic/fast/announced")
    assert steps == [roll < 60 - 12 - 4 for roll in rolls]  # the strike also lifts the front to rung 4


def test_reaching_a_concession_pays_both_sides_once(border_rules: Rules) -> None:
    before = opening(
        border_rules, talks={("border_talks",): 300}, humiliation={("northland", "southland"): 0}
    )
    state = take_turn(border_rules, before)
    numbers = border_rules.numbers
    left = 360 - 200
    assert state.owed[0, 1, 0] == left - left * numbers.fade // 100
    assert state.conceded[0, 0] == 1
    again = take_turn(border_rules, state)
    assert again.owed[0, 1, 0] == state.owed[0, 1, 0] - state.owed[0, 1, 0] * numbers.fade // 100


def test_leverage_lasts_this_turn_and_the_next(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), "northland:admit_inspectors")
    assert state.leverage[0, 0] == 0
    assert state.leverage_before[0, 0] == 1
    assert take_turn(border_rules, state).leverage_before[0, 0] == 0


HARBOUR = "southland:harbour_strike/northland/border/limited/core_military/fast/none"
HOST = ("coastland",)


def test_a_host_lends_its_good_offices_unless_it_is_estranged_or_affronted(border_rules: Rules) -> None:
    offices = border_rules.numbers.talks_offices
    edge = -border_rules.numbers.offices_alignment
    for alignment, affronted, lent in [(0, 0, 1), (edge, 0, 1), (edge - 1, 0, 0), (100, 1, 0)]:
        state = opening(
            border_rules,
            alignment={("coastland", "northland"): alignment},
            affronted={HOST: affronted},
        )
        assert chance(border_rules, state) == border_rules.numbers.talks_base + lent * offices


def test_a_strike_on_a_hosts_ground_ends_its_good_offices_for_a_time(border_rules: Rules) -> None:
    before = opening(border_rules, owed={("southland", "northland"): 400})
    state, _ = take_stage(border_rules, before, HARBOUR)
    turns = 2 * border_rules.numbers.affront_turns  # it humiliates a guest
    assert state.affronted[0, 0] == turns
    lost = before.alignment[0, 1, 0] - state.alignment[0, 1, 0]
    assert lost == border_rules.numbers.ground_alignment
    for _ in range(turns):
        assert (
            chance(border_rules, state) < border_rules.numbers.talks_offices + border_rules.numbers.talks_base
        )
        state = take_turn(border_rules, state) if state.stage == 0 else rest_of_turn(border_rules, state)
    assert state.affronted[0, 0] == 0


def rest_of_turn(rules: Rules, state: State) -> State:
    """Everybody passes until the next turn begins."""
    turn = state.turn
    while state.turn == turn:
        state, _ = take_stage(rules, state)
    return state


def test_two_brokers_on_one_track_move_it_once(border_rules: Rules) -> None:
    rules = with_numbers(border_rules, talks_base=100)
    before = opening(rules)
    state, _ = take_stage(rules, before, BROKER, "southland:broker/border_talks")
    assert state.talks[0, 0] == before.talks[0, 0] + 100
    assert state.block[rules.layout.row("tally", Tally.STEPS_IN_TALKS), 0] == 1


AIR_STRIKE = "southland:air_strike/northland/border/limited/symbolic/fast/announced"


@pytest.mark.parametrize("orders", [(AIR_STRIKE,), ()])
def test_a_client_that_strikes_while_its_patron_brokers_undercuts_it(
    border_rules: Rules, orders: tuple[str, ...]
) -> None:
    rules = with_numbers(border_rules, talks_base=100, undermined_standing=15, undermined_alignment=10)
    rules = replace(rules, fronts=replace(rules.fronts, hosts=np.ones_like(rules.fronts.hosts)))
    before = opening(rules)
    quietly, _ = take_stage(rules, before, *orders)
    after, _ = take_stage(rules, before, BROKER, *orders)
    undercut = len(orders)
    gained = after.standing[LAKE, 0] - quietly.standing[LAKE, 0]
    assert gained == rules.numbers.talks_step_standing - 15 * undercut
    assert quietly.alignment[0, 1, 0] - after.alignment[0, 1, 0] == 10 * undercut
