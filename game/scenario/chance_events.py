"""Events: what may happen in a turn without anybody ordering it (rules.md §11).

Each needs a decision or a visible cause before it can happen, so that nothing comes out of nowhere.
"""

from typing import Annotated

from pydantic import Field

from game.scenario.model import Count, Id, Model, Share, Sourced, Text
from game.scenario.orders import Bounds, Move


class EventHarm(Model):
    """People whom an event kills: chance decides between the least and the most."""

    population: Id = Field(description="Whom it harms.")
    least: Count = Field(description="The least number of people killed.")
    most: Count = Field(description="The most.")


class Event(Sourced):
    """Something that may happen in a turn, with its cause and what follows from it."""

    name: Text = Field(description="A few plain words, shown as the cause of what it changes.")
    text: Text = Field(description="The headline: what happened, and after what.")
    weight: Annotated[Share, Field(gt=0)] = Field(
        description="The chance that it is due in a turn in which its requirements hold."
    )
    again: bool = Field(default=False, description="Whether it may happen more than once in a game.")
    requires: Annotated[tuple[Bounds, ...], Field(min_length=1)] = Field(
        description="The decision or visible cause before it, at the end of the turn's orders and answers."
    )
    shifts: tuple[Move, ...] = Field(default=(), description="Tracks that it moves.")
    harm: EventHarm | None = Field(default=None, description="People whom it kills, if it does.")
