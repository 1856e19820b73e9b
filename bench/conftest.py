"""The shipped scenario that everything is measured on, and its computer players."""

from pathlib import Path
from time import process_time

import pytest

from game.players.mixture import Mixture
from game.rules.tables import Rules
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario
from game.session.opponents import opponents

CONSULATE = Path(__file__).parents[1] / "scenarios" / "consulate.yaml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count the processor's time: what else a shared machine is doing matters less."""
    for item in items:
        item.add_marker(pytest.mark.benchmark(timer=process_time))


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return read(CONSULATE, Scenario)


@pytest.fixture(scope="session")
def rules(scenario: Scenario) -> Rules:
    return compiled(scenario)


@pytest.fixture(scope="session")
def players(scenario: Scenario, rules: Rules) -> list[Mixture]:
    """For every seat, all doctrines that the scenario has for it."""
    return list(opponents(scenario, rules).values())
