"""Small pictures of scenarios: of the size asked for, drawn once, telling real and invented names apart."""

import pygame

from game.ui.map import style
from game.ui.map.thumbnail import thumbnail_steps
from game.ui.map.whereabouts import whereabouts
from tests.loading import load_scenario


def thumbnail(scenario, size):
    *_, picture = thumbnail_steps(scenario, size)
    return picture


def test_a_thumbnail_has_its_size_and_is_held():
    scenario = load_scenario("straits_of_marrow").scenario
    picture = thumbnail(scenario, (240, 150))
    assert picture.get_size() == (240, 150)
    assert thumbnail(scenario, (240, 150)) is picture
    assert list(thumbnail_steps(scenario, (240, 150))) == [picture]


def test_each_front_is_marked_in_the_colour_of_its_rung():
    scenario = load_scenario("straits_of_marrow").scenario
    picture = thumbnail(scenario, (320, 200))
    shown = {tuple(picture.get_at((x, y))[:3]) for x in range(320) for y in range(200)}
    assert {style.RUNGS[front.rung] for front in scenario.fronts.values()} <= shown
    assert whereabouts(scenario).fronts


def test_invented_names_get_a_picture_of_their_own():
    plain, told = (load_scenario("consulate", skin=skin).scenario for skin in (None, "fictional"))
    one, other = thumbnail(plain, (160, 100)), thumbnail(told, (160, 100))
    assert pygame.image.tobytes(one, "RGB") != pygame.image.tobytes(other, "RGB")
