"""The back channel: what is assured, what it is worth when kept, and what a lie costs (rules.md §11)."""

import numpy as np
import pytest

from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules
from tests.rules.playing import opening, take_stage, take_turn

NORTH, SOUTH, LAKE = 0, 1, 2
PAIR = ("southland", "northland")
LIMITED = "southland:air_strike/northland/border/limited/symbolic/fast/announced"
LARGE = "southland:air_campaign/northland/border/large/core_military/fast/none"
SECRET = "southland:sabotage/northland/border/limited/core_military/covert/none"


def assured(rules: Rules, limit: int) -> State:
    """Southland assured Northland of a largest scale for this turn; None of it where ``limit`` is below 0."""
    return opening(rules, assured={PAIR: limit + 1}, readiness={("southland",): 600}, trust={PAIR: 100})


def test_an_assurance_counts_in_the_turn_after_it_was_given_and_no_longer(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules), "southland:back_channel/northland/limited")
    assert state.assured[SOUTH, NORTH, 0] == 2
    assert take_turn(border_rules, state).assured[SOUTH, NORTH, 0] == 0


def test_a_strike_within_an_assurance_is_taken_less_hard(border_rules: Rules) -> None:
    booked = []
    for limit in (-1, 1):
        after, _ = take_stage(border_rules, assured(border_rules, limit), LIMITED)
        booked.append(int(after.booked[NORTH, SOUTH, 0]))
    assert booked[1] == booked[0] * border_rules.numbers.assured_share // 100
    assert booked[0] > 0


@pytest.mark.parametrize(("limit", "strike"), [(0, LIMITED), (1, LARGE)])
def test_a_larger_strike_exposes_the_lie(border_rules: Rules, limit: int, strike: str) -> None:
    before, numbers = assured(border_rules, limit), border_rules.numbers
    after, _ = take_stage(border_rules, before, strike)
    unsaid, _ = take_stage(border_rules, assured(border_rules, -1), strike)
    assert unsaid.credibility[SOUTH, NORTH, 0] - after.credibility[SOUTH, NORTH, 0] == numbers.lie_credibility
    assert before.trust[SOUTH, NORTH, 0] - after.trust[SOUTH, NORTH, 0] == numbers.lie_trust
    assert after.booked[NORTH, SOUTH, 0] == unsaid.booked[NORTH, SOUTH, 0]
    assert after.assured[SOUTH, NORTH, 0] == 0


def test_an_act_that_nobody_claims_neither_keeps_nor_breaks_an_assurance(border_rules: Rules) -> None:
    after, _ = take_stage(border_rules, assured(border_rules, 0), SECRET)
    unsaid, _ = take_stage(border_rules, assured(border_rules, -1), SECRET)
    assert after.credibility[SOUTH, NORTH, 0] == unsaid.credibility[SOUTH, NORTH, 0]
    assert after.booked[NORTH, SOUTH, 0] == unsaid.booked[NORTH, SOUTH, 0]


def test_only_the_two_of_an_assurance_know_of_it(border_rules: Rules) -> None:
    for track in ("assured", "assured_next"):
        sight = border_rules.sight[:, border_rules.layout.row(track, *PAIR)]
        assert np.array_equal(sight, [Sight.EXACT, Sight.EXACT, Sight.HIDDEN])
