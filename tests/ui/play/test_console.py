"""The facilitator's screen in the window: reached from the pause, it asks before it acts, and shows nothing secret."""

from types import SimpleNamespace

import pytest

from game.rules.sight import Sight
from game.session.facilitator import Facilitator
from game.session.kept import KeptGame
from game.session.save import Saves
from game.ui.kit import Settings
from game.ui.play.acts import ActsScreen
from game.ui.play.console import Console
from game.ui.play.planning import Planning
from game.ui.play.true_values import TrueValuesScreen
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.ending import EndScreen
from game.ui.screens.hand_over import HandOverScreen
from game.ui.screens.resolution import ResolutionScreen
from tests.ui.play.conftest import commit, work

SIZES = {"small": ((1024, 600), 1.0), "doubled": ((1920, 1080), 2.0)}


def settled(driver, count=40):
    for _ in range(count):
        if not driver.step(5.0):
            break
    return driver.app.screen


def press(driver, widget):
    """Activates a widget as a person would who may have to scroll to it."""
    driver.app.view.focus(widget, by_keyboard=True)
    driver.step()
    driver.press("space")
    driver.step()
    return settled(driver)


def to_the_console(driver):
    """Past hand-over and briefing to a decision, from there to the pause and on."""
    for _ in range(6):
        screen = settled(driver)
        if isinstance(screen, Planning):
            break
        assert isinstance(screen, HandOverScreen | BriefingScreen)
        driver.press("return")
        driver.step()
    driver.press("escape")
    driver.step()
    driver.press("f")
    driver.step()
    assert isinstance(settled(driver), ActsScreen)


@pytest.fixture
def two(play):
    """A game of two people in turn 1, in which Northland has committed."""
    session = play("northland=human", "southland=human")
    commit(session, 0, "announced_salvo")
    return session


def test_it_is_reached_from_the_pause_by_a_key_and_left_again(play, led):
    driver = led(play("northland=human"))
    to_the_console(driver)
    driver.press("return")
    driver.step()
    assert "Paused" in driver.words()


def test_ending_the_game_is_asked_once_more_and_leads_to_the_debrief(two, led):
    driver = led(two)
    to_the_console(driver)
    press(driver, "act:stop")
    assert "“Ended the game here.”" in driver.words()
    driver.press("escape")
    driver.step()
    assert not two.over
    press(driver, "act:stop")
    press(driver, "acts:go")
    assert two.ending == "stopped"
    assert isinstance(driver.app.screen, EndScreen)
    assert any("nobody has won" in words for words in driver.words())
    driver.press("return")
    driver.step()
    assert isinstance(settled(driver), DebriefScreen)
    assert "not carried out" in driver.words()


def test_a_seat_that_gets_its_choices_back_is_asked_for_behind_a_cover(two, led):
    driver = led(two)
    to_the_console(driver)
    press(driver, "act:give:0")
    press(driver, "acts:go")
    assert two.waiting == (0, 1)
    assert isinstance(driver.app.screen, HandOverScreen)
    assert "Northland" in driver.words()


def test_a_turn_that_is_taken_back_is_decided_again(play, led):
    session = play("northland=human", seed=2)
    commit(session, 0)
    work(session)
    while session.stage:
        session.commit(0, session.draft(0).keys())
        work(session)
    assert session.turn == 2
    driver = led(session)
    to_the_console(driver)
    press(driver, "act:back:0")
    press(driver, "acts:go")
    assert session.turn == 1
    assert isinstance(driver.app.screen, Planning)


def test_an_end_by_a_slip_is_taken_back_from_the_page_of_the_end(play, led):
    session = play("northland=human", seed=2)
    while not session.over:
        work(session)
        for seat in session.waiting:
            session.commit(seat, session.draft(seat).keys())
    driver = led(session)
    assert isinstance(settled(driver), EndScreen)
    driver.press("t")
    driver.step()
    assert isinstance(settled(driver), ActsScreen)
    assert "End the game here" not in driver.words()
    press(driver, "act:back:0")
    press(driver, "acts:go")
    assert not session.over
    assert isinstance(driver.app.screen, Planning)


def test_an_event_by_choice_is_played_back_before_anybody_decides(two, led):
    driver = led(two)
    to_the_console(driver)
    press(driver, "act:events")
    press(driver, "act:event:stray_rocket")
    assert any("killed, " in words for words in driver.words())
    press(driver, "acts:go")
    assert isinstance(driver.app.screen, ResolutionScreen)
    assert any("fell on a village" in words for words in driver.words())
    assert two.waiting == (0, 1)
    driver.press("return")
    driver.step()
    assert isinstance(settled(driver), HandOverScreen)


def test_a_note_is_written_down_at_once(play, led):
    session = play("northland=human")
    driver = led(session)
    to_the_console(driver)
    assert driver.find("acts:write").refusal
    driver.app.view.focus("acts:note", by_keyboard=True)
    driver.type("Talk about this")
    driver.step()
    driver.click("acts:write")
    driver.step()
    assert "Written down." in driver.words()
    assert [(act.kind, act.text) for act in session.pending_acts] == [("note", "Talk about this")]


def test_the_true_values_are_shown_only_after_the_question(play, led):
    session = play("northland=human")
    driver = led(session)
    to_the_console(driver)
    press(driver, "act:reveal")
    assert session.pending_acts == []
    press(driver, "acts:go")
    assert isinstance(driver.app.screen, TrueValuesScreen)
    assert [act.kind for act in session.pending_acts] == ["reveal"]
    driver.press("return")
    driver.step()
    assert isinstance(settled(driver), ActsScreen)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_and_nothing_secret_is_shown(two, tmp_path, drive, size):
    window, scale = SIZES[size]
    hide_everything(two)
    kept = KeptGame.begun(two, Saves(tmp_path))
    for screen in (Console(SimpleNamespace(pop=None), kept, lambda _: None).screen(), events_of(kept)):
        driver = drive(screen, window, Settings(scale=scale, reduced_motion=True))
        assert driver.overflowing() == []
        assert driver.missing_letters() == ""
        assert not any(MARK in words for words in driver.words())


MARK = "77.7"
"""What every hidden value is set to."""


def hide_everything(session):
    hidden = (session.rules.sight != Sight.EXACT).any(axis=0)
    session._state.block[hidden] = 7770


def events_of(kept):
    console = Console(SimpleNamespace(pop=None), kept, lambda _: None)
    assert Facilitator(kept).events
    return console._events()
