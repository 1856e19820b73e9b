"""Chips of fronts: inside the map, apart from one another, found under the pointer, told without colour."""

import itertools

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.map.fronts import FrontMark, chip_size, place_fronts
from game.ui.map.spread import spread

SIZES = [(1024, 600), (1280, 720), (1920, 1080), (2560, 1440)]
SCALES = [0.75, 1.0, 1.5, 2.0]


class Sheet:
    """A ground that spreads the theatre evenly over its rectangle."""

    def __init__(self, size, scale):
        self.size, self.scale = size, scale

    def locate(self, lon, lat):
        return (lon - 30) / 32 * self.size[0], (41 - lat) / 30 * self.size[1]

    def draw(self, target, corner=(0, 0)):
        target.fill((0, 0, 0))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_chips_stay_inside_and_apart(marks, size, scale):
    chips = place_fronts(marks, Sheet(size, scale), ()).chips
    bounds = pygame.Rect((0, 0), size)
    assert all(bounds.contains(chip) for chip in chips.values())
    assert not any(one.colliderect(other) for one, other in itertools.combinations(chips.values(), 2))


@pytest.mark.parametrize("size", SIZES)
def test_chips_keep_off_what_is_reserved(marks, size):
    inset = pygame.Rect(8, size[1] - 300, 240, 292)
    chips = place_fronts(marks, Sheet(size, 1.0), [inset]).chips
    assert not any(chip.colliderect(inset) for chip in chips.values())


def test_a_chip_is_wide_enough_for_its_words():
    short = FrontMark("a", "A", "anchor", 0, 0, 1, "shadow")
    long = FrontMark("b", "A front with a rather long name", "anchor", 0, 0, 1, "shadow", trend=1)
    assert chip_size(long, 1.0)[0] > chip_size(short, 1.0)[0]
    assert chip_size(short, 2.0)[0] > 1.8 * chip_size(short, 1.0)[0]


def test_a_front_is_found_under_its_chip_and_under_its_mark(marks):
    placed = place_fronts(marks, Sheet((1280, 720), 1.0), ())
    for mark in marks:
        assert placed.at(placed.chips[mark.id].center) == mark.id
    assert placed.at(placed.points["gulf"]) == "gulf"
    assert placed.at((1270, 710)) is None


def test_a_front_out_of_sight_keeps_its_chip(marks):
    far = FrontMark("far", "Far away", "ship", 170, -40, 2, "harassment")
    placed = place_fronts([*marks, far], Sheet((1280, 720), 1.0), ())
    assert pygame.Rect(0, 0, 1280, 720).contains(placed.chips["far"])


def test_a_front_says_its_rung_and_trend_in_words(marks):
    assert marks[0].accessible == "Israel – Iran direct: rung 4, line-crossing, rising"
    assert marks[4].accessible == "Red Sea: rung 3, tit-for-tat, falling"


def test_selecting_a_front_changes_what_is_drawn(marks):
    sheet = Sheet((1280, 720), 1.0)
    pictures = []
    for selected in (False, True):
        chosen = [FrontMark(**{**vars(mark), "selected": selected}) for mark in marks]
        surface = pygame.Surface(sheet.size)
        place_fronts(chosen, sheet, ()).draw(surface)
        pictures.append(surface.get_buffer().raw)
    assert pictures[0] != pictures[1]


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 600)), min_size=1, max_size=7),
    st.integers(40, 240),
    st.integers(20, 60),
)
def test_boxes_are_spread_without_touching_wherever_their_points_are(points, width, height):
    bounds = pygame.Rect(0, 0, 1000, 600)
    boxes = spread(points, [(width, height)] * len(points), bounds, (), 6)
    assert all(bounds.contains(box) for box in boxes)
    assert not any(one.colliderect(other) for one, other in itertools.combinations(boxes, 2))


def test_no_boxes_are_spread_into_none():
    assert spread([], [], pygame.Rect(0, 0, 300, 200), [pygame.Rect(0, 0, 20, 20)], 9) == []
