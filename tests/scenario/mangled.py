"""Files that nobody would write, and what must hold for each of them: a scenario, or defects with their places.

The changes are chosen by plain numbers, so that hypothesis and a coverage-guided fuzzer can both choose them.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from game.scenario.checks import ALL_CHECKS
from game.scenario.compile import compiled
from game.scenario.load import validated
from game.scenario.models import Scenario
from game.scenario.problems import Position, ScenarioError
from game.scenario.shipped import load_scenario
from game.scenario.source import Node, Source, read_source

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"
BROKEN = Path(__file__).parent / "broken"

Choose = Callable[[int, int], int]
"""Chooses a whole number between two, both included."""

_HERE = Position("tree", 1, 1)

Steps = tuple[str | int, ...]

_VALUES: Sequence[Any] = (
    None, True, False, 0, 1, -1, 2, 3, 7, 8, 12, 13, 40, 999_999_999, 10**12 - 1, -(10**12) + 1,
    0.0, -0.0, 0.5, 1e-30, 1e30, -1e300, "", " ", "x", "self", "chosen", "own_camp", "none", "1", "2030-02-30",
    "0001-01-01", "9999-12-31", "\u202e", "a" * 41, "a" * 5000, [], {}, [[]], [None], {"": {}}, {"x": None},
)  # fmt: skip


def checked(path: Path) -> object:
    """What reading a file gives; anything but a scenario, or defects with their places, is an error of the game."""
    return _scenario_or_defects(lambda: load_scenario(path))


def checked_tree(tree: Any) -> object:
    """The same for a tree that was read already, which is quicker."""
    return _scenario_or_defects(lambda: compiled(validated(Source(_node(tree)), Scenario, ALL_CHECKS)))


def _node(value: Any) -> Node:
    match value:
        case dict():
            return Node({key: _node(inner) for key, inner in value.items()}, _HERE)
        case list():
            return Node(tuple(_node(inner) for inner in value), _HERE)
        case _:
            return Node(value, _HERE)


def _scenario_or_defects(read: Callable[[], object]) -> object:
    try:
        return read()
    except ScenarioError as error:
        lines = str(error).splitlines()
        assert lines
        for problem in error.problems:
            assert problem.position.file
            assert problem.position.line >= 0
            assert problem.message.strip()
            assert "\n" not in str(problem)
            assert str(problem).isprintable()
        return error


def folder_for_changes(folder: Path) -> Path:
    """A folder with the small conflict, for files that extend it; the path of the file to write there."""
    shutil.copy(BORDER, folder / "border.yaml")
    return folder / "mangled.yaml"


def small_conflict() -> Any:
    """The small conflict as a plain tree."""
    return read_source(BORDER).tree


def changed(tree: Any, choose: Choose) -> Any:
    """A copy of a tree after one to six changes: something removed, replaced, renamed, moved, doubled or added."""
    result = deepcopy(tree)
    names = sorted({str(step) for steps in _places(tree) for step in steps})
    for _ in range(choose(1, 6)):
        places = list(_places(result))
        if not places:
            break
        _change(result, places[choose(0, len(places) - 1)], places, names, choose)
    return result


def _change(tree: Any, steps: Steps, places: Sequence[Steps], names: Sequence[str], choose: Choose) -> None:
    around, last = _at(tree, steps[:-1]), steps[-1]
    match choose(0, 6):
        case 0:
            del around[last]
        case 1:
            around[last] = deepcopy(_VALUES[choose(0, len(_VALUES) - 1)])
        case 2:
            around[last] = deepcopy(_at(tree, places[choose(0, len(places) - 1)]))
        case 3:
            around[last] = names[choose(0, len(names) - 1)]
        case 4:
            around[last] = choose(-100, 1100) / 10
        case 5 if isinstance(around, dict):
            around[names[choose(0, len(names) - 1)]] = around.pop(last)
        case 6 if isinstance(around, dict):
            around[names[choose(0, len(names) - 1)]] = deepcopy(around[last])
        case _ if isinstance(around, list):
            around.append(deepcopy(around[last]))


def _at(tree: Any, steps: Steps) -> Any:
    for step in steps:
        tree = tree[step]
    return tree


def _places(tree: Any, steps: Steps = ()) -> Iterator[Steps]:
    inner: Any = ()
    match tree:
        case dict():
            inner = tree.items()
        case list():
            inner = enumerate(tree)
    for step, value in inner:
        yield (*steps, step)
        yield from _places(value, (*steps, step))
