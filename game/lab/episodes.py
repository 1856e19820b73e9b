"""The public record of salvos that interception is fitted on, and what the model makes of the same salvos.

A record gives the lowest, the best and the highest figure that was published for one quantity of one episode. What
has to be supposed to set an episode up (how a night's count was split into salvos) is said with it.
"""

from collections.abc import Sequence
from typing import Annotated, Final, Literal, Self

import numpy as np
import numpy.typing as npt
from pydantic import Field, model_validator

from game.assets import asset
from game.lab.salvo import Outcome, Salvo, simulate
from game.rules.tables import Rules
from game.scenario.load import read
from game.scenario.model import Count, Id, Model, NoticeName, Sourced, Text
from game.scenario.models import Source

FloatArray = npt.NDArray[np.float64]

Quantity = Literal[
    "launched", "arrived", "engaged", "killed", "leaked", "not_intercepted",
    "populated", "target", "any", "deaths", "fatal", "harmful",
]  # fmt: skip
"""What is counted. ``populated``, ``target`` and ``any`` are the three kinds of impact, ``fatal`` and ``harmful`` the
salvos that killed, and those that hit their target or a populated area."""

WHOLE_SALVO: Final = ("populated", "target", "deaths", "fatal", "harmful")
"""Quantities that are known of a salvo as a whole, not by munition."""


class Part(Model):
    """A salvo of an episode, and how often it was fired at a defence that was whole again."""

    attacker: Id
    defender: Id
    launch: dict[Id, Count]
    notice: NoticeName = "none"
    warning: Annotated[int, Field(ge=0, le=3)] = 2
    coalition: bool = False
    alert: bool = False
    target: Id = "core_military"
    times: Annotated[int, Field(ge=1, le=1000)] = 1

    def salvo(self) -> Salvo:
        """One salvo of this part."""
        return Salvo(**self.model_dump(exclude={"times"}))


class Record(Sourced):
    """What was published of one quantity: a count of the whole episode, or a share."""

    quantity: Quantity
    munition: Id | None = None
    per: Literal["launched", "arrived", "engaged", "salvo"] | None = None
    low: Annotated[float, Field(ge=0)]
    best: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]

    @model_validator(mode="after")
    def _sorted(self) -> Self:
        if not self.low <= self.best <= self.high:
            raise ValueError(f"expected low ≤ best ≤ high, found {self.low}, {self.best}, {self.high}")
        if self.munition is not None and self.quantity in WHOLE_SALVO:
            raise ValueError(f"{self.quantity} is known of a salvo as a whole, not by munition")
        return self

    @property
    def statistic(self) -> str:
        """The quantity in words: ``leaked per engaged``, ``any, drone``."""
        words = self.quantity.replace("_", " ")
        of = "" if self.munition is None else f", {self.munition.replace('_', ' ')}"
        return words + of + (f" per {self.per}" if self.per else "")


class Episode(Model):
    """One night or one campaign, and what was published of it."""

    title: Text
    supposed: Text = Field(description="What the reports do not give and the set-up supposes.")
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    records: Annotated[tuple[Record, ...], Field(min_length=1)]


class DeathsByImpact(Sourced):
    """How many people each of a number of impacts in populated areas killed."""

    counts: tuple[Count, ...]


class PublicRecord(Model):
    """All episodes, with the sources of their figures."""

    sources: dict[Id, Source]
    deaths_by_impact: DeathsByImpact
    episodes: dict[Id, Episode]


def public_record() -> PublicRecord:
    """The record that ships with the game."""
    return read(asset("calibration/episodes.yaml"), PublicRecord)


def outcomes(variants: Sequence[Rules], episode: Episode, runs: int, seed: int) -> list[Outcome]:
    """What the model makes of each part of an episode."""
    return [
        simulate(variants, part.salvo(), runs, seed + place, part.times)
        for place, part in enumerate(episode.parts)
    ]


def measured(rules: Rules, episode: Episode, record: Record, parts: Sequence[Outcome]) -> FloatArray:
    """The record's statistic in each run of the model, ``[run]``."""
    munition = None if record.munition is None else rules.munitions.names.index(record.munition)
    count = _total([_counted(part, record.quantity, munition) for part in parts])
    if record.per is None:
        return count
    if record.per == "salvo":
        return count / sum(part.times for part in episode.parts)
    whole = _total([_counted(part, record.per, munition) for part in parts])
    return count / np.maximum(whole, 1)


def _total(counts: Sequence[npt.NDArray[np.integer]]) -> FloatArray:
    return np.asarray(np.sum(counts, axis=0), dtype=np.float64)


def _counted(part: Outcome, quantity: str, munition: int | None) -> npt.NDArray[np.integer]:
    whole = {
        "populated": part.populated,
        "target": part.on_target,
        "deaths": part.deaths,
        "fatal": part.fatal,
        "harmful": part.harmful,
    }
    if quantity in whole:
        return whole[quantity]
    killed = part.killed.sum(axis=0)
    by_munition = {
        "launched": part.launched,
        "arrived": part.arrived,
        "engaged": part.engaged,
        "killed": killed,
        "leaked": part.leaked,
        "not_intercepted": part.launched - killed,
        "any": part.leaked + part.arrived - part.engaged,
    }[quantity]
    return np.asarray(by_munition.sum(axis=0) if munition is None else by_munition[munition])
