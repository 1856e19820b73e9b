"""Fitting interception on the public record: a Bayesian fit by simulation, the same on every run.

For given values of the parameters every episode is simulated, and the record is compared with the mean and spread
of what the simulation gives (a synthetic likelihood, Wood 2010). A Metropolis walk, one parameter at a time, then
draws values in proportion to how well they agree with the record and with what was thought before. The same random
words are used throughout, so the comparison between two values is not drowned in chance. Offices report in their own
interest and repeat each other, so the record as a whole counts for half of what independent reports would.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

import numpy as np

from game.assets import asset
from game.lab.episodes import Episode, FloatArray, PublicRecord, Record, measured, outcomes
from game.lab.parameters import BY_NAME, PARAMETERS, Parameter, Values, recompiled, values_in, with_values
from game.rules.tables import Rules
from game.scenario.load import read
from game.scenario.model import Model, Text
from game.scenario.models import Scenario

SEED: Final = 20240413
RUNS: Final = 48
BURN_IN, SWEEPS, KEEP_EVERY = 60, 160, 4
WEIGHT_OF_RECORD: Final = 0.5
_ROUNDING_OF_COUNTS, _ROUNDING_OF_SHARES = 0.5, 0.002
_DEVIATIONS_IN_A_RANGE = 4
"""A published range from low to high is read as two standard deviations to either side."""

_LIKED, _DISLIKED = 1.15, 0.93
"""How the walk's steps grow and shrink in the burn-in; about a third of the steps are taken at balance."""


class Fitted(Model):
    """One parameter after the fit: its median, and the middle 90 % of what agrees with the record."""

    best: float
    low: float
    high: float


class Fit(Model):
    """The outcome of a fit: each parameter, and a sample of all of them together."""

    about: Text
    parameters: dict[str, Fitted]
    sample: tuple[dict[str, float], ...]


def stored_fit() -> Fit:
    """The fit that ships with the game; its best values stand in the catalogue."""
    return read(asset("calibration/fit.yaml"), Fit)


def variants(scenario: Scenario, rules: Rules, fit: Fit) -> list[Rules]:
    """The scenario's rules under every set of values in the sample.

    A scenario may differ from the catalogue: the sample's distance from the best value is added to its own.
    """
    own = values_in(scenario)
    return [recompiled(rules, with_values(scenario, _shifted(own, fit, drawn))) for drawn in fit.sample]


def _shifted(own: Values, fit: Fit, drawn: Values) -> dict[str, float]:
    shifted = {}
    for name, value in own.items():
        parameter = BY_NAME[name]
        moved = parameter.unbound(drawn[name]) - parameter.unbound(fit.parameters[name].best)
        shifted[name] = parameter.bound(parameter.unbound(value) + moved)
    return shifted


@dataclass(frozen=True, slots=True)
class Walk:
    """A fit in progress: the record, the scenario whose tables are changed, and how often each episode is run."""

    record: PublicRecord
    scenario: Scenario
    rules: Rules
    runs: int = RUNS

    def agreements(self, values: Values, episodes: Sequence[str]) -> dict[str, float]:
        """How well each episode's record agrees with these values, as log-likelihoods."""
        rules = recompiled(self.rules, with_values(self.scenario, values))
        return {name: self._agreement(rules, self.record.episodes[name]) for name in episodes}

    def _agreement(self, rules: Rules, episode: Episode) -> float:
        found = outcomes([rules], episode, self.runs, SEED)
        return sum(_likelihood(each, measured(rules, episode, each, found)) for each in episode.records)


def _likelihood(record: Record, simulated: FloatArray) -> float:
    """The record's best figure under a normal distribution with the simulation's mean and both spreads."""
    rounding = _ROUNDING_OF_COUNTS if record.per is None else _ROUNDING_OF_SHARES
    published = (record.high - record.low) / _DEVIATIONS_IN_A_RANGE
    variance = float(simulated.var()) + published**2 + rounding**2
    return -0.5 * (record.best - float(simulated.mean())) ** 2 / variance - 0.5 * log(variance)


