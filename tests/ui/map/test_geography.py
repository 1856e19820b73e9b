"""Picking: which country lies at a place."""

import pytest


@pytest.mark.parametrize(
    ("area", "place"),
    [
        ("IRN", (51.4, 35.7)),
        ("ISR", (34.85, 31.0)),
        ("PSX", (35.25, 32.2)),
        ("PSX", (34.35, 31.4)),
        ("LBN", (35.9, 34.0)),
        ("SYR", (38.5, 35.0)),
        ("IRQ", (44.4, 33.3)),
        ("KRI", (44.0, 36.2)),
        ("YEH", (44.2, 15.4)),
        ("YEM", (49.0, 15.5)),
        ("SAU", (46.7, 24.7)),
        ("QAT", (51.3, 25.3)),
        (None, (38.0, 20.5)),
        (None, (60.0, 18.0)),
    ],
)
def test_a_known_place_lies_in_its_country(geography, area, place):
    assert geography.area_at(geography.projection.forward(place)) == area


@pytest.mark.parametrize("point", [(-1, 5), (5, -1), (1600, 5), (5, 900), (1e9, -1e9)])
def test_nothing_lies_beyond_the_canvas(geography, point):
    assert geography.area_at(point) is None


def test_every_index_in_the_raster_has_a_name(geography):
    assert geography.ids.max() < len(geography.id_names)


def test_every_named_country_has_its_names_in_four_languages(geography):
    for country in geography.countries.values():
        assert set(country.names) == {"en", "he", "fa", "ar"}
