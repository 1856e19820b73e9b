"""How the balance on a front ends: by choice or by collapse (rules.md §9)."""

from dataclasses import replace

import pytest

from game.rules.balance import EndedBy, ended_by
from game.rules.tables import Rules
from game.rules.tracks import Tally
from tests.rules.playing import chance_to_heed, opening, take_stage, take_turn

BORDER, HILLS = 0, 1
NORTH, SOUTH, LAKE, FIGHTERS = range(4)
LARGE = "northland:missile_strike/southland/border/large/core_military/fast/none"
SABOTAGE = "southland:sabotage/northland/border/limited/core_military/covert/none"
RAID = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
READY = {("northland",): 600, ("southland",): 600}


@pytest.mark.parametrize(("rung", "ended"), [(2, True), (3, True), (4, False), (5, False)])
def test_an_act_two_rungs_above_into_open_exchange_ends_a_balance_by_choice(
    border_rules: Rules, rung: int, ended: bool
) -> None:
    state, _ = take_stage(
        border_rules, opening(border_rules, rung={("border",): rung}, readiness=READY), LARGE
    )
    found = ended_by(border_rules, int(state.balance[BORDER, 0]))
    assert found == (EndedBy(NORTH, choice=True) if ended else None)
    assert state.tally[list(Tally).index(Tally.BALANCES_ENDED), 0] == ended


def test_a_large_step_below_open_exchange_ends_none(border_rules: Rules) -> None:
    quiet = opening(border_rules, rung={("hills",): 0})
    state, _ = take_stage(border_rules, quiet, RAID)
    assert state.rung[HILLS, 0] == 3
    assert ended_by(border_rules, int(state.balance[HILLS, 0])) is None


def test_a_balance_ends_once_until_the_front_has_cooled(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, readiness=READY), LARGE)
    assert state.balance[BORDER, 0] > 0
    state = take_turn(border_rules, state)
    assert (state.rung[BORDER, 0], state.balance[BORDER, 0]) == (4, 1 + NORTH)
    state = take_turn(border_rules, state)
    assert (state.rung[BORDER, 0], state.balance[BORDER, 0]) == (3, 1 + NORTH)
    state = take_turn(border_rules, state)
    assert state.balance[BORDER, 0] == 0


def test_who_struck_unclaimed_is_not_named(border_rules: Rules) -> None:
    """The track is public: an author who is not known must not be read from it."""
    numbers = border_rules.options
    loud = replace(border_rules, options=replace(numbers, rung=numbers.rung + 5 * numbers.covert))
    state, _ = take_stage(loud, opening(loud, rung={("border",): 1}, readiness=READY), SABOTAGE)
    assert ended_by(loud, int(state.balance[BORDER, 0])) == EndedBy(None, choice=True)


def test_a_government_that_falls_ends_the_balance_on_its_fronts(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, standing={("southland",): 0}))
    assert ended_by(border_rules, int(state.balance[BORDER, 0])) == EndedBy(SOUTH, choice=False)


def test_a_partner_that_can_act_no_more_ends_the_balance_on_its_front(border_rules: Rules) -> None:
    weak = opening(border_rules, capacity={("hill_fighters",): 40})
    state = take_turn(border_rules, weak, RAID)
    assert ended_by(border_rules, int(state.balance[HILLS, 0])) == EndedBy(FIGHTERS, choice=False)
    strong = take_turn(border_rules, opening(border_rules), RAID)
    assert ended_by(border_rules, int(strong.balance[HILLS, 0])) is None


def test_a_camp_whose_cohesion_has_run_down_comes_apart_and_heeds_no_more(border_rules: Rules) -> None:
    divided = opening(border_rules, cohesion={("northern",): 150})
    state = take_turn(border_rules, divided)
    assert state.collapsed[0, 0] == 1
    assert ended_by(border_rules, int(state.balance[HILLS, 0])) == EndedBy(FIGHTERS, choice=False)
    least = border_rules.numbers.heed_least
    for restraint in (False, True):
        assert chance_to_heed(border_rules, state, restraint) == least
        assert chance_to_heed(border_rules, opening(border_rules), restraint) > least


@pytest.mark.parametrize(("cohesion", "apart"), [(250, 1), (320, 0)])
def test_a_camp_holds_together_again_once_enough_cohesion_is_back(
    border_rules: Rules, cohesion: int, apart: int
) -> None:
    state = opening(border_rules, cohesion={("northern",): cohesion}, collapsed={("northern",): 1})
    assert take_turn(border_rules, state).collapsed[0, 0] == apart