def fitted(walk: Walk, progress: Callable[[int], None] = lambda done: None) -> Fit:
    """Walk through the values of all parameters and sum up where the walk has been."""
    random = np.random.default_rng(SEED)
    here = _Place.begun(walk)
    steps = {parameter.name: parameter.doubt for parameter in PARAMETERS}
    visited: list[dict[str, float]] = []
    for sweep in range(BURN_IN + SWEEPS):
        for parameter in PARAMETERS:
            step, chance = random.normal() * steps[parameter.name], random.random()
            taken = here.moved(walk, parameter, float(step), float(chance))
            if sweep < BURN_IN:
                steps[parameter.name] *= _LIKED if taken else _DISLIKED
        if sweep >= BURN_IN and sweep % KEEP_EVERY == 0:
            visited.append(dict(here.values))
        progress(sweep + 1)
    return _summed_up(visited)


@dataclass(slots=True)
class _Place:
    """Where the walk is: the values there, and how well they agree with each part of what is known."""

    values: dict[str, float]
    agreements: dict[str, float]
    towns: float

    @classmethod
    def begun(cls, walk: Walk) -> "_Place":
        values = {parameter.name: parameter.guess for parameter in PARAMETERS}
        return cls(values, walk.agreements(values, tuple(walk.record.episodes)), _deaths(walk.record, values))

    def moved(self, walk: Walk, parameter: Parameter, step: float, chance: float) -> bool:
        """Try a step of one parameter; stay where it agrees too badly. Says whether the step was taken."""
        name = parameter.name
        changed = {**self.values, name: parameter.bound(parameter.unbound(self.values[name]) + step)}
        touched = [key for key, episode in walk.record.episodes.items() if _concerns(parameter, episode)]
        agreements = walk.agreements(changed, touched)
        towns = _deaths(walk.record, changed)
        gain = sum(agreements.values()) - sum(self.agreements[key] for key in touched) + towns - self.towns
        gain = WEIGHT_OF_RECORD * gain + _prior(parameter, changed) - _prior(parameter, self.values)
        if chance >= exp(min(gain, 0.0)):
            return False
        self.values, self.towns = changed, towns
        self.agreements.update(agreements)
        return True


def _prior(parameter: Parameter, values: Values) -> float:
    away = parameter.unbound(values[parameter.name]) - parameter.unbound(parameter.guess)
    return -0.5 * (away / parameter.doubt) ** 2


def _concerns(parameter: Parameter, episode: Episode) -> bool:
    """Whether a parameter can make a difference to an episode."""
    munitions = {name for part in episode.parts for name in part.launch}
    defenders = {part.defender for part in episode.parts}
    return any(_names_in(path, munitions, defenders) for path in parameter.paths)


def _names_in(path: str, munitions: set[str], defenders: set[str]) -> bool:
    kind, name, *rest = path.split(".")
    if kind == "munitions":
        return name in munitions
    if kind == "defences":
        return name in defenders and (rest[-1] in munitions or len(rest) == 1)
    return True


def _deaths(record: PublicRecord, values: Values) -> float:
    """Log-likelihood of the people killed by each impact in a built-up area: negative binomial counts."""
    mean, shape = values["deaths_mean"], values["deaths_shape"]
    return sum(_log_mass(count, mean, shape) for count in record.deaths_by_impact.counts)


def _log_mass(count: int, mean: float, shape: float) -> float:
    ways = lgamma(count + shape) - lgamma(shape) - lgamma(count + 1)
    return ways + shape * log(shape / (shape + mean)) + count * log(mean / (shape + mean))


def _summed_up(visited: Sequence[Mapping[str, float]]) -> Fit:
    about = (
        "Written by the command lab fit; not to be changed by hand. Medians, middle 90 %, and a sample of all values "
        "together, fitted on assets/calibration/episodes.yaml."
    )
    summary = {
        parameter.name: _of(parameter, [each[parameter.name] for each in visited]) for parameter in PARAMETERS
    }
    sample = tuple({name: round(value, 4) for name, value in each.items()} for each in visited)
    return Fit(about=about, parameters=summary, sample=sample)


def _of(parameter: Parameter, values: Sequence[float]) -> Fitted:
    """Shares are rounded to the half percent that the game's tables have."""
    low, best, high = (float(each) for each in np.percentile(values, [5, 50, 95]))
    best = round(best * 200) / 200 if parameter.kind == "share" else round(best, 2)
    return Fitted(best=best, low=round(low, 3), high=round(high, 3))
