"""Appeals to the United Nations or a court: a case that is won pays, one that is lost costs a little (rules.md §7)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.appeals import chance
from game.rules.choices import reasons_against
from game.rules.tables import Rules
from tests.rules.playing import opening, option, take_stage

CASE = "northland:lake_court/southland"
NORTH, SOUTH = 0, 1


@pytest.mark.parametrize("won", [True, False])
def test_a_case_that_is_won_pays_and_one_that_is_lost_costs_a_little(border_rules: Rules, won: bool) -> None:
    numbers = replace(border_rules.numbers, appeal_base=100 if won else 0, appeal_legitimacy=0)
    rules = replace(border_rules, numbers=replace(numbers, appeal_alignment=0))
    before = opening(rules)
    state, _ = take_stage(rules, before, CASE)
    assert before.owed[NORTH, SOUTH, 0] - state.owed[NORTH, SOUTH, 0] == won * numbers.appeal_paid
    gained = state.legitimacy[NORTH, 0] - before.legitimacy[NORTH, 0]
    assert gained == (numbers.appeal_won if won else -numbers.appeal_lost)


def test_nobody_has_a_case_to_whom_nothing_is_owed(border_rules: Rules) -> None:
    state = opening(border_rules, owed={("northland", "southland"): 0})
    assert reasons_against(border_rules, state, option(border_rules, CASE)) == [
        "Nothing is owed to you there."
    ]


@given(legitimacy=st.integers(0, 990), alignment=st.integers(-200, 190))
def test_a_better_name_never_makes_a_case_worse(border_rules: Rules, legitimacy: int, alignment: int) -> None:
    odds = [
        chance(
            border_rules,
            opening(
                border_rules,
                legitimacy={("northland",): legitimacy + more},
                alignment={("coastland", "northland"): alignment + more},
            ),
        )[NORTH, 0]
        for more in (0, 10)
    ]
    assert 0 <= odds[0] <= odds[1] <= 100


def test_the_chance_of_a_case_is_the_sum_that_the_rulebook_gives(border_rules: Rules) -> None:
    """5 % + 6 % a point of legitimacy + 10 % a point of the hosts' mean alignment."""
    named = opening(
        border_rules, legitimacy={("northland",): 500}, alignment={("coastland", "northland"): 100}
    )
    assert chance(border_rules, named)[NORTH, 0] == 5 + 30 + 10
    disliked = opening(
        border_rules, legitimacy={("northland",): 100}, alignment={("coastland", "northland"): -200}
    )
    assert chance(border_rules, disliked)[NORTH, 0] == 0
