"""From the file of a scenario to the tables that the engine plays by."""

from bench.conftest import CONSULATE
from bench.reference import note
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario


def test_loading(benchmark) -> None:
    benchmark.pedantic(read, (CONSULATE, Scenario), rounds=5)
    note(benchmark, 1, "scenarios")


def test_compiling(benchmark, scenario: Scenario) -> None:
    benchmark.pedantic(compiled, (scenario,), rounds=5)
    note(benchmark, 1, "scenarios")
