"""The whole of a scenario as an author writes it. Everything particular to a conflict is data here."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, create_model

from game.rules.numbers import natural_bounds, natural_defaults
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
    bounds = natural_bounds()
    for name, (natural, per, meaning, source) in natural_defaults().items():
        kind: Any = int if per == 1 else float
        fields[name] = (
            kind,
            Field(
                default=kind(natural),
                ge=bounds[name][0],
                le=bounds[name][1],
                description=f"{meaning} ({source})",
            ),
        )
    return fields


RuleNumbers = create_model("RuleNumbers", __base__=_NumbersBase, **_numbers_fields())


class Talks(Model):
    """A track of talks (rules.md §7)."""

    name: Text = Field(description="What they are about, as players read it.")
    front: Id = Field(description="The front that they would quieten.")
    parties: tuple[Id, Id] = Field(description="The two actors that would agree.")
    opening: Annotated[float, Field(ge=0, le=6)] = Field(description="Where they stand at the start, 0 to 6.")
    settles: bool = Field(default=False, description="Whether a settlement needs it.")
    concession_at: Annotated[float, Field(ge=0, le=6)] = Field(
        default=4.0,
        description="From where the parties have conceded something, which pays what is owed, 0 to 6.",
    )
    pays: dict[Id, dict[Id, Points]] = Field(
        default_factory=dict,
        description="What reaching it pays: holder, then the actor toward which it was owed.",
    )


class Line(Model):
    """A red line that a power may draw; ``protects`` is itself or a client (then the line is extended)."""

    name: Text = Field(description="What must not be done, as players read it.")
    owner: Id = Field(description="The power that may draw it.")
    against: Id = Field(description="The actor that it warns.")
    protects: Id = Field(description="What it protects: its owner, or a client of its owner.")
    fronts: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Fronts on which an act crosses it."
    )
    targets: tuple[Id, ...] = Field(default=(), description="Target classes; none means any.")
    least_scale: Literal["limited", "large", "maximal"] = Field(
        default="limited", description="The least scale that crosses it."
    )
    opening_stake: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0,
        description="Stake at which it is drawn at the start: 0 not at all, 1 warn, 2 vow, 3 declare.",
    )
    opening_crossed: Annotated[int, Field(ge=0, le=2)] = Field(
        default=0,
        description="If it was crossed before the game: the turns in which it can still be answered.",
    )


class QuietOutcome(Model):
    """The promise that a power will not strike the holder on a front."""

    no_strike_on: Id = Field(description="The front on which the holder must not be struck.")


class TalksOutcome(Model):
    """The promise that talks will get somewhere."""

    talks: Id = Field(description="The talks that must get there.")
    at_least: Annotated[float, Field(ge=0, le=6)] = Field(description="Where they must stand, 0 to 6.")


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

    name: Text = Field(description="What is promised, as players read it.")
    mediator: Id = Field(description="The power that stakes its word.")
    holder: Id = Field(description="The power that holds back for it.")
    about: Id = Field(description="The actor that the holder would have struck.")
    turns: Annotated[int, Field(ge=1, le=6)] = Field(description="Turns until it falls due, 1 to 6.")
    outcome: Outcome = Field(description="What must come true.")


class Owed(Sourced):
    """What is owed at the start, in its two parts."""

    injury: Points = Field(default=0.0, description="Owed for harm, 0 to 12.")
    humiliation: Points = Field(
        default=0.0, description="Owed for humiliation, 0 to 12; words alone do not pay it."
    )


class Nuclear(Sourced):
    """The nuclear programme of one power, and how much of it is seen."""

    owner: Id = Field(description="The power whose programme it is.")
    programme: Points = Field(description="How far it is, 0 to 10; 10 is a weapon ready for use.")
    transparency: Annotated[float, Field(ge=0, le=3)] = Field(description="How much inspectors see, 0 to 3.")


class Opening(Model):
    """The relations between actors at the start."""

    owed: dict[Id, dict[Id, Owed]] = Field(
        default_factory=dict,
        description="What each actor's audiences feel is owed: holder, then the actor that injured it.",
    )
    credibility: dict[Id, dict[Id, Points]] = Field(
        default_factory=dict, description="Of the first power, as the second believes it."
    )
    trust: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="In the word of the first (the mediator), by the second."
    )
    presence: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict,
        description="Forces of the first, the patron, on the ground of the second, 0 to 3.",
    )
    penetration: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="What the first knows of the second from inside."
    )
    complacency: dict[Id, dict[Id, Annotated[float, Field(ge=0, le=3)]]] = Field(
        default_factory=dict, description="How far the first thinks the second deterred. No player sees it."
    )
    market: Points = Field(default=4.0, description="Stress of oil and shipping, 0 to 10.")


class AssumptionSwitch(Model):
    """A contested mechanism: whether it is on, what it says, and who disputes it."""

    on: bool = Field(
        default=True,
        description="Whether the mechanism works in this scenario; for one game it can be switched at the start.",
    )
    name: Text = Field(description="The mechanism in a few words.")
    claim: Text = Field(description="What it says, in a sentence.")
    disputed: Text = Field(description="Who disputes it, and why.")
    source: tuple[str, ...] = Field(default=(), description="Ids of the sources of claim and dispute.")


class AssumptionSwitches(Model):
    """Every contested mechanism of the rules. Of what a file says nothing, because it is older, it plays as before."""

    audience_costs: AssumptionSwitch = Field(
        description="Letting a declared line pass costs standing and credibility."
    )
    injury_bias: AssumptionSwitch = Field(
        description="A side books its own injuries dearer than those that it causes."
    )
    guilt_by_alliance: AssumptionSwitch = Field(
        description="What a partner does is booked to its patron too."
    )
    moral_hazard: AssumptionSwitch = Field(description="A patron's forces nearby make a client risk more.")
    deterrability: AssumptionSwitch = Field(description="Fear holds partners back.")
    reputation: AssumptionSwitch = Field(description="Past resolve is remembered.")
    restraint_emboldens: AssumptionSwitch = Field(
        description="Taking a blow without a reply is read as licence."
    )
    weakest_leg: AssumptionSwitch = Field(
        description="The score adds the lowest of the four criteria to their mean."
    )
    false_confidence: AssumptionSwitch = Field(description="Quiet makes a government less watchful.")
    rapid_defeat: AssumptionSwitch = Field(
        default=AssumptionSwitch(
            on=False,
            name="Rapid defeat restores deterrence",
            claim="Whoever defeats an armed group within days is feared for years.",
            disputed="Groups driven by conviction only give quiet periods.",
        ),
        description="A rapid defeat of a partner restores deterrence.",
    )
    maximal_aims: AssumptionSwitch = Field(
        default=AssumptionSwitch(
            on=False,
            name="Blows bring governments down",
            claim="Strikes at leadership and energy wear a government down at home until it falls.",
            disputed="The record of air power shows few such falls, and publics often rally at first.",
        ),
        description="Strikes at leadership and energy wear a government down.",
    )
    mirror_imaging: AssumptionSwitch = Field(
        default=AssumptionSwitch(
            on=False,
            name="Others are taken to be like oneself",
            claim="A government first takes its rival to weigh quiet and force as it does itself.",
            disputed="Others are as often taken to be more hostile and of one mind.",
        ),
        description="A rival is first taken to be like oneself.",
    )
    political_survival: AssumptionSwitch = Field(
        default=AssumptionSwitch(
            name="Blows restore those who govern",
            claim="A government gains at home by a blow that answers what is owed, the more the heavier it is.",
            disputed="Publics rally to their governments in a crisis, whatever these do, and not for long.",
        ),
        description="A blow that answers what is owed returns standing.",
    )


class Doctrine(Model):
    """How a computer player weighs things. All powers share one range of parameters (0 to 1)."""

    name: Text = Field(description="Its name as players read it.")
    power: Id = Field(description="The power that a computer plays by it.")
    seeks: Literal["restraint", "balance", "force"] = Field(
        description="What it leans to: restraint, balance or force."
    )
    text: Text = Field(description="How it thinks, in a few sober sentences.")
    audience_sensitivity: Share = Field(description="How little may be owed before it must be answered.")
    risk_tolerance: Share = Field(description="How much provocation and loss of control it accepts.")
    patience: Share = Field(description="How long it waits before it answers.")
    trust_in_mediators: Share = Field(description="How readily it holds for a promise.")
    loyalty_to_partners: Share = Field(description="How much it does for its partners or clients.")
    weight_of_toll: Share = Field(description="How much harm to civilians holds it back.")
    bluff_rate: Share = Field(description="How readily it draws lines that it may not keep.")
    reads_restraint_as: Literal["licence", "signal"] = Field(
        description="What it takes a rival's restraint for: licence to go on, or a signal to be answered."
    )


class Source(Model):
    """Where a number or a text comes from."""

    ref: Text = Field(description="Author or office, title or content, as a reader would look for it.")
    date: str = Field(default="", description="When it was published, as 2024-04-01 or less.")
    url: str = Field(default="", description="Where it can be read.")


class HistoricalChoice(Model):
    """What happened: shown only in the debrief."""

    power: Id = Field(description="Who chose.")
    date: Annotated[date, Field(description='When, as "2024-04-13".')]
    text: Text = Field(description="What was done, plainly.")
    source: tuple[str, ...] = Field(description="Ids of the sources.")
    order: Id | None = Field(default=None, description="The order that comes closest.")


class Clock(Model):
    """How long a game lasts and what a turn is."""

    start: date = Field(description='The first day, as "2024-04-01".')
    days_per_turn: Annotated[int, Field(ge=1, le=60)] = Field(description="Days in a turn, 1 to 60.")
    turns: Annotated[int, Field(ge=2, le=12)] = Field(description="How many turns a game has, 2 to 12.")
    hidden_end: bool = Field(
        default=True,
        description="Whether the last turn may be followed by one more: nobody can plan a free last blow.",
    )
    facts_until: date = Field(description="Facts of the real world stop here; no text may know later ones.")
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

    schema_version: Literal[2] = Field(description="Version of the format that this file is written in.")
    id: Id = Field(description="The scenario's own name, the same as its file's.")
    kind: Literal["historical", "campaign", "hypothetical", "fictional"] = Field(
        description="historical, campaign, hypothetical or fictional; the first two need sources."
    )
    title: Text = Field(description="Its title as players read it.")
    decision: Text = Field(description="The decision on the table, in one or two sentences.")
    content_note: Text = Field(description="Shown before the game; for a real conflict the standard words.")
    clock: Clock = Field(description="How long a game lasts.")
    rules: RuleNumbers = Field(
        default_factory=RuleNumbers, description="Numbers of the rules that this scenario changes."
    )
    assumptions: AssumptionSwitches = Field(description="Contested mechanisms, on or off.")
    chances: Chances = Field(default=Chances(), description="How widely chance spreads.")
    map: Map | None = Field(default=None, description="What the map shows; without it a scheme is drawn.")
    skin: Id | None = Field(
        default=None, description="Set by a skin: the invented names that it is told under."
    )
    camps: dict[Id, Camp] = Field(description="Patrons with their partners, and coalitions.")
    powers: Annotated[dict[Id, Power], Field(min_length=2, max_length=4)] = Field(
        description="The sides that decide, two to four."
    )
    partners: dict[Id, Partner] = Field(default_factory=dict, description="Armed groups that a power backs.")
    hosts: dict[Id, Host] = Field(default_factory=dict, description="Third states.")
    populations: dict[Id, Population] = Field(description="The people whose toll is shown.")
    fronts: Annotated[dict[Id, Front], Field(min_length=1)] = Field(description="Where actors meet.")
    munitions: dict[Id, Munition] = Field(description="Classes of munitions; no named system.")
    deaths_per_impact: DeathsPerImpact = Field(
        description="How many people an impact in a populated area kills."
    )
    density: dict[Id, Annotated[float, Field(ge=0, le=10)]] = Field(
        default_factory=dict,
        description="How densely people live where strikes at an actor land; 1 is ordinary.",
    )
    defences: dict[Id, Defence] = Field(description="Defences and their layers; no named system.")
    dials: Dials = Field(description="The four dials of a strike.")
    orders: dict[Id, Order] = Field(description="What powers can do; see docs/orders.md.")
    talks: dict[Id, Talks] = Field(default_factory=dict, description="Tracks of talks.")
    lines: dict[Id, Line] = Field(default_factory=dict, description="Red lines that powers may draw.")
    promises: dict[Id, Promise] = Field(default_factory=dict, description="Promises that mediators may make.")
    events: dict[Id, Event] = Field(
        default_factory=dict, description="What may happen without anybody ordering it."
    )
    assets: dict[Id, Asset] = Field(default_factory=dict, description="What powers prepare in secret.")
    nuclear: Nuclear | None = Field(default=None, description="Left out where nobody has a programme.")
    opening: Opening = Field(description="Relations at the start.")
    doctrines: dict[Id, Doctrine] = Field(description="How computer players weigh things.")
    historical: tuple[HistoricalChoice, ...] = Field(
        default=(), description="What was chosen in the real case, shown only in the debrief."
    )
    sources: dict[str, Source] = Field(description="Where numbers and texts come from, by id.")
