"""Games to test on: the small invented conflict and the shipped one, loaded once."""

import pytest

from game.scenario.shipped import Loaded
from tests.conftest import BORDER
from tests.loading import load_scenario


@pytest.fixture(scope="session")
def border() -> Loaded:
    """The small invented conflict, ready for play."""
    return load_scenario(BORDER)


@pytest.fixture(scope="session")
def consulate() -> Loaded:
    """The shipped scenario, ready for play."""
    return load_scenario("consulate")
