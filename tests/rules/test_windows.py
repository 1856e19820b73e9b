"""When a reply window opens, and when it does not (rules.md §3)."""

import numpy as np
import pytest

from game.rules.chance import Chance
from game.rules.effects import carry_out
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Tally
from game.rules.windows import note_closing, open_windows
from tests.rules.playing import keys_of, opening

PAIR, BY_PARTNER = ("northland", "southland"), ("southland", "hill_fighters")


def opened(rules: Rules, state: State, stage: Stage = Stage.ORDERS) -> set[tuple[int, int]]:
    """Pairs of a holder and an actor with a window at the end of a stage."""
    step = Step(stage, Chance(keys_of(1), state.turn, stage), np.zeros((0, 0, 1), dtype=np.int32))
    carry_out(rules, state, open_windows(rules, state, step), "windows.open_windows", None)
    return {(int(power), int(actor)) for power, actor, _ in np.argwhere(state.window)}


@pytest.mark.parametrize(("short", "expected"), [(1, set()), (0, {(0, 1)})])
def test_a_window_opens_when_what_is_owed_rose_by_the_threshold_and_not_by_less(
    border_rules: Rules, short: int, expected: set[tuple[int, int]]
) -> None:
    booked = border_rules.numbers.window_step - short
    assert opened(border_rules, opening(border_rules, booked={PAIR: booked})) == expected


@pytest.mark.parametrize("short", [1, 0])
def test_what_a_partner_does_adds_up_over_the_turn(border_rules: Rules, short: int) -> None:
    over_the_turn = border_rules.numbers.window_turn - short
    state = opening(border_rules, booked={BY_PARTNER: 1}, booked_turn={BY_PARTNER: over_the_turn})
    assert len(opened(border_rules, state)) == 1 - short


def test_a_crossed_line_opens_a_window_however_little_was_booked(border_rules: Rules) -> None:
    assert opened(border_rules, opening(border_rules, crossed_now={PAIR: 1})) == {(0, 1)}


@pytest.mark.parametrize(
    "values",
    [
        {"concluded": {PAIR: 2}},
        {"ending": {(): int(Ending.REGIONAL_WAR)}},
        {"caretaker": {("northland",): 1}},
    ],
    ids=["said that it is concluded", "the game is over", "a caretaker"],
)
def test_nothing_opens_for_whoever_is_done_with_it(
    border_rules: Rules, values: dict[str, dict[tuple[str, ...], int]]
) -> None:
    assert not opened(border_rules, opening(border_rules, 1, booked={PAIR: 500}, **values))


def test_after_the_third_exchange_none_opens(border_rules: Rules) -> None:
    for stage, opens in ((Stage.ANSWER_2, True), (Stage.ANSWER_3, False)):
        assert bool(opened(border_rules, opening(border_rules, booked={PAIR: 500}), stage)) is opens


@pytest.mark.parametrize(("booked", "closed"), [(0, 1), (199, 1), (200, 0)])
def test_a_blow_of_the_third_exchange_that_calls_for_an_answer_leaves_it_open(
    border_rules: Rules, booked: int, closed: int
) -> None:
    """No window opens any more, and still nobody has let the matter rest."""
    hit = {PAIR: 1, PAIR[::-1]: 1}
    state = opening(border_rules, struck=hit, booked={PAIR: booked})
    step = Step(Stage.ANSWER_3, Chance(keys_of(1), 1, Stage.ANSWER_3), np.zeros((0, 0, 1), dtype=np.int32))
    carry_out(border_rules, state, note_closing(border_rules, state, step), "windows.note_closing", None)
    assert state.tally[list(Tally).index(Tally.EXCHANGES_CLOSED), 0] == closed
