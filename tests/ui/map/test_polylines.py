"""Lines in bulk: simplified, parted, dashed and hatched without losing or inventing any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game.ui.map.polylines import Polylines, hatching

coordinates = st.floats(-500, 500, width=32)
lines = st.lists(
    st.integers(2, 9).flatmap(lambda n: arrays(float, (n, 2), elements=coordinates)), min_size=1, max_size=4
)


def length(pieces):
    return np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum()


@given(lines)
def test_no_piece_joins_two_lines(drawn):
    assert len(Polylines.of(drawn).segments()) == sum(len(line) - 1 for line in drawn)


@given(lines, st.data())
def test_parting_lines_by_piece_keeps_every_piece_once(drawn, data):
    whole = Polylines.of(drawn)
    count = len(whole.segments())
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    first, second = whole.split(chosen)
    assert np.array_equal(first.segments(), whole.segments()[chosen])
    assert np.array_equal(second.segments(), whole.segments()[~chosen])


@given(lines)
def test_simplifying_keeps_both_ends_of_every_line(drawn):
    simple = Polylines.of(drawn).simplified(5.0).lines()
    assert [(*line[0], *line[-1]) for line in simple] == [(*line[0], *line[-1]) for line in drawn]


def test_simplifying_drops_what_nobody_can_see():
    straight = np.stack([np.linspace(0, 100, 65), np.zeros(65)], axis=1)
    assert len(Polylines.of([straight]).simplified(0.2, passes=6).points) <= 4


def test_a_bend_survives_simplifying():
    assert len(Polylines.of([[(0, 0), (50, 30), (100, 0)]]).simplified(0.2).points) == 3


@given(lines)
def test_dashes_are_as_much_of_a_line_as_the_pattern_says(drawn):
    whole = Polylines.of(drawn)
    inked, total = length(whole.dashed(3, 2)), length(whole.segments())
    assert inked <= total + 1e-6
    assert inked == pytest.approx(total * 3 / 5, abs=3)


def test_no_dash_bridges_the_gap_between_two_lines():
    dashes = Polylines.of([[(0, 0), (10, 0)], [(200, 0), (210, 0)]]).dashed(4, 2)
    across = dashes[..., 0]
    assert not ((across.min(axis=1) < 11) & (across.max(axis=1) > 199)).any()


def test_hatching_fills_a_ring_and_leaves_its_hole_free():
    ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
    hole = [(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)]
    middles = hatching(Polylines.of([ring, hole]), 5).mean(axis=1)
    assert len(middles) > 30
    assert ((middles >= 0) & (middles <= 100)).all()
    assert not ((middles > 41) & (middles < 59)).all(axis=1).any()


def test_nothing_drawn_gives_nothing():
    empty = Polylines.of([])
    assert not len(empty.segments())
    assert not len(empty.dashed(3, 2))
    assert not len(hatching(empty, 5))
    assert empty.lines() == []
