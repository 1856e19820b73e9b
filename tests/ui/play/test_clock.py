"""The clock of a decision: when it runs and when it stands, what it shows, and what happens when nothing is left.

Time is what the loop is told: a test lets seconds pass by stepping.
"""

import pytest

from game.rules.tables import PASSES
from game.session.countdown import Countdown
from game.session.kept import KeptGame
from game.session.save import Saves
from game.ui.kit import Settings
from game.ui.kit.sound import CUE
from game.ui.play.pause import Pause
from game.ui.play.planning import Planning
from game.ui.play.reply import Reply
from game.ui.screens.hand_over import HandOverScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.time_up import TimeUpScreen
from tests.ui.play.test_flow import by_mouse, played

TWO = Settings(minutes=2)
SIZES = (((1024, 600), 1.0), ((1280, 720), 1.0), ((1920, 1080), 2.0))


@pytest.fixture(autouse=True)
def _no_forecast(monkeypatch):
    """Whether anything is foreseen while time passes does not matter here, and takes long."""
    monkeypatch.setattr("game.ui.play.planning.Planning._forecast_anew", lambda _: None)


@pytest.fixture
def deciding(play, led):
    """A game with a clock of two minutes at the first decision of a person: its driver and its screen."""

    def opened(*seats, settings=TWO, size=(1280, 720), kept=None, session=None):
        driver = led(session or play(*(seats or ("northland=human",))), size, settings, kept)
        driver.step(0)
        for _ in range(4):
            if isinstance(driver.app.screen, Planning | Reply):
                break
            driver.step(0.5)
            driver.press("return")
        return driver

    return opened


def countdown(driver):
    return driver.app.screen.clock.countdown


def pass_time(driver, seconds):
    """Lets seconds pass, one a frame, as long as the screen stays."""
    screen = driver.app.screen
    for _ in range(seconds):
        driver.step(1.0)
        if driver.app.screen is not screen:
            return


def test_without_the_setting_there_is_no_clock(deciding):
    driver = deciding(settings=Settings())
    assert driver.app.screen.clock is None
    pass_time(driver, 30)
    assert isinstance(driver.app.screen, Planning)


def test_it_shows_what_is_left_in_figures_and_words(deciding):
    driver = deciding()
    left = countdown(driver).left
    pass_time(driver, 10)
    assert countdown(driver).left == pytest.approx(left - 10)
    assert "left for these orders" in driver.words()
    assert any(text.startswith(("1:4", "1:5")) for text in driver.words())


def test_the_last_minute_and_the_last_half_are_said_in_words_and_signs_too(deciding):
    driver = deciding()
    signs = set()
    for left, words in ((61, "left for these orders"), (60, "Last minute"), (30, "Last half minute")):
        countdown(driver).left = left + 0.5
        pass_time(driver, 1)
        assert words in driver.words()
        signs.add(driver.app.screen.clock._state()[:2])
    assert len(signs) == 3


def test_the_window_rests_between_two_seconds(deciding):
    driver = deciding()
    driver.step(1.0)
    assert not any(driver.step(0.01) for _ in range(10))


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_it_fits_with_and_without_the_page_at_the_side_and_in_the_dialog(deciding, size, scale):
    driver = deciding(size=size, settings=Settings(minutes=12, scale=scale))
    for _ in range(2):
        driver.press("f")
        assert driver.overflowing() == []
        assert not driver.find("clock").rect.colliderect(driver.find("panel").rect)
    driver.click("commit")
    assert driver.overflowing() == []
    assert "left. Then nothing is committed." in driver.words()


def test_it_stands_still_in_the_pause_and_in_the_settings(deciding):
    driver = deciding()
    driver.press("escape")
    assert isinstance(driver.app.screen, Pause)
    pass_time(driver, 200)
    driver.press("s")
    assert isinstance(driver.app.screen, SettingsScreen)
    pass_time(driver, 200)
    driver.click("done")
    driver.click("pause:on")
    driver.step(0)
    assert countdown(driver).left > 110


def test_it_does_not_run_under_the_hand_over_or_in_the_briefing(play, led):
    driver = led(play("northland=human", "southland=human"), settings=TWO)
    assert isinstance(driver.app.screen, HandOverScreen)
    pass_time(driver, 200)
    driver.press("return")
    pass_time(driver, 200)
    driver.press("return")
    driver.step(0)
    assert isinstance(driver.app.screen, Planning)
    assert countdown(driver).left == pytest.approx(120, abs=1)


def test_a_machine_that_slept_takes_nobodys_time(deciding):
    driver = deciding()
    left = countdown(driver).left
    driver.step(3600)
    assert countdown(driver).left > left - 2


def test_when_it_runs_out_the_draft_is_not_committed_but_a_pass_is(deciding, play):
    session = play("northland=human", "southland=human")
    driver = deciding(session=session)
    driver.click("order:FORCE:announced_salvo")
    assert driver.app.screen.decision.can_undo
    pass_time(driver, 130)
    assert isinstance(driver.app.screen, TimeUpScreen)
    committed = session.pending[0]
    assert committed.by == "clock"
    assert all(key.endswith(PASSES) for key in committed.options)
    assert "Time is up." in driver.words()
    assert "Nothing was ordered." in driver.words()
    assert driver.overflowing() == []


