"""What happens in a scenario over many games of computer players: how they end, with 95 % intervals.

Endings and stories that never happened, and orders that nobody chose, are what an author most wants to know of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

import numpy as np

from game.lab.run import policy_named
from game.lab.simulate import Policy, Tile, play_tile
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import Asked
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, Ending, Rules, Slot
from game.rules.tracks import Axis, Tally
from game.scenario.models import Scenario

AT_ONCE: Final = 250
"""Games played side by side: fewer than would be quickest, so that progress is seen. The games are the same."""

_Z: Final = 1.96


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or a mean over all games, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What happened over ``games`` games, by the names of the rules; shares are of games."""

    games: int
    endings: dict[str, Estimate]
    stuck: int
    mean_turns: Estimate
    stories: dict[str, Estimate]
    fallen: dict[str, Estimate]
    scores: dict[str, Estimate]
    never_chosen: dict[str, tuple[str, ...]]
    """For each power, the orders that nobody chose in any game."""

    def never_ended(self) -> tuple[str, ...]:
        """Endings that no game came to."""
        return tuple(name for name, share in self.endings.items() if not share.value)


class _Counting:
    """A policy that counts how often every option was chosen."""

    def __init__(self, rules: Rules, policy: Policy) -> None:
        self.chosen: IntArray = np.zeros(len(rules.options), dtype=np.int32)
        self._policy = policy

    def __call__(self, rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
        choices = self._policy(rules, state, keys, asked)
        self.chosen += np.bincount(choices.ravel(), minlength=len(self.chosen)).astype(np.int32)
        return choices


def outlook(
    scenario: Scenario,
    rules: Rules,
    games: int,
    seed: int,
    progress: Callable[[int], None] = lambda done: None,
) -> Outlook:
    """Play ``games`` games by doctrines, drawn for each seat and game; ``progress`` is told how many are done."""
    policy = _Counting(rules, policy_named(scenario, rules, "doctrine"))
    tiles = []
    for first in range(0, games, AT_ONCE):
        last = min(first + AT_ONCE, games)
        tiles.append(play_tile(rules, policy, seed, np.arange(first, last, dtype=np.int32)))
        progress(last)
    return _summed_up(scenario, rules, tiles, policy.chosen)


def _summed_up(scenario: Scenario, rules: Rules, tiles: list[Tile], chosen: IntArray) -> Outlook:
    played, powers = Tile.joined(tiles), list(enumerate(rules.layout.names[Axis.POWER]))
    return Outlook(
        games=len(played.ending),
        endings={kind.name.lower(): share(played.ending == kind) for kind in Ending if kind},
        stuck=int((played.ending == Ending.PLAYING).sum()),
        mean_turns=mean(played.turns),
        stories={kind.value: share(played.tally[row] > 0) for row, kind in enumerate(Tally)},
        fallen={power: share(played.fell[row] > 0) for row, power in powers},
        scores={power: mean(played.scores[row] / 100) for row, power in powers},
        never_chosen={power: tuple(_never(scenario, rules, chosen, row)) for row, power in powers},
    )


def _never(scenario: Scenario, rules: Rules, chosen: IntArray, power: int) -> Iterator[str]:
    """The orders of a power of which no option was ever chosen, in the order of the scenario."""
    options = rules.options
    given = np.isin(options.slot, (*ORDER_SLOTS, Slot.ANSWER)) & (options.power == power)
    for name in scenario.orders:
        rows = given & (options.order == options.orders.index(name))
        if rows.any() and not chosen[rows].any():
            yield name


def share(happened: Any) -> Estimate:
    """The share of games in which something happened, with Wilson's interval."""
    return share_of(float(np.mean(happened)), len(happened))


def share_of(part: float, games: float) -> Estimate:
    """A share with the interval that it would have as one of so many independent games."""
    weight = _Z * _Z / games
    centre = (part + weight / 2) / (1 + weight)
    reach = _Z / (1 + weight) * sqrt(part * (1 - part) / games + weight / (4 * games))
    return Estimate(part, max(0.0, centre - reach), min(1.0, centre + reach))


def mean(values: Any) -> Estimate:
    """The mean over games, with the interval of a normal mean."""
    middle = float(np.mean(values))
    reach = _Z * float(np.std(values)) / sqrt(len(values))
    return Estimate(middle, middle - reach, middle + reach)


def mean_share(parts: Any) -> Estimate:
    """The mean of parts, such as a draw's half: as ``mean``, and no interval goes beyond none or all."""
    told = mean(parts)
    return Estimate(told.value, max(0.0, told.low), min(1.0, told.high))
