"""Seats and briefing: the ways into a game, by mouse and by keyboard."""

import pytest

from game.ui.kit import Settings
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.seats import SeatsScreen
from tests.ui.screens.models import BRIEFING, SEATS

# --- seats -----------------------------------------------------------------------------------------------


def seats(called):
    return SeatsScreen(
        SEATS, lambda players, seed: called.append((players, seed)), lambda: called.append("back")
    )


def test_seats_fit_every_size(shown):
    shown(seats([]))


def test_enter_starts_with_the_seats_that_the_scenario_suggests(drive):
    called = []
    drive(seats(called)).press("return")
    assert called == [({"north": "", "south": "easy:even", "lake": "easy:calm"}, None)]


def test_the_time_for_a_decision_is_told_as_the_settings_have_it(drive):
    assert any("There is no time limit." in text for text in drive(seats([])).words())
    hurried = drive(seats([]), settings=Settings(minutes=3)).words()
    assert any("Each decision has 3 minutes" in text for text in hurried)
    assert not any("no time limit" in text for text in hurried)


def test_a_seat_changes_hands_by_a_click(drive):
    called = []
    driver = drive(seats(called))
    driver.click("seat:south:person")
    driver.click("seat:north:calm")
    driver.click("start")
    assert called == [({"north": "easy:calm", "south": "", "lake": "easy:calm"}, None)]


def test_each_computer_player_has_a_level_of_its_own(drive):
    called = []
    driver = drive(seats(called))
    driver.click("level:lake:hard")
    assert SEATS.levels[1].text in driver.words()
    driver.click("start")
    assert called == [({"north": "", "south": "easy:even", "lake": "hard:calm"}, None)]


def test_a_contested_mechanism_is_switched_by_its_box_and_back(drive):
    screen = seats([])
    driver = drive(screen)
    driver.press("end")
    driver.click("mechanism:memory")
    driver.click("mechanism:fall")
    assert screen.switched == {"memory", "fall"}
    assert (driver.find("mechanism:memory").on, driver.find("mechanism:fall").on) == (False, True)
    driver.click("mechanism:fall")
    assert screen.switched == {"memory"}


def test_a_person_has_no_level(drive):
    driver = drive(seats([]))
    driver.find("level:south:hard")
    with pytest.raises(LookupError):
        driver.find("level:north:hard")


def test_a_doctrine_is_explained_in_a_sentence(drive):
    driver = drive(seats([]))
    assert DOCTRINE_TEXT in driver.words()


DOCTRINE_TEXT = SEATS.powers[1].doctrines[1].text


def test_a_game_that_nobody_plays_is_not_started(drive):
    called = []
    driver = drive(seats(called))
    driver.click("seat:north:calm")
    driver.click("start")
    assert called == []
    assert "person" in driver.explanation().text


@pytest.mark.parametrize(("typed", "seed"), [("7", 7), ("  42 ", 42), ("", None)])
def test_a_seed_is_a_whole_number_or_nothing(drive, typed, seed):
    called = []
    driver = drive(seats(called))
    driver.click("seed")
    driver.type(typed)
    driver.click("start")
    assert called[0][1] == seed


@pytest.mark.parametrize("typed", ["seven", "-1", "1.5", "٣"])
def test_a_seed_that_is_no_number_is_refused_with_a_reason(drive, typed):
    called = []
    driver = drive(seats(called))
    driver.click("seed")
    driver.type(typed)
    driver.click("start")
    assert called == []
    assert "whole number" in driver.explanation().text


def test_people_who_share_the_screen_are_told_of_the_hand_over(drive):
    driver = drive(seats([]))
    driver.click("seat:south:person")
    assert any("Northland and Southland share this screen" in text for text in driver.words())


# --- briefing --------------------------------------------------------------------------------------------


def test_the_briefing_fits_every_size(shown):
    shown(BriefingScreen(BRIEFING, lambda: None))


def test_the_briefing_marks_the_secret_mandate(drive):
    words = drive(BriefingScreen(BRIEFING, lambda: None)).words()
    assert words.count("secret") == 1
    assert words.count("public") == 2


def test_enter_begins(drive):
    called = []
    drive(BriefingScreen(BRIEFING, lambda: called.append("begin"))).press("return")
    assert called == ["begin"]
