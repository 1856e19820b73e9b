"""Every contested mechanism is a switch that changes what games come to: none is there in name alone (rules.md §15)."""

from dataclasses import fields, replace
from functools import cache

import numpy as np
import pytest

from game.lab.simulate import Policy, Tile, doctrine_policy, play_tile, random_policy
from game.rules.arrays import integers
from game.rules.tables import Rules
from game.rules.tables.rules import Assumptions
from game.session.opponents import opponents
from tests.loading import load_scenario

GAMES = 150
OF_THE_MIND = {"mirror_imaging", "false_confidence"}
"""What shows only where computer players decide: by what they take others for, or after quiet turns."""


def switched(rules: Rules, name: str) -> Rules:
    """The rules with one assumption the other way round."""
    on = getattr(rules.assumptions, name)
    return replace(rules, assumptions=replace(rules.assumptions, **{name: not on}))


def policy(rules: Rules, by_doctrine: bool) -> Policy:
    if not by_doctrine:
        return random_policy
    return doctrine_policy(list(opponents(load_scenario("north").scenario, rules).values()))


def played(rules: Rules, by_doctrine: bool) -> Tile:
    games = integers(np.arange(GAMES))
    return play_tile(rules, policy(rules, by_doctrine), 1, games)


@cache
def as_shipped(by_doctrine: bool) -> Tile:
    return played(load_scenario("north").rules, by_doctrine)


@pytest.mark.parametrize("name", [field.name for field in fields(Assumptions)])
def test_an_assumption_that_is_switched_changes_scores(name: str) -> None:
    by_doctrine = name in OF_THE_MIND
    other = played(switched(load_scenario("north").rules, name), by_doctrine)
    assert (other.scores != as_shipped(by_doctrine).scores).any()
