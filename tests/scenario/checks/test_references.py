"""Names that are not defined, and that no use of a name goes unchecked."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from game.scenario.checks.references import REFERENCES, defined, undefined_names
from game.scenario.checks.walk import found
from game.scenario.load import KEY_MARK
from game.scenario.models import Scenario
from game.scenario.problems import written
from game.scenario.source import Source

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            "camps: {northern: {leader: nrthland}}",
            "change:1:28: camps.northern.leader: there is no power 'nrthland'; did you mean 'northland'?",
        ),
        (
            "powers: {northland: {camp: xyz}}",
            "change:1:28: powers.northland.camp: there is no camp 'xyz'; there are northern, southern",
        ),
        (
            "powers: {northland: {stocks: {counts: {dron: 1}}}}",
            "change:1:40: powers.northland.stocks.counts.dron: there is no munition 'dron'; did you mean 'drone'?",
        ),
        (
            "lines: {north_soil: {targets: [energi]}}",
            "change:1:32: lines.north_soil.targets[0]: there is no target class 'energi'; did you mean 'energy'?",
        ),
        (
            "fronts: {hills: {ongoing: {until_talks: hill_talks}}}",
            "change:1:41: fronts.hills.ongoing.until_talks: there are no talks 'hill_talks'",
        ),
        (
            "nuclear: {source: [ruelbook]}",
            "change:1:20: nuclear.source[0]: there is no source 'ruelbook'; did you mean 'rulebook'?",
        ),
        (
            "orders: {close_lake: {icon: shipp}}",
            "change:1:29: orders.close_lake.icon: there is no icon 'shipp'; did you mean 'ship'?",
        ),
        (
            "powers: {northland: {flag: sy_2032}}",
            "change:1:28: powers.northland.flag: there is no flag 'sy_2032'; did you mean 'sy_2023'?",
        ),
        (
            "hosts: {self: {name: A, fronts: [], place: {lon: 1, lat: 1}, alignment: {}}}",
            "change:1:15: hosts.self: 'self' has a meaning of its own in effects; use another name",
        ),
    ],
)
def test_a_name_that_is_not_defined_is_refused(refused: Lines, change: str, message: str):
    assert refused(change) == [message]


WITH_EVERYTHING = """
partners: {hill_fighters: {defence: hill_posts, populations: {hills: hill_villagers}}}
historical: [{power: northland, date: 2030-02-20, text: A salvo, source: [rulebook], order: missile_strike}]
"""


PATTERNS = [(kind, pattern) for kind, patterns in REFERENCES.items() for pattern in patterns]


@pytest.fixture
def tree(changed: Callable[[str], Source]) -> Any:
    """The small conflict with the few parts that it has no need of."""
    return changed(WITH_EVERYTHING).tree


def model(tree: Any) -> Scenario:
    return Scenario.model_validate_json(json.dumps(tree), strict=True)


@pytest.mark.parametrize(("kind", "pattern"), PATTERNS)
def test_every_place_of_a_name_is_used_by_the_small_conflict_and_checked(tree: Any, kind: str, pattern: str):
    path, _ = next(found(model(tree), pattern))
    replace(tree, path)
    defects = [(written(path), message) for path, message in undefined_names(model(tree))]
    place = (*path[:-2], "zzz", KEY_MARK) if path[-1] == KEY_MARK else path
    some = "are no" if kind == "talks" else "is no"
    said = [message for path, message in defects if path == written(place)]
    assert any(message.startswith(f"there {some} {kind} 'zzz'") for message in said)


def replace(tree: Any, path: tuple[str | int, ...]) -> None:
    """Put a name that nobody has at a path, or in place of a key."""
    *way, last = path[:-1] if path[-1] == KEY_MARK else path
    for step in way:
        tree = tree[step]
    if path[-1] == KEY_MARK:
        tree["zzz"] = tree.pop(last)
    else:
        tree[last] = "zzz"


NO_REFERENCES = (
    "id",
    "orders.*.icon",
    "fronts.*.icon",
    "munitions.*.kind",
    "orders.*.choose.*",
    "orders.*.effects.*.do",
    "powers.*.adjective",
    "dials.target.*.wears",
)


BY_TRACK = [
    f"{place}.{key}"
    for place in (
        "orders.*.effects.*",
        "orders.*.requires.*",
        "powers.*.mandates.*.condition",
        "partners.*.unasked.requires.*",
        "partners.*.smaller.requires.*",
        "partners.*.larger.requires.*",
        "events.*.requires.*",
        "events.*.shifts.*",
    )
    for key in ("of", "toward")
]


def test_no_use_of_a_name_goes_unchecked(tree: Any):
    scenario = model(tree)
    names = {name for known in defined(scenario).values() for name in known}
    patterns = [pattern for _, pattern in PATTERNS]
    known = {
        path for pattern in (*patterns, *BY_TRACK, *NO_REFERENCES) for path, _ in found(scenario, pattern)
    }
    used = set(uses(scenario.model_dump(), names)) - {("nuclear", KEY_MARK)}
    definitions = {
        path for path in used if path[-1] == KEY_MARK and (len(path) == 3 or path[:2] == ("dials", "target"))
    }
    assert used - known - definitions == set()


def uses(value: Any, names: set[str], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every text and key that is somebody's name."""
    match value:
        case str():
            yield from [path] if value in names else []
        case dict():
            yield from ((*path, key, KEY_MARK) for key in value if key in names)
            for key, inner in value.items():
                yield from uses(inner, names, (*path, key))
        case tuple() | list():
            for index, inner in enumerate(value):
                yield from uses(inner, names, (*path, index))
