"""The rule on borders: no line in dispute is drawn as settled, and the map says that it takes no position."""

import numpy as np
import pytest

from game.ui.map import style
from game.ui.map.geography import bounds_dispute


def test_only_the_settled_class_is_drawn_solid():
    assert [name for name, stroke in style.BORDERS.items() if stroke.solid] == [style.SETTLED]


def test_every_class_in_the_map_data_has_a_stroke(geography):
    assert set(geography.borders) == set(style.BORDERS)


def test_every_area_in_dispute_is_hatched(geography):
    assert set(geography.disputed) == set(style.HATCHES)


def test_no_settled_line_bounds_an_area_in_dispute(geography):
    lines = geography.borders[style.SETTLED]
    found = bounds_dispute(lines, geography.ids, geography.id_names, geography.raster_scale)
    assert not found.any()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("1949 line, West Bank", (35.00, 32.32)),
        ("1949 line, Gaza", (34.45, 31.60)),
        ("Gaza and Egypt", (34.24, 31.26)),
        ("Jordan and West Bank", (35.54, 32.11)),
        ("1967 line, Golan", (35.63, 33.00)),
        ("1974 line, Golan", (35.84, 33.16)),
        ("Israel and Lebanon", (35.35, 33.06)),
        ("Northern Cyprus", (33.24, 35.17)),
        ("Halaib", (35.49, 22.00)),
        ("Somaliland", (43.24, 11.49)),
    ],
)
def test_no_solid_line_runs_along_a_disputed_one(geography, line, place):
    point = geography.projection.forward(place)
    middles = geography.borders[style.SETTLED].segments().mean(axis=1)
    assert np.hypot(*(middles - point).T).min() > 1.2, line


def test_the_golan_is_no_part_of_a_country(geography):
    assert geography.area_at(geography.projection.forward((35.78, 33.0))) == "GOL"


def test_the_map_says_that_it_endorses_nothing():
    assert style.DISCLAIMER == (
        "Boundaries and names shown do not imply endorsement or acceptance by the authors; "
        "control areas are approximate."
    )
