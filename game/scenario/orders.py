"""Orders as data: what they cost, what they need, and what they do in a documented vocabulary (rules.md §11)."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import Desk, Family, Id, MeansName, Model, NoticeName, ScaleName, Text

Who = Id
"""An id, or ``self``, ``chosen`` (the entry picked for the order) or ``own_camp``."""


class At(Model):
    """Whom a strike may be aimed at, on which front."""

    actor: Id = Field(description="The power or partner struck.")
    front: Id = Field(description="The front on which the strike counts.")
    over: tuple[Id, ...] = Field(default=(), description="Hosts whose airspace the way there crosses.")
    ground: Id | None = Field(default=None, description="The host on whose ground it lands, if it does.")


class Ground(Model):
    """A ground operation: its message is not on the dials (rules.md §8)."""

    resolve: Annotated[float, Field(gt=0, le=12)] = Field(description="Resolve that it shows.")
    provocation: Annotated[float, Field(gt=0, le=12)] = Field(description="Provocation that it gives.")
    readiness: Annotated[float, Field(ge=0, le=6)] = Field(description="Readiness that it takes.")


class Strike(Model):
    """The part of the space of four dials that an order opens."""

    at: Annotated[tuple[At, ...], Field(min_length=1)] = Field(description="Whom it may be aimed at.")
    scale: Annotated[tuple[ScaleName, ...], Field(min_length=1)] = Field(description="Scales to choose from.")
    target: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Target classes to choose from."
    )
    means: Annotated[tuple[MeansName, ...], Field(min_length=1)] = Field(description="Means to choose from.")
    notice: Annotated[tuple[NoticeName, ...], Field(min_length=1)] = Field(
        description="Settings of notice to choose from."
    )
    humiliation: Annotated[float, Field(ge=0, le=3)] = Field(
        default=0.0, description="What place and moment add: a capital, a guest, diplomatic premises."
    )
    replies: bool = Field(
        default=False, description="Whether it may be used to strike back in a reply window."
    )
    ground: Ground | None = Field(
        default=None, description="The message of a ground operation, in place of the dials'."
    )


class Move(Model):
    """A track that moves by a fixed amount; ``of`` and ``toward`` name its entries."""

    track: Id = Field(description="Which track; docs/rules.md §4 lists them.")
    of: Who | None = Field(default=None, description="Whose track: an id, self, chosen or own_camp.")
    toward: Who | None = Field(default=None, description="Toward whom, where a track is kept between two.")
    by: Annotated[float, Field(ge=-100, le=100)] = Field(
        description="By how much, in the track's unit; less than 0 lowers it."
    )


class Shift(Move):
    """Moves a track by a fixed amount."""

    do: Literal["shift"]


class DrawLine(Model):
    """Draws one of the power's red lines at a stake."""

    do: Literal["draw_line"]
    lines: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Lines of which one is drawn.")
    stakes: Annotated[tuple[Literal[1, 2, 3], ...], Field(min_length=1)] = Field(
        description="Stakes to choose from: 1 warn, 2 vow, 3 declare."
    )


class RetireLine(Model):
    """Retires one of the power's own lines."""

    do: Literal["retire_line"]
    lines: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Lines of which one is retired."
    )


class AskToHold(Model):
    """Asks a power to hold, and stakes the mediator's word on an outcome."""

    do: Literal["ask_to_hold"]
    promises: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Promises of which one is made."
    )
    stakes: Annotated[tuple[Literal[1, 2, 3], ...], Field(min_length=1)] = Field(
        description="How much of its word may be staked: 1, 2 or 3."
    )


class Hold(Model):
    """Holds if a mediator asks this turn; else nothing is lost."""

    do: Literal["hold"]


class Broker(Model):
    """Tries for a step in talks."""

    do: Literal["broker"]
    talks: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Talks of which one is tried.")


class RequestAct(Model):
    """Asks a partner to act this turn."""

    do: Literal["request_act"]
    partners: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Partners of which one is asked."
    )


class RequestAll(Model):
    """Asks all of the power's partners at once to open their fronts this turn."""

    do: Literal["request_all"]


class RequestRestraint(Model):
    """Asks a partner not to act this turn."""

    do: Literal["request_restraint"]
    partners: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Partners of which one is asked."
    )


class Assure(Model):
    """Tells another power what will be done at most in the next turn; it may be a lie.

    That a strike will be maximal at most says nothing, so it cannot be said.
    """

    do: Literal["assure"]
    to: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Powers that may be told.")
    limits: Annotated[tuple[Literal["none", "limited", "large"], ...], Field(min_length=1)] = Field(
        description="What may be said: none, limited or large."
    )


class PressClient(Model):
    """Ties a client's arms to conditions, which costs support at home."""

    do: Literal["press_client"]
    clients: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Clients of which one is pressed."
    )


class RequestHold(Model):
    """Asks a client that is a power to strike nobody this turn and the next; it may do as it likes."""

    do: Literal["request_hold"]
    clients: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Clients of which one is asked."
    )


class Appeal(Model):
    """Takes a case against an actor to an assembly of states or a court, which may find for it."""

    do: Literal["appeal"]
    toward: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Actors against whom the case may be brought."
    )


class Conclude(Model):
    """Declares the matter with an actor concluded."""

    do: Literal["conclude"]
    toward: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Actors with whom the matter may be called concluded."
    )


class BuildAsset(Model):
    """Works for a turn on one of the power's prepared assets."""

    do: Literal["build_asset"]
    assets: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Assets of which one is worked on."
    )


class TriggerAsset(Model):
    """Uses one of the power's prepared assets: a covert strike with the asset's own message."""

    do: Literal["trigger_asset"]
    assets: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Assets of which one is used.")


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

    track: Id = Field(description="Which track; docs/rules.md §4 lists them.")
    of: Who | None = Field(default=None, description="Whose track: an id, self, chosen or own_camp.")
    toward: Who | None = Field(default=None, description="Toward whom, where a track is kept between two.")
    at_least: float | None = Field(default=None, description="The least value, in the track's unit.")
    at_most: float | None = Field(default=None, description="The most, in the track's unit.")


class Requirement(Bounds):
    """What must hold for the order to be given, and how to say so."""

    reason: Text = Field(description="Shown on the disabled card: why, and what would enable it.")


class Order(Model):
    """Something that a power can do in a turn."""

    name: Text = Field(description="Its name as players read it.")
    by: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(description="Powers that may give it.")
    family: Family = Field(description="strike, operation, covert, defensive, diplomatic or declaratory.")
    desk: Desk = Field(description="force, guard or voice: which slot of a turn it fills.")
    icon: str = Field(default="", description="File name of its icon without the ending.")
    text: Text = Field(description="What it is, in one or two plain sentences.")
    basis: str = Field(default="", max_length=300, description="The rule or record that it rests on.")
    attention: Annotated[int, Field(ge=0, le=3)] | None = Field(
        default=None, description="Attention that it costs, 0 to 3; left out, what its family costs."
    )
    readiness: Annotated[float, Field(ge=0, le=6)] = Field(
        default=0.0, description="Readiness that it costs, 0 to 6; a strike's scale has its own."
    )
    choose: tuple[Id, ...] = Field(
        default=(), description="Entries of which one is picked; `chosen` in effects."
    )
    strike: Strike | None = Field(default=None, description="The strike that it is, if it is one.")
    effects: tuple[OrderEffect, ...] = Field(
        default=(), description="What it does, from the vocabulary of docs/orders.md."
    )
    requires: tuple[Requirement, ...] = Field(default=(), description="What must hold for it to be given.")
