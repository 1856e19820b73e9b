"""The small conflict with one thing changed, and what is said about it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.scenario.checks import ALL_CHECKS, advice
from game.scenario.extends import merged
from game.scenario.load import located, validated
from game.scenario.models import Scenario
from game.scenario.problems import ScenarioError
from game.scenario.source import Source, parse

BORDER = Path(__file__).parents[2] / "fixtures" / "border.yaml"


@cache
def _border() -> Source:
    return parse(BORDER.read_text("utf-8"), "border.yaml")


def _changed(change: str) -> Source:
    return merged(_border(), parse(change, "change"))


def _refused(change: str) -> list[str]:
    try:
        validated(_changed(change), Scenario, ALL_CHECKS)
    except ScenarioError as error:
        return str(error).splitlines()
    return []


@pytest.fixture
def changed() -> Callable[[str], Source]:
    """The small conflict with a change laid over it, as by ``extends``."""
    return _changed


@pytest.fixture
def refused() -> Callable[[str], list[str]]:
    """Why the small conflict is refused after a change: a line for each defect."""
    return _refused


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """The same without the places."""
    return lambda change: [line.split(": ", 1)[1] for line in _refused(change)]


@pytest.fixture
def advised() -> Callable[[str], list[str]]:
    """What is advised for the small conflict after a change that does not keep it from being played."""

    def lines(change: str) -> list[str]:
        source = _changed(change)
        scenario = validated(source, Scenario, ALL_CHECKS)
        return [str(problem).split(": ", 1)[1] for problem in located(source, advice(scenario))]

    return lines
