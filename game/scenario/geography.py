"""What the map shows: a part of a base map, or a scheme on which positions mean nothing.

A scenario without a ``map`` is played on a scheme whose positions the game chooses.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model import Id, Model, Point, Text

Arc = Annotated[float, Field(gt=0, le=180)]
"""Degrees of arc, whichever way."""


class Window(Model):
    """A part of a base map, as large on the ground as the drawing is there."""

    middle: Point = Field(description="The place in its middle.")
    across: Arc = Field(description="Degrees of arc from its left to its right.")
    down: Arc = Field(description="Degrees of arc from its top to its bottom.")


class InsetWindow(Window):
    """A crowded part that is drawn larger in a frame of its own."""

    title: Text = Field(description="What stands above it.")


class RegionMap(Model):
    """A base map that ships with the game, and what of it the scenario is about."""

    kind: Literal["region"] = Field(description="region for a map of land and sea.")
    base: Id = Field(default="map", description="The base map: a folder among the game's assets.")
    view: Window = Field(description="What the map must show when it opens, with room for the fronts' chips.")
    inset: InsetWindow | None = Field(default=None, description="A window that shows a small part larger.")
    names: dict[str, str] = Field(
        default_factory=dict,
        description="Other names for places, areas and seas, by the base map's ids; an empty one hides a name.",
    )


class Spot(Model):
    """A place on a scheme, in hundredths of its width from the left and of its height from the top."""

    x: Annotated[float, Field(ge=0, le=100)] = Field(description="From the left edge (0) to the right (100).")
    y: Annotated[float, Field(ge=0, le=100)] = Field(description="From the top (0) to the bottom (100).")


class Spots(Model):
    """Places on a scheme by id; for whatever is not named the game finds one."""

    powers: dict[Id, Spot] = Field(default_factory=dict, description="Where powers stand.")
    partners: dict[Id, Spot] = Field(default_factory=dict, description="Where partners stand.")
    hosts: dict[Id, Spot] = Field(default_factory=dict, description="Where hosts stand.")
    fronts: dict[Id, Spot] = Field(default_factory=dict, description="Where fronts stand.")


class SchemeMap(Model):
    """A map of relations: who stands beside whom and where they meet. Distances mean nothing."""

    kind: Literal["scheme"] = Field(description="scheme for a drawing without geography.")
    spots: Spots = Field(default=Spots(), description="Where things stand on it.")


Map = Annotated[RegionMap | SchemeMap, Field(discriminator="kind")]
