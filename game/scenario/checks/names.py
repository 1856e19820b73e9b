"""Names that a screen can show: not blank, and no longer than the places that they stand in."""

from collections.abc import Iterator
from typing import Final

from game.scenario.checks.walk import Defect
from game.scenario.models import Scenario

_LONGEST: Final = {
    "camps": 40,
    "powers": 20,
    "partners": 60,
    "hosts": 40,
    "populations": 48,
    "fronts": 48,
    "munitions": 60,
    "defences": 60,
    "orders": 60,
    "talks": 60,
    "lines": 80,
    "promises": 80,
    "events": 80,
    "assets": 60,
    "doctrines": 40,
}
"""Characters of a name; a quarter more than the longest that ships, and what was seen to fit at 1280 × 720."""

_LONGEST_TITLE: Final = 60
_LONGEST_SHORT: Final = 16


def unfit_names(scenario: Scenario) -> Iterator[Defect]:
    """Blank names, which leave a hole in every sentence, and such as run out of their places on screens."""
    yield from _unfit(("title",), scenario.title, _LONGEST_TITLE)
    for section, most in _LONGEST.items():
        for key, entry in getattr(scenario, section).items():
            yield from _unfit((section, key, "name"), entry.name, most)
    for key, power in scenario.powers.items():
        yield from _unfit(("powers", key, "adjective"), power.adjective, _LONGEST["powers"])
    for key, front in scenario.fronts.items():
        yield from _unfit(("fronts", key, "short"), front.short, _LONGEST_SHORT)


def _unfit(path: tuple[str, ...], name: str, most: int) -> Iterator[Defect]:
    if not name.strip():
        yield path, "is blank; write what players are to read"
    elif len(name) > most:
        yield (
            path,
            f"has {len(name)} characters, and its place on the screen holds {most}; say the rest in a text",
        )
