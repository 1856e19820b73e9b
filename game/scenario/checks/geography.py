"""What a map needs: a base map that ships, a place for everybody on it, and spots for those that there are."""

from collections.abc import Iterator

from game.assets import MissingAsset, asset
from game.scenario.checks.references import unknown
from game.scenario.checks.walk import Defect
from game.scenario.geography import RegionMap, SchemeMap
from game.scenario.load import KEY_MARK
from game.scenario.models import Scenario

_KINDS = ("powers", "partners", "hosts", "fronts")


def missing_base_map(scenario: Scenario) -> Iterator[Defect]:
    """A base map that the game does not have could not be drawn."""
    if isinstance(scenario.map, RegionMap) and not _is_base(scenario.map.base):
        yield ("map", "base"), f"there is no base map {scenario.map.base!r}; the one that ships is 'map'"


def _is_base(name: str) -> bool:
    try:
        return asset(f"{name}/map.json.gz").is_file()
    except MissingAsset:
        return False


def nowhere_on_the_map(scenario: Scenario) -> Iterator[Defect]:
    """On a real map nobody's place can be guessed."""
    if not isinstance(scenario.map, RegionMap):
        return
    for kind in _KINDS:
        for name, entry in getattr(scenario, kind).items():
            if entry.place is None:
                yield (kind, name, KEY_MARK), "has no place on the map; add place: {lon: …, lat: …}"


def spots_of_nobody(scenario: Scenario) -> Iterator[Defect]:
    """A spot of somebody who is not in the scenario is a slip of the pen."""
    if not isinstance(scenario.map, SchemeMap):
        return
    for kind in _KINDS:
        known = tuple(getattr(scenario, kind))
        for name in getattr(scenario.map.spots, kind):
            if name not in known:
                yield ("map", "spots", kind, name, KEY_MARK), unknown(kind.removesuffix("s"), name, known)
