"""Finished games for the report: the invented border conflict, played to its end with reasons written by people."""

from pathlib import Path

import pytest

from game.session.seats import SeatPlan
from game.session.session import Session
from tests.loading import load_scenario

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"
WRITTEN = "We wanted them to see that it was over."


@pytest.fixture(scope="session")
def loaded():
    return load_scenario(BORDER)


@pytest.fixture(scope="session")
def play(loaded):
    """Plays a game in which Northland waits, and writes the same reason each time."""

    def played(reason=WRITTEN, seed=5):
        session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), seed)
        while not session.over:
            for seat in session.waiting:
                session.commit(seat, session.draft(seat).keys(), reason=reason)
            for _ in session.work():
                pass
        return session

    return played


@pytest.fixture(scope="session")
def finished_game(play):
    return play()


@pytest.fixture
def begun_game(loaded):
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), 5)
