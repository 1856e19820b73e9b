"""Whether forecasts hold what they say: what is said to happen in 30 % of cases should happen in 30 % of them.

What was said and what happened is collected from many games (``trial``) and counted in tenths.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from game.lab.outlook import Estimate, share_of
from game.lab.processes import PROCESSES, worked
from game.lab.trial import Event, Range, Trial
from game.players.forecaster import Forecaster
from game.rules.arrays import BoolArray, KeyArray
from game.rules.chance import game_keys
from game.scenario.shipped import Loaded, load_scenario
from game.session.opponents import opponents
from game.session.seats import Seat, mind_of

BINS: Final = 10
SAMPLES: Final = 1000
SCENARIOS: Final = ("consulate", "guest", "north")
"""Where it is measured unless somebody asks for others."""

_PIECE: Final = 12
"""Games that are played in one go."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Events that were said to be about equally likely."""

    low: int
    high: int
    said: float
    """Mean of what was said, percent."""
    happened: Estimate
    """Share that happened, percent."""
    events: int

    @property
    def off(self) -> float:
        """How much more often it happened than was said, points of percent."""
        return self.happened.value - self.said


@dataclass(frozen=True, slots=True)
class Reliability:
    """All events and ranges of many forecasts."""

    scenarios: tuple[str, ...]
    seed: int
    samples: int
    events: tuple[Event, ...]
    ranges: tuple[Range, ...]

    def bins(self, kind: str = "") -> tuple[Bin, ...]:
        """What was said beside what happened, in tenths; of one kind of event, or of all. Empty bins are left out."""
        chosen = [each for each in self.events if kind in {"", each.kind}]
        said = np.array([each.said for each in chosen])
        happened = np.array([each.happened for each in chosen])
        game = np.array([each.game for each in chosen])
        place = np.minimum(said * BINS / 100, BINS - 1).astype(int)
        return tuple(
            Bin(
                low=100 * number // BINS,
                high=100 * (number + 1) // BINS,
                said=float(said[own].mean()),
                happened=_percent(_share_over_games(happened[own], game[own])),
                events=int(own.sum()),
            )
            for number in range(BINS)
            for own in [place == number]
            if own.any()
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of events."""
        return tuple(dict.fromkeys(each.kind for each in self.events))

    def coverage(self) -> dict[str, tuple[Estimate, float, int]]:
        """For each kind of number: the share inside its range, percent; the mean error; how many there were."""
        found = {}
        for kind in dict.fromkeys(each.kind for each in self.ranges):
            own = [each for each in self.ranges if each.kind == kind]
            inside = _share_over_games(
                np.array([each.low <= each.came <= each.high for each in own]),
                np.array([each.game for each in own]),
            )
            error = float(np.mean([each.came - each.mean for each in own]))
            found[kind] = (_percent(inside), error, len(own))
        return found

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON: bins by kind of event, and how often numbers came to lie in their ranges."""
        return {
            "scenarios": list(self.scenarios),
            "seed": self.seed,
            "samples": self.samples,
            "events": len(self.events),
            "bins": {
                kind or "all": [_as_data(each) for each in self.bins(kind)] for kind in ("", *self.kinds)
            },
            "ranges": {
                kind: {"inside": asdict(inside), "mean_error": round(error, 3), "count": count}
                for kind, (inside, error, count) in self.coverage().items()
            },
        }


def _share_over_games(happened: BoolArray, game: KeyArray) -> Estimate:
    """The share of events that happened; its interval allows for events of one game that hang together.

    They count as fewer, by how much more their sums in games vary than those of independent events would (the design
    effect; Kish 1965).
    """
    part, events = float(happened.mean()), len(happened)
    alone = events * part * (1 - part)
    together = float(np.square(np.bincount(np.unique(game, return_inverse=True)[1], happened - part)).sum())
    return share_of(part, events * min(1.0, alone / together) if together else events)


def _as_data(each: Bin) -> dict[str, Any]:
    return {**asdict(each), "off": round(each.off, 3)}


def _percent(part: Estimate) -> Estimate:
    return Estimate(100 * part.value, 100 * part.low, 100 * part.high)


def reliability(
    scenarios: Sequence[str],
    events: int,
    seed: int,
    samples: int = SAMPLES,
    processes: int = PROCESSES,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Reliability:
    """Collect at least ``events`` events, in turn from each scenario; forecasts imagine ``samples`` worlds each.

    No two scenarios share a game's dice: what luck did in one would come again in the other.
    """
    names = tuple(load_scenario(scenario).scenario.id for scenario in scenarios)
    found: list[Event] = []
    ranges: list[Range] = []
    first = 0
    while len(found) < events:
        games = range(first, first + 2 * processes * _PIECE * len(scenarios), _PIECE)
        round_of = [(scenarios[n % len(scenarios)], samples, seed, game) for n, game in enumerate(games)]
        first = games.stop
        for _, (more, others) in sorted(worked(_piece, round_of, processes), key=lambda each: each[0]):
            found += more
            ranges += others
        progress(min(len(found), events), events)
    return Reliability(names, seed, samples, tuple(found), tuple(ranges))


def _piece(scenario: str, samples: int, seed: int, first: int) -> tuple[list[Event], list[Range]]:
    """The events of some games, from the number ``first``."""
    loaded, forecasters = _foresight(scenario, samples)
    keys = game_keys(seed, np.arange(first, first + _PIECE, dtype=np.int32))
    trial = Trial(loaded.rules, forecasters, keys)
    while trial.playing:
        trial.turn()
    return trial.events, trial.ranges


@cache
def _foresight(scenario: str, samples: int) -> tuple[Loaded, tuple[Forecaster, ...]]:
    loaded = load_scenario(scenario)
    mixtures = opponents(loaded.scenario, loaded.rules)
    minds = [mind_of(loaded.scenario, Seat(power)) for power in loaded.scenario.powers]
    return loaded, tuple(
        Forecaster(loaded.rules, seat, mixtures, samples, mind) for seat, mind in enumerate(minds)
    )
