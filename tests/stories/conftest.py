"""The conflicts in which the stories are set."""

import pytest

from game.rules.tables import Rules
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario
from tests.conftest import CONSULATE, ROOT

STORIES = ROOT / "tests" / "fixtures" / "stories"


def _tables(name: str) -> Rules:
    return compiled(read(STORIES / f"{name}.yaml", Scenario, catalogues=(CONSULATE.parent,)))


@pytest.fixture(scope="session")
def guest_rules() -> Rules:
    """July 2024: 4.6 owed, most of it humiliation, and talks that may be worth waiting for."""
    return _tables("guest")


@pytest.fixture(scope="session")
def spiral_rules() -> Rules:
    """Two forces that are ready for a large blow and for the answer to one."""
    return _tables("spiral")
