"""The camera: forth and back, the opening view, and limits to zoom and pan."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.map.camera import Camera, Sheet, opening

SHEET = Sheet((1600, 900), (425.0, 40.0, 1130.0, 872.0))
SIZES = [
    (700, 400),
    (700, 900),
    (900, 600),
    (1024, 600),
    (1280, 720),
    (1920, 1080),
    (2560, 1440),
    (3840, 2160),
]
sizes = st.tuples(st.integers(700, 3840), st.integers(400, 2160))
cameras = st.builds(Camera, st.floats(-500, 2100), st.floats(-500, 1400), st.floats(0.1, 40))


@given(cameras, sizes, st.tuples(st.floats(0, 3840), st.floats(0, 2160)))
def test_a_pixel_comes_back_from_the_canvas(camera, size, pixel):
    assert camera.to_screen(camera.to_canvas(pixel, size), size) == pytest.approx(pixel, abs=1e-6)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", [(34.4, 31.4), (59.6, 36.3), (43.3, 12.6), (51.4, 35.7), (56.4, 26.6)])
def test_the_opening_view_shows_the_theatre(atlas, geography, size, place):
    point = geography.projection.forward(place)
    x, y = opening(size, atlas.sheet).to_screen(point, size)
    assert 0 < x < size[0]
    assert 0 < y < size[1]


@given(cameras, sizes)
def test_a_limited_camera_is_left_alone_by_the_limits(camera, size):
    limited = camera.limited(size, SHEET)
    assert limited.limited(size, SHEET) == limited


@given(cameras, sizes)
def test_no_limited_view_shows_the_void_on_one_side_only(camera, size):
    limited = camera.limited(size, SHEET)
    (left, top), (right, bottom) = limited.to_canvas([(0, 0), size], size)
    for low, high, end in ((left, right, 1600), (top, bottom, 900)):
        inside = low >= -1e-6 and high <= end + 1e-6
        centred = (low + high) / 2 == pytest.approx(end / 2)
        assert inside or centred


def test_zooming_keeps_the_point_under_the_pointer():
    size, pointer = (1280, 720), (300, 500)
    camera = opening(size, SHEET)
    closer = camera.zoomed(1.5, pointer, size)
    assert closer.to_canvas(pointer, size) == pytest.approx(camera.to_canvas(pointer, size))


def test_dragging_moves_the_map_with_the_pointer():
    size = (1280, 720)
    camera = Camera(800, 450, 2.0)
    moved = camera.dragged(30, -12)
    point = np.array([700.0, 400.0])
    assert moved.to_screen(point, size) - camera.to_screen(point, size) == pytest.approx((30, -12))
