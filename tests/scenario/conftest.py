"""Every scenario that ships, one after another."""

import pytest

from game.assets import scenario_folder
from game.scenario.load import read
from game.scenario.models import Scenario

FILES = sorted(
    path.stem for path in scenario_folder().glob("*.yaml") if path.stem not in {"basis", "catalogue"}
)


@pytest.fixture(scope="module", params=FILES)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return read(scenario_folder() / f"{request.param}.yaml", Scenario)


@pytest.fixture
def of_the_record(scenario: Scenario) -> Scenario:
    """A scenario of the conflict that the catalogue is about; invented conflicts use their own words."""
    if scenario.kind == "fictional":
        pytest.skip("an invented conflict")
    return scenario
