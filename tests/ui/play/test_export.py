"""The debrief's button that writes it to files, pressed as a person would."""

import pytest

from game.players.slices import finished
from game.session.what_if import WhatIf
from game.ui.kit import Work
from game.ui.play.flow import Flow
from game.ui.play.pause import Notice
from game.ui.screens.debrief import DebriefScreen
from tests.session.people import play_out


@pytest.fixture
def reports(tmp_path, monkeypatch):
    monkeypatch.setenv("CALIBRATED_HOME", str(tmp_path))
    return tmp_path / "reports"


@pytest.fixture
def debriefed(play, led, monkeypatch):
    """The debrief of a finished game in a window."""
    monkeypatch.setattr(Flow, "_resolution", Flow._ending)
    session = play_out(play("northland=human", seed=2))
    driver = led(session)
    driver.step()
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, DebriefScreen)
    return driver, session


def until_told(driver):
    """Steps until something is said about the files."""
    while not isinstance(driver.app.screen, Notice):
        driver.step()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_the_button_writes_page_table_and_game_and_says_where(debriefed, reports, way):
    driver, _ = debriefed
    driver.click("export") if way == "mouse" else driver.press("e")
    until_told(driver)
    written = sorted(reports.iterdir())
    assert [file.suffix for file in written] == [".csv", ".html", ".json"]
    assert isinstance(driver.app.screen, Notice)
    assert all(str(file) in " ".join(driver.words()) for file in written)
    assert driver.overflowing() == []
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, DebriefScreen)


def test_what_cannot_be_written_is_told_and_the_debrief_goes_on(debriefed, reports):
    driver, _ = debriefed
    reports.write_text("in the way", encoding="utf-8")
    driver.click("export")
    until_told(driver)
    assert driver.words()[0] == "The debrief could not be written"
    assert str(reports) in driver.words()[1]
    driver.press("return")
    driver.step()
    assert isinstance(driver.app.screen, DebriefScreen)


def test_every_what_if_that_was_asked_is_written_too(debriefed, reports, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    driver, session = debriefed
    part, what_if = driver.app.screen._changing, WhatIf(session)
    part.taken = what_if.taken[0]
    for other in what_if.others(part.taken)[:2]:
        part.other = other
        part._show(finished(what_if.working(part.taken, other.option)))
    driver.click("export")
    until_told(driver)
    table = next(reports.glob("*.csv")).read_text(encoding="utf-8")
    for other in what_if.others(part.taken)[:2]:
        assert f"{other.words}, in place of: " in table


def test_how_much_was_luck_is_written_without_having_been_asked_for(debriefed, reports):
    driver, _ = debriefed
    driver.click("export")
    driver.step()
    assert driver.app.screen.tab == "luck"
    until_told(driver)
    assert "throw of the dice" in next(reports.glob("*.csv")).read_text(encoding="utf-8")


def test_an_export_that_is_given_up_while_luck_is_worked_out_writes_nothing(debriefed, reports, monkeypatch):
    driver, _ = debriefed
    monkeypatch.setattr(driver.app, "run_work", Work)
    driver.click("export")
    driver.step()
    driver.click("luck:stop")
    driver.step()
    assert isinstance(driver.app.screen, DebriefScreen)
    assert not reports.exists()
