"""Running simulations of a scenario, with progress, for the command line."""

from collections.abc import Callable
from typing import Literal

from game.lab.simulate import Policy, Tile, doctrine_policy, play, play_at_random, random_policy, summarise
from game.rules.tables import Rules
from game.scenario.models import Scenario
from game.session.opponents import opponents

PolicyName = Literal["random", "doctrine"]


def policy_named(scenario: Scenario, rules: Rules, name: PolicyName) -> Policy:
    """Random legal play, or doctrines: each game draws one of the scenario's for every seat."""
    if name == "random":
        return random_policy
    return doctrine_policy(list(opponents(scenario, rules).values()))


def simulate(
    scenario: Scenario,
    rules: Rules,
    games: int,
    seed: int,
    policy: PolicyName = "doctrine",
    progress: Callable[[int], None] = lambda done: None,
) -> dict[str, object]:
    """Play ``games`` games and summarise them; ``progress`` is told how many are done after each tile."""
    tiles: list[Tile] = []
    if policy == "random":
        played = play_at_random(rules, games, seed)
    else:
        played = play(rules, policy_named(scenario, rules, policy), games, seed)
    for tile in played:
        tiles.append(tile)
        progress(sum(len(each.ending) for each in tiles))
    return {"scenario": scenario.id, "seed": seed, "policy": policy, **summarise(rules, tiles)}
