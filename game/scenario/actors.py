"""Who takes part: powers, partners, hosts, camps and populations (rules.md §2, §4, §8)."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import (
    Arms,
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

Salvos = dict[MeansName, dict[ScaleName, dict[Id, Arms]]]
"""Munitions that a salvo of some means and scale launches."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class Camp(Model):
    """A patron with its partners, or a coalition."""

    name: Text = Field(description="Its name as players read it.")
    leader: Id = Field(description="The power that leads it.")
    cohesion: Points = Field(description="How far its members trust the leader, 0 to 10.")


class PowerOpening(Sourced):
    """Where a power's own tracks stand at the start."""

    standing: Points = Field(description="The government's hold on office, 0 to 10; at 0 it falls.")
    readiness: Annotated[float, Field(ge=0, le=6)] = Field(
        default=4.0, description="Readiness of its forces, 0 to 6; strikes use it up and each turn brings 2."
    )
    warning: Annotated[float, Field(ge=0, le=3)] = Field(
        default=1.0, description="Quality of its early warning, 0 to 3."
    )
    legitimacy: Points = Field(description="How others abroad see its conduct, 0 to 10.")
    insecurity: Points = Field(default=0.0, description="Demand for security, after a mass injury at home.")


class MandateCondition(Model):
    """A track that must lie within bounds. ``of`` and ``toward`` name its entries."""

    track: Id = Field(description="Which track; docs/rules.md §4 lists them.")
    of: Id | None = Field(default=None, description="Whose track, or of which front, talks and so on.")
    toward: Id | None = Field(default=None, description="Toward whom, where a track is kept between two.")
    at_least: float | None = Field(
        default=None, description="The least that fulfils it, in the track's unit."
    )
    at_most: float | None = Field(default=None, description="The most that fulfils it, in the track's unit.")


class Mandate(Model):
    """An aim of a power's own; two are public, one is secret."""

    text: Text = Field(description="The aim in a sentence, as its player reads it.")
    secret: bool = Field(
        default=False, description="Whether only its own player sees it; two are public and one is secret."
    )
    condition: MandateCondition = Field(description="What must hold at the end.")


class Stocks(Sourced):
    """Munitions at the start, in real units."""

    counts: dict[Id, Arms] = Field(description="How many of each munition, in real counts.")


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

    from_turn: Annotated[int, Field(ge=1, le=13)] = Field(
        description="First turn of its season; 1 is the first of the game."
    )
    to_turn: Annotated[int, Field(ge=1, le=13)] = Field(description="Last turn of its season.")


class Power(Model):
    """A side that decides."""

    name: Text = Field(description="Its name as players read it.")
    in_text: str = Field(
        default="", description="Its name inside a sentence, as in 'the Northern Union'; else its name."
    )
    adjective: Text = Field(
        description="The adjective to its name, as in *northern*: its government is called by it."
    )
    flag: str = Field(default="", description="File name of the flag without its ending.")
    colour: Colour = Field(description="Its colour on the map and in charts, as #rrggbb.")
    countries: tuple[str, ...] = Field(default=(), description="Map ids of its territory.")
    camp: Id = Field(description="The camp that it belongs to.")
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    mediates: bool = Field(default=False, description="Whether it may offer promises in reply windows.")
    audience: Annotated[float, Field(ge=0.1, le=3)] = Field(
        default=1.0, description="How strongly its audiences react: 1 is ordinary."
    )
    election: Election | None = Field(default=None, description="Its election season, if it has one.")
    opening: PowerOpening = Field(description="Where its own tracks stand at the start.")
    stocks: Stocks = Field(description="Its munitions at the start.")
    salvos: Salvos = Field(
        description="What its strikes launch: by means, scale and munition, in real counts."
    )
    population: Id = Field(description="Its own people, harmed by impacts on its ground.")
    defence: Id = Field(description="The defence of its territory.")
    defences: dict[Id, Id] = Field(
        default_factory=dict, description="Other defences that it meets strikes with, by front."
    )
    populations: dict[Id, Id] = Field(default_factory=dict, description="Populations harmed on other fronts.")
    clients: tuple[Id, ...] = Field(default=(), description="Powers whose patron it is.")
    rivals: tuple[Id, ...] = Field(description="Powers that it deters and is deterred by.")
    mandates: dict[Id, Mandate] = Field(description="Its aims: two public and one secret.")
    briefing: Briefing = Field(description="Its role card.")


class PartnerAct(Model):
    """What a partner does: a strike with all its dials bound."""

    name: Text = Field(description="The act in a few words, as in headlines.")
    actor: Id = Field(description="The power or partner that it strikes.")
    front: Id = Field(description="The front on which it counts.")
    scale: ScaleName = Field(description="How big: limited, large or maximal.")
    target_class: Id = Field(description="What it strikes: a target class of the dials.")
    means: MeansName = Field(description="With what; partner for a partner's own munitions.")
    notice: NoticeName = Field(description="How much notice it gives.")
    salvo: dict[Id, Arms] = Field(description="What it launches: munitions with their counts.")
    rung: Annotated[int, Field(ge=0, le=7)] | None = Field(
        default=None, description="Rung of the act where it differs from the ladder's rule."
    )
    requires: tuple[MandateCondition, ...] = Field(
        default=(),
        description="What it takes, as capacity or reach; lacking it the partner does the next thing.",
    )


class Round(Sourced):
    """A round of fighting before the game, and whether the patron stood by its partner in it."""

    year: Annotated[int, Field(ge=1945, le=2100)] = Field(description="The year in which it was fought.")
    supported: bool = Field(description="Whether the patron stood by its partner.")


