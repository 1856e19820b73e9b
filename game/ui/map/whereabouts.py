"""Where actors, hosts and fronts lie on the map of a scenario: at their places, or at spots of a scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.actors import Front, Host, Partner, Power
from game.scenario.geography import RegionMap
from game.scenario.models import Scenario
from game.ui.map.arrangement import arranged
from game.ui.map.ground import Point


@dataclass(frozen=True)
class Whereabouts:
    """Positions as the map's projection takes them: degrees on a region, canvas units on a scheme."""

    powers: Mapping[str, Point]
    partners: Mapping[str, Point]
    hosts: Mapping[str, Point]
    fronts: Mapping[str, Point]

    @property
    def actors(self) -> Mapping[str, Point]:
        """Powers, then partners, in the order of the scenario."""
        return {**self.powers, **self.partners}


def whereabouts(scenario: Scenario) -> Whereabouts:
    """Where everybody is on the scenario's map."""
    if isinstance(scenario.map, RegionMap):
        return Whereabouts(
            _places(scenario.powers),
            _places(scenario.partners),
            _places(scenario.hosts),
            _places(scenario.fronts),
        )
    spots = arranged(scenario)
    return Whereabouts(spots["powers"], spots["partners"], spots["hosts"], spots["fronts"])


def aimed_at(scenario: Scenario, where: Whereabouts, front: int, target: int) -> Point:
    """Where a strike at an actor on a front is aimed, both by their numbers.

    That is a power's own ground on a direct front, or a partner's home; else the front.
    """
    name, fought = list(scenario.fronts.items())[front]
    if fought.kind == "direct" or target >= len(scenario.powers):
        return list(where.actors.values())[target]
    return where.fronts[name]


def areas_of(scenario: Scenario, name: str) -> tuple[str, ...]:
    """The map's areas that belong to a power, partner or host; on a scheme it is an area itself."""
    if not isinstance(scenario.map, RegionMap):
        return (name,)
    state = scenario.powers.get(name) or scenario.hosts.get(name)
    return state.countries if state else ()


def _places(entries: Mapping[str, Power] | Mapping[str, Partner] | Mapping[str, Host] | Mapping[str, Front]
) -> dict[str, Point]:  # fmt: skip
    return {name: (entry.place.lon, entry.place.lat) for name, entry in entries.items() if entry.place}
