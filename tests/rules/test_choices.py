"""Legality: what is picked at random is legal, what is not legal has a reason, and nothing else is refused."""

import numpy as np
import pytest

from game.lab.simulate import random_policy
from game.rules.choices import (
    IllegalChoice,
    after,
    check,
    deciding,
    legal,
    means,
    open_slots,
    passes,
    reasons_against,
)
from game.rules.state import State
from game.rules.tables import Ending, Rules, Slot, Stage, slots_of
from game.rules.turn import advance
from tests.rules.playing import by_doctrine, keys_of, opening, option, play, take_stage

GAMES = 32
MISSILES = "northland:missile_strike/southland/border/limited/symbolic/fast/none"
CAMPAIGN = "southland:air_campaign/northland/border/large/energy/fast/none"


@pytest.mark.parametrize("policy", ["random", "doctrine"])
def test_every_choice_of_a_policy_is_legal(rules: Rules, policy: str) -> None:
    keys = keys_of(GAMES, seed=4)
    choose = random_policy if policy == "random" else by_doctrine(rules)
    for state in play(rules, choose, keys):
        playing = state.take(np.flatnonzero(state.ending == Ending.PLAYING))
        check(rules, playing, choose(rules, state, keys)[:, :, state.ending == Ending.PLAYING])


def test_passing_is_always_legal(rules: Rules) -> None:
    keys = keys_of(4)
    for state in play(rules, random_policy, keys):
        check(rules, state, passes(rules, Stage(state.stage), state.games))


def complaints(rules: Rules, state: State, power: int, slot: Slot) -> tuple[list[bool], list[bool]]:
    """For each option of a menu, whether it is legal in the first game and whether nothing is said against it."""
    first, last = rules.options.menu[power, slot]
    unopposed = [not reasons_against(rules, state, number) for number in range(first, last)]
    return legal(rules, state, power, slot)[:, 0].tolist(), unopposed


def test_an_option_is_illegal_exactly_where_a_reason_is_given(rules: Rules) -> None:
    keys = keys_of(1, seed=2)
    for state in play(rules, random_policy, keys):
        for power in range(rules.powers):
            for slot in slots_of(Stage(state.stage)):
                is_legal, unopposed = complaints(rules, state, power, slot)
                assert is_legal == unopposed


def test_nothing_but_passing_is_legal_once_a_game_is_over(border_rules: Rules) -> None:
    state = opening(border_rules, ending={(): int(Ending.HORIZON)})
    for power in range(border_rules.powers):
        is_legal, unopposed = complaints(border_rules, state, power, Slot.FORCE)
        assert is_legal == unopposed == [True] + [False] * (len(is_legal) - 1)
    assert not deciding(border_rules, state).any()


def test_what_one_slot_spends_the_next_cannot(border_rules: Rules) -> None:
    state = opening(border_rules)
    strike = option(border_rules, "lakeland:patrol_strike/northland/lake/limited/core_military/fast/none")
    left = after(border_rules, means(state, 2), np.array([strike]))
    assert left.attention[0] == 1
    line = option(border_rules, "lakeland:extended_line/lake_guarantee/1")
    broker = option(border_rules, "lakeland:broker/border_talks")
    choices = passes(border_rules, Stage.ORDERS, 1)
    choices[2, [Slot.FORCE, Slot.DECLARATORY]] = [[strike], [line]]
    check(border_rules, state, choices)
    choices[2, Slot.DIPLOMATIC] = broker
    with pytest.raises(IllegalChoice, match=r"extended_line.*Needs 1 attention; 0 left"):
        check(border_rules, state, choices)


@pytest.mark.parametrize(
    ("track", "entry", "value", "key", "reason"),
    [
        ("readiness", "northland", 100, MISSILES, "readiness"),
        ("stock", "northland/missile", 9, MISSILES, "Too few left"),
        ("caretaker", "northland", 1, MISSILES, "caretaker"),
        ("capacity", "hill_fighters", 0, "northland:request_act/hill_fighters", "cannot act"),
        ("concluded", "northland/southland", 1, "northland:north_concluded/southland", "said already"),
        ("lines", "northland", 2, "northland:north_red_line/north_soil/1", "No more than 2"),
        ("line_stake", "north_soil", 1, "northland:north_red_line/north_soil/1", "drawn already"),
        ("legitimacy", "southland", 199, CAMPAIGN, "legitimacy"),
    ],
)  # fmt: skip
def test_what_rules_an_order_out_says_why(
    border_rules: Rules, track: str, entry: str, value: int, key: str, reason: str
) -> None:
    state = opening(border_rules, **{track: {tuple(entry.split("/")): value}})
    assert any(reason in each for each in reasons_against(border_rules, state, option(border_rules, key)))
    with pytest.raises(IllegalChoice, match=key.split("/", maxsplit=1)[0]):
        take_stage(border_rules, state, key)


def test_another_powers_option_or_an_unknown_one_is_refused(border_rules: Rules) -> None:
    state = opening(border_rules)
    for number in (option(border_rules, "southland:full_alert"), -1, len(border_rules.options)):
        choices = passes(border_rules, Stage.ORDERS, 1)
        choices[0, Slot.GUARD] = number
        with pytest.raises(IllegalChoice):
            check(border_rules, state, choices)


def test_whoever_has_a_choice_is_deciding_and_nobody_else(rules: Rules) -> None:
    keys = keys_of(8, seed=6)
    for state in play(rules, random_policy, keys):
        for power in range(rules.powers):
            open_ones = sum(
                legal(rules, state, power, slot).sum(axis=0) - 1 for slot in slots_of(Stage(state.stage))
            )
            np.testing.assert_array_equal(deciding(rules, state)[power], open_ones > 0)


def test_whoever_is_deciding_and_passes_everywhere_has_an_open_slot(rules: Rules) -> None:
    for state in play(rules, random_policy, keys_of(GAMES, seed=6)):
        found = open_slots(rules, state, passes(rules, Stage(state.stage), state.games))
        assert np.array_equal(found.any(axis=1), deciding(rules, state))


def test_every_option_of_the_opening_can_be_carried_out(border_rules: Rules) -> None:
    """One game for each legal first option: none breaks, and each leaves everybody's tracks within bounds."""
    state = opening(border_rules)
    for power in range(border_rules.powers):
        for slot in slots_of(Stage.ORDERS):
            first, _ = border_rules.options.menu[power, slot]
            numbers = first + np.flatnonzero(legal(border_rules, state, power, slot)[:, 0])
            choices = passes(border_rules, Stage.ORDERS, len(numbers))
            choices[power, int(slot)] = numbers
            after_orders = advance(
                border_rules, state.repeat(len(numbers)), choices, keys_of(len(numbers))
            ).state
            assert (after_orders.block >= border_rules.low[:, None]).all()
            assert (after_orders.block <= border_rules.high[:, None]).all()
