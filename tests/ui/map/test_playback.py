"""Playback: the same moment always looks the same, and nothing written hides anything else written."""

import itertools

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.map.arcs import Arc, curve, shapes_for
from game.ui.map.messages import Message
from game.ui.map.munitions import LOOKS
from game.ui.map.outcomes import GotThrough, Interception
from game.ui.map.playback import Playback

IRAN, ISRAEL, YEMEN, EILAT = (50.5, 34.0), (34.95, 31.4), (44.2, 15.5), (34.95, 29.6)
EVENTS = (
    Message((51.4, 35.7), ISRAEL, "Warning", at=0.0),
    Message((46.7, 24.7), None, "Calls for restraint", at=0.5),
    Arc(IRAN, ISRAEL, "drone", 170, at=1.0),
    Arc(IRAN, ISRAEL, "cruise", 30, at=2.0),
    Arc(IRAN, ISRAEL, "ballistic", 120, at=4.0),
    Arc(YEMEN, EILAT, "drone", 10, at=2.0, seconds=3.0),
    Arc((35.5, 33.5), (35.3, 32.9), "rocket", 60, at=3.0),
    Arc((34.9, 31.2), (51.7, 32.6), "air", 12, at=3.0),
    Interception(ISRAEL, "outer layer", 160, at=7.0),
    Interception(ISRAEL, "ballistic layer", 108, at=7.4),
    GotThrough(ISRAEL, 9, at=7.8),
    Interception(EILAT, "middle layer", 10, at=6.0),
)
SIZE = (1024, 600)


class Sheet:
    size, scale = SIZE, 1.0

    def locate(self, lon, lat):
        return (lon - 30) / 32 * SIZE[0], (41 - lat) / 30 * SIZE[1]

    def draw(self, target, corner=(0, 0)):
        target.fill((20, 30, 40))


def drawn(playback, time):
    surface = pygame.Surface(SIZE, depth=32)
    Sheet().draw(surface)
    playback.draw(surface, time)
    return surface.get_buffer().raw


@pytest.mark.parametrize("time", [0.0, 0.7, 3.3, 5.0, 7.2, 20.0])
def test_a_moment_looks_the_same_however_it_was_reached(time):
    playback = Playback(Sheet(), EVENTS)
    before = drawn(playback, time)
    for other in (playback.duration, 1.0, 4.5):
        drawn(playback, other)
    assert drawn(playback, time) == before
    assert drawn(Playback(Sheet(), EVENTS), time) == before


def test_something_moves_between_two_moments():
    playback = Playback(Sheet(), EVENTS)
    assert len({drawn(playback, time) for time in (0.5, 1.5, 3.0, 5.0, 7.5)}) == 5


def test_the_end_holds_the_outcomes_and_nothing_in_flight():
    playback = Playback(Sheet(), EVENTS)
    outcomes = Playback(Sheet(), EVENTS)
    assert drawn(playback, playback.duration) == drawn(outcomes, 1000.0)
    assert drawn(playback, playback.duration) != drawn(Playback(Sheet(), ()), 0.0)


def test_the_duration_covers_every_event():
    playback = Playback(Sheet(), EVENTS)
    assert playback.duration > max(event.until for event in EVENTS)


def test_no_events_are_over_at_once_and_draw_nothing():
    empty = Playback(Sheet(), ())
    assert drawn(empty, 0.0) == drawn(empty, 99.0)


def test_tags_stay_inside_the_map_and_apart():
    tags = Playback(Sheet(), EVENTS).tags
    assert all(pygame.Rect((0, 0), SIZE).contains(tag) for tag in tags)
    assert not any(one.colliderect(other) for one, other in itertools.combinations(tags, 2))


def test_classes_differ_in_shape_and_height_and_not_in_colour_alone():
    assert len({look.outline for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.height for look in LOOKS.values()}) == len(LOOKS)
    assert LOOKS["drone"].seconds > LOOKS["cruise"].seconds > LOOKS["ballistic"].seconds
    assert LOOKS["drone"].height < LOOKS["cruise"].height < LOOKS["ballistic"].height


def test_counts_are_written_with_their_word():
    assert LOOKS["drone"].counted(1) == "1 drone"
    assert LOOKS["ballistic"].counted(1200) == "1,200 ballistic missiles"


def test_more_munitions_show_as_more_shapes():
    assert [shapes_for(count) for count in (0, 1, 4, 30, 120, 3000)] == [1, 1, 2, 3, 4, 5]


@given(st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 0.4))
def test_a_path_begins_and_ends_at_its_places_and_never_bows_downward(x0, y0, x1, y1, height):
    path = curve((x0, y0), (x1, y1), height)
    assert path[0] == pytest.approx((x0, y0))
    assert path[-1] == pytest.approx((x1, y1))
    straight = curve((x0, y0), (x1, y1), 0.0)
    assert (path[:, 1] <= straight[:, 1] + 1e-6).all()
