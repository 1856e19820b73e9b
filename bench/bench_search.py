"""A decision of a computer player that searches, in one game: at the opening, by level; and advisers and a batch.

The budget is the 95th percentile of a decision on one core: 250 ms at normal, 1 s at hard.
"""

import numpy as np
import pytest

from bench.reference import note
from game.players.levels import Level, Player, player_at
from game.players.mixture import Mixture
from game.rules.arrays import KeyArray
from game.rules.chance import game_keys
from game.rules.tables import Rules
from game.rules.turn import begin
from game.rules.view import View, view


@pytest.mark.parametrize("level", [Level.NORMAL, Level.HARD])
@pytest.mark.parametrize("games", [1, 16])
def test_orders(benchmark, rules: Rules, players: list[Mixture], level: Level, games: int) -> None:
    keys = game_keys(7, np.arange(games, dtype=np.int32))
    player = _player(rules, players, level)
    seen = view(rules, begin(rules, keys), player.seat, keys)
    benchmark(_order, player, seen, keys)
    note(benchmark, games, "decisions")


def _player(rules: Rules, players: list[Mixture], level: Level) -> Player:
    others = {mixture.seat: mixture.players for mixture in players[1:]}
    return player_at(level, rules, players[0].players, others)


def _order(player: Player, seen: View, keys: KeyArray) -> None:
    player.choose(seen, keys)
