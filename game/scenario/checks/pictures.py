"""Icons and flags that a scenario names, and that the game must have."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from game.assets import asset
from game.scenario.checks.references import unknown
from game.scenario.checks.walk import Defect, found
from game.scenario.models import Scenario

_PICTURES: Final = (
    ("icon", "icons", ".svg", ("orders.*.icon", "fronts.*.icon")),
    ("flag", "flags", ".png", ("powers.*.flag",)),
)


def unknown_pictures(scenario: Scenario) -> Iterator[Defect]:
    """A picture that the game does not have could not be shown; an empty name means none."""
    for kind, folder, ending, patterns in _PICTURES:
        for pattern in patterns:
            for path, name in found(scenario, pattern):
                if name and name not in _names(folder, ending):
                    yield path, unknown(kind, name, _names(folder, ending))


@cache
def _names(folder: str, ending: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in asset(folder).iterdir() if file.suffix == ending))
