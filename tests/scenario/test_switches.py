"""Contested mechanisms that are switched for one game."""

import json

import pytest

from game.scenario.problems import ScenarioError
from game.scenario.shipped import from_embedded
from game.scenario.switches import mechanisms, switched
from tests.loading import load_scenario


@pytest.fixture(scope="module")
def loaded():
    return load_scenario("consulate")


def test_each_mechanism_can_be_switched_and_nothing_else_changes(loaded):
    before = json.loads(loaded.source_text)
    for name, mechanism in mechanisms(loaded.scenario):
        after = switched(loaded, [name])
        assert getattr(after.rules.assumptions, name) is not mechanism.on
        others = {
            key
            for key, each in mechanisms(after.scenario)
            if each.on != dict(mechanisms(loaded.scenario))[key].on
        }
        assert others == {name}
        tree = json.loads(after.source_text)
        assert {key: part for key, part in tree.items() if key != "assumptions"} == {
            key: part for key, part in before.items() if key != "assumptions"
        }


def test_switching_twice_is_as_it_was(loaded):
    once = switched(loaded, ["reputation"])
    assert switched(once, ["reputation"]).rules.assumptions == loaded.rules.assumptions


def test_without_a_switch_the_scenario_is_the_very_same(loaded):
    assert switched(loaded, ()) is loaded


def test_a_saved_game_keeps_what_was_switched(loaded):
    after = switched(loaded, ["audience_costs", "maximal_aims"])
    again = from_embedded(after.source_text)
    assert again.rules.assumptions == after.rules.assumptions
    assert not again.rules.assumptions.audience_costs


def test_a_mechanism_that_nobody_knows_is_refused_with_the_nearest(loaded):
    with pytest.raises(ScenarioError, match="there is no mechanism 'reputaton'; did you mean 'reputation'"):
        switched(loaded, ["reputaton"])
