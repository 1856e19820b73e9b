"""A patron asks a client that is a power to hold, and the client does as it likes (rules.md §8)."""

import pytest

from game.rules.choices import reasons_against
from game.rules.state import State
from game.rules.tables import Rules, Stage
from tests.rules.playing import opening, option, take_stage, take_turn

ASK = "lakeland:ask_client/southland"
STRIKE = "southland:air_strike/northland/border/limited/symbolic/fast/announced"
DECISIVE = "southland:air_campaign/northland/border/large/energy/fast/none"
AT_PARTNER = "southland:air_strike/hill_fighters/hills/limited/symbolic/fast/announced"
SOUTH, LAKE, SOUTHERN = 1, 2, 1


def asked(rules: Rules, presence: int = 100) -> State:
    """The turn after Lakeland asked Southland to hold."""
    return take_turn(rules, opening(rules, presence={("lakeland", "southland"): presence}), ASK)


def test_asking_costs_a_little_at_home_and_counts_for_two_turns(border_rules: Rules) -> None:
    before = opening(border_rules)
    state, _ = take_stage(border_rules, before, ASK)
    quiet, _ = take_stage(border_rules, before)
    assert quiet.standing[LAKE, 0] - state.standing[LAKE, 0] == border_rules.numbers.restraint_asked
    assert state.asked_to_hold[LAKE, SOUTH, 0] == border_rules.numbers.restraint_turns
    assert reasons_against(border_rules, asked(border_rules), option(border_rules, ASK)) == [
        "You have asked it already."
    ]


@pytest.mark.parametrize("presence", [0, 100, 200])
def test_striking_all_the_same_costs_the_more_the_more_forces_are_near(
    border_rules: Rules, presence: int
) -> None:
    before = asked(border_rules, presence)
    unasked = before.copy()
    unasked.asked_to_hold[...] = 0
    ignored, _ = take_stage(border_rules, before, STRIKE)
    free, _ = take_stage(border_rules, unasked, STRIKE)
    numbers = border_rules.numbers
    cost = free.standing[SOUTH, 0] - ignored.standing[SOUTH, 0]
    assert cost == presence * numbers.restraint_presence // 100
    assert free.cohesion[SOUTHERN, 0] - ignored.cohesion[SOUTHERN, 0] == numbers.restraint_ignored


@pytest.mark.parametrize(("strike", "blamed"), [(DECISIVE, True), (STRIKE, False)])
def test_a_patron_is_blamed_for_decisive_strikes_unless_it_asked_its_client_to_hold(
    border_rules: Rules, strike: str, blamed: bool
) -> None:
    numbers = border_rules.numbers
    quiet, _ = take_stage(border_rules, opening(border_rules))
    silent, _ = take_stage(border_rules, opening(border_rules), strike)
    asking, _ = take_stage(border_rules, opening(border_rules), strike, ASK)
    assert quiet.standing[LAKE, 0] - silent.standing[LAKE, 0] == blamed * numbers.blame_standing
    assert quiet.legitimacy[LAKE, 0] - silent.legitimacy[LAKE, 0] == blamed * numbers.blame_legitimacy
    assert quiet.standing[LAKE, 0] - asking.standing[LAKE, 0] == numbers.restraint_asked
    assert asking.legitimacy[LAKE, 0] == quiet.legitimacy[LAKE, 0]


def test_a_patron_whose_request_is_ignored_is_not_blamed_for_it(border_rules: Rules) -> None:
    before = asked(border_rules)
    quiet, _ = take_stage(border_rules, before)
    ignored, _ = take_stage(border_rules, before, DECISIVE)
    assert ignored.standing[LAKE, 0] == quiet.standing[LAKE, 0]
    assert ignored.legitimacy[LAKE, 0] == quiet.legitimacy[LAKE, 0]
    assert ignored.asked_to_hold[LAKE, SOUTH, 0] == 0


def test_orders_given_before_it_knew_and_strikes_at_partners_do_not_count(border_rules: Rules) -> None:
    together, _ = take_stage(border_rules, opening(border_rules), ASK, STRIKE)
    assert together.asked_to_hold[LAKE, SOUTH, 0] == border_rules.numbers.restraint_turns
    at_partner, _ = take_stage(border_rules, asked(border_rules), AT_PARTNER)
    assert at_partner.asked_to_hold[LAKE, SOUTH, 0] > 0


def test_a_client_that_holds_to_the_end_brings_the_camp_closer(border_rules: Rules) -> None:
    state = asked(border_rules)
    unasked = state.copy()
    unasked.asked_to_hold[...] = 0
    held, free = take_turn(border_rules, state), take_turn(border_rules, unasked)
    assert held.stage == Stage.ORDERS
    assert held.asked_to_hold[LAKE, SOUTH, 0] == 0
    assert held.cohesion[SOUTHERN, 0] - free.cohesion[SOUTHERN, 0] == border_rules.numbers.restraint_kept
