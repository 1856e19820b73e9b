"""What promises and talks left behind: a rival's trust and resentment follow from what everybody saw."""

import numpy as np
import pytest

from game.rules.arrays import IntArray
from game.rules.imagine import imagine
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.view import view
from tests.rules.playing import keys_of, opening, take_turn
from tests.rules.test_promises import ASK, ASK_FOR_TALKS, HOLD, NORTH, NORTH_STRIKES, SOUTH, SOUTH_STRIKES

LAKE = 2


def imagined(rules: Rules, state: State, seat: int = SOUTH) -> State:
    """Many truths behind one view of a state."""
    return imagine(rules, view(rules, state, seat, keys_of(1)), keys_of(400, seed=9))


def mostly(values: IntArray) -> int:
    """What most of the imagined truths have."""
    found, counts = np.unique(values, return_counts=True)
    assert counts.max() > 0.8 * counts.sum()
    return int(found[counts.argmax()])


def agrees(rules: Rules, state: State) -> State:
    """What is imagined of a state, once it is found to be as it is in most truths; all of the interest."""
    truth = imagined(rules, state)
    assert mostly(truth.trust[LAKE, NORTH]) == state.trust[LAKE, NORTH, 0]
    np.testing.assert_array_equal(truth.interest[NORTH, SOUTH], state.interest[NORTH, SOUTH, 0])
    return truth


def held(rules: Rules, ask: str = ASK) -> State:
    return take_turn(rules, opening(rules), ask, HOLD)


def test_a_promise_that_is_held_for_has_changed_nothing_yet(border_rules: Rules) -> None:
    truth = agrees(border_rules, held(border_rules))
    assert not truth.interest.any()


def test_who_waited_in_vain_trusts_less_and_will_pay_with_interest(border_rules: Rules) -> None:
    truth = agrees(border_rules, take_turn(border_rules, held(border_rules), SOUTH_STRIKES))
    assert truth.interest[NORTH, SOUTH].all()
    assert truth.doubt[NORTH].all()


def test_who_struck_since_has_paid_with_interest(border_rules: Rules) -> None:
    state = take_turn(border_rules, take_turn(border_rules, held(border_rules), SOUTH_STRIKES), NORTH_STRIKES)
    truth = agrees(border_rules, state)
    assert not truth.interest.any()
    assert truth.doubt[NORTH].all()


def test_a_kept_promise_raised_trust(border_rules: Rules) -> None:
    truth = agrees(border_rules, take_turn(border_rules, held(border_rules)))
    assert mostly(truth.trust[LAKE, NORTH]) > opening(border_rules).trust[LAKE, NORTH, 0]


def test_a_promise_about_talks_that_came_to_nothing_was_broken(border_rules: Rules) -> None:
    state = held(border_rules, ASK_FOR_TALKS)
    for _ in range(2):
        state = take_turn(border_rules, state)
    assert state.interest[NORTH, SOUTH, 0]
    agrees(border_rules, state)


def test_who_struck_instead_of_holding_was_let_down_by_nobody(border_rules: Rules) -> None:
    agrees(border_rules, take_turn(border_rules, held(border_rules), NORTH_STRIKES))


def test_what_a_seat_knows_of_itself_and_of_its_own_word_stays(border_rules: Rules) -> None:
    state = take_turn(border_rules, held(border_rules), SOUTH_STRIKES)
    state.interest[NORTH, SOUTH] = state.doubt[NORTH] = 0
    truth = imagined(border_rules, state, NORTH)
    assert not truth.interest[NORTH].any()
    assert not truth.doubt[NORTH].any()
    state.trust[LAKE, NORTH] = 11
    for seat in (NORTH, LAKE):
        assert (imagined(border_rules, state, seat).trust[LAKE, NORTH] == 11).all()


@pytest.mark.parametrize("failures", [1, 3])
def test_talks_that_failed_cost_trust_if_it_was_the_mediator_who_brokered_them(
    border_rules: Rules, failures: int
) -> None:
    calm, failed = opening(border_rules), opening(border_rules, failures={("border_talks",): failures})
    for state in (calm, failed):
        state.turn = 3
    lost = (imagined(border_rules, calm, NORTH).trust - imagined(border_rules, failed, NORTH).trust)[
        LAKE, SOUTH
    ]
    cost = -(-border_rules.numbers.talks_failed_trust // 2)
    assert set(np.unique(lost)) == {cost * count for count in range(failures + 1)}
    assert 0.5 < lost.mean() / (failures * cost) < 0.8
