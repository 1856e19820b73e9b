"""Games of the invented border conflict, and screens of them in a window without a display."""

from pathlib import Path

import pytest

from game.session.kept import KeptGame
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.app import App
from game.ui.kit import Progress
from game.ui.kit.driver import Driver
from game.ui.map.atlas import atlas_of
from game.ui.play.deciding import Habits, Wiring
from game.ui.play.decision import Decision
from game.ui.play.flow import Flow
from game.ui.play.outlook import Outlook
from game.ui.play.planning import Planning
from game.ui.play.positions import position, reader
from game.ui.play.reply import Reply
from game.ui.play.situation import situation
from game.ui.play.theatre import Theatre
from tests.loading import load_scenario

BORDER = Path(__file__).parents[2] / "fixtures" / "border.yaml"
NORTHLAND, SOUTHLAND, LAKELAND = range(3)


def nothing_foreseen(_):
    """The forecast of a draft that nothing can come of."""
    yield Progress(1.0)
    return Outlook(0, None, (), (), ())


def nothing_said(_):
    """What is seen at the end of such a game, or what advisers say who have nothing to say."""
    yield Progress(1.0)
    return ()


@pytest.fixture(scope="session")
def loaded():
    return load_scenario(BORDER)


@pytest.fixture
def play(loaded):
    """A game with people on the given seats: ``play("northland=human")``."""

    def begun(*seats, seed=1):
        return Session.new(loaded, SeatPlan.parse(loaded.scenario, list(seats)), seed)

    return begun


@pytest.fixture(scope="session")
def theatre():
    """One map for all tests, so that it is read and painted once."""
    return Theatre(lambda: atlas_of(load_scenario(BORDER).scenario))


@pytest.fixture
def wire(theatre):
    """What a deciding screen of a seat needs; ``committed`` collects what it commits."""

    def wired(session, seat, committed):
        reading = reader(session, seat)
        return Wiring(
            Decision(session.draft(seat), reading, session.seats.seats[seat].power),
            theatre,
            lambda keys, reason: committed.append((keys, reason)),
            lambda: committed.append("menu"),
            Habits(),
            foresee=nothing_foreseen,
            look_on=nothing_said,
            advise=nothing_said,
        )

    return wired


@pytest.fixture
def plan(drive, wire):
    """Planning of a seat in a window, and the list of what was committed."""

    def opened(session, seat=NORTHLAND, size=(1280, 720), settings=None):
        committed = []
        screen = Planning(position(session, seat), wire(session, seat, committed))
        return drive(screen, size, settings), committed

    return opened


@pytest.fixture
def answer(drive, wire):
    """A decision outside ORDERS in a window, and the list of what was committed."""

    def opened(session, seat, size=(1280, 720), settings=None):
        committed = []
        shown = situation(session, seat, reader(session, seat))
        screen = Reply(position(session, seat), wire(session, seat, committed), shown)
        return drive(screen, size, settings), committed

    return opened


def commit(session, seat, *wanted):
    """Commits for a seat the first legal option whose key contains each of the wanted texts; else nothing."""
    draft = session.draft(seat)
    for text in wanted:
        found = (
            (slot, choice)
            for slot in draft.slots
            for card in draft.menu(slot).cards
            for choice in card.choices
            if text in choice.key and choice.legal
        )
        slot, choice = next(found)
        draft.choose(slot, choice.key)
    session.commit(seat, draft.keys())


def work(session):
    """Carries a game on until a person must choose."""
    for _ in session.work():
        pass


@pytest.fixture
def led(tmp_path, monkeypatch):
    """A game led through its screens by a Flow in a window, over an unpainted map; closes it after the test."""
    monkeypatch.setattr("game.ui.map.map_view.MapView.ready", True)
    monkeypatch.setattr("game.ui.screens.backdrop.Backdrop.advance", lambda *_: False)
    drivers = []

    def opened(session, size=(1280, 720), settings=None, kept=None):
        driver = Driver.__new__(Driver)
        driver.heard, driver.app = [], App(settings, size)
        drivers.append(driver)
        kept = kept or KeptGame.begun(session, Saves(tmp_path / "saves"))
        flow = Flow(driver.app, kept, driver.app.quit, driver.app.quit)
        driver.app.push(flow.opening())
        driver.step()
        return driver

    yield opened
    for driver in drivers:
        driver.close()
