"""Every screen is looked at in four sizes; a whole small game is played once for those that tell of one."""

from pathlib import Path

import pytest

from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.kit import Settings
from tests.loading import load_scenario

SIZES = {
    "small": ((1024, 600), 1.0),
    "usual": ((1280, 720), 1.0),
    "large": ((1920, 1080), 1.0),
    "doubled": ((1920, 1080), 2.0),
}


@pytest.fixture(params=SIZES)
def shown(request, drive):
    """Opens a screen in one of the sizes and checks that nothing overflows and every letter can be drawn."""
    size, scale = SIZES[request.param]

    def show(screen):
        driver = drive(screen, size, Settings(scale=scale, reduced_motion=True))
        assert driver.overflowing() == []
        assert driver.missing_letters() == ""
        return driver

    return show


@pytest.fixture(autouse=True)
def _no_map(monkeypatch):
    """The dimmed map behind menus takes half a second to paint and shows nothing that is tested here."""
    monkeypatch.setattr("game.ui.screens.backdrop.Backdrop.advance", lambda *_: False)


def _played(session):
    """A session played to its end: people take the last legal option that is no covert act, with a reason."""
    while not session.over:
        for seat in session.waiting:
            draft = session.draft(seat)
            for slot in draft.slots:
                legal = [
                    choice.key for card in draft.menu(slot).cards for choice in card.choices if choice.legal
                ]
                draft.choose(slot, next(iter(key for key in legal if "/large/" in key), legal[-1]))
            session.commit(seat, draft.keys(), reason="What is owed is answered, and then it is over.")
        for _ in session.work():
            pass
    return session


@pytest.fixture(scope="session")
def loaded():
    return load_scenario(Path(__file__).parents[2] / "fixtures" / "border.yaml")


@pytest.fixture(scope="session")
def game(loaded):
    """A small game, played to its end by one person and two computer players."""
    return _played(Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), 3))


@pytest.fixture
def opening(loaded):
    """The same game before anything was chosen."""
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), 3)
