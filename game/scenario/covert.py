"""What a power prepared in secret (rules.md §8)."""

from typing import Annotated

from pydantic import Field

from game.scenario.model import Id, ScaleName, Share, Sourced, Text


class Asset(Sourced):
    """A covert asset that takes turns to build, may be found, and is used once.

    Its message is not on the dials, as nothing is launched and nobody sees it come.
    """

    name: Text
    owner: Id
    against: Id = Field(description="The actor that it is aimed at.")
    front: Id
    built_in: Annotated[int, Field(ge=1, le=9)] = Field(description="Turns of work until it can be used.")
    opening: Annotated[int, Field(ge=0, le=9)] = Field(default=0, description="Work done at the start.")
    discovery: Share = Field(description="Chance a turn that it is found once it is built.")
    scale: ScaleName
    target: Id = Field(description="The target class that it strikes.")
    resolve: Annotated[float, Field(gt=0, le=12)]
    provocation: Annotated[float, Field(gt=0, le=12)]
    humiliation: Annotated[float, Field(ge=0, le=3)] = 0.0
    killed: Annotated[float, Field(ge=0, le=2000)] = Field(
        default=0.0, description="People killed by its use."
    )
    displaced: Annotated[float, Field(ge=0, le=1_000_000)] = 0.0
    disarray: Annotated[int, Field(ge=0, le=3)] = Field(
        default=0, description="Turns for which a partner cannot act after it."
    )