def test_the_pass_wins_over_an_open_question(deciding, play):
    session = play("northland=human", "southland=human")
    driver = deciding(session=session)
    driver.click("order:FORCE:announced_salvo")
    driver.click("commit")
    driver.type("They must know")
    pass_time(driver, 130)
    assert isinstance(driver.app.screen, TimeUpScreen)
    driver.press("return")
    assert isinstance(driver.app.screen, TimeUpScreen)
    assert session.pending[0].by == "clock"
    assert session.pending[0].reason == ""


def test_a_commit_in_the_frame_in_which_time_runs_out_counts_and_nothing_else_does(deciding, play):
    session = play("northland=human", "southland=human")
    driver = deciding(session=session)
    driver.click("order:FORCE:announced_salvo")
    driver.click("commit")
    countdown(driver).left = 0.001
    driver.press("return")
    assert session.pending[0].by == "person"
    assert isinstance(driver.app.screen, HandOverScreen)
    pass_time(driver, 5)
    assert session.waiting == (1,)


def test_after_time_is_up_the_next_team_is_asked_for_first(deciding):
    driver = deciding("northland=human", "southland=human")
    countdown(driver).left = 0.5
    driver.step(1.0)
    driver.step(2.0)
    driver.press("return")
    assert isinstance(driver.app.screen, HandOverScreen)


def test_leaving_a_game_and_coming_back_does_not_fill_it_up(deciding, tmp_path):
    driver = deciding()
    pass_time(driver, 60)
    driver.press("escape")
    driver.click("pause:leave")
    driver.step(0)
    driver.close()
    saves = Saves(tmp_path / "saves")
    kept = KeptGame.resumed(saves.newest(), saves)
    back = deciding(kept=kept, session=kept.session)
    assert countdown(back).left == pytest.approx(60, abs=3)


def test_a_killed_process_gives_back_a_quarter_of_a_minute_at_the_most(deciding, tmp_path):
    driver = deciding()
    for passed in range(1, 100):
        pass_time(driver, 1)
        left = Saves(tmp_path / "saves").read(Saves(tmp_path / "saves").newest()).time_left
        assert passed < 15 or 120 - passed <= left <= 120 - passed + 15


def test_the_time_that_is_left_pushes_no_older_generation_out(deciding, tmp_path):
    driver = deciding()
    before = sorted((tmp_path / "saves" / "auto").iterdir())
    pass_time(driver, 100)
    driver.press("escape")
    assert sorted((tmp_path / "saves" / "auto").iterdir()) == before


def to_the_console(driver):
    driver.press("escape")
    driver.step(0)
    driver.press("f")
    driver.step(0)


def test_a_facilitator_gives_five_more_minutes_and_they_are_logged(deciding, play):
    session = play("northland=human")
    driver = deciding(session=session)
    left, clock = countdown(driver).left, countdown(driver)
    to_the_console(driver)
    driver.press("m")
    assert "“Gave more time: 5 more minutes for Northland”" in driver.words()
    driver.press("return")
    assert clock.left == pytest.approx(left + 300, abs=1)
    assert [(act.kind, act.text) for act in session.pending_acts] == [
        ("extend", "5 more minutes for Northland")
    ]
    driver.press("escape", "escape")
    driver.step(1.0)
    assert any(text.startswith("6:") for text in driver.words())


def test_without_a_clock_the_console_says_why_it_gives_no_time(deciding):
    driver = deciding(settings=Settings())
    to_the_console(driver)
    assert "No decision has a clock" in driver.find("act:extend").refusal


def test_switched_off_it_stops_at_once_and_on_again_it_goes_on(deciding):
    driver = deciding()
    pass_time(driver, 20)
    left = countdown(driver).left
    driver.app.change(Settings())
    pass_time(driver, 20)
    assert "clock" not in driver.app.view.widgets
    driver.app.change(Settings(minutes=12))
    driver.step(0)
    assert countdown(driver).left == left


def test_one_soft_sound_is_heard_at_half_a_minute_and_none_without_sounds(deciding, monkeypatch):
    heard = []
    monkeypatch.setattr("game.ui.kit.sound.Sounds.play", lambda _, name: heard.append(name))
    driver = deciding()
    pass_time(driver, 125)
    assert heard == []
    driver = deciding(settings=Settings(minutes=2, sound=True))
    heard.clear()
    pass_time(driver, 125)
    assert heard == [CUE]


def test_every_decision_of_every_stage_has_a_clock_of_its_own(play, led, monkeypatch):
    session = play("northland=human", "southland=human", "lakeland=human", seed=2)
    begun, seen = Countdown.of, []

    def noted(minutes, stage):
        seen.append(stage)
        return begun(minutes, stage)

    monkeypatch.setattr(Countdown, "of", noted)
    played(led(session, settings=Settings(minutes=12)), by_mouse)
    assert len(seen) == sum(len(entry.choices) for entry in session.entries)
    assert len(set(seen)) > 1


def test_a_whole_game_in_which_nobody_decides_in_time_comes_to_its_end(play, led):
    session = play("northland=human", "southland=human", "lakeland=human", seed=2)
    driver = led(session, settings=TWO)

    def too_late(driver, screen):
        if isinstance(screen, Planning | Reply):
            screen.clock.countdown.left = 0.5
            driver.step(1.0)
        else:
            by_mouse(driver, screen)

    played(driver, too_late)
    assert session.over
    assert {each.by for entry in session.entries for each in entry.choices} == {"clock"}
