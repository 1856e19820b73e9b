"""Glimpses: what is worked out only when it is asked for is what the view would have said."""

import numpy as np
import pytest

from game.rules.glimpse import glimpse
from game.rules.tables import Rules
from game.rules.view import view
from tests.rules.playing import hidden_from, keys_of
from tests.rules.test_view import GAMES, assert_same, poisoned, position, seats

NOTHING = np.array([], dtype=np.int32)


def test_a_glimpse_says_what_the_view_says_track_by_track(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        whole, found = view(rules, state, seat, keys), glimpse(rules, state, seat, keys)
        for track in rules.layout.places:
            np.testing.assert_array_equal(getattr(found.seen, track), getattr(whole.seen, track), track)


def test_a_glimpse_of_some_games_is_the_view_of_these(rules: Rules) -> None:
    state, keys, some = position(rules), keys_of(GAMES, seed=3), np.array([7, 3, 20])
    for seat in seats(rules):
        whole = view(rules, state, seat, keys).take(some)
        for found in (
            glimpse(rules, state, seat, keys[some], some),
            glimpse(rules, state, seat, keys).take(some),
        ):
            assert found.games == found.seen.games == len(some)
            np.testing.assert_array_equal(found.seen.owed, whole.seen.owed)
            assert_same(found, whole, but=NOTHING)


def test_hidden_rows_leave_no_trace_in_a_glimpse(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        other = poisoned(rules, state, hidden_from(rules, seat))
        assert_same(glimpse(rules, state, seat, keys), glimpse(rules, other, seat, keys), but=NOTHING)


def test_a_glimpse_shares_no_estimate_with_the_state(rules: Rules) -> None:
    """Who wrote into what a glimpse shows of another's affairs would not write into the state."""
    state, keys = position(rules), keys_of(GAMES, seed=3)
    assert not np.shares_memory(glimpse(rules, state, 0, keys).seen.readiness, state.block)


@pytest.mark.parametrize("name", ["nothing", "block_of_state"])
def test_a_glimpse_has_nothing_that_a_view_has_not(rules: Rules, name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(glimpse(rules, position(rules), 0, keys_of(GAMES, seed=3)), name)
