"""Names: they never touch one another, the chips or the edge, and more appear as one looks closer."""

import itertools

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from game.ui.map.camera import Camera, Sheet, opening
from game.ui.map.footprints import Footprint
from game.ui.map.labels import lay_out
from game.ui.map.places import Place, Places

VIEWS = [
    ((900, 600), 1.0, None),
    ((1280, 720), 0.75, None),
    ((1280, 720), 1.5, None),
    ((1920, 1080), 2.0, None),
    ((1600, 900), 1.0, (35.4, 32.2, 5.0)),
    ((1600, 900), 1.0, (51.0, 27.0, 2.5)),
]


def written(geography, places, size, scale, close_up, kept=()):
    camera = opening(size, Sheet(geography.canvas, (425.0, 40.0, 1130.0, 872.0)))
    if close_up:
        lon, lat, zoom = close_up
        camera = Camera(*geography.projection.forward((lon, lat)).tolist(), zoom)

    def locate(lon, lat):
        return tuple(camera.to_screen(geography.projection.forward((lon, lat)), size).tolist())

    bounds = pygame.Rect((0, 0), size)
    return lay_out(places, locate, bounds, camera.zoom / scale, scale, kept)


@pytest.mark.parametrize(("size", "scale", "close_up"), VIEWS)
def test_no_two_names_touch(geography, places, size, scale, close_up):
    lettering = written(geography, places, size, scale, close_up)
    assert len(lettering.labels) > 8
    for one, other in itertools.combinations(lettering.labels, 2):
        assert not one.footprint.touches(other.footprint), (one.text, other.text)


@pytest.mark.parametrize(("size", "scale", "close_up"), VIEWS)
def test_no_name_leaves_the_map_or_lies_under_a_chip(geography, places, size, scale, close_up):
    chip = pygame.Rect(size[0] // 3, size[1] // 4, 220, 60)
    bounds = pygame.Rect((0, 0), size)
    for label in written(geography, places, size, scale, close_up, [chip]).labels:
        assert bounds.contains(label.footprint.bounds), label.text
        assert not label.footprint.touches(Footprint.of(chip)), label.text


def test_looking_closer_names_more_of_the_levant(geography, places):
    far = {label.text for label in written(geography, places, (1600, 900), 1.0, None).labels}
    near = {label.text for label in written(geography, places, (1600, 900), 1.0, (35.4, 32.2, 5.0)).labels}
    assert not {"Jerusalem", "WEST BANK", "GOLAN"} & far
    assert {"Jerusalem", "Tel Aviv", "Gaza City", "Ramallah", "WEST BANK", "GAZA STRIP", "GOLAN"} <= near


def test_names_are_data_that_a_scenario_may_change(places):
    renamed = places.renamed({"persian_gulf": "THE GULF", "tehran": "", "PSX": "East"})
    assert "THE GULF" in {label.text for label in renamed.labels}
    assert "tehran" not in {place.id for place in renamed.places}
    assert renamed.areas["PSX"] == "East"


def test_jerusalem_is_a_plain_city(places):
    assert next(place.kind for place in places.places if place.id == "jerusalem") == "city"


def test_every_id_is_used_once(places):
    ids = [entry.id for entry in (*places.places, *places.labels)]
    assert len(ids) == len(set(ids))


def test_a_place_of_an_unknown_kind_is_refused():
    with pytest.raises(ValidationError):
        Places.model_validate({"places": [{"id": "x", "name": "X", "lon": 1, "lat": 2, "kind": "palace"}]})


def test_a_town_with_no_room_is_left_out():
    places = Places(places=(Place(id="x", name="X", lon=0, lat=0, kind="city"),))
    everything = pygame.Rect(0, 0, 800, 600)
    assert not lay_out(places, lambda *_: (400, 300), everything, 9, 1.0, [everything]).labels


@given(st.floats(0, 180), st.floats(0, 180), st.floats(0, 200), st.floats(0, 200))
def test_touching_is_mutual(one_angle, other_angle, x, y):
    one, other = Footprint((0, 0), 120, 20, one_angle), Footprint((x, y), 60, 30, other_angle)
    assert one.touches(other) == other.touches(one)


def test_a_turned_name_leaves_its_corners_free():
    assert not Footprint((0, 0), 200, 10, 45).touches(Footprint((60, 60), 10, 10))
    assert Footprint((0, 0), 200, 10, 45).touches(Footprint((60, -60), 10, 10))
