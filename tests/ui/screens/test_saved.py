"""Saved games: every game and every save under a name can be opened again in the window."""

import pytest

from game.session.kept import KeptGame
from game.session.save import Saves
from game.ui.screens.saved import SavedScreen


@pytest.fixture
def saves(tmp_path):
    return Saves.of_user(tmp_path)


def listing(saves, opened=None):
    opened = [] if opened is None else opened
    return SavedScreen(saves, opened.append, lambda: opened.append("back"))


def read(driver):
    for _ in range(20):
        driver.step()
    return driver


def test_it_fits_every_size(shown, saves, opening, game):
    KeptGame.begun(opening, saves).save_as("Class 10b on Tuesday before the break in the big room")
    KeptGame.begun(game, saves)
    driver = read(shown(listing(saves)))
    assert driver.overflowing() == []


def test_a_save_under_a_name_is_listed_with_its_name_and_opens(drive, saves, opening):
    path = KeptGame.begun(opening, saves).save_as("class 10b")
    opened = []
    driver = read(drive(listing(saves, opened)))
    assert "class 10b: The border" in driver.words()
    driver.click(f"saved:{path}")
    assert opened == [path]


def test_each_game_is_listed_once_however_often_it_was_saved(drive, saves, opening):
    kept = KeptGame.begun(opening, saves)
    kept.save()
    driver = read(drive(listing(saves)))
    assert driver.words().count("The border") == 1


def test_a_finished_game_says_that_it_is_over(drive, saves, game):
    KeptGame.begun(game, saves)
    assert "over, as Northland" in read(drive(listing(saves))).words()


def test_a_damaged_save_is_named_and_cannot_be_chosen(drive, saves, opening):
    path = KeptGame.begun(opening, saves).save_as("class 10b")
    path.write_text("{", encoding="utf-8")
    driver = read(drive(listing(saves)))
    assert any("class 10b.json is damaged" in text for text in driver.words())
    assert f"saved:{path}" not in driver.app.view.widgets


def test_of_a_damaged_autosave_the_last_good_one_is_offered(drive, saves, opening):
    kept = KeptGame.begun(opening, saves)
    good = saves.newest()
    kept.save()
    saves.newest().write_text("{", encoding="utf-8")
    driver = read(drive(listing(saves)))
    assert f"saved:{good}" in driver.app.view.widgets


def test_a_link_that_leads_nowhere_is_named_and_the_list_goes_on(drive, saves, opening):
    path = KeptGame.begun(opening, saves).save_as("whole")
    path.with_name("lost.json").symlink_to("nowhere.json")
    driver = read(drive(listing(saves)))
    assert "lost.json cannot be read: No such file or directory." in driver.words()
    assert f"saved:{path}" in driver.app.view.widgets


def test_escape_leads_back(drive, saves):
    opened = []
    driver = read(drive(listing(saves, opened)))
    assert "No game is saved yet." in driver.words()
    driver.press("escape")
    assert opened == ["back"]
