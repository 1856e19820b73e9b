"""From the start screen into a game and back: new, continued, damaged, and settings that last."""

import pytest

from game.scenario.problems import Position, Problem, ScenarioError
from game.scenario.shelf import glances
from game.session.kept import KeptGame
from game.session.kinds import HYPOTHETICAL
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.app import App
from game.ui.browser.screen import BrowserScreen
from game.ui.kit import Toggle
from game.ui.kit.driver import Driver
from game.ui.play.pause import Notice
from game.ui.play.planning import Planning
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.ending import EndScreen
from game.ui.screens.saved import SavedScreen
from game.ui.screens.seats import PERSON, SeatsScreen
from game.ui.screens.start import StartScreen
from game.ui.start import Start
from tests.loading import load_scenario
from tests.session.people import play_out


@pytest.fixture
def saves(tmp_path):
    return Saves(tmp_path / "saves")


@pytest.fixture
def started(saves, monkeypatch, tmp_path):
    """The start screen in a window, over an unpainted map; the browser lists two scenarios and draws none."""
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path))
    monkeypatch.setattr("game.ui.browser.shelf.glances", lambda *places: glances(*places)[:2])
    monkeypatch.setattr("game.ui.browser.shelf.Shelf._drawing", lambda *_: iter(()))
    monkeypatch.setattr("game.ui.map.map_view.MapView.ready", True)
    monkeypatch.setattr("game.ui.screens.backdrop.Backdrop.advance", lambda *_: False)
    drivers = []

    def opened(kept=None):
        driver = Driver.__new__(Driver)
        driver.heard, driver.app = [], App(None, (1280, 720))
        drivers.append(driver)
        driver.app.push(Start(driver.app, saves).opening(kept))
        driver.step()
        return driver

    yield opened
    for driver in drivers:
        driver.close()


def settled(driver):
    for _ in range(40):
        if not driver.step(1.0):
            break
    return driver.app.screen


def test_a_new_game_is_begun_by_keyboard_from_the_start_screen(started, saves):
    driver = started()
    assert isinstance(driver.app.screen, StartScreen)
    driver.press("return")
    settled(driver)
    driver.press("return")
    assert isinstance(settled(driver), SeatsScreen)
    driver.press("return")
    assert isinstance(settled(driver), BriefingScreen)
    assert saves.newest() is not None


def test_a_mechanism_that_is_switched_on_the_page_of_the_seats_is_so_in_the_game_and_its_save(started, saves):
    driver = started()
    driver.press("return")
    settled(driver)
    driver.press("return")
    screen = settled(driver)
    assert isinstance(screen, SeatsScreen)
    screen.handle(Toggle("mechanism:reputation", on=False))
    driver.press("return")
    settled(driver)
    assert not KeptGame.resumed(saves.newest(), saves).session.rules.assumptions.reputation


def test_learn_begins_the_tutorial_at_once(started, saves):
    driver = started()
    driver.press("l")
    screen = settled(driver)
    assert isinstance(screen, BriefingScreen)
    assert screen.model.scenario == "Two messages"


def test_a_game_saved_under_a_name_is_opened_from_the_start_screen(started, saves, play):
    KeptGame.begun(play("northland=human"), saves).save_as("class 10b")
    KeptGame.begun(play("southland=human", seed=2), saves)
    driver = started()
    driver.press("g")
    assert isinstance(settled(driver), SavedScreen)
    driver.click(f"saved:{saves.folder / 'class 10b.json'}")
    screen = settled(driver)
    assert isinstance(screen, BriefingScreen)
    assert screen.model.government == "The northern government"


def test_continue_opens_the_game_where_it_was_left(started, saves, play):
    session = play("northland=human")
    KeptGame.begun(session, saves)
    driver = started()
    driver.click("continue")
    settled(driver)
    assert isinstance(driver.app.screen, BriefingScreen)


def test_a_game_that_is_over_is_played_again_from_its_seats_with_its_dice_and_its_scenario(
    started, saves, play
):
    kept = KeptGame.begun(play("southland=human", seed=9), saves)
    play_out(kept.session)
    driver = started(kept)
    for _ in range(20):
        if isinstance(settled(driver), EndScreen):
            break
        driver.press("return")
    assert driver.overflowing() == []
    driver.press("a")
    screen = settled(driver)
    assert isinstance(screen, SeatsScreen)
    assert (screen.seed, screen.players["southland"]) == ("9", PERSON)
    assert screen.players["northland"] == kept.session.seats.seats[0].doctrine
    driver.press("return")
    assert isinstance(settled(driver), BriefingScreen)
    again = saves.read(saves.newest())
    assert (again.header.seed, again.header.scenario_hash) == (9, kept.session.header.scenario_hash)
    assert again.game != kept.name