class Partner(Sourced):
    """An armed group backed by a power; it acts by rule and is never played."""

    name: Text = Field(description="Its name as players read it.")
    in_text: str = Field(
        default="", description="Its name inside a sentence, as in 'the Northern Union'; else its name."
    )
    about: Text = Field(description="Its stated aims, and the situation of civilians where it is.")
    patron: Id = Field(description="The power that backs it.")
    front: Id = Field(description="The front on which it acts.")
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    population: Id = Field(description="The people among whom it lives, harmed when it is struck.")
    populations: dict[Id, Id] = Field(
        default_factory=dict, description="Other people harmed where it strikes or is struck, by front."
    )
    capacity: Points = Field(description="As everybody reckons it.")
    overrated: Points = Field(
        default=0.0, description="How much of that capacity it lacks, until an open exchange shows it."
    )
    salvos_at: Points | None = Field(
        default=None,
        description="Capacity at which its salvos are as given (the opening one if left out); below it they shrink.",
    )
    loyalty: Points = Field(description="How far it heeds its patron, 0 to 10.")
    rounds: tuple[Round, ...] = Field(
        default=(), description="Rounds fought before, which moved its loyalty from there."
    )
    agenda: Points = Field(description="How much it wants for itself, whatever its patron says, 0 to 10.")
    grievance: Points = Field(
        default=0.0, description="What it has to avenge by itself at the start, 0 to 12."
    )
    disarray: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0, description="Turns of disarray that it begins with."
    )
    blunted: Annotated[int, Field(ge=0, le=9)] = Field(
        default=0,
        description="Turns for which it begins with softer targets, because it could not reach its main one.",
    )
    deterrability: Share = Field(description="How far fear holds it back, from 0 (never) to 1 (fully).")
    fears: Id = Field(description="The power whose presence it fears.")
    stocks: dict[Id, Arms] = Field(description="Munitions that it has at the start, in real counts.")
    defence: Id | None = Field(
        default=None, description="The defence of its ground; none leaves it undefended."
    )
    asked: PartnerAct = Field(description="What it does when its patron asks it to act.")
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

    name: Text = Field(description="Its name as players read it.")
    fronts: tuple[Id, ...] = Field(description="The fronts that it lies on or beside.")
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    countries: tuple[str, ...] = Field(default=(), description="Map ids of its territory.")
    alignment: dict[Id, Annotated[float, Field(ge=-2, le=2)]] = Field(
        description="Whom it leans to: for each power, from -2 (against) to 2 (with it)."
    )
    mediates: tuple[Id, ...] = Field(default=(), description="Talks that it lends its good offices to.")


class Population(Model):
    """People whose toll is always shown."""

    name: Text = Field(description="The people's name as players read it.")
    killed: Range = Field(description="People killed before the game began, as a range.")
    displaced: Range = Field(description="People driven from their homes before the game began, as a range.")


class DailyToll(Model):
    """What an ongoing war costs people each day."""

    killed: Annotated[float, Field(ge=0, le=10_000)] = Field(description="People killed a day.")
    killed_at_campaign: Annotated[float, Field(ge=0, le=10_000)] | None = Field(
        default=None,
        description="People killed a day while the front is at rung 6 or above, beside those whom strikes kill; "
        "else as below it.",
    )
    displaced: Annotated[float, Field(ge=0, le=200_000)] = Field(
        default=0.0, description="People driven from their homes a day."
    )
    displaced_at_campaign: Annotated[float, Field(ge=0, le=200_000)] | None = Field(
        default=None,
        description="People driven from their homes a day while the front is at rung 6 or above; else by the rungs.",
    )
    at_most: Count | None = Field(
        default=None, description="People displaced in all, from which on it drives out nobody more."
    )
    displaced_again: Annotated[float, Field(ge=0, le=200_000)] = Field(
        default=0.0, description="People who are driven from where they had fled to."
    )


class OngoingWar(Sourced):
    """A war that goes on by itself until its talks get there."""

    rung: Annotated[int, Field(ge=0, le=6)] = Field(description="The rung at which it keeps its front.")
    until_talks: Id = Field(description="The talks that end it, once they reach their concession.")
    toll: dict[Id, DailyToll] = Field(default_factory=dict, description="What it costs, by population.")


class Front(Model):
    """Where actors meet; its rung says how far things have gone (rules.md §9)."""

    name: Text = Field(description="Its name as players read it.")
    short: Text = Field(description="A short name for tight places, as on the map.")
    icon: str = Field(description="File name of its icon without the ending.")
    place: Point | None = Field(default=None, description="Where it is, on a map of a region.")
    principals: tuple[Id, Id] = Field(description="The two actors that face each other there.")
    kind: Literal["direct", "inner", "outer"] = Field(
        description="direct between two powers; inner, near a power's own ground; outer, further off."
    )
    home_of: tuple[Id, ...] = Field(
        default=(), description="Powers whose own ground this is: fighting there presses on them."
    )
    rung: Annotated[int, Field(ge=0, le=7)] = Field(
        description="How far things have gone at the start: 0 quiet to 7 general war."
    )
    control_from: Annotated[int, Field(ge=5, le=8)] = Field(
        default=8, description="Rung from which control can be lost, up to a regional war; 8 for never."
    )
    ongoing: OngoingWar | None = Field(
        default=None, description="A war that goes on there by itself from the start, if one does."
    )
