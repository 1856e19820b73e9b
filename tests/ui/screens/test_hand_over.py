"""The hand-over shows whose turn it is and nothing else, on an opaque ground."""

import pygame

from game.ui.screens.hand_over import GUARD_SECONDS, HandOverScreen


def test_it_fits_every_size(shown):
    shown(HandOverScreen("United States", "us", *[lambda: None] * 3))


def test_it_covers_every_pixel_of_what_was_shown_before(drive):
    driver = drive(HandOverScreen("Northland", "", *[lambda: None] * 3))
    driver.app.window.surface.fill((255, 0, 255))
    driver.app.refresh()
    driver.step()
    assert not (pygame.surfarray.array3d(driver.app.window.surface) == (255, 0, 255)).all(axis=2).any()


def test_it_says_whose_turn_it_is_and_nothing_else(drive):
    words = drive(HandOverScreen("Northland", "", *[lambda: None] * 3)).words()
    assert words[:2] == ["Northland", "Only whoever plays Northland should look now."]
    assert words[2:] == ["Ready", "What everybody knows", "Pause"]


def test_the_second_half_of_a_double_click_does_not_open_the_next_view(drive):
    called = []
    driver = drive(HandOverScreen("Northland", "", lambda: called.append("on"), *[lambda: None] * 2))
    driver.click("ready")
    assert called == []
    driver.step(GUARD_SECONDS)
    driver.click("ready")
    assert called == ["on"]


def test_enter_goes_on_after_a_moment(drive):
    called = []
    driver = drive(HandOverScreen("Northland", "", lambda: called.append("on"), *[lambda: None] * 2))
    driver.step(GUARD_SECONDS)
    driver.press("return")
    assert called == ["on"]
