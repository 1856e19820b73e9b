"""Who takes part: powers, partners, hosts, camps and populations (rules.md §2, §4, §8)."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import (
    Count,
    Id,
    MeansName,
    Model,
    NoticeName,
    Point,
    Points,
    Range,
    ScaleName,
    Share,
    Sourced,
    Text,
)

Salvos = dict[MeansName, dict[ScaleName, dict[Id, Count]]]
"""Munitions that a salvo of some means and scale launches."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$", description="A colour as #rrggbb.")]


class Camp(Model):
    """A patron with its partners, or a coalition."""

    name: Text
    leader: Id
    cohesion: Points


class PowerOpening(Sourced):
    """Where a power's own tracks stand at the start."""

    standing: Points
    readiness: Annotated[float, Field(ge=0, le=6)] = 4.0
    warning: Annotated[float, Field(ge=0, le=3)] = 1.0
    legitimacy: Points
    insecurity: Points = Field(
        default=0.0, description="Demand for security, after a mass injury at home."
    )


class MandateCondition(Model):
    """A track that must lie within bounds. ``of`` and ``toward`` name its entries."""

    track: Id
    of: Id | None = None
    toward: Id | None = None
    at_least: float | None = None
    at_most: float | None = None


class Mandate(Model):
    """An aim of a power's own; two are public, one is secret."""

    text: Text
    secret: bool = False
    condition: MandateCondition


class Stocks(Sourced):
    """Munitions at the start, in real units."""

    counts: dict[Id, Count]


class Briefing(Model):
    """The role card of a power, in that government's own stated reasons."""

    role: Text = Field(description="Who you are: an office, never a person.")
    situation: Text = Field(description="What is known on this day.")
    reasons: Text = Field(
        description="What this government says it wants, in its own words or close to them."
    )
    audiences: Text = Field(description="Who at home and abroad is watching, dissent and families included.")


class Election(Model):
    """The turns in which an election at home weighs on what a power does."""

    from_turn: Annotated[int, Field(ge=1, le=13)]
    to_turn: Annotated[int, Field(ge=1, le=13)]


class Power(Model):
    """A side that decides."""

    name: Text
    adjective: Text
    flag: str = Field(default="", description="File name of the flag without its ending.")
    colour: Colour
    countries: tuple[str, ...] = Field(default=(), description="Map ids of its territory.")
    camp: Id
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    mediates: bool = False
    audience: Annotated[float, Field(ge=0.1, le=3)] = Field(
        default=1.0, description="How strongly its audiences react: 1 is ordinary."
    )
    election: Election | None = Field(default=None, description="Its election season, if it has one.")
    opening: PowerOpening
    stocks: Stocks
    salvos: Salvos
    population: Id
    defence: Id = Field(description="The defence of its territory.")
    defences: dict[Id, Id] = Field(
        default_factory=dict, description="Other defences that it meets strikes with, by front."
    )
    populations: dict[Id, Id] = Field(default_factory=dict, description="Populations harmed on other fronts.")
    clients: tuple[Id, ...] = Field(default=(), description="Powers whose patron it is.")
    rivals: tuple[Id, ...]
    mandates: dict[Id, Mandate]
    briefing: Briefing


class PartnerAct(Model):
    """What a partner does: a strike with all its dials bound."""

    name: Text
    actor: Id = Field(description="The power or partner that it strikes.")
    front: Id
    scale: ScaleName
    target_class: Id
    means: MeansName
    notice: NoticeName
    salvo: dict[Id, Count]
    rung: Annotated[int, Field(ge=0, le=7)] | None = Field(
        default=None, description="Rung of the act where it differs from the ladder's rule."
    )
    requires: tuple[MandateCondition, ...] = Field(
        default=(),
        description="What it takes, as capacity or reach; lacking it the partner does the next thing.",
    )


class Round(Sourced):
    """A round of fighting before the game, and whether the patron stood by its partner in it."""

    year: Annotated[int, Field(ge=1945, le=2100)]
    supported: bool


class Partner(Sourced):
    """An armed group backed by a power; it acts by rule and is never played."""

    name: Text
    about: Text = Field(description="Its stated aims, and the situation of civilians where it is.")
    patron: Id
    front: Id
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    population: Id
    populations: dict[Id, Id] = Field(default_factory=dict)
    capacity: Points = Field(description="As everybody reckons it.")
    overrated: Points = Field(
        default=0.0, description="How much of that capacity it lacks, until an open exchange shows it."
    )
    salvos_at: Points | None = Field(
        default=None,
        description="Capacity at which its salvos are as given (the opening one if left out); below it they shrink.",
    )
    loyalty: Points
    rounds: tuple[Round, ...] = Field(
        default=(), description="Rounds fought before, which moved its loyalty from there."
    )
    agenda: Points
    grievance: Points = 0.0
    disarray: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0, description="Turns of disarray that it begins with."
    )
    blunted: Annotated[int, Field(ge=0, le=9)] = Field(
        default=0, description="Turns for which it begins with softer targets, because it could not reach its main one."
    )
    deterrability: Share
    fears: Id = Field(description="The power whose presence it fears.")
    stocks: dict[Id, Count]
    defence: Id | None = None
    asked: PartnerAct
    unasked: PartnerAct = Field(description="What it does on its own: the dose that it takes by default.")
    smaller: PartnerAct | None = Field(
        default=None, description="A smaller dose, where the default one would raise its front."
    )
    larger: PartnerAct | None = Field(
        default=None, description="A larger dose, when agenda and grievance far outweigh its fear."
    )
    otherwise: tuple[PartnerAct, ...] = Field(
        default=(), description="What it does where it cannot do that: softer targets, the most wanted first."
    )
    in_return: tuple[PartnerAct, ...] = Field(
        default=(), description="What it adds when it acts, against a power that has struck it."
    )


class Host(Sourced):
    """A third state."""

    name: Text
    fronts: tuple[Id, ...]
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    countries: tuple[str, ...] = ()
    alignment: dict[Id, Annotated[float, Field(ge=-2, le=2)]]
    mediates: tuple[Id, ...] = Field(default=(), description="Talks that it lends its good offices to.")


class Population(Model):
    """People whose toll is always shown."""

    name: Text
    killed: Range
    displaced: Range


class Front(Model):
    """Where actors meet; its rung says how far things have gone (rules.md §9)."""

    name: Text
    short: Text
    icon: str
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    principals: tuple[Id, Id]
    kind: Literal["direct", "inner", "outer"]
    home_of: tuple[Id, ...] = ()
    rung: Annotated[int, Field(ge=0, le=7)]
    control_from: Annotated[int, Field(ge=5, le=8)] = Field(
        default=8, description="Rung from which control can be lost; 8 for never."
    )
    ongoing: "OngoingWar | None" = None


class DailyToll(Model):
    """What an ongoing war costs people each day."""

    killed: Annotated[float, Field(ge=0, le=10_000)]
    displaced: Annotated[float, Field(ge=0, le=1_000_000)] = 0.0
    at_most: Count | None = Field(
        default=None, description="People displaced in all, from which on it drives out nobody more."
    )
    displaced_again: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        default=0.0, description="People who are driven from where they had fled to."
    )


class OngoingWar(Sourced):
    """A war that goes on by itself until its talks get there."""

    rung: Annotated[int, Field(ge=0, le=6)]
    until_talks: Id
    toll: dict[Id, DailyToll] = Field(default_factory=dict)
