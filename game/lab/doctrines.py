"""The doctrines of a scenario against each other: every game draws one for each seat, all mixed.

It shows whether some doctrine of a power is the best reply to whatever the others are played by: then there would be
nothing to weigh (rules.md §13).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import product

import numpy as np

from game.lab.simulate import Tile, doctrine_policy, play
from game.rules.arrays import BoolArray, IntArray, mask
from game.rules.chance import game_keys
from game.rules.tables import Ending, Rules
from game.scenario.models import Scenario
from game.session.opponents import opponents
from game.session.seats import doctrines_of


@dataclass(frozen=True, slots=True)
class DoctrineResult:
    """How one doctrine of a power did."""

    power: str
    doctrine: str
    games: int
    score: float
    """Mean score, points."""
    war: float
    """Share of its games that ended in a regional war, percent."""
    best_against: int
    """Against how many combinations of the others' doctrines it has the highest mean score of its power."""
    combinations: int

    def as_data(self) -> dict[str, object]:
        """Plain data for JSON."""
        return asdict(self)


def compare(scenario: Scenario, rules: Rules, games: int, seed: int) -> tuple[DoctrineResult, ...]:
    """Play ``games`` games with doctrines drawn for each seat and game, and compare them."""
    mixtures = opponents(scenario, rules)
    played = Tile.joined(list(play(rules, doctrine_policy(list(mixtures.values())), games, seed)))
    scores, war = played.scores, played.ending == Ending.REGIONAL_WAR
    keys = game_keys(seed, np.arange(games, dtype=np.int32))
    drawn = np.stack([mixtures[seat].members(keys) for seat in range(rules.powers)])
    return tuple(
        DoctrineResult(
            power=power,
            doctrine=doctrine,
            games=int(own.sum()),
            score=round(_mean(scores[seat], own), 2),
            war=round(100 * _mean(war, own), 1),
            best_against=best.count(number),
            combinations=len(best),
        )
        for seat, power in enumerate(scenario.powers)
        for best in [_best_replies(scores[seat], drawn, seat)]
        for number, doctrine in enumerate(doctrines_of(scenario, power))
        for own in [mask(drawn[seat] == number)]
    )


def _best_replies(scores: IntArray, drawn: IntArray, seat: int) -> list[int]:
    """The doctrine of a seat with the highest mean, for each combination of what the others were played by."""
    others = [other for other in range(len(drawn)) if other != seat]
    best = []
    for combination in product(*(np.unique(drawn[other]) for other in others)):
        there = mask((drawn[others] == np.array(combination)[:, None]).all(axis=0))
        means = [_mean(scores, mask(there & (drawn[seat] == own))) for own in np.unique(drawn[seat])]
        best.append(int(np.argmax(means)))
    return best


def _mean(values: IntArray | BoolArray, games: BoolArray) -> float:
    """The mean over some games, in points where values are hundredths; nothing where there are none."""
    unit = 1 if values.dtype == np.bool_ else 100
    return float(values[games].mean()) / unit if games.any() else 0.0


def lines(results: tuple[DoctrineResult, ...]) -> Iterator[str]:
    """The comparison as lines, by power."""
    for power in dict.fromkeys(each.power for each in results):
        yield f"{power}:"
        for each in results:
            if each.power == power:
                best = f"best reply to {each.best_against} of {each.combinations} combinations of the others"
                yield f"- {each.doctrine}: mean score {each.score:.2f}, war {each.war:.1f} %, {best}"
