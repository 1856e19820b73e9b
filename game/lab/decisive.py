"""How dangerous it is where two rivals know only the decisive answer (rules.md §13)."""

from typing import Final

import numpy as np

from game.lab.contestants import ANY_DOCTRINE, contestant
from game.lab.simulate import doctrine_policy, play_tile
from game.rules.tables import Ending
from game.scenario.shipped import Loaded

ALWAYS_DECISIVE: Final = "always_decisive"


def war_of_decisive_rivals(loaded: Loaded, games: int, seed: int) -> float:
    """Share of regional wars over all pairs of rivals that are always decisive; the others draw their doctrines.

    A tournament plays few dice many times over, which says little of something as rare as a war: these are games of
    their own. A patron and its client do not strike each other, so that both are decisive says nothing of the danger.
    """
    rivals = loaded.rules.rivals
    shares = [_war(loaded, pair, games, seed) for pair in np.argwhere(np.triu(rivals | rivals.T)).tolist()]
    return float(np.mean(shares))


def _war(loaded: Loaded, pair: list[int], games: int, seed: int) -> float:
    seated = [
        contestant(loaded, seat, ALWAYS_DECISIVE if seat in pair else ANY_DOCTRINE)
        for seat in range(loaded.rules.powers)
    ]
    tile = play_tile(loaded.rules, doctrine_policy(seated), seed, np.arange(games, dtype=np.int32))
    return float((tile.ending == Ending.REGIONAL_WAR).mean())
