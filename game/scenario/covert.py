"""What a power prepared in secret (rules.md §8)."""

from typing import Annotated

from pydantic import Field

from game.scenario.model import Id, ScaleName, Share, Sourced, Text


class Asset(Sourced):
    """A covert asset that takes turns to build, may be found, and is used once.

    Its message is not on the dials, as nothing is launched and nobody sees it come.
    """

    name: Text = Field(description="Its name as players read it.")
    owner: Id = Field(description="The power that prepares it.")
    against: Id = Field(description="The actor that it is aimed at.")
    front: Id = Field(description="The front on which its use counts.")
    built_in: Annotated[int, Field(ge=1, le=9)] = Field(description="Turns of work until it can be used.")
    opening: Annotated[int, Field(ge=0, le=9)] = Field(default=0, description="Work done at the start.")
    discovery: Share = Field(description="Chance a turn that it is found once it is built.")
    scale: ScaleName = Field(description="How big its use counts as: limited, large or maximal.")
    target: Id = Field(description="The target class that it strikes.")
    resolve: Annotated[float, Field(gt=0, le=12)] = Field(description="Resolve that its use shows, up to 12.")
    provocation: Annotated[float, Field(gt=0, le=12)] = Field(
        description="Provocation that its use gives, up to 12."
    )
    humiliation: Annotated[float, Field(ge=0, le=3)] = Field(
        default=0.0, description="Humiliation that it adds to the injury, 0 to 3."
    )
    killed: Annotated[float, Field(ge=0, le=2000)] = Field(
        default=0.0, description="People killed by its use."
    )
    displaced: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        default=0.0, description="People driven from their homes by its use."
    )
    disarray: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0, description="Turns for which a partner cannot act after it."
    )
