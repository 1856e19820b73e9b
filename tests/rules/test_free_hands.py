"""Readiness: outer fronts that are deterred free hands on the inner one (rules.md §9)."""

from dataclasses import replace

import numpy as np

from game.rules.tables import Rules
from tests.rules.playing import opening, take_turn


def with_an_outer_border(rules: Rules) -> Rules:
    """The border counts as an outer front, so that Southland has one beside its inner front in the hills."""
    outer = np.array([name in ("border", "lake") for name in rules.layout.names["front"]])
    return replace(rules, fronts=replace(rules.fronts, outer=outer))


def readiness_next_turn(rules: Rules, rung: int, crossed: int = 0) -> list[int]:
    state = opening(
        rules,
        rung={("border",): rung, ("lake",): 0},
        readiness={("southland",): 0, ("northland",): 0},
        line_crossed={("south_soil",): crossed},
    )
    return take_turn(rules, state).readiness[:, 0].tolist()


def test_deterred_outer_fronts_free_hands_on_the_inner_one(border_rules: Rules) -> None:
    rules = with_an_outer_border(border_rules)
    quiet, loud = readiness_next_turn(rules, rung=2), readiness_next_turn(rules, rung=5)
    gained = [after - before for after, before in zip(quiet, loud, strict=True)]
    assert gained == [0, rules.numbers.free_hands, 0]


def test_a_crossed_line_on_an_outer_front_ties_hands(border_rules: Rules) -> None:
    rules = with_an_outer_border(border_rules)
    assert readiness_next_turn(rules, rung=2, crossed=1) == readiness_next_turn(rules, rung=5)
