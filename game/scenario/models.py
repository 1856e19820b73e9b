"""The whole of a scenario as an author writes it. Everything particular to a conflict is data here."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, create_model

from game.rules.numbers import natural_defaults
from game.scenario.actors import Camp, Front, Host, Partner, Population, Power
from game.scenario.arms import DeathsPerImpact, Defence, Dials, Munition
from game.scenario.chance_events import Event
from game.scenario.covert import Asset
from game.scenario.geography import Map
from game.scenario.model import Id, Model, Points, Share, Sourced, Text
from game.scenario.orders import Order


class _NumbersBase(Model):
    """The numbers of the rules, in natural units; see ``game.rules.numbers`` for each."""


def _numbers_fields() -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, (natural, per, meaning, source) in natural_defaults().items():
        kind: Any = int if per == 1 else float
        fields[name] = (
            kind,
            Field(default=kind(natural), ge=0, le=1000, description=f"{meaning} ({source})"),
        )
    return fields


RuleNumbers = create_model("RuleNumbers", __base__=_NumbersBase, **_numbers_fields())


class Talks(Model):
    """A track of talks (rules.md §7)."""

    name: Text
    front: Id
    parties: tuple[Id, Id]
    opening: Annotated[float, Field(ge=0, le=6)]
    settles: bool = Field(default=False, description="Whether a settlement needs it.")
    concession_at: Annotated[float, Field(ge=0, le=6)] = 4.0
    pays: dict[Id, dict[Id, Points]] = Field(
        default_factory=dict,
        description="What reaching it pays: holder, then the actor toward which it was owed.",
    )


class Line(Model):
    """A red line that a power may draw; ``protects`` is itself or a client (then the line is extended)."""

    name: Text
    owner: Id
    against: Id
    protects: Id
    fronts: Annotated[tuple[Id, ...], Field(min_length=1)]
    targets: tuple[Id, ...] = Field(default=(), description="Target classes; none means any.")
    least_scale: Literal["limited", "large", "maximal"] = "limited"
    opening_stake: Annotated[int, Field(ge=0, le=3)] = 0
    opening_crossed: Annotated[int, Field(ge=0, le=2)] = Field(
        default=0,
        description="If it was crossed before the game: the turns in which it can still be answered.",
    )


class QuietOutcome(Model):
    """The promise that a power will not strike the holder on a front."""

    no_strike_on: Id


class TalksOutcome(Model):
    """The promise that talks will get somewhere."""

    talks: Id
    at_least: Annotated[float, Field(ge=0, le=6)]


def _outcome_meant(outcome: Any) -> str:
    """Which outcome an author writes: one that speaks of talks, or else one of quiet, so that one defect is told."""
    keys = outcome if isinstance(outcome, dict) else vars(outcome) if isinstance(outcome, Model) else ()
    return "TalksOutcome" if {"talks", "at_least"} & set(keys) else "QuietOutcome"


Outcome = Annotated[
    Annotated[QuietOutcome, Tag("QuietOutcome")] | Annotated[TalksOutcome, Tag("TalksOutcome")],
    Discriminator(_outcome_meant),
]


class Promise(Model):
    """What a mediator may stake its word on."""

    name: Text
    mediator: Id
    holder: Id
    about: Id
    turns: Annotated[int, Field(ge=1, le=6)]
    outcome: Outcome


class Owed(Sourced):
    """What is owed at the start, in its two parts."""

    injury: Points = 0.0
    humiliation: Points = 0.0


class Nuclear(Sourced):
    """The nuclear programme of one power, and how much of it is seen."""

    owner: Id
    programme: Points
    transparency: Annotated[float, Field(ge=0, le=3)]


class Opening(Model):
    """The relations between actors at the start."""

    owed: dict[Id, dict[Id, Owed]] = Field(default_factory=dict)
    credibility: dict[Id, dict[Id, Points]] = Field(
        default_factory=dict, description="Of the first power, as the second believes it."
    )
    trust: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="In the word of the first (the mediator), by the second."
    )
    presence: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(default_factory=dict)
    penetration: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="What the first knows of the second from inside."
    )
    complacency: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="How far the first thinks the second deterred. No player sees it."
    )
    market: Points = 4.0


class AssumptionSwitch(Model):
    """A contested mechanism: whether it is on, what it says, and who disputes it."""

    on: bool = True
    name: Text
    claim: Text
    disputed: Text
    source: tuple[str, ...] = ()


class AssumptionSwitches(Model):
    """Every contested mechanism of the rules. What a file says nothing of, because it is older, is off."""

    audience_costs: AssumptionSwitch
    injury_bias: AssumptionSwitch
    guilt_by_alliance: AssumptionSwitch
    moral_hazard: AssumptionSwitch
    deterrability: AssumptionSwitch
    reputation: AssumptionSwitch
    restraint_emboldens: AssumptionSwitch
    weakest_leg: AssumptionSwitch
    false_confidence: AssumptionSwitch
    rapid_defeat: AssumptionSwitch = AssumptionSwitch(
        on=False,
        name="Rapid defeat restores deterrence",
        claim="Whoever defeats an armed group within days is feared for years.",
        disputed="Groups driven by conviction only give quiet periods.",
    )
    maximal_aims: AssumptionSwitch = AssumptionSwitch(
        on=False,
        name="Blows bring governments down",
        claim="Strikes at leadership and energy wear a government down at home until it falls.",
        disputed="The record of air power shows few such falls, and publics often rally at first.",
    )
    mirror_imaging: AssumptionSwitch = AssumptionSwitch(
        on=False,
        name="Others are taken to be like oneself",
        claim="A government first takes its rival to weigh quiet and force as it does itself.",
        disputed="Others are as often taken to be more hostile and of one mind.",
    )


class Doctrine(Model):
    """How a computer player weighs things. All powers share one range of parameters (0 to 1)."""

    name: Text
    power: Id
    seeks: Literal["restraint", "balance", "force"]
    text: Text
    audience_sensitivity: Share = Field(description="How little may be owed before it must be answered.")
    risk_tolerance: Share = Field(description="How much provocation and loss of control it accepts.")
    patience: Share = Field(description="How long it waits before it answers.")
    trust_in_mediators: Share = Field(description="How readily it holds for a promise.")
    loyalty_to_partners: Share = Field(description="How much it does for its partners or clients.")
    weight_of_toll: Share = Field(description="How much harm to civilians holds it back.")
    bluff_rate: Share = Field(description="How readily it draws lines that it may not keep.")
    reads_restraint_as: Literal["licence", "signal"]


class Source(Model):
    """Where a number or a text comes from."""

    ref: Text
    date: str = ""
    url: str = ""


class HistoricalChoice(Model):
    """What happened: shown only in the debrief."""

    power: Id
    date: date
    text: Text
    source: tuple[str, ...]
    order: Id | None = Field(default=None, description="The order that comes closest.")


class Clock(Model):
    """How long a game lasts and what a turn is."""

    start: date
    days_per_turn: Annotated[int, Field(ge=1, le=60)]
    turns: Annotated[int, Field(ge=2, le=12)]
    hidden_end: bool = Field(
        default=True, description="Whether the last turn may be followed by one more: nobody can plan a free last blow."
    )
    facts_until: date
    calendar: Literal["dates", "days"] = Field(
        default="dates", description="Whether screens show dates, or only which day of the game it is."
    )


class Chances(Sourced):
    """How widely chance spreads."""

    injury_spread: Annotated[float, Field(ge=0, le=1)] = Field(default=0.4, description="Log-normal.")
    salvo_luck: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.3, description="Log-normal spread of the misses common to a salvo."
    )
    debris: Share = Field(default=0.002, description="Chance that an interception's debris kills somebody.")


class Scenario(Model):
    """A scenario: powers, partners, fronts, munitions, orders, opening state, texts and sources."""

    schema_version: Literal[2]
    id: Id
    kind: Literal["historical", "campaign", "hypothetical", "fictional"]
    title: Text
    decision: Text = Field(description="The decision on the table, in one or two sentences.")
    content_note: Text
    clock: Clock
    rules: RuleNumbers = Field(default_factory=RuleNumbers)
    assumptions: AssumptionSwitches
    chances: Chances = Chances()
    map: Map | None = Field(default=None, description="What the map shows; without it a scheme is drawn.")
    skin: Id | None = Field(default=None, description="Set by a skin: the invented names that it is told under.")
    camps: dict[Id, Camp]
    powers: Annotated[dict[Id, Power], Field(min_length=2, max_length=4)]
    partners: dict[Id, Partner] = Field(default_factory=dict)
    hosts: dict[Id, Host] = Field(default_factory=dict)
    populations: dict[Id, Population]
    fronts: Annotated[dict[Id, Front], Field(min_length=1)]
    munitions: dict[Id, Munition]
    deaths_per_impact: DeathsPerImpact
    density: dict[Id, Annotated[float, Field(ge=0, le=10)]] = Field(
        default_factory=dict,
        description="How densely people live where strikes at an actor land; 1 is ordinary.",
    )
    defences: dict[Id, Defence]
    dials: Dials
    orders: dict[Id, Order]
    talks: dict[Id, Talks] = Field(default_factory=dict)
    lines: dict[Id, Line] = Field(default_factory=dict)
    promises: dict[Id, Promise] = Field(default_factory=dict)
    events: dict[Id, Event] = Field(default_factory=dict)
    assets: dict[Id, Asset] = Field(default_factory=dict)
    nuclear: Nuclear | None = Field(default=None, description="Left out where nobody has a programme.")
    opening: Opening
    doctrines: dict[Id, Doctrine]
    historical: tuple[HistoricalChoice, ...] = ()
    sources: dict[str, Source]
