"""A computer player's turn at orders, from the true state to a choice, in one game and in many, and in roll-outs."""

import numpy as np
import pytest

from bench.reference import note
from game.players.computer import ComputerPlayer, Decision
from game.players.doctrine import DEFAULT
from game.players.mixture import Mixture
from game.rules.arrays import KeyArray
from game.rules.chance import game_keys
from game.rules.glimpse import glimpse
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.turn import begin
from game.rules.view import view


@pytest.mark.parametrize("games", [1, 4096])
def test_orders(benchmark, rules: Rules, games: int) -> None:
    keys = game_keys(7, np.arange(games, dtype=np.int32))
    player = ComputerPlayer(rules, 0, DEFAULT)
    benchmark(_order, player, begin(rules, keys), keys)
    note(benchmark, games, "orders")


def _order(player: ComputerPlayer, state: State, keys: KeyArray) -> Decision:
    return player.choose(view(player.rules, state, player.seat, keys), keys)


def test_orders_of_a_roll_out(benchmark, rules: Rules, players: list[Mixture]) -> None:
    """All doctrines of a seat side by side in imagined games, without reasons: what searches and forecasts do."""
    keys = game_keys(7, np.arange(4096, dtype=np.int32))
    state, mixture = begin(rules, keys), players[0]
    benchmark(lambda: mixture.choices(glimpse(rules, state, mixture.seat, keys), keys))
    note(benchmark, 4096, "orders")
