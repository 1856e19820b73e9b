"""The loop: screens on a stack, work in slices, settings, and a window only where there is a display."""

import subprocess
import sys

import pygame
import pytest

from game.ui.kit import Button, Label, Progress, Quit, Resize, Settings
from game.ui.kit import window as window_module
from game.ui.kit.window import NoDisplay
from tests.ui.kit.screens import Shown


def named(name):
    return Shown(lambda _: [Label(name), Button("x", id="x")])


def test_screens_change_at_the_end_of_the_frame(drive):
    driver = drive(named("first"))
    driver.app.push(named("second"))
    assert "first" in driver.words()
    driver.step()
    assert "second" in driver.words()
    driver.app.pop()
    driver.step()
    assert "first" in driver.words()


def test_a_screen_that_leaves_is_told(drive):
    screen, left = named("first"), []
    screen.closing = lambda: left.append("first")
    driver = drive(screen)
    driver.app.replace(named("second"))
    driver.step()
    assert left == ["first"]
    assert "second" in driver.words()


def test_the_window_closes_after_the_last_screen(drive):
    driver = drive(named("only"))
    driver.app.pop()
    driver.step()
    assert not driver.app.running


def test_closing_the_window_is_heard_and_done(drive):
    driver = drive(named("only"))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.step()
    assert driver.heard == [Quit()]
    assert not driver.app.running


def test_focus_is_remembered_for_each_screen(drive):
    driver = drive(named("first"))
    driver.press("tab")
    driver.app.push(named("second"))
    driver.step()
    assert driver.app.view.memory.focus == ""
    driver.app.pop()
    driver.step()
    assert driver.app.view.memory.focus == "x"


def test_nothing_is_drawn_while_nothing_changes(drive, monkeypatch):
    driver = drive(named("still"))
    driver.step()
    shown = []
    monkeypatch.setattr(driver.app.window, "show", lambda: shown.append(1))
    for _ in range(5):
        driver.step()
    assert shown == []
    driver.press("tab")
    assert shown == [1]


def test_a_caption_stands_below_every_screen_until_it_is_taken_away(drive):
    driver = drive(named("first"), (1024, 600))
    driver.app.caption = "No record."
    driver.step()
    assert {"first", "No record."} <= set(driver.words())
    driver.app.push(named("second"))
    driver.step()
    assert {"second", "No record."} <= set(driver.words())
    assert driver.overflowing() == []
    driver.app.caption = ""
    driver.step()
    assert "No record." not in driver.words()


def test_work_runs_in_slices_and_hands_over_its_result(drive):
    def steps():
        for done in range(5):
            yield Progress(done / 5, "counting")
        return 42

    driver, results = drive(named("busy")), []
    work = driver.app.run_work(steps(), results.append)
    while not work.done:
        driver.step()
    assert results == [42]
    assert work.progress == Progress(1.0, "counting")


def test_cancelled_work_hands_over_nothing(drive):
    def steps():
        while True:
            yield Progress(0.5)

    driver, results = drive(named("busy")), []
    work = driver.app.run_work(steps(), results.append)
    driver.step()
    work.cancel()
    assert not driver.step()
    assert work.done
    assert results == []


def test_keys_change_the_scale_and_the_change_is_told(drive):
    driver, told = drive(named("any")), []
    driver.app._changed = told.append
    driver.press("ctrl+-", "ctrl+0")
    assert [settings.scale for settings in told] == [0.85, None]
    assert driver.app.look.scale == 1.0


def test_without_a_scale_of_its_own_the_interface_follows_the_window(drive):
    driver = drive(named("any"), (1280, 720))
    assert driver.app.look.scale == 1.0
    driver.resize((1920, 1080))
    assert driver.app.look.scale == 1.3
    driver.app.change(Settings(projector=True))
    assert driver.app.look.scale == 1.5


def test_a_scale_too_large_for_the_window_is_limited_and_said(drive):
    driver = drive(named("any"), (1280, 720), Settings(scale=2.0))
    assert driver.app.look.scale == pytest.approx(4 / 3)
    assert "133 %" in driver.app._notice


def test_a_resized_window_is_laid_out_anew(drive):
    driver = drive(named("any"))
    driver.resize((1600, 900))
    assert Resize((1600, 900)) in driver.heard
    assert driver.app.view.size == (1600, 900)


@pytest.mark.parametrize("size", [(300, 300), (1, 1)])
def test_a_tiny_window_does_no_harm(drive, size):
    driver = drive(named("any"))
    driver.resize(size)
    driver.press("tab")
    assert driver.app.window.too_small


def test_pictures_of_the_window_never_replace_each_other(drive, tmp_path):
    driver = drive(named("any"))
    first, second = driver.app.save_picture(tmp_path), driver.app.save_picture(tmp_path)
    assert first != second
    assert pygame.image.load(second).get_size() == (1280, 720)


def test_a_picture_that_cannot_be_written_is_told_and_the_window_goes_on(drive, tmp_path, monkeypatch):
    (tmp_path / "pictures").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr("game.ui.app.platformdirs.user_pictures_dir", lambda: str(tmp_path / "pictures"))
    driver = drive(named("any"))
    driver.press("f12")
    assert driver.app._notice == "The picture could not be saved: Not a directory."
    assert driver.app.running


def test_without_a_display_one_line_names_the_way_out(monkeypatch):
    monkeypatch.setattr(window_module.pygame.display, "get_driver", lambda: "offscreen")
    monkeypatch.delenv("SDL_VIDEODRIVER")
    monkeypatch.setattr(window_module.pygame.display, "init", lambda: None)
    monkeypatch.setattr(window_module.pygame.display, "quit", lambda: None)
    with pytest.raises(NoDisplay, match="--text") as raised:
        window_module.open_display()
    assert "\n" not in str(raised.value)


def test_the_kit_does_not_load_the_rules():
    code = "import sys, game.ui.kit; assert not [m for m in sys.modules if m.startswith('game.rules')]"
    subprocess.run([sys.executable, "-c", code], check=True)
