"""Munitions, defence layers and the four dials (rules.md §5, §6). Aggregate classes only: no named system."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import Count, Id, MeansName, Model, NoticeName, ScaleName, Share, Sourced, Text


class DeathsPerImpact(Sourced):
    """People killed by one impact in a populated area: a negative binomial count, heavy-tailed."""

    mean: Annotated[float, Field(ge=0, le=100)]
    shape: Annotated[float, Field(gt=0, le=10)] = Field(description="Smaller is more heavy-tailed.")


class Munition(Sourced):
    """A class of munitions."""

    name: Text
    kind: Literal["drone", "cruise", "ballistic", "rocket", "air"]
    reliability: Share
    engaged: Share = Field(default=1.0, description="Share of what arrives that threatens something.")
    populated: Share = Field(
        default=0.0, description="Share of what gets through that falls on populated areas."
    )
    on_target: Share = Field(default=0.5, description="Share of the rest that hits its target.")
    threat: Annotated[float, Field(ge=0, le=10)] = Field(
        default=0.0, description="Weight as a threat, a munition."
    )
    urgency: Annotated[int, Field(ge=1, le=9)] = Field(description="1 is engaged first.")


class Layer(Sourced):
    """A defence layer: who it can engage, how often, and how well."""

    name: Text
    kill: dict[Id, Share] = Field(description="Odds that an engagement kills, by munition.")
    capacity: Count = Field(description="Engagements in a turn.")
    interceptors: Count
    shots: Annotated[float, Field(ge=0, le=10)] = Field(
        default=1.0, description="Interceptors spent per target."
    )


class Defence(Sourced):
    """Layers that a salvo meets from the outermost in."""

    name: Text
    power: Id | None = Field(default=None, description="Whose warning, alert and coalition help it.")
    layers: dict[Id, Layer] = Field(default_factory=dict)
    engaged: dict[Id, Share] = Field(
        default_factory=dict, description="Share engaged, where it differs from the munition's."
    )
    built_up: Share = Field(
        default=1.0,
        description="How built-up the ground behind it is: a factor on impacts in populated areas.",
    )
    exposed: Share = Field(
        default=0.0, description="Share of hits on a target that find people who are not under cover."
    )


class Scale(Model):
    """How big: base resolve and provocation."""

    name: Text
    resolve: Annotated[float, Field(gt=0, le=12)]
    provocation: Annotated[float, Field(gt=0, le=12)]
    rung: Annotated[int, Field(ge=0, le=7)]
    rung_between_states: Annotated[int, Field(ge=0, le=7)]
    readiness: dict[MeansName, Annotated[float, Field(ge=0, le=6)]]


class Multipliers(Model):
    """What a setting of a dial multiplies."""

    name: Text
    resolve: Annotated[float, Field(gt=0, le=5)]
    provocation: Annotated[float, Field(gt=0, le=5)]


class TargetClass(Multipliers):
    """What is struck. No class is a named person or civilians."""

    legitimacy: Annotated[float, Field(ge=0, le=5)] = Field(default=0.0, description="Cost per scale.")
    arms: bool = Field(default=False, description="Whether munitions and air defence suffer with it.")
    unseats: bool = Field(
        default=False, description="Whether some hope that striking it brings the government down."
    )
    market: Annotated[float, Field(ge=0, le=5)] = Field(default=0.0, description="Stress per scale.")
    wears: Literal["readiness", "nuclear", "none"] = "readiness"
    populated: Share = Field(default=0.0, description="Share added to impacts in populated areas.")
    killed: Annotated[float, Field(ge=0, le=2000)] = Field(
        default=0.0, description="People killed by a limited air strike that gets through, times the density."
    )
    displaced: Annotated[float, Field(ge=0, le=1_000_000)] = 0.0
    disarray: Annotated[int, Field(ge=0, le=3)] = 0
    rung: Annotated[int, Field(ge=0, le=7)] = Field(default=0, description="Least rung of an act.")
    rung_when_large: Annotated[int, Field(ge=0, le=7)] = 0
    urban: bool = Field(default=False, description="Harm to civilians is confirmed before the order.")
    law_of_war: str = Field(default="", max_length=800, description="The note shown before confirmation.")


class Dials(Model):
    """The four dials of a strike."""

    scale: dict[ScaleName, Scale]
    target: dict[Id, TargetClass]
    means: dict[MeansName, Multipliers]
    notice: dict[NoticeName, Multipliers]
