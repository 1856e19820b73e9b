"""Advisers on the planning screen, and the computer players that are told to move now."""

from game.ui.play.planning import Planning
from game.ui.play.thinking import Thinking

_LONG = 30.0
_STEPS = 400


def planning(led, session, size=(1280, 720)):
    driver = led(session, size)
    while not isinstance(driver.app.screen, Planning):
        driver.press("return")
        driver.step()
    return driver


def heard(driver):
    driver.press("a")
    for _ in range(_STEPS):
        if driver.app.screen.hearing.heard:
            break
        driver.step(_LONG)
    driver.step()
    return driver.app.screen.hearing.heard


def test_the_advisers_say_what_each_doctrine_would_do_and_why(play, led):
    driver = planning(led, play("northland=human"))
    advice = heard(driver)
    assert advice
    words = " ".join(driver.words())
    for counsel in advice:
        assert counsel.doctrine in words
        assert counsel.prospects in words
    assert driver.overflowing() == []


def test_the_list_of_orders_comes_back(play, led):
    driver = planning(led, play("northland=human"))
    heard(driver)
    driver.press("a")
    driver.step()
    assert "advice" not in driver.app.view.widgets


def test_who_still_thinks_may_be_told_to_move_now(drive, theatre):
    called = []

    def steps():
        while True:
            yield

    screen = Thinking(
        "The other governments decide", theatre, (), steps(), lambda: None, lambda: called.append("now")
    )
    screen.animate = lambda dt: False
    driver = drive(screen)
    driver.press("m")
    assert called == ["now"]
