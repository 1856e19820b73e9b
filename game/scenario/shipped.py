"""Scenarios by name or path, loaded for play, and rebuilt from the text that a saved game embeds."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from game.assets import scenario_folder
from game.disk import refusal
from game.home import own_scenarios
from game.rules.tables import Rules
from game.scenario.checks import ALL_CHECKS, advice, sound_names
from game.scenario.compile import compiled
from game.scenario.extends import read_extended
from game.scenario.files import read_text
from game.scenario.load import located, validated
from game.scenario.migrate import migrated
from game.scenario.models import Scenario
from game.scenario.problems import Position, Problem, ScenarioError, did_you_mean, shown
from game.scenario.skin import dressed
from game.scenario.source import Node, Source

EMBEDDED: Final = Path("embedded scenario")
"""Stands for the file of a scenario that came out of a saved game."""

_ENDINGS: Final = (".yaml", ".yml")
_OF_A_SCENARIO: Final = re.compile(r"""^['"]?(id|kind|title|decision)['"]?\s*:""", re.MULTILINE)
"""Keys that every scenario has for itself, at the start of a line: sought in the text, for a list must be quick."""


class UnknownScenario(ScenarioError):
    """No scenario has this name; the message offers the nearest, and lists all."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario ready for play.

    ``source_text`` is all that the file and those it extends say, as canonical JSON: one line, in the order of the
    files, because the order of powers and orders is part of the game. ``warnings`` are what its author should mend.
    """

    scenario: Scenario
    rules: Rules
    path: Path
    source_text: str
    warnings: tuple[Problem, ...] = ()

    @property
    def skin(self) -> str:
        """The skin that it is told under; empty for none. A saved game keeps it."""
        return self.scenario.skin or ""


def scenarios(folders: Sequence[Path] | None = None) -> list[str]:
    """The names of the scenarios that ship with the game, and of those in ``folders``; each once, sorted.

    ``folders`` is the user's own where none are given. Raises ScenarioError for a folder that cannot be read.
    """
    return sorted(_files(folders))


def find(name_or_path: str | Path, folders: Sequence[Path] | None = None) -> Path:
    """The file of a scenario: one that ships or is the user's own, by its name, or one anywhere, by its path.

    A name is a file's without its ending, such as ``consulate``. Raises UnknownScenario for a name that nobody has;
    whether a file given by path is there is found out by reading it.
    """
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or text.endswith(_ENDINGS) or "/" in text or "\\" in text:
        return Path(name_or_path)
    files = _files(folders)
    if text not in files:
        _unknown(text, files)
    return files[text]


def _unknown(name: str, known: Iterable[str]) -> NoReturn:
    listed = ", ".join(sorted(known)) or "none"
    message = f"there is no scenario {shown(name)}{did_you_mean(name, known)}; those known are: {listed}"
    raise UnknownScenario([Problem(Position("scenarios"), (), message)])


def _files(folders: Sequence[Path] | None) -> Mapping[str, Path]:
    places = [scenario_folder(), *((own_scenarios(),) if folders is None else folders)]
    files = [file for place in reversed(places) for file in scenario_files(place)]
    return {file.stem: file for file in files}


def scenario_files(folder: Path) -> list[Path]:
    """The files in a folder that are scenarios and not only what scenarios extend, sorted; none if it is not there.

    Raises ScenarioError for a folder that cannot be read.
    """
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix in _ENDINGS)
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"the folder cannot be read: {refusal(error)}"
        raise ScenarioError([Problem(Position(folder.as_posix()), (), message)]) from None
    return [file for file in files if not is_catalogue(file)]


def is_catalogue(path: Path) -> bool:
    """Whether a file only holds what scenarios extend: it has no id, kind, title or decision of its own.

    A file that cannot be read counts as a scenario, so that a list of them shows it with what is wrong.
    """
    try:
        return not _OF_A_SCENARIO.search(read_text(path))
    except ScenarioError:
        return False


def load_scenario(
    name_or_path: str | Path, folders: Sequence[Path] | None = None, skin: str | None = None
) -> Loaded:
    """A scenario by name or path, checked and compiled; with a ``skin``, under its invented names.

    Raises ScenarioError with all that is wrong with it.
    """
    path = find(name_or_path, folders)
    source = read_extended(path, (scenario_folder(),))
    if skin is not None:
        source = dressed(source, skin)
    scenario = validated(source, Scenario, ALL_CHECKS)
    warnings = tuple(located(source, (*_misnamed(scenario, path), *advice(scenario))))
    return Loaded(scenario, compiled(scenario), path, canonical(source.tree), warnings)


def _misnamed(scenario: Scenario, path: Path) -> Iterator[tuple[tuple[str], str]]:
    """A scenario is found by its file's name; another id would lead its author astray."""
    if scenario.id != path.stem:
        yield ("id",), f"is not the file's name, by which it is found; call it {path.stem}"


def canonical(tree: Any) -> str:
    """A plain tree as one line of JSON that keeps the order of its keys."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_embedded(text: str) -> Loaded:
    """The scenario of a saved game from its ``source_text``.

    Checks that came after it was saved are not held against it, only that it can be compiled. Raises ScenarioError
    for text that is no scenario, or one of a newer version.
    """
    source = migrated(Source(_node(text)))
    scenario = validated(source, Scenario, (sound_names,))
    return Loaded(scenario, compiled(scenario), EMBEDDED, text)


def _node(text: str) -> Node:
    try:
        return _built(json.loads(text, parse_constant=_refuse_constant))
    except (ValueError, RecursionError) as error:
        problem = Problem(Position(str(EMBEDDED)), (), f"is not the JSON of a scenario: {error}")
        raise ScenarioError([problem]) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a finite number")


def _built(value: Any) -> Node:
    place = Position(str(EMBEDDED))
    match value:
        case dict():
            return Node({key: _built(inner) for key, inner in value.items()}, place)
        case list():
            return Node(tuple(_built(inner) for inner in value), place)
        case _:
            return Node(value, place)
