"""What the fit may change: shares and odds of the catalogue's munitions and defences, each by its path there.

``guess`` and ``doubt`` are what is thought of a number before the record is looked at: its middle, and the spread of
its logarithm of odds (of its logarithm for sizes, which may exceed 1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Any, Final, Literal

from pydantic import BaseModel

from game.rules.tables import Rules
from game.scenario.compile import arms
from game.scenario.compile.names import Names
from game.scenario.compile.numbers import numbers
from game.scenario.compile.quantiles import heavy_tailed, log_normal
from game.scenario.models import Scenario

Values = Mapping[str, float]
"""A value for each parameter by name, in natural units: shares from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the catalogue that is fitted, in every place where it stands."""

    name: str
    paths: tuple[str, ...]
    guess: float
    doubt: float
    kind: Literal["share", "size"] = "share"

    def unbound(self, value: float) -> float:
        """The value on the whole line, where the fit walks."""
        return log(value / (1 - value)) if self.kind == "share" else log(value)

    def bound(self, point: float) -> float:
        """The value of a point on the whole line."""
        return 1 / (1 + exp(-point)) if self.kind == "share" else exp(point)


def _parameter(
    name: str, guess: float, doubt: float, *paths: str, kind: Literal["share", "size"] = "share"
) -> Parameter:
    return Parameter(name, paths, guess, doubt, kind)


def _munitions(what: str, *names: str) -> tuple[str, ...]:
    return tuple(f"munitions.{name}.{what}" for name in names)


def _kill(layer: str, *munitions: str) -> tuple[str, ...]:
    defence, name = layer.split(".")
    return tuple(f"defences.{defence}.layers.{name}.kill.{munition}" for munition in munitions)


_MISSILES: Final = ("ballistic", "ballistic_newer")

PARAMETERS: Final[tuple[Parameter, ...]] = (
    _parameter("drone_reliability", 0.95, 0.4, *_munitions("reliability", "drone")),
    _parameter("cruise_reliability", 0.90, 0.5, *_munitions("reliability", "cruise")),
    _parameter("ballistic_reliability", 0.60, 0.6, *_munitions("reliability", "ballistic")),
    _parameter("ballistic_newer_reliability", 0.88, 0.4, *_munitions("reliability", "ballistic_newer")),
    _parameter("rocket_reliability", 0.90, 0.3, *_munitions("reliability", "rocket")),
    _parameter("ballistic_engaged", 0.85, 0.4, *_munitions("engaged", *_MISSILES)),
    _parameter("rocket_engaged", 0.22, 0.3, *_munitions("engaged", "rocket")),
    _parameter("ballistic_populated", 0.10, 0.6, *_munitions("populated", *_MISSILES)),
    _parameter("rocket_populated", 0.15, 0.5, *_munitions("populated", "rocket")),
    _parameter("drone_populated", 0.10, 0.5, *_munitions("populated", "drone", "cruise")),
    _parameter("ballistic_on_target", 0.85, 0.5, *_munitions("on_target", *_MISSILES)),
    _parameter("patrols_drone", 0.85, 0.6, *_kill("israel.patrols", "drone")),
    _parameter("patrols_cruise", 0.80, 0.6, *_kill("israel.patrols", "cruise")),
    _parameter(
        "upper_ballistic", 0.60, 0.6, *_kill("israel.upper", *_MISSILES), *_kill("us_bases.upper", *_MISSILES)
    ),
    _parameter(
        "middle_ballistic",
        0.40,
        0.6,
        *_kill("israel.middle", *_MISSILES),
        *_kill("us_bases.point", *_MISSILES),
    ),
    _parameter("point_rocket", 0.85, 0.4, *_kill("israel.point", "rocket")),
    _parameter("point_drone", 0.70, 0.5, *_kill("israel.point", "drone")),
    _parameter("north_patrols_drone", 0.50, 0.4, *_kill("israel_north.patrols", "drone")),
    _parameter("north_point_drone", 0.55, 0.4, *_kill("israel_north.point", "drone")),
    _parameter("north_point_rocket", 0.85, 0.4, *_kill("israel_north.point", "rocket")),
    _parameter("ships_drone", 0.90, 0.5, *_kill("us_warships.area", "drone")),
    _parameter("ships_missile", 0.80, 0.6, *_kill("us_warships.area", "cruise", *_MISSILES)),
    _parameter("bases_drone", 0.75, 0.5, *_kill("us_bases.point", "drone")),
    _parameter("bases_rocket", 0.75, 0.5, *_kill("us_bases.point", "rocket")),
    _parameter("bases_exposed", 0.05, 0.8, "defences.us_bases.exposed", "defences.undefended.exposed"),
    _parameter(
        "merchant_engaged",
        0.40,
        0.6,
        *(f"defences.merchant_ships.engaged.{munition}" for munition in ("drone", "cruise", *_MISSILES)),
    ),
    _parameter("merchant_exposed", 0.08, 0.8, "defences.merchant_ships.exposed"),
    _parameter("salvo_luck", 0.40, 0.35, "chances.salvo_luck"),
    _parameter("saturation", 15.0, 0.4, "rules.saturation", kind="size"),
    _parameter("deaths_mean", 1.15, 0.5, "deaths_per_impact.mean", kind="size"),
    _parameter("deaths_shape", 0.35, 0.6, "deaths_per_impact.shape", kind="size"),
)
BY_NAME: Final = {parameter.name: parameter for parameter in PARAMETERS}


def values_in(scenario: Scenario) -> dict[str, float]:
    """What a scenario says of every parameter; where paths of one differ, the first."""
    return {
        parameter.name: float(_found(scenario, parameter.paths[0].split("."))) for parameter in PARAMETERS
    }


def with_values(scenario: Scenario, values: Values) -> Scenario:
    """The scenario with these values of parameters; those not given stay as they are."""
    for name, value in values.items():
        for path in BY_NAME[name].paths:
            scenario = _changed(scenario, path.split("."), value)
    return scenario


def recompiled(rules: Rules, scenario: Scenario) -> Rules:
    """The rules with munitions, defences and what else can be fitted as the scenario has it, and all else as it was."""
    names = Names(scenario)
    deaths = scenario.deaths_per_impact
    return replace(
        rules,
        numbers=numbers(scenario),
        munitions=arms.munitions(names),
        defences=arms.defences(names),
        salvo_luck=log_normal(scenario.chances.salvo_luck),
        deaths=heavy_tailed(deaths.mean, deaths.shape),
    )


def _found(part: Any, path: Sequence[str]) -> Any:
    for key in path:
        part = getattr(part, key) if isinstance(part, BaseModel) else part[key]
    return part


def _changed(part: Any, path: Sequence[str], value: float) -> Any:
    """A copy of a model or mapping in which the value at a path is another."""
    if not path:
        return value
    key, below = path[0], path[1:]
    if isinstance(part, BaseModel):
        return part.model_copy(update={key: _changed(getattr(part, key), below, value)})
    return {**part, key: _changed(part[key], below, value)}
