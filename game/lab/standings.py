"""What a tournament shows: payoffs against every combination of rivals, best replies, and how far others fall short."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.lab.outlook import Estimate, mean
from game.lab.tournament import Results
from game.rules.arrays import BoolArray, IntArray

DOMINANT_FROM: Final = 0.95
"""Share of rivals' combinations to which a policy must be the best reply to count as dominant."""


@dataclass(frozen=True, slots=True)
class Row:
    """How one player of a seat did over all combinations of rivals; scores are points."""

    policy: str
    score: Estimate
    war: float
    best_reply_in: float
    """Share of rivals' combinations to which it is the best reply."""
    short_of_best: float
    """How much it scores below the best reply, on average."""


class Seat:
    """The results of one seat: who played it, and what each scored against every combination of rivals."""

    def __init__(self, results: Results, seat: int) -> None:
        self.policies = results.field.players[seat]
        self.rivals = [
            [(other, name) for name in names]
            for other, names in enumerate(results.field.players)
            if other != seat
        ]
        scores = np.moveaxis(results.scores[..., seat, :], seat, 0)
        self.scores: IntArray = scores.reshape(len(self.policies), -1, results.games)
        """Hundredths, ``[policy, combination, game]``."""
        self.war: BoolArray = np.moveaxis(results.war, seat, 0).reshape(self.scores.shape)
        self.means = self.scores.mean(axis=2) / 100
        """Points, ``[policy, combination]``."""
        self.best: IntArray = self.means.argmax(axis=0)
        """The best reply to each combination, ``[combination]``."""

    def combinations(self, powers: list[str]) -> list[str]:
        """Every combination of rivals in words, such as ``israel talk, us absorb``."""
        told = [""]
        for names in self.rivals:
            told = [f"{before}, {powers[seat]} {name}" for before in told for seat, name in names]
        return [each.removeprefix(", ") for each in told]

    def rows(self) -> list[Row]:
        """Every policy, the highest mean score first."""
        shortfalls = self.shortfalls()
        found = [
            Row(
                policy=name,
                score=mean(self.scores[number].mean(axis=0) / 100),
                war=float(self.war[number].mean()),
                best_reply_in=float((self.best == number).mean()),
                short_of_best=float(shortfalls[number]),
            )
            for number, name in enumerate(self.policies)
        ]
        return sorted(found, key=lambda row: -row.score.value)

    def shortfalls(self) -> Any:
        """How far each policy falls short of the best reply, points, ``[policy]``.

        For every game the best reply is the one found in all the other games: the best of many noisy means, measured
        in the games in which it was found, seems better than it is.
        """
        others = self.scores.sum(axis=2)[..., None] - self.scores
        best = others.argmax(axis=0)[None]
        reached = np.take_along_axis(self.scores, best, axis=0)
        return (reached - self.scores).mean(axis=(1, 2)) / 100

    def dominant(self) -> tuple[str, ...]:
        """Policies that are the best reply to whatever the rivals do, or so nearly that nothing is left to weigh."""
        return tuple(row.policy for row in self.rows() if row.best_reply_in >= DOMINANT_FROM)

    def payoff(self, powers: list[str]) -> dict[str, dict[str, dict[str, float]]]:
        """Mean score with its 95 % interval: own policy → combination of rivals → points."""
        reach = 1.96 * self.scores.std(axis=2) / 100 / np.sqrt(self.scores.shape[2])
        return {
            name: {
                rivals: _rounded(mean=middle, low=middle - half, high=middle + half)
                for rivals, middle, half in zip(
                    self.combinations(powers),
                    self.means[number].tolist(),
                    reach[number].tolist(),
                    strict=True,
                )
            }
            for number, name in enumerate(self.policies)
        }

    def best_replies(self, powers: list[str]) -> dict[str, dict[str, Any]]:
        """The best reply to every combination of rivals, and its lead on the second best in points."""
        ordered = np.sort(self.means, axis=0)
        lead = ordered[-1] - ordered[-2] if len(ordered) > 1 else ordered[-1]
        return {
            rivals: {"policy": self.policies[best], **_rounded(mean=top, lead=gap)}
            for rivals, best, top, gap in zip(
                self.combinations(powers),
                self.best.tolist(),
                ordered[-1].tolist(),
                lead.tolist(),
                strict=True,
            )
        }


def _rounded(**numbers: float) -> dict[str, float]:
    return {name: round(number, 3) for name, number in numbers.items()}
