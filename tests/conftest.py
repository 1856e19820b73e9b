"""What holds for every test: the same examples on every run, and no clock that can fail one."""

from pathlib import Path

import pytest
from hypothesis import settings

from game.rules.tables import Rules
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")

ROOT = Path(__file__).parents[1]
BORDER = ROOT / "tests" / "fixtures" / "border.yaml"
CONSULATE = ROOT / "scenarios" / "consulate.yaml"


@pytest.fixture(scope="session")
def border_scenario() -> Scenario:
    """The small invented conflict that uses every part of the format."""
    return read(BORDER, Scenario)


@pytest.fixture(scope="session")
def border_rules(border_scenario: Scenario) -> Rules:
    """Its tables. Shared by all tests: build on it with ``dataclasses.replace``, never change it."""
    return compiled(border_scenario)


@pytest.fixture(scope="session")
def consulate_scenario() -> Scenario:
    """The shipped scenario of April 2024."""
    return read(CONSULATE, Scenario)


@pytest.fixture(scope="session")
def consulate_rules(consulate_scenario: Scenario) -> Rules:
    """Its tables, shared by all tests."""
    return compiled(consulate_scenario)


@pytest.fixture(scope="session", params=["border", "consulate"])
def rules(request: pytest.FixtureRequest) -> Rules:
    """Both conflicts, one after the other."""
    tables: Rules = request.getfixturevalue(f"{request.param}_rules")
    return tables
