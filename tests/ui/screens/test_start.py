"""The start screen: the content note before any game, and a way into everything."""

import pytest

from game.session.kept import KeptGame
from game.session.kinds import STATEMENT
from game.session.save import Saves
from game.ui.map.style import DISCLAIMER
from game.ui.screens.start import StartModel, StartScreen, Unfinished
from game.ui.screens.unfinished import unfinished
from game.ui.screens.words import CONTENT_NOTE

UNFINISHED = Unfinished("The border", "turn 2 of about 4, 6 to 10 March 2030, as Northland")


def start(model=None, called=None):
    called = [] if called is None else called
    ways = ("new", "learn", "saved", "settings", "credits", "quit", "continue")
    return StartScreen(
        model or StartModel(), **{f"on_{way}": lambda way=way: called.append(way) for way in ways}
    )


def test_it_fits_every_size(shown):
    shown(start(StartModel(UNFINISHED, saved=True)))


def test_statement_note_disclaimer_and_the_date_where_facts_stop_are_there_before_any_game(drive):
    words = drive(start()).words()
    assert STATEMENT in words
    assert CONTENT_NOTE in words
    assert DISCLAIMER in words
    assert any("Facts stop at" in text for text in words)


@pytest.mark.parametrize("way", ["continue", "new", "learn", "saved", "settings", "credits", "quit"])
def test_every_way_is_open_to_the_mouse(drive, way):
    called = []
    drive(start(StartModel(UNFINISHED, saved=True), called)).click(way)
    assert called == [way]


@pytest.mark.parametrize(
    ("key", "way"),
    [
        ("return", "continue"),
        ("n", "new"),
        ("l", "learn"),
        ("g", "saved"),
        ("s", "settings"),
        ("c", "credits"),
        ("q", "quit"),
    ],
)
def test_every_way_is_open_to_the_keyboard(drive, key, way):
    called = []
    drive(start(StartModel(UNFINISHED, saved=True), called)).press(key)
    assert called == [way]


def test_without_a_game_to_continue_enter_begins_a_new_one(drive):
    called = []
    drive(start(called=called)).press("return")
    assert called == ["new"]


def test_what_can_be_continued_is_said(drive):
    words = " ".join(drive(start(StartModel(UNFINISHED))).words())
    assert "The border" in words
    assert "turn 2 of about 4" in words


def test_a_damaged_save_is_named_and_the_one_before_offered(drive):
    damaged = Unfinished(
        "The border", "turn 1", damage="border.3.json is damaged: line 4. The save before it opens."
    )
    driver = drive(start(StartModel(damaged)))
    assert "border.3.json is damaged" in " ".join(driver.words())
    assert driver.find("continue")


def test_a_save_that_cannot_be_opened_at_all_is_named(drive):
    driver = drive(start(StartModel(trouble="border.3.json is damaged: line 4.")))
    assert "border.3.json is damaged: line 4." in driver.words()
    assert "continue" not in driver.app.view.widgets


def test_a_saved_game_is_named_by_scenario_turn_days_and_seats(opening, tmp_path):
    kept = KeptGame.begun(opening, Saves.of_user(tmp_path))
    told = unfinished(kept.file())
    assert told.scenario == "The border"
    assert told.stands == "turn 1, 1 to 5 March 2030, as Northland"


def test_a_finished_game_is_not_called_a_turn_to_be_played(drive, game, tmp_path):
    kept = KeptGame.begun(game, Saves.of_user(tmp_path))
    told = unfinished(kept.file())
    assert told.stands == "over, as Northland"
    assert "See how it ended" in drive(start(StartModel(told))).words()


def test_saved_games_are_not_offered_before_there_is_one(drive):
    assert "saved" not in drive(start()).app.view.widgets
