"""The largest arsenals and wars that a file may hold are counted as the small ones are: no sum wraps round."""

import json
from itertools import pairwise
from typing import Any

import numpy as np

from game.lab.simulate import random_policy
from game.scenario.compile import compiled
from game.scenario.models import Scenario
from tests.rules.playing import keys_of, play

ARMS = 1_000_000
WAR = {"killed": 10_000, "displaced": 200_000, "displaced_again": 200_000, "at_most": None}


def at_its_largest(scenario: Scenario) -> Scenario:
    """The same conflict with all the arms, turns and victims that the format allows."""
    data: dict[str, Any] = json.loads(scenario.model_dump_json())
    data["clock"]["days_per_turn"] = 60
    for power in data["powers"].values():
        power["stocks"]["counts"] = dict.fromkeys(power["stocks"]["counts"], ARMS)
        for of_means in power["salvos"].values():
            for salvo in of_means.values():
                salvo.update({munition: min(1000 * count, ARMS) for munition, count in salvo.items()})
    for partner in data["partners"].values():
        partner["stocks"] = dict.fromkeys(partner["stocks"], ARMS)
    for front in data["fronts"].values():
        for toll in front["ongoing"]["toll"].values() if front.get("ongoing") else ():
            toll.update(WAR)
    for target in data["dials"]["target"].values():
        target.update(killed=2000, displaced=100_000)
    for defence in data["defences"].values():
        for layer in defence["layers"].values():
            layer.update(capacity=ARMS, interceptors=ARMS, shots=10)
    data["density"] = dict.fromkeys(data["density"], 10)
    return Scenario.model_validate_json(json.dumps(data), strict=True)


def test_stocks_never_grow_and_the_toll_never_falls_at_the_most_that_a_file_may_hold(
    consulate_scenario: Scenario,
) -> None:
    rules = compiled(at_its_largest(consulate_scenario))
    with np.errstate(all="raise"):
        states = list(play(rules, random_policy, keys_of(12)))
    for before, after in pairwise(states):
        assert (after.stock <= before.stock).all()
        assert (after.interceptors <= before.interceptors).all()
        for track in ("killed", "displaced", "displaced_again", "impacts"):
            assert (getattr(after, track) >= getattr(before, track)).all(), track
    assert (states[-1].displaced > 100_000_000).any()
