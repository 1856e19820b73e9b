"""The forecast on the planning screen: of the turn first, and to the end of the game soon after."""

from dataclasses import replace

import pytest

from game.players.slices import Slices
from game.session.foresight import Foresight
from game.ui.kit import Progress
from game.ui.play.outlook import outlook, to_the_end
from game.ui.play.planning import Planning
from game.ui.play.positions import position
from tests.ui.play.conftest import NORTHLAND

SALVO = "order:FORCE:announced_salvo"


@pytest.fixture
def planning(play, wire, drive):
    """Planning of a seat with a forecast."""
    session = play()
    foresight = Foresight(session)

    def sliced(working, shown):
        slices = Slices(working)
        for _ in slices:
            yield Progress(0.5)
        return shown(slices.found)

    wiring = replace(
        wire(session, NORTHLAND, []),
        foresee=lambda keys: sliced(
            foresight.working(NORTHLAND, keys), lambda found: outlook(session.wording, NORTHLAND, found)
        ),
        look_on=lambda keys: sliced(foresight.looking_on(NORTHLAND, keys), to_the_end),
    )
    return drive(Planning(position(session, NORTHLAND), wiring), (1280, 720))


def settled(driver):
    """Lets all work of the screen come to its end."""
    for _ in range(400):
        if not driver.step(30.0):
            return driver
    raise AssertionError("the forecast did not come to its end")


def test_the_forecast_of_the_turn_is_shown_before_it_is_looked_on_to_the_end(planning):
    screen = planning.app.screen
    while screen.forecast is None:
        planning.step(0.01)
    assert screen.forecast.end == ()
    settled(planning)
    score = next(each for each in screen.forecast.end if each.id == "end:score")
    low, high = score.band
    assert low <= score.value <= high


def test_another_draft_is_forecast_anew_to_the_end(planning):
    screen = settled(planning).app.screen
    before = screen.forecast
    planning.click(SALVO)
    assert settled(planning).app.screen.forecast != before
    assert screen.forecast.end


def test_the_whole_forecast_has_room(planning):
    settled(planning).press("o")
    assert planning.overflowing() == []
    assert planning.find("outlook:end:score")
