"""The model beside the record: every statistic of every episode, with the model's median and 95 % interval."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from game.lab.episodes import Episode, PublicRecord, Record, measured, outcomes
from game.rules.tables import Rules

RUNS: Final = 2000
SEED: Final = 1
KINDS: Final = ("populated", "target", "any")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published figure, and what the model gives for it."""

    episode: str
    title: str
    statistic: str
    impacts: str
    """The kind of impact, or nothing where the statistic is no impact."""
    low: float
    best: float
    high: float
    median: float
    lower: float
    upper: float
    confidence: str
    sources: tuple[str, ...]

    @property
    def inside(self) -> bool:
        """Whether the best published figure lies inside the model's 95 % interval."""
        return self.lower <= self.best <= self.upper

    def as_data(self) -> dict[str, Any]:
        """Plain data, with whether the figure lies inside."""
        return {**asdict(self), "inside": self.inside}


def compare(
    record: PublicRecord, variants: Sequence[Rules], runs: int = RUNS, seed: int = SEED
) -> list[Comparison]:
    """Every record of every episode beside the model, in the record's order."""
    compared: list[Comparison] = []
    for name, episode in record.episodes.items():
        found = outcomes(variants, episode, runs, seed)
        compared += [
            _compared(name, episode, each, measured(variants[0], episode, each, found))
            for each in episode.records
        ]
    return compared


def _compared(name: str, episode: Episode, record: Record, simulated: Any) -> Comparison:
    lower, median, upper = (round(float(each), 4) for each in np.percentile(simulated, [2.5, 50, 97.5]))
    return Comparison(
        episode=name,
        title=episode.title,
        statistic=record.statistic,
        impacts=record.quantity if record.quantity in KINDS else "",
        low=record.low,
        best=record.best,
        high=record.high,
        median=median,
        lower=lower,
        upper=upper,
        confidence=record.confidence or "L",
        sources=record.source,
    )


def lines(compared: Sequence[Comparison]) -> list[str]:
    """A table for a terminal: one line a statistic, and how many lie inside."""
    width = max(len(each.title) for each in compared)
    statistic = max(len(each.statistic) for each in compared)
    rows = [
        f"{each.title:<{width}}  {each.statistic:<{statistic}}  {span(each.low, each.best, each.high):>22}"
        f"  {span(each.lower, each.median, each.upper):>24}  {'inside' if each.inside else 'OUTSIDE'}"
        for each in compared
    ]
    inside = sum(each.inside for each in compared)
    heading = f"{'':<{width}}  {'':<{statistic}}  {'record':>22}  {'model, 95 %':>24}"
    return [heading, *rows, f"{inside} of {len(compared)} inside the model's 95 % interval"]


def span(low: float, middle: float, high: float) -> str:
    """Three figures as ``4 · 9 · 9``."""
    return " · ".join(f"{each:.3g}" for each in (low, middle, high))
