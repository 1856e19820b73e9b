"""All scenarios at hand: those that ship with the game and the user's own, whether or not they can be played."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.assets import scenario_folder
from game.home import own_scenarios
from game.scenario.problems import Problem, ScenarioError
from game.scenario.shipped import Loaded, load_scenario, scenario_files

_WIDTHS: Final = (20, 7, 12, 8, 16, 0)
"""Of the columns: name, whose it is, kind, length, state, title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario at hand, by the ``name`` that commands know it by, or what keeps it from being played.

    ``loaded`` is None if and only if there are ``problems``, or ``hidden`` says that a shipped one has its name.
    """

    name: str
    path: Path
    own: bool
    hidden: bool = False
    loaded: Loaded | None = None
    problems: tuple[Problem, ...] = ()


def all_files() -> list[Path]:
    """The files of all scenarios at hand, those that ship first. Raises ScenarioError for a folder out of reach."""
    return [*scenario_files(scenario_folder()), *scenario_files(own_scenarios())]


def library() -> Iterator[Entry]:
    """Every scenario at hand, read one after the other; a broken one is listed with its problems."""
    yield from map(_entry, scenario_files(scenario_folder()))
    yield from own()


def own() -> Iterator[Entry]:
    """The user's own scenarios."""
    taken = {path.stem for path in scenario_files(scenario_folder())}
    for path in scenario_files(own_scenarios()):
        hidden = path.stem in taken
        yield Entry(path.stem, path, own=True, hidden=True) if hidden else _entry(path, own=True)


def _entry(path: Path, own: bool = False) -> Entry:
    try:
        return Entry(path.stem, path, own, loaded=load_scenario(path))
    except ScenarioError as error:
        return Entry(path.stem, path, own, problems=error.problems)


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """A table for a terminal, a line as soon as its scenario is read, with the problems of a broken one below it."""
    for each in entries:
        yield "  ".join(cell.ljust(width) for cell, width in zip(_row(each), _WIDTHS, strict=True)).rstrip()
        yield from (f"    {problem}" for problem in each.problems)
    yield f"Your own scenarios are in {own_scenarios().as_posix()}"


def _row(entry: Entry) -> tuple[str, ...]:
    whose = "own" if entry.own else "shipped"
    if entry.loaded is None:
        state = "a shipped scenario has this name: rename the file" if entry.hidden else "cannot be played"
        return entry.name, whose, "", "", state, ""
    scenario = entry.loaded.scenario
    warned = len(entry.loaded.warnings)
    state = "ok" if not warned else f"ok, {warned} warning{'s' if warned > 1 else ''}"
    return entry.name, whose, scenario.kind, f"{scenario.clock.turns} turns", state, scenario.title
