"""Every scenario that ships, one after another."""

from functools import cache

import pytest

from game.assets import scenario_folder
from game.scenario.load import read
from game.scenario.models import Scenario

FILES = sorted(
    path.stem for path in scenario_folder().glob("*.yaml") if path.stem not in {"basis", "catalogue"}
)


@cache
def shipped(name: str) -> Scenario:
    """A scenario that ships, without a look at its meaning; read once, as nobody changes it."""
    return read(scenario_folder() / f"{name}.yaml", Scenario)


@pytest.fixture(scope="module", params=FILES)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return shipped(request.param)


@pytest.fixture
def of_the_record(scenario: Scenario) -> Scenario:
    """A scenario of the conflict that the catalogue is about; invented conflicts use their own words."""
    if scenario.kind == "fictional":
        pytest.skip("an invented conflict")
    return scenario
