"""The projection: true to known points and distances, and true to shape."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.map.projection import Conic

THEATRE = Conic(lat1=17, lat2=38, lat0=27, lon0=47, scale=28.5, cx=786, cy=448)


@given(st.floats(0, 95), st.sampled_from([THEATRE.lat1, THEATRE.lat2]))
def test_a_degree_on_a_standard_parallel_is_as_long_as_the_scale_says(lon, lat):
    step = 1e-3
    here, east = THEATRE.forward((lon, lat)), THEATRE.forward((lon + step / np.cos(np.radians(lat)), lat))
    assert np.hypot(*(east - here)) == pytest.approx(THEATRE.scale * step, rel=1e-6)


def test_the_origin_lies_where_the_map_data_says():
    assert THEATRE.forward((47, 27)) == pytest.approx((786, 448))


def test_many_places_are_projected_as_one_by_one():
    places = np.array([[[34.8, 32.1], [51.4, 35.7]], [[44.2, 15.4], [58.4, 23.6]]])
    together = THEATRE.forward(places)
    assert together.shape == (2, 2, 2)
    assert together[1, 0] == pytest.approx(THEATRE.forward(places[1, 0]))


@given(st.floats(25, 75), st.floats(10, 45))
def test_a_small_step_north_is_as_long_as_one_east(lon, lat):
    step = 1e-4
    here = THEATRE.forward((lon, lat))
    north = THEATRE.forward((lon, lat + step)) - here
    east = THEATRE.forward((lon + step / np.cos(np.radians(lat)), lat)) - here
    assert np.hypot(*north) == pytest.approx(np.hypot(*east), rel=1e-3)
    assert abs(north @ east) < 1e-3 * np.hypot(*north) * np.hypot(*east)