def test_a_damaged_save_says_so_and_offers_the_last_good_one(started, saves, play):
    kept = KeptGame.begun(play("northland=human"), saves)
    kept.save()
    saves.newest().write_text("{", encoding="utf-8")
    driver = started()
    assert any("damaged" in text for text in driver.words())
    driver.click("continue")
    assert isinstance(settled(driver), BriefingScreen)


def test_a_save_that_cannot_be_mended_is_told_and_a_new_game_stays_possible(started, saves, play):
    KeptGame.begun(play("northland=human"), saves)
    saves.newest().write_text("{", encoding="utf-8")
    driver = started()
    assert "continue" not in driver.app.view.widgets
    assert driver.find("new")
    assert driver.overflowing() == []


def test_saves_that_cannot_even_be_listed_are_told_and_a_new_game_stays_possible(started, saves):
    saves.folder.mkdir(parents=True)
    (saves.folder / "auto").write_text("a file where the folder should be", encoding="utf-8")
    driver = started()
    assert any("cannot be read: Not a directory" in text for text in driver.words())
    assert {"continue", "saved"}.isdisjoint(driver.app.view.widgets)
    assert driver.find("new")
    assert driver.overflowing() == []


def test_a_game_given_at_the_start_opens_at_once(started, saves, play):
    driver = started(KeptGame.begun(play("northland=human"), saves))
    assert isinstance(driver.app.screen, BriefingScreen)
    driver.press("return")
    settled(driver)
    assert isinstance(driver.app.screen, Planning)


def test_a_game_that_todays_rules_play_otherwise_can_be_left(started, saves, play):
    kept = KeptGame.begun(play("northland=human"), saves)
    kept.session.read_only = "The rules have changed since."
    driver = started(kept)
    assert isinstance(driver.app.screen, Notice)
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, StartScreen)


def test_a_scenario_damaged_after_it_was_listed_is_told_and_the_window_stays_open(started, monkeypatch):
    driver = started()
    driver.press("return")
    settled(driver)

    def damaged(name, skin=None):
        raise ScenarioError([Problem(Position("own.yaml", 3, 5), ("title",), "the key 'title' is missing")])

    monkeypatch.setattr("game.scenario.shipped.load_scenario", damaged)
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, Notice)
    assert "own.yaml:3:5" in " ".join(driver.words())


@pytest.fixture
def supposed():
    """A game of a hypothetical scenario, with two people."""
    loaded = load_scenario("strait")
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, ["iran=human", "us=human", "israel=ai"]), 7)


def test_every_screen_of_a_hypothetical_game_says_so_until_it_is_left(started, saves, supposed):
    driver = started(KeptGame.begun(supposed, saves))
    shown = []
    for key in ("return", "return", "escape", "tab"):
        shown.append(type(settled(driver)).__name__)
        assert HYPOTHETICAL in driver.words()
        assert driver.overflowing() == []
        driver.press(key)
    assert shown == ["HandOverScreen", "BriefingScreen", "Planning", "Pause"]
    driver.click("pause:leave")
    driver.step()
    assert isinstance(settled(driver), StartScreen)
    assert HYPOTHETICAL not in driver.words()


def test_a_game_of_the_record_has_no_such_line(started, saves, play):
    driver = started(KeptGame.begun(play("northland=human"), saves))
    assert HYPOTHETICAL not in driver.words()


def browsing(started):
    """The browser with its scenarios read."""
    driver = started()
    driver.press("return")
    settled(driver)
    return driver


def test_sheets_are_written_and_it_is_said_where(started, tmp_path):
    driver = browsing(started)
    driver.click("sheets")
    driver.step()
    (written,) = (tmp_path / "reports").iterdir()
    assert isinstance(driver.app.screen, Notice)
    assert str(written) in " ".join(driver.words())
    assert driver.overflowing() == []
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, BrowserScreen)


def test_sheets_that_cannot_be_written_are_told_and_the_browser_goes_on(started, tmp_path):
    (tmp_path / "reports").write_text("in the way", encoding="utf-8")
    driver = browsing(started)
    driver.click("sheets")
    driver.step()
    assert driver.words()[0] == "The sheets could not be written"
    assert str(tmp_path / "reports") in driver.words()[1]
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, BrowserScreen)
