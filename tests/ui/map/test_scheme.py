"""Schemes: everybody has a spot, nobody stands on another, chips and names find room, and areas can be picked."""

import itertools
import math
from pathlib import Path

import pygame
import pytest

from game.ui.map.arrangement import FRAME, RADII
from game.ui.map.atlas import atlas_of
from game.ui.map.fronts import FrontMark
from game.ui.map.map_view import MapView
from game.ui.map.whereabouts import areas_of, whereabouts
from tests.loading import load_scenario

BORDER = Path(__file__).parents[2] / "fixtures" / "border.yaml"
SCHEMES = {
    "border": lambda: load_scenario(BORDER),
    "straits": lambda: load_scenario("straits_of_marrow"),
    "skin": lambda: load_scenario("consulate", skin="fictional"),
}


@pytest.fixture(scope="module", params=SCHEMES)
def scenario(request):
    return SCHEMES[request.param]().scenario


def spots(scenario):
    where = whereabouts(scenario)
    return [(kind, name, spot) for kind in RADII for name, spot in getattr(where, kind).items()]


def test_everybody_has_a_spot_inside_the_frame_in_the_order_of_the_file(scenario):
    where = whereabouts(scenario)
    left, top, right, bottom = FRAME
    for kind in RADII:
        assert list(getattr(where, kind)) == list(getattr(scenario, kind))
    assert list(where.actors) == [*scenario.powers, *scenario.partners]
    assert all(left <= x <= right and top <= y <= bottom for _, _, (x, y) in spots(scenario))


def test_nobody_stands_on_another(scenario):
    drawn = [each for each in spots(scenario) if each[0] != "fronts"]
    for (kind, name, here), (other_kind, other, there) in itertools.combinations(drawn, 2):
        assert math.dist(here, there) > RADII[kind] + RADII[other_kind], (name, other)


def test_a_scheme_is_the_same_each_time(scenario):
    assert whereabouts(scenario) == whereabouts(scenario)


@pytest.mark.parametrize("size", [(580, 450), (908, 612), (1500, 930)])
def test_chips_stay_inside_and_apart_and_leave_the_powers_names_free(scenario, size):
    view, where = MapView(atlas_of(scenario), size), whereabouts(scenario)
    marks = [
        FrontMark(name, front.short, front.icon, *where.fronts[name], front.rung, "line-crossing")
        for name, front in scenario.fronts.items()
    ]
    chips = list(view.mark(marks).values())
    view.render()
    assert all(view.picture.surface.get_rect().contains(chip) for chip in chips)
    assert not any(one.colliderect(other) for one, other in itertools.combinations(chips, 2))
    written = {label.text for label in view.picture.lettering.labels}
    assert {power.name for power in scenario.powers.values()} <= written


def test_whoever_is_clicked_is_found(scenario):
    view, where = MapView(atlas_of(scenario), (908, 612)), whereabouts(scenario)
    for name, spot in (where.actors | where.hosts).items():
        if name in scenario.powers or name in scenario.partners:
            assert view.find(view.locate(*spot)).area == name
            assert areas_of(scenario, name) == (name,)
            assert view.name_of(name)


def test_chips_on_the_straits_of_marrow_leave_every_circle_free():
    scenario = load_scenario("straits_of_marrow").scenario
    spots = whereabouts(scenario).fronts
    marks = [
        FrontMark(name, front.short, "ship", *spots[name], 2, "harassment")
        for name, front in scenario.fronts.items()
    ]
    view = MapView(atlas_of(scenario), (908, 588))
    chips = view.mark(marks, [pygame.Rect(0, 0, 308, 38)])
    circles = [pygame.Rect(rect).inflate(-rect.width * 0.15, -rect.height * 0.15) for rect in view.shapes]
    assert not [name for name, chip in chips.items() if chip.collidelist(circles) >= 0]
