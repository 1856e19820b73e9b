"""The base of every model that an author fills in, and the types that they share."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

ID_FORM: Final = r"^[a-z][a-z0-9_]{0,39}$"
Id = Annotated[str, Field(pattern=ID_FORM)]
"""How powers, fronts, orders and so on are named inside a file."""

Text = Annotated[str, Field(min_length=1, max_length=4000)]
Points = Annotated[float, Field(ge=0, le=12)]
"""A track from 0 to 10 (what is owed: to 12)."""

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Arms = Annotated[int, Field(ge=0, le=1_000_000)]
"""Munitions, interceptors or engagements: more than anybody has, few enough for every sum of them."""

Confidence = Literal["H", "M", "L"]
"""High, medium or low, as in the public record."""

ScaleName = Literal["limited", "large", "maximal"]
MeansName = Literal["slow", "mixed", "fast", "covert", "partner"]
NoticeName = Literal["announced", "hours", "none"]
Family = Literal["strike", "operation", "covert", "defensive", "diplomatic", "declaratory"]
Desk = Literal["force", "guard", "voice"]


class Model(BaseModel):
    """A part of a scenario: no unknown keys, no silent conversions, no changes after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Sourced(Model):
    """A part whose numbers say where they come from."""

    source: tuple[str, ...] = Field(default=(), description="Ids of the sources of these numbers.")
    confidence: Confidence | None = Field(default=None, description="How well the record supports them.")
    note: str = Field(default="", max_length=600, description="What a reader should know about them.")


class Range(Sourced):
    """A disputed or uncertain figure: lowest, best and highest estimate, with who said so and when."""

    low: Count = Field(description="The lowest estimate.")
    best: Count = Field(description="The best estimate.")
    high: Count = Field(description="The highest estimate.")
    said: str = Field(default="", max_length=300, description="Who said so, and when, as shown to players.")


class Point(Model):
    """A place on the map."""

    lon: Annotated[float, Field(ge=-180, le=180)] = Field(description="Degrees east, -180 to 180.")
    lat: Annotated[float, Field(ge=-90, le=90)] = Field(description="Degrees north, -90 to 90.")
