"""What everybody knows, between two people at one machine: to be shown to a whole class, so without any secret."""

from dataclasses import replace

import pytest

from game.rules.sight import Sight
from game.ui.kit import Label, Settings
from game.ui.kit.widget import walk
from game.ui.map.fronts import FrontMark
from game.ui.play.positions import public_position
from game.ui.play.public import PublicView
from game.ui.screens.hand_over import GUARD_SECONDS, HandOverScreen
from tests.ui.play.conftest import commit, work

SIZES = {"small": ((1024, 600), 1.0), "usual": ((1280, 720), 1.0), "doubled": ((1920, 1080), 2.0)}


@pytest.fixture
def second_turn(play):
    """A game of two people in turn 2; Southland struck covertly, Northland openly."""
    session = play("northland=human", "southland=human")
    commit(session, 0, "strike/southland")
    commit(session, 1)
    work(session)
    while session.turn == 1:
        commit(session, session.waiting[0])
        work(session)
    return session


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_every_size(second_turn, drive, theatre, size):
    window, scale = SIZES[size]
    position = replace(public_position(second_turn), lines=("Red line of Northland: nothing, stake 1.",))
    screen = PublicView(position, theatre, lambda: None)
    driver = drive(screen, window, Settings(scale=scale, reduced_motion=True))
    assert driver.overflowing() == []
    assert driver.missing_letters() == ""
    heads = [
        each for each in walk(driver.app.view.root) if isinstance(each, Label) and each.role == "heading"
    ]
    assert [each.text for each in heads if each.widths(driver.app.look).natural > each.rect.width + 1] == []


def test_it_is_opened_from_the_hand_over_and_goes_back_to_it(second_turn, led):
    driver = led(second_turn)
    for _ in range(20):
        if isinstance(driver.app.screen, HandOverScreen):
            break
        driver.press("return")
        driver.step(5.0)
    driver.step(GUARD_SECONDS)
    driver.press("p")
    driver.step()
    assert isinstance(driver.app.screen, PublicView)
    assert {"Turn 1", "Toll", "What everybody knows"} <= set(driver.words())
    for key in ("return", "p", "escape"):
        driver.press(key)
        driver.step()
    assert isinstance(driver.app.screen, HandOverScreen)


def test_it_says_the_same_whoever_looks_and_whatever_is_hidden(second_turn, monkeypatch):
    session, seen = second_turn, type(second_turn).view
    first = public_position(session)
    monkeypatch.setattr(type(session), "view", lambda self, _: seen(self, 1))
    assert public_position(session) == first
    hidden = (session.rules.sight != Sight.EXACT).any(axis=0)
    session._state.block[hidden] = 7
    assert public_position(session) == first


def test_what_was_committed_at_this_stage_changes_nothing_on_it(second_turn):
    before = public_position(second_turn)
    commit(second_turn, second_turn.waiting[0], "strike/")
    assert public_position(second_turn) == before


def test_it_tells_what_the_public_was_told_and_nothing_that_a_seat_was(second_turn):
    told = {line for _, lines in public_position(second_turn).headlines for line in lines}
    reports = [report for report in second_turn.reports if report.turn == 1]
    assert told == {line for report in reports for line in report.headlines_for(None)}
    assert told


def test_at_the_beginning_there_is_no_news(play, drive, theatre):
    driver = drive(
        PublicView(public_position(play("northland=human", "southland=human")), theatre, lambda: None)
    )
    assert not [word for word in driver.words() if word.startswith("Turn 0")]
    assert isinstance(public_position(play()).marks[0], FrontMark)
