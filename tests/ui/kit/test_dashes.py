"""A broken line is half of the line, in pieces of one length, whatever the lengths are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.kit.canvas import dashes

PLACES = st.floats(0, 4000)
LINES = st.lists(st.tuples(PLACES, PLACES), min_size=2, max_size=8)


def length(pieces):
    return sum(((a - c) ** 2 + (b - d) ** 2) ** 0.5 for (a, b), (c, d) in pieces)


@given(LINES, st.floats(1, 40))
def test_at_most_one_dash_more_is_drawn_than_is_left_out(line, dash):
    whole, drawn = length(pairwise(line)), length(dashes(line, dash))
    assert whole / 2 - dash <= drawn + 0.01
    assert drawn <= whole / 2 + dash + 0.01


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.3, 1.5, 2.0])
def test_a_line_that_ends_where_a_dash_does_ends(scale):
    step = 6 * scale
    assert len(dashes([(0, 0), (step * 3.3, 0), (step * 9, 0)], step)) in (5, 6)
