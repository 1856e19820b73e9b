"""Munitions, defence layers and the four dials (rules.md §5, §6). Aggregate classes only: no named system."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import Arms, Id, MeansName, Model, NoticeName, ScaleName, Share, Sourced, Text


class DeathsPerImpact(Sourced):
    """People killed by one impact in a populated area: a negative binomial count, heavy-tailed."""

    mean: Annotated[float, Field(ge=0, le=100)] = Field(
        description="Mean number of people killed by one impact, 0 to 100."
    )
    shape: Annotated[float, Field(gt=0, le=10)] = Field(description="Smaller is more heavy-tailed.")


class Munition(Sourced):
    """A class of munitions."""

    name: Text = Field(description="Its name as players read it, of several.")
    one: str = Field(
        default="", max_length=60, description="Its name of a single one; left out, several are named."
    )
    kind: Literal["drone", "cruise", "ballistic", "rocket", "air"] = Field(
        description="drone, cruise, ballistic, rocket or air (released by aircraft)."
    )
    reliability: Share = Field(description="Share that arrives where it was sent, 0 to 1.")
    engaged: Share = Field(
        default=1.0, description="Share of what arrives that threatens something; the rest is harmless."
    )
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

    name: Text = Field(description="Its name as players read it.")
    kill: dict[Id, Share] = Field(description="Odds that an engagement kills, by munition.")
    capacity: Arms = Field(description="Engagements in a turn.")
    interceptors: Arms = Field(description="Interceptors in stock at the start.")
    shots: Annotated[float, Field(ge=0, le=10)] = Field(
        default=1.0, description="Interceptors spent per target."
    )


class Defence(Sourced):
    """Layers that a salvo meets from the outermost in."""

    name: Text = Field(description="Its name as players read it.")
    power: Id | None = Field(default=None, description="Whose warning, alert and coalition help it.")
    layers: dict[Id, Layer] = Field(default_factory=dict, description="Its layers, from the outermost in.")
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

    name: Text = Field(description="The setting's name; what stands after a colon explains it.")
    resolve: Annotated[float, Field(gt=0, le=12)] = Field(
        description="Resolve that a strike of this scale shows, in points up to 12."
    )
    provocation: Annotated[float, Field(gt=0, le=12)] = Field(
        description="Provocation that it gives, in points up to 12."
    )
    rung: Annotated[int, Field(ge=0, le=7)] = Field(
        description="Rung that such a strike puts its front at, 0 to 7."
    )
    rung_between_states: Annotated[int, Field(ge=0, le=7)] = Field(
        description="The same for a strike of one power at another's own ground."
    )
    readiness: dict[MeansName, Annotated[float, Field(ge=0, le=6)]] = Field(
        description="Readiness that it costs, by means, 0 to 6."
    )


class Multipliers(Model):
    """What a setting of a dial multiplies."""

    name: Text = Field(description="The setting's name; what stands after a colon explains it.")
    resolve: Annotated[float, Field(gt=0, le=5)] = Field(
        description="Factor on resolve, above 0 and up to 5."
    )
    provocation: Annotated[float, Field(gt=0, le=5)] = Field(
        description="Factor on provocation, above 0 and up to 5."
    )


class TargetClass(Multipliers):
    """What is struck. No class is a named person or civilians."""

    legitimacy: Annotated[float, Field(ge=0, le=5)] = Field(default=0.0, description="Cost per scale.")
    arms: bool = Field(default=False, description="Whether munitions and air defence suffer with it.")
    unseats: bool = Field(
        default=False, description="Whether some hope that striking it brings the government down."
    )
    market: Annotated[float, Field(ge=0, le=5)] = Field(default=0.0, description="Stress per scale.")
    wears: Literal["readiness", "nuclear", "none"] = Field(
        default="readiness", description="What a hit wears down: readiness, the nuclear programme, or none."
    )
    populated: Share = Field(default=0.0, description="Share added to impacts in populated areas.")
    killed: Annotated[float, Field(ge=0, le=2000)] = Field(
        default=0.0, description="People killed by a limited air strike that gets through, times the density."
    )
    displaced: Annotated[float, Field(ge=0, le=100_000)] = Field(
        default=0.0,
        description="People driven out by a limited air strike that gets through, times the density.",
    )
    disarray: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0, description="Turns for which a partner struck there cannot act, 0 to 3."
    )
    rung: Annotated[int, Field(ge=0, le=7)] = Field(default=0, description="Least rung of an act.")
    rung_when_large: Annotated[int, Field(ge=0, le=7)] = Field(
        default=0, description="Least rung of a large or maximal act, 0 to 7."
    )
    urban: bool = Field(default=False, description="Harm to civilians is confirmed before the order.")
    law_of_war: str = Field(default="", max_length=800, description="The note shown before confirmation.")


class Dials(Model):
    """The four dials of a strike."""

    scale: dict[ScaleName, Scale] = Field(description="How big: limited, large and maximal.")
    target: dict[Id, TargetClass] = Field(description="What is struck: the target classes.")
    means: dict[MeansName, Multipliers] = Field(
        description="With what: slow, mixed, fast, covert and partner."
    )
    notice: dict[NoticeName, Multipliers] = Field(description="How much notice: announced, hours and none.")
