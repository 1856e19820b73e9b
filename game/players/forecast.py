"""What a forecast tells: what a draft of orders may bring by the end of the turn, as far as a seat can tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.players.causes import Cause
from game.players.doctrine import Aim


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the turn leads to: its mean and the range in which four of five games end.

    In the units of the track (hundredths of a point, people, munitions); ``causes`` add up to the mean change.
    """

    before: float
    mean: float
    low: float
    high: float
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Odds:
    """A chance in percent: over all that rivals may do, and its range from one rival doctrine to another."""

    percent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Leakers:
    """How many munitions of the seat's own strike get through: a distribution."""

    launched: Quantity
    through: Quantity
    edges: tuple[int, ...]
    """Lower edges of the bins, munitions."""
    counts: tuple[int, ...]
    """Games in each bin."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a draft may bring by the end of the turn. Keys are numbers of actors, powers, fronts or populations."""

    samples: int
    supposed: Mapping[int, Aim]
    """What each rival is supposed to seek, as the seat sees it."""
    owed: Mapping[int, Quantity]
    """What this seat will feel is owed to each actor."""
    rivals_owed: Mapping[int, Quantity]
    """What each rival will feel is owed to this seat."""
    windows: Mapping[int, Odds]
    """Chance that a rival gets a reply window toward this seat."""
    struck_back: Mapping[int, Odds]
    """Chance that a rival strikes this seat within the turn."""
    control: Mapping[int, Odds]
    """Chance that control is lost on each front."""
    standing: Quantity
    legitimacy: Quantity
    cohesion: Quantity
    credibility: Mapping[int, Quantity]
    """What each rival will believe of this seat's threats."""
    toll: Mapping[int, Quantity]
    """People killed this turn, by population."""
    leakers: Leakers | None
    """For a draft with a strike that launches something."""
