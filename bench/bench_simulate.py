"""Whole games side by side: decisions a second. A decision is a power with more than one legal option at a stage."""

import numpy as np
import pytest

from bench.reference import note
from game.lab.simulate import Policy, doctrine_policy, play_tile, random_policy
from game.players.mixture import Mixture
from game.rules.tables import Rules


@pytest.mark.parametrize("games", [4096, 512])
def test_random_play(benchmark, rules: Rules, games: int) -> None:
    _play(benchmark, rules, random_policy, games)


@pytest.mark.parametrize("games", [4096, 512])
def test_doctrines(benchmark, rules: Rules, players: list[Mixture], games: int) -> None:
    _play(benchmark, rules, doctrine_policy(players), games)


def _play(benchmark, rules: Rules, policy: Policy, games: int) -> None:
    numbers = np.arange(games, dtype=np.int32)
    tile = benchmark.pedantic(play_tile, (rules, policy, 1, numbers), rounds=5, warmup_rounds=1)
    note(benchmark, tile.decisions, "decisions")
