"""The forecast on the planning screen: of the turn first, and to the end of the game soon after."""

from dataclasses import replace

import pytest

from game.players.forecast import Leakers, Odds, Quantity
from game.players.slices import Slices, finished
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


@pytest.mark.parametrize(
    ("odds", "shown"),
    [
        (Odds(45.2, 0.0, 100.0), "45 % (0 to 100)"),
        (Odds(99.8, 99.6, 100.0), "100 %"),
        (Odds(0.2, 0.0, 1.0), "under 1 %"),
        (Odds(0.4, 0.0, 10.0), "under 1 % (0 to 10)"),
    ],
)
def test_a_chance_is_a_number_before_its_range_over_what_rivals_may_be_like(play, odds, shown):
    session = play()
    forecast = finished(Foresight(session).working(NORTHLAND, session.draft(NORTHLAND).keys()))
    told = outlook(
        session.wording, NORTHLAND, replace(forecast, windows={1: odds}, struck_back={}, control={})
    )
    assert [each.shown for each in told.chances] == [shown]
    assert told.chances[0].value == odds.percent


def test_no_more_munitions_than_were_launched_are_said_to_get_through(play):
    session = play()
    forecast = finished(Foresight(session).working(NORTHLAND, session.draft(NORTHLAND).keys()))
    launched, through = Quantity(20, 20, 20, 20), Quantity(15, 15, 7, 20)
    leakers = Leakers(launched, through, tuple(range(0, 21, 2)), (1,) * 11)
    told = outlook(session.wording, NORTHLAND, replace(forecast, leakers=leakers))
    assert told.through.labels == ("0", "likely 15 of 20", "20")


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
