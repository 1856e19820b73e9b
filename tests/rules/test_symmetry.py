"""Swap two powers' places in the data and the outcome swaps: where a power is listed favours nobody (rules.md §13)."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.lab.simulate import random_policy
from game.rules.arrays import IntArray, integers
from game.rules.balance import ended_by
from game.rules.binomial import STEPS
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.turn import advance, begin
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario
from tests.conftest import BORDER
from tests.rules.playing import keys_of, play

GAMES = 24
PLENTY = 1_000_000


def without_chance(rules: Rules) -> Rules:
    """Rules in which nothing is left to chance and no defence runs out, so that outcomes can be compared exactly."""
    numbers = replace(
        rules.numbers, attribution=0, heed_least=100, heed_most=100, talks_base=100, talks_rung=0, talks_struck=0,
        appeal_base=100,
        drawn_in_campaign=100, drawn_in_war=100,
        control_open_exchange=0, control_campaign=0, control_exchange=0, control_decisive=0, control_blind=0,
    )  # fmt: skip
    defences, munitions = rules.defences, rules.munitions
    opening = rules.opening.copy()
    opening[rules.layout.places["interceptors"].rows] = PLENTY
    return replace(
        rules,
        numbers=numbers,
        opening=opening,
        salvo_luck=np.zeros_like(rules.salvo_luck),
        spread=np.full_like(rules.spread, 100),
        deaths=np.zeros_like(rules.deaths),
        debris=0,
        munitions=replace(
            munitions,
            reliability=np.full_like(munitions.reliability, STEPS),
            populated=np.zeros_like(munitions.populated),
            on_target=np.full_like(munitions.on_target, STEPS),
        ),
        target_classes=replace(rules.target_classes, populated=np.zeros_like(rules.target_classes.populated)),
        defences=replace(
            defences,
            capacity=np.full_like(defences.capacity, PLENTY),
            engaged=np.where(defences.engaged >= 100, STEPS, 0),
            exposed=np.zeros_like(defences.exposed),
        ),
    )


def reordered(scenario: Scenario, order: tuple[str, ...]) -> Scenario:
    """The same conflict with its powers listed in another order."""
    return scenario.model_copy(update={"powers": {name: scenario.powers[name] for name in order}})


def translated(first: Rules, second: Rules, choices: IntArray) -> IntArray:
    """Choices under one listing as choices under another, by the options' keys."""
    number = {key: place for place, key in enumerate(second.options.keys)}
    by_option = integers([number[key] for key in first.options.keys])
    other = np.empty_like(choices)
    for power in range(first.powers):
        chosen = by_option[choices[power]]
        other[second.options.power[chosen[0, 0]]] = chosen
    return other


def same_rows(first: Rules, second: Rules) -> IntArray:
    """For each row under one listing, the row of the same meaning under another."""
    return integers(
        [
            second.layout.row(track.name, *entries)
            for track, entries in map(first.layout.entries, range(first.layout.rows))
        ]
    )


def broken_by(rules: Rules, state: State) -> list[list[tuple[str, bool] | None]]:
    """Whose choice or collapse ended the balance of each front in each game: the code itself counts actors."""
    names = (*rules.layout.names[Axis.ACTOR], "several", "nobody known")
    found = [[ended_by(rules, int(code)) for code in of_front] for of_front in state.balance]
    return [
        [each and (names[-2 if each.several else -1] if each.actor is None else names[each.actor], each.choice)
         for each in of_front]
        for of_front in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    "order", [("southland", "northland", "lakeland"), ("lakeland", "southland", "northland")]
)
def test_where_a_power_is_listed_makes_no_difference(
    border_scenario: Scenario, order: tuple[str, ...]
) -> None:
    first, second = (
        without_chance(compiled(each)) for each in (border_scenario, reordered(border_scenario, order))
    )
    keys, rows = keys_of(GAMES, seed=8), same_rows(first, second)
    state, other = begin(first, keys), begin(second, keys)
    while state.turn <= first.turns + first.hidden_end:
        choices = random_policy(first, state, keys)
        state, other = (
            advance(first, state, choices, keys).state,
            advance(second, other, translated(first, second, choices), keys).state,
        )
        differs = np.argwhere(state.block != other.block[rows])
        named = [first.layout.entries(row)[0].name for row, _ in differs]
        assert set(named) <= {"balance"}, named[:5]
        assert broken_by(first, state) == broken_by(second, other)
    assert state.killed.any()


LISTED = (
    "hosts",
    "fronts",
    "lines",
    "promises",
    "orders",
    "populations",
    "munitions",
    "defences",
    "talks",
    "camps",
)


@pytest.mark.parametrize("part", LISTED)
def test_where_anything_else_is_listed_makes_no_difference_either(
    consulate_scenario: Scenario, part: str
) -> None:
    listed = dict(reversed(getattr(consulate_scenario, part).items()))
    other_listing = consulate_scenario.model_copy(update={part: listed})
    first, second = (
        without_events(without_chance(compiled(each))) for each in (consulate_scenario, other_listing)
    )
    keys, rows = keys_of(16, seed=8), same_rows(first, second)
    state, other = begin(first, keys), begin(second, keys)
    while state.turn <= first.turns:
        choices = random_policy(first, state, keys)
        state, other = (
            advance(first, state, choices, keys).state,
            advance(second, other, translated(first, second, choices), keys).state,
        )
        differs = np.flatnonzero((state.block != other.block[rows]).any(axis=1))
        assert not [first.layout.entries(int(row)) for row in differs]
    assert (state.block != begin(first, keys).block).any()


def without_events(rules: Rules) -> Rules:
    """Rules in which nothing happens that nobody ordered, and all that is hidden comes out."""
    return replace(
        rules,
        events=replace(rules.events, chance=rules.events.chance * 0),
        numbers=replace(rules.numbers, attribution=100),
    )


def test_no_rule_knows_a_name(border_rules: Rules, tmp_path: Path) -> None:
    """The same conflict under other ids is the same game to the last bit."""
    text = BORDER.read_text(encoding="utf-8")
    other_names = {
        "northland": "aa",
        "southland": "zz",
        "lakeland": "mm",
        "hill_fighters": "qq",
        "coastland": "hh",
    }
    for name, other in other_names.items():
        text = re.sub(rf"\b{name}\b", other, text)
    (tmp_path / "named_otherwise.yaml").write_text(text, encoding="utf-8")
    renamed = compiled(read(tmp_path / "named_otherwise.yaml", Scenario))
    keys = keys_of(GAMES, seed=8)
    ended = [list(play(rules, random_policy, keys))[-1].block for rules in (border_rules, renamed)]
    np.testing.assert_array_equal(*ended)
