"""What is named on the map, as data: places, sites by class, labels of countries and seas, sea lanes.

Names are labels in a file, so that a scenario may rename them (fictional names, "the Gulf") without code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from game.assets import asset

Longitude = float
Latitude = float


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Entry):
    """A named town, shown from ``detail`` on (1 is the opening view); a low ``priority`` wins the room."""

    id: str
    name: str
    lon: Longitude
    lat: Latitude
    kind: Literal["capital", "city"]
    detail: float = 1.0
    priority: int = 20


class Site(_Entry):
    """A class of installation near a place: never named, its position rounded to a tenth of a degree."""

    kind: Literal["air base", "naval base", "nuclear site", "oil terminal"]
    lon: Longitude
    lat: Latitude
    detail: float = 1.0


class AreaLabel(_Entry):
    """The name of a country, an area or a sea; ``size`` and ``spacing`` in pixels, ``angle`` in degrees.

    Where the first position is taken, those in ``also`` (longitude, latitude) are tried in turn.
    """

    id: str
    text: str
    lon: Longitude
    lat: Latitude
    size: int
    spacing: int = 0
    angle: float = 0.0
    kind: Literal["country", "area", "sea"]
    detail: float = 0.0
    priority: int = 10
    also: tuple[tuple[Longitude, Latitude], ...] = ()

    @property
    def positions(self) -> tuple[tuple[Longitude, Latitude], ...]:
        """Every position to try, best first."""
        return ((self.lon, self.lat), *self.also)


class Places(_Entry):
    """All that is named or marked on one map; ``areas`` names what the map data has no fitting name for."""

    places: tuple[Place, ...] = ()
    sites: tuple[Site, ...] = ()
    labels: tuple[AreaLabel, ...] = ()
    sea_lanes: tuple[tuple[tuple[Longitude, Latitude], ...], ...] = ()
    areas: Mapping[str, str] = Field(default_factory=dict)

    def renamed(self, names: Mapping[str, str]) -> Places:
        """The same map with other names, by the ids of places, labels and areas; an empty name hides it."""
        places = (p.model_copy(update={"name": names.get(p.id, p.name)}) for p in self.places)
        labels = (entry.model_copy(update={"text": names.get(entry.id, entry.text)}) for entry in self.labels)
        return self.model_copy(
            update={
                "places": tuple(place for place in places if place.name),
                "labels": tuple(label for label in labels if label.text),
                "areas": {**self.areas, **names},
            }
        )


@lru_cache(maxsize=2)
def load_places(base: str = "map") -> Places:
    """The names and marks of a base map. Raises MissingAsset or ValidationError."""
    text = asset(f"{base}/places.json").read_text(encoding="utf-8")
    return Places.model_validate(json.loads(text))
