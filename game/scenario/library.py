"""All scenarios at hand: those that ship with the game and the user's own, whether or not they can be played."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.assets import scenario_folder
from game.home import own_scenarios
from game.scenario.problems import Problem, ScenarioError
from game.scenario.shipped import Loaded, load_scenario, scenario_files


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
    shipped = scenario_files(scenario_folder())
    taken = {path.stem for path in shipped}
    for path in shipped:
        yield _entry(path, own=False)
    for path in scenario_files(own_scenarios()):
        if path.stem in taken:
            yield Entry(path.stem, path, own=True, hidden=True)
        else:
            yield _entry(path, own=True)


def _entry(path: Path, own: bool) -> Entry:
    try:
        return Entry(path.stem, path, own, loaded=load_scenario(path))
    except ScenarioError as error:
        return Entry(path.stem, path, own, problems=error.problems)


def lines(entries: Iterator[Entry]) -> list[str]:
    """A table for a terminal, with the problems of each broken scenario below it."""
    found = list(entries)
    rows = [_row(each) for each in found]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    told: list[str] = []
    for each, row in zip(found, rows, strict=True):
        told.append(_line(row, widths))
        told += [f"    {problem}" for problem in each.problems]
    return [*told, f"Your own scenarios are in {own_scenarios().as_posix()}"]


def _row(entry: Entry) -> tuple[str, ...]:
    whose = "own" if entry.own else "shipped"
    if entry.loaded is None:
        state = "a shipped scenario has this name: rename the file" if entry.hidden else "cannot be played"
        return entry.name, whose, "", "", state, ""
    scenario = entry.loaded.scenario
    warned = len(entry.loaded.warnings)
    state = "ok" if not warned else f"ok, {warned} warning{'s' if warned > 1 else ''}"
    return entry.name, whose, scenario.kind, f"{scenario.clock.turns} turns", state, scenario.title


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
