"""Running simulations of a scenario, with progress, for the command line."""

from collections.abc import Callable
from typing import Literal

from game.lab.simulate import Policy, Tile, doctrine_policy, play, random_policy, summarise
from game.players.computer import ComputerPlayer
from game.players.mixture import Mixture
from game.rules.tables import Rules
from game.scenario.models import Scenario
from game.session.seats import as_played, doctrines_of

PolicyName = Literal["random", "doctrine"]


def policy_named(scenario: Scenario, rules: Rules, name: PolicyName) -> Policy:
    """Random legal play, or doctrines: each game draws one of the scenario's for every seat."""
    if name == "random":
        return random_policy
    return doctrine_policy(shipped_doctrines(scenario, rules))


def shipped_doctrines(scenario: Scenario, rules: Rules) -> list[Mixture]:
    """For every seat, the computer players of all doctrines that the scenario has for it."""
    return [
        Mixture(
            [
                ComputerPlayer(rules, seat, as_played(scenario.doctrines[doctrine]))
                for doctrine in doctrines_of(scenario, power)
            ]
        )
        for seat, power in enumerate(scenario.powers)
    ]


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
    for tile in play(rules, policy_named(scenario, rules, policy), games, seed):
        tiles.append(tile)
        progress(sum(len(each.ending) for each in tiles))
    return {"scenario": scenario.id, "seed": seed, "policy": policy, **summarise(rules, tiles)}
