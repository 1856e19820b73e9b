"""Scenario files on a shelf: what a list can say of each at a glance, and whether anything changed since.

A glance reads the first keys of a file as text, so that a list of many stands at once; what is wrong with a file is
found only by reading it whole.
"""

import os
import re
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from game.assets import scenario_folder
from game.home import own_scenarios
from game.scenario.checks import ALL_CHECKS, advice
from game.scenario.extends import DEPTH_LIMIT, read_extended
from game.scenario.files import read_text, real
from game.scenario.load import located, validated
from game.scenario.models import Scenario
from game.scenario.problems import Problem, ScenarioError
from game.scenario.shipped import scenario_files
from game.scenario.skin import FOLDER, dressed

Origin = Literal["shipped", "own", "given"]
"""Ships with the game, lies in the user's folder, or was given by its path."""

Stamp = frozenset[tuple[str, int, int]]
"""Files with the time of their last change and their size: another stamp means that something changed."""

KINDS: Final = ("historical", "campaign", "hypothetical", "fictional")

_KEY: Final = r"""^['"]?{}['"]?\s*:[ \t]*(?P<value>[^#\n]*)"""
_START: Final = re.compile(r"""^\s+start\s*:\s*['"]?(\d{4}-\d{2}-\d{2})""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first keys of a file say; texts are empty where they cannot be told without reading it whole."""

    path: Path
    origin: Origin
    title: str
    kind: str
    start: str

    @property
    def key(self) -> str:
        """What the scenario is loaded by: the name of one that ships, else the path."""
        return self.path.stem if self.origin == "shipped" else self.path.as_posix()


def glances(folders: Sequence[Path] | None = None, given: Sequence[Path] = ()) -> list[Glance]:
    """All scenarios that ship, lie in ``folders`` (the user's own), or were given; the user's first, then by date.

    Raises ScenarioError for a folder that cannot be read.
    """
    own = [file for folder in _own(folders) for file in scenario_files(folder)]
    shipped = scenario_files(scenario_folder())
    known = {real(file) for file in (*own, *shipped)}
    more = [path for path in given if real(path) not in known]
    places: Iterable[tuple[Sequence[Path], Origin]] = ((own, "own"), (shipped, "shipped"), (more, "given"))
    found = [glance(path, origin) for files, origin in places for path in files]
    return sorted(found, key=_order)


def _own(folders: Sequence[Path] | None) -> Sequence[Path]:
    return (own_scenarios(),) if folders is None else folders


def _order(found: Glance) -> tuple[bool, int, str, str]:
    kind = KINDS.index(found.kind) if found.kind in KINDS else len(KINDS)
    return found.origin == "shipped", kind, found.start, found.path.stem


def glance(path: Path, origin: Origin) -> Glance:
    """What the first keys of a file say; of one that cannot be read, its name."""
    try:
        text = read_text(path)
    except ScenarioError:
        return Glance(path, origin, path.stem, "", "")
    start = _START.search(text)
    return Glance(
        path, origin, _said(text, "title") or path.stem, _said(text, "kind"), start[1] if start else ""
    )


def _said(text: str, key: str) -> str:
    found = re.search(_KEY.format(key), text, re.MULTILINE)
    return found["value"].strip().strip("'\"") if found else ""


def files_behind(path: Path) -> list[Path]:
    """A file and those that it is built on, as far as they can be found without reading them whole."""
    files = [path]
    while len(files) <= DEPTH_LIMIT:
        base = _extended(files[-1])
        if base is None or base in files:
            return files
        files.append(base)
    return files


def _extended(path: Path) -> Path | None:
    try:
        name = _said(read_text(path), "extends")
    except ScenarioError:
        return None
    file = name if Path(name).suffix else f"{name}.yaml"
    places = [path.parent / file, scenario_folder() / file] if name else []
    return next((place for place in places if place.is_file()), None)


def stamp(files: Iterable[Path]) -> Stamp:
    """The stamp of files; one that is not there counts as such."""
    return frozenset(_state(file) for file in files)


def _state(file: Path) -> tuple[str, int, int]:
    try:
        status = file.stat()
    except OSError:
        return str(file), 0, -1
    return str(file), status.st_mtime_ns, status.st_size


def stamp_of_all(folders: Sequence[Path] | None = None, given: Sequence[Path] = ()) -> Stamp:
    """The stamp of everything that a shelf depends on: cheap enough to be taken every second."""
    places = (scenario_folder(), scenario_folder() / FOLDER, *_own(folders))
    return stamp([*given, *(file for place in places for file in _names(place))])


def _names(folder: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder)]
    except OSError:
        return []


@dataclass(frozen=True, slots=True)
class Inspected:
    """A scenario that passed every check, and what its author should mend all the same."""

    scenario: Scenario
    advice: tuple[Problem, ...]


def inspecting(path: Path, skin: str | None = None) -> Generator[None, None, Inspected]:
    """Reads and checks a scenario under a skin in a few steps, so that a window can draw between them.

    Raises ScenarioError with all that is wrong with it.
    """
    source = read_extended(path, (scenario_folder(),))
    yield
    if skin is not None:
        source = dressed(source, skin)
        yield
    scenario = validated(source, Scenario, ALL_CHECKS)
    yield
    return Inspected(scenario, tuple(located(source, advice(scenario))))
