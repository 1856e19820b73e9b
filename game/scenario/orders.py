"""Orders as data: what they cost, what they need, and what they do in a documented vocabulary (rules.md §11)."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import Desk, Family, Id, MeansName, Model, NoticeName, ScaleName, Text

Who = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""An id, or ``self``, ``chosen`` (the entry picked for the order) or ``own_camp``."""


class At(Model):
    """Whom a strike may be aimed at, on which front."""

    actor: Id
    front: Id
    over: tuple[Id, ...] = Field(default=(), description="Hosts whose airspace the way there crosses.")
    ground: Id | None = Field(default=None, description="The host on whose ground it lands, if it does.")


class Strike(Model):
    """The part of the space of four dials that an order opens."""

    at: Annotated[tuple[At, ...], Field(min_length=1)]
    scale: Annotated[tuple[ScaleName, ...], Field(min_length=1)]
    target: Annotated[tuple[Id, ...], Field(min_length=1)]
    means: Annotated[tuple[MeansName, ...], Field(min_length=1)]
    notice: Annotated[tuple[NoticeName, ...], Field(min_length=1)]
    humiliation: Annotated[float, Field(ge=0, le=3)] = Field(
        default=0.0, description="What place and moment add: a capital, a guest, diplomatic premises."
    )
    replies: bool = Field(
        default=False, description="Whether it may be used to strike back in a reply window."
    )
    ground: "Ground | None" = None


class Ground(Model):
    """A ground operation: its message is not on the dials (rules.md §8)."""

    resolve: Annotated[float, Field(gt=0, le=12)]
    provocation: Annotated[float, Field(gt=0, le=12)]
    readiness: Annotated[float, Field(ge=0, le=6)]


class Move(Model):
    """A track that moves by a fixed amount; ``of`` and ``toward`` name its entries."""

    track: Id
    of: Who | None = None
    toward: Who | None = None
    by: Annotated[float, Field(ge=-100, le=100)]


class Shift(Move):
    """Moves a track by a fixed amount."""

    do: Literal["shift"]


class DrawLine(Model):
    """Draws one of the power's red lines at a stake."""

    do: Literal["draw_line"]
    lines: Annotated[tuple[Id, ...], Field(min_length=1)]
    stakes: Annotated[tuple[Literal[1, 2, 3], ...], Field(min_length=1)]


class RetireLine(Model):
    """Retires one of the power's own lines."""

    do: Literal["retire_line"]
    lines: Annotated[tuple[Id, ...], Field(min_length=1)]


class AskToHold(Model):
    """Asks a power to hold, and stakes the mediator's word on an outcome."""

    do: Literal["ask_to_hold"]
    promises: Annotated[tuple[Id, ...], Field(min_length=1)]
    stakes: Annotated[tuple[Literal[1, 2, 3], ...], Field(min_length=1)]


class Hold(Model):
    """Holds if a mediator asks this turn; else nothing is lost."""

    do: Literal["hold"]


class Broker(Model):
    """Tries for a step in talks."""

    do: Literal["broker"]
    talks: Annotated[tuple[Id, ...], Field(min_length=1)]


class RequestAct(Model):
    """Asks a partner to act this turn."""

    do: Literal["request_act"]
    partners: Annotated[tuple[Id, ...], Field(min_length=1)]


class RequestAll(Model):
    """Asks all of the power's partners at once to open their fronts this turn."""

    do: Literal["request_all"]


class RequestRestraint(Model):
    """Asks a partner not to act this turn."""

    do: Literal["request_restraint"]
    partners: Annotated[tuple[Id, ...], Field(min_length=1)]


class Assure(Model):
    """Tells another power what will be done at most in the next turn; it may be a lie.

    That a strike will be maximal at most says nothing, so it cannot be said.
    """

    do: Literal["assure"]
    to: Annotated[tuple[Id, ...], Field(min_length=1)]
    limits: Annotated[tuple[Literal["none", "limited", "large"], ...], Field(min_length=1)]


class PressClient(Model):
    """Ties a client's arms to conditions, which costs support at home."""

    do: Literal["press_client"]
    clients: Annotated[tuple[Id, ...], Field(min_length=1)]


class RequestHold(Model):
    """Asks a client that is a power to strike nobody this turn and the next; it may do as it likes."""

    do: Literal["request_hold"]
    clients: Annotated[tuple[Id, ...], Field(min_length=1)]


class Appeal(Model):
    """Takes a case against an actor to the United Nations or a court, which may find for it."""

    do: Literal["appeal"]
    toward: Annotated[tuple[Id, ...], Field(min_length=1)]


class Conclude(Model):
    """Declares the matter with an actor concluded."""

    do: Literal["conclude"]
    toward: Annotated[tuple[Id, ...], Field(min_length=1)]


class BuildAsset(Model):
    """Works for a turn on one of the power's prepared assets."""

    do: Literal["build_asset"]
    assets: Annotated[tuple[Id, ...], Field(min_length=1)]


class TriggerAsset(Model):
    """Uses one of the power's prepared assets: a covert strike with the asset's own message."""

    do: Literal["trigger_asset"]
    assets: Annotated[tuple[Id, ...], Field(min_length=1)]


class Claim(Model):
    """Claims an unclaimed act of the power's own against one of its rivals, or denies it."""

    do: Literal["claim", "deny"]


class Credit(Model):
    """Owns what partners do this turn, or declares that the power took no part."""

    do: Literal["credit", "disown"]


SpecialEffect = (
    DrawLine
    | RetireLine
    | AskToHold
    | Hold
    | Broker
    | RequestAct
    | RequestAll
    | RequestRestraint
    | Assure
    | PressClient
    | RequestHold
    | Appeal
    | Conclude
    | BuildAsset
    | TriggerAsset
    | Claim
    | Credit
)
"""Effects that are more than a shift of a track."""

OrderEffect = Annotated[Shift | SpecialEffect, Field(discriminator="do")]


class Bounds(Model):
    """A track that must lie within bounds; ``of`` and ``toward`` name its entries."""

    track: Id
    of: Who | None = None
    toward: Who | None = None
    at_least: float | None = None
    at_most: float | None = None


class Requirement(Bounds):
    """What must hold for the order to be given, and how to say so."""

    reason: Text = Field(description="Shown on the disabled card: why, and what would enable it.")


class Order(Model):
    """Something that a power can do in a turn."""

    name: Text
    by: Annotated[tuple[Id, ...], Field(min_length=1)]
    family: Family
    desk: Desk
    icon: str = ""
    text: Text = Field(description="What it is, in one or two plain sentences.")
    basis: str = Field(default="", max_length=300, description="The rule or record that it rests on.")
    attention: Annotated[int, Field(ge=0, le=3)] | None = None
    readiness: Annotated[float, Field(ge=0, le=6)] = 0.0
    choose: tuple[Id, ...] = Field(
        default=(), description="Entries of which one is picked; `chosen` in effects."
    )
    strike: Strike | None = None
    effects: tuple[OrderEffect, ...] = ()
    requires: tuple[Requirement, ...] = ()
