"""Sound is off until it is switched on; then controls answer, and a missing device is said once."""

import pygame
import pytest

from game.assets import MissingAsset
from game.ui.kit import Button, Choose, Click, Column, Hover, Key, Refused, Settings
from game.ui.kit.sound import Sounds, name_of
from tests.ui.kit.screens import Shown


@pytest.fixture
def played(monkeypatch):
    names = []
    monkeypatch.setattr(Sounds, "_sound", lambda _, name: Silent(name, names))
    return names


class Silent:
    """Writes down that it was played."""

    def __init__(self, name, names):
        self.name, self.names = name, names

    def play(self):
        self.names.append(self.name)


def buttons(_):
    return Column()[Button("Go", id="go"), Button("No", id="no", disabled="Not now.")]


def test_nothing_is_played_until_sound_is_switched_on(drive, played):
    drive(Shown(buttons)).click("go")
    assert played == []


def test_controls_answer_and_what_cannot_be_done_answers_lower(drive, played):
    driver = drive(Shown(buttons), settings=Settings(sound=True))
    driver.click("go")
    driver.click("no")
    assert played == ["ui_click", "ui_deny"]


@pytest.mark.parametrize("what", [pygame.error("no device"), MissingAsset("no device")])
def test_without_a_device_or_a_file_it_is_said_and_the_window_goes_on(drive, monkeypatch, what):
    def missing(*_):
        raise what

    monkeypatch.setattr(Sounds, "_sound", missing)
    driver = drive(Shown(buttons), settings=Settings(sound=True))
    driver.click("go")
    assert "no device" in driver.app._notice


def test_only_what_was_activated_is_heard():
    assert name_of(Click("a")) == name_of(Choose("a", "b")) == "ui_click"
    assert name_of(Refused("a", "why")) == "ui_deny"
    assert name_of(Hover("a")) == name_of(Key("a")) == ""


def test_the_sounds_that_ship_can_be_played():
    sounds = Sounds()
    sounds.play(name_of(Click("a")))
    pygame.mixer.quit()
    assert sounds.trouble == ""
