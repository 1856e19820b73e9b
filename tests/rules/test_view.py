"""Views: nothing of what is hidden gets out, and what a seat is told about it is as true as the rules say."""

import numpy as np
import pytest

from game.lab.simulate import random_policy
from game.rules.arrays import IntArray
from game.rules.covert import true_warnings
from game.rules.sight import BAND_EDGES, Sight
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.view import View, view
from tests.rules.playing import hidden_from, keys_of, opening, play

GAMES = 32


def position(rules: Rules, stage: int = 10) -> State:
    """Games in the middle of the second turn, played at random."""
    return list(play(rules, random_policy, keys_of(GAMES, seed=3)))[stage]


def seats(rules: Rules) -> range:
    return range(rules.powers)


def poisoned(rules: Rules, state: State, rows: IntArray) -> State:
    """The same position with other values, within bounds, in the given rows."""
    other = state.copy()
    low, high = rules.low[rows, None], rules.high[rows, None]
    width = np.minimum(high.astype(np.int64) - low + 1, 1_000_000)
    other.block[rows] = low + (state.block[rows] - low + width // 2) % width
    return other


def assert_same(first: View, second: View, but: IntArray) -> None:
    """Two views agree on every row but those."""
    rest = np.setdiff1d(np.arange(len(first.seen.block)), but)
    np.testing.assert_array_equal(first.seen.block[rest], second.seen.block[rest])
    np.testing.assert_array_equal(first.uncertain, second.uncertain)
    known = ~np.isin(first.uncertain, but)
    np.testing.assert_array_equal(first.least[known], second.least[known])
    np.testing.assert_array_equal(first.most[known], second.most[known])


def test_hidden_rows_leave_no_trace_in_a_view(rules: Rules) -> None:
    """Poison: whatever the truth of a hidden row is, the view is the same to the last number."""
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        hidden = hidden_from(rules, seat)
        other = poisoned(rules, state, hidden)
        assert (other.block[hidden] != state.block[hidden]).any()
        assert_same(
            view(rules, state, seat, keys), view(rules, other, seat, keys), but=np.array([], dtype=np.int32)
        )


def test_an_estimated_row_shows_only_in_its_own_estimate(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        estimated = np.flatnonzero((rules.sight[seat] != Sight.HIDDEN) & (rules.sight[seat] != Sight.EXACT))
        other = poisoned(rules, state, estimated)
        assert_same(view(rules, state, seat, keys), view(rules, other, seat, keys), but=estimated)


def test_what_a_seat_sees_exactly_is_the_truth(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        exact = np.flatnonzero(rules.sight[seat] == Sight.EXACT)
        seen = view(rules, state, seat, keys)
        np.testing.assert_array_equal(seen.seen.block[exact], state.block[exact])
        assert not np.isin(exact, seen.uncertain).any()


def bounds(
    rules: Rules, state: State, seat: int, kind: Sight, seed: int = 3
) -> tuple[IntArray, IntArray, IntArray]:
    """Truth, least and most of the rows that a seat sees in one way, ``[row, game]`` each."""
    seen = view(rules, state, seat, keys_of(state.games, seed))
    of_kind = np.isin(seen.uncertain, np.flatnonzero(rules.sight[seat] == kind))
    return state.block[seen.uncertain[of_kind]], seen.least[of_kind], seen.most[of_kind]


def test_a_band_is_off_by_no_more_than_the_error_that_warning_leaves(rules: Rules) -> None:
    state = position(rules)
    for seat in seats(rules):
        truth, least, most = bounds(rules, state, seat, Sight.BAND)
        about = rules.subject[rules.sight[seat] == Sight.BAND]
        error = 150 * (300 - true_warnings(rules, state, seat)[about]) // 300
        assert (least - error <= truth).all()
        assert (truth <= most + error).all()


def test_with_the_best_warning_bands_are_right(rules: Rules) -> None:
    state = position(rules)
    state.warning[:] = 300
    state.complacency[:] = 0
    for seat in seats(rules):
        truth, least, most = bounds(rules, state, seat, Sight.BAND)
        assert ((least <= truth) & (truth <= most)).all()


def test_rough_estimates_of_stocks_contain_the_truth(rules: Rules) -> None:
    state = position(rules)
    for seat in seats(rules):
        for seed in range(5):
            truth, least, most = bounds(rules, state, seat, Sight.ROUGH, seed)
            assert ((least <= truth) & (truth <= most)).all()


@pytest.mark.parametrize("transparency", [0, 100, 200, 300])
def test_the_programme_is_seen_the_better_the_more_transparent_it_is(rules: Rules, transparency: int) -> None:
    state = opening(rules, games=GAMES, transparency={(): transparency}, nuclear={(): 500})
    seat = next(seat for seat in seats(rules) if seat != rules.nuclear_owner)
    truth, least, most = bounds(rules, state, seat, Sight.PROGRAMME)
    assert ((least <= truth) & (truth <= most)).all()
    assert (most - least == 2 * (150 * (300 - transparency) // 300)).all()


def test_a_seats_own_affairs_are_known_to_it_and_hidden_from_others(border_rules: Rules) -> None:
    row = border_rules.layout.row
    sight = border_rules.sight
    for track in ("attention", "readiness", "warning", "alert", "shield"):
        assert sight[0, row(track, "northland")] == Sight.EXACT
        assert sight[1, row(track, "northland")] == Sight.HIDDEN
    assert sight[0, row("owed", "northland", "southland")] == Sight.EXACT
    assert sight[1, row("owed", "northland", "southland")] == Sight.BAND
    assert sight[1, row("credibility", "northland", "southland")] == Sight.EXACT  # the believer's
    assert sight[0, row("credibility", "northland", "southland")] == Sight.BAND
    assert [sight[seat, row("trust", "lakeland", "northland")] for seat in range(3)] == [0, Sight.HIDDEN, 0]
    assert [sight[seat, row("loyalty", "hill_fighters")] for seat in range(3)] == [
        Sight.BAND,
        Sight.HIDDEN,
        Sight.HIDDEN,
    ]
    assert sight[1, row("stock", "hill_fighters", "rocket")] == Sight.ROUGH
    assert (sight[:, border_rules.layout.places["last_turn"].rows] == Sight.HIDDEN).all()


def test_whether_a_partner_is_in_disarray_is_not_lost_in_a_band(rules: Rules) -> None:
    """It is counted in turns: a band of points would tell every seat that every partner is in disarray."""
    state = opening(rules)
    for seat in seats(rules):
        assert not view(rules, state, seat, keys_of(1)).seen.disarray.any()


def test_errors_stay_the_same_through_a_turn_and_differ_between_turns(rules: Rules) -> None:
    state, keys = opening(rules, games=GAMES), keys_of(GAMES)
    later, next_turn = state.copy(), state.copy()
    later.stage, next_turn.turn = 4, 2
    first, second, third = (view(rules, each, 0, keys).seen.block for each in (state, later, next_turn))
    np.testing.assert_array_equal(first, second)
    assert (first != third).any()


def test_bands_have_their_words(border_rules: Rules) -> None:
    state = opening(border_rules, warning={("southland",): 300})
    row = border_rules.layout.row("owed", "northland", "southland")
    for value, word in (
        (0, "low"),
        (199, "low"),
        (200, "some"),
        (399, "some"),
        (400, "high"),
        (700, "urgent"),
    ):
        state.block[row] = value
        assert view(border_rules, state, 1, keys_of(1)).band(row) == word
    assert BAND_EDGES.tolist() == [200, 400, 700]


def test_taking_games_from_a_view_is_viewing_those_games(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    games = np.array([7, 2, 30])
    taken = view(rules, state, 1, keys).take(games)
    direct = view(rules, state.take(games), 1, keys[games])
    assert_same(taken, direct, but=np.array([], dtype=np.int32))


def test_every_row_has_a_sight_for_every_seat(rules: Rules) -> None:
    assert rules.sight.shape == (len(rules.layout.names[Axis.POWER]), rules.layout.rows)
    assert set(np.unique(rules.sight).tolist()) <= {int(sight) for sight in Sight}
