"""Imagined truths: within what a seat can know, as varied as that leaves it open, and possible by the rules."""

import numpy as np

from game.rules.arrays import IntArray
from game.rules.imagine import imagine, rows_of
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.view import View, view
from tests.rules.playing import hidden_from, keys_of, opening
from tests.rules.test_view import GAMES, poisoned, position, seats

TRUTHS = 400


def at_orders(rules: Rules, turn: int = 2) -> State:
    """The opening position, as if nothing had moved since."""
    state = opening(rules)
    state.turn = turn
    return state


def imagined(rules: Rules, state: State, seat: int = 0) -> State:
    """Many truths behind one view."""
    return imagine(rules, view(rules, state, seat, keys_of(1)), keys_of(TRUTHS, seed=9))


def test_what_is_known_is_kept(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        seen = view(rules, state, seat, keys)
        truth = imagine(rules, seen, keys_of(GAMES, seed=9))
        known = np.setdiff1d(np.arange(len(state.block)), seen.uncertain)
        np.testing.assert_array_equal(truth.block[known], state.block[known])
        assert (truth.turn, truth.stage) == (state.turn, state.stage)


def test_an_imagined_truth_lies_within_bounds_and_bands_may_be_off_by_their_error(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    derived = rows_of(rules.layout, ("humiliation", "readiness"))
    for seat in seats(rules):
        seen = view(rules, state, seat, keys)
        truth = imagine(rules, seen, keys_of(GAMES, seed=9)).block
        assert ((rules.low[:, None] <= truth) & (truth <= rules.high[:, None])).all()
        banded = rules.sight[seat, seen.uncertain] == Sight.BAND
        error = rules.numbers.band_error * banded[:, None]
        inside = (seen.least - error <= truth[seen.uncertain]) & (truth[seen.uncertain] <= seen.most + error)
        assert inside[~np.isin(seen.uncertain, derived)].all()


def test_the_truth_behind_a_view_changes_nothing_that_is_imagined(rules: Rules) -> None:
    state, keys = position(rules), keys_of(GAMES, seed=3)
    for seat in seats(rules):
        other = poisoned(rules, state, hidden_from(rules, seat))
        first, second = (
            imagine(rules, view(rules, each, seat, keys), keys_of(GAMES, seed=9)) for each in (state, other)
        )
        np.testing.assert_array_equal(first.block, second.block)


def test_one_view_is_imagined_in_many_ways(rules: Rules) -> None:
    seen = view(rules, at_orders(rules), 0, keys_of(1))
    truth = imagine(rules, seen, keys_of(200, seed=9))
    banded = seen.uncertain[rules.sight[0, seen.uncertain] == Sight.BAND]
    lasting = np.setdiff1d(banded, rows_of(rules.layout, ("losses", "partner_losses", "humiliation")))
    assert all(len(np.unique(truth.block[row])) > 1 for row in lasting)


def unmoved(rules: Rules, seen: View) -> IntArray:
    """Rows of what is hidden whose opening is no secret, and of which all is assumed."""
    rows = seen.uncertain[rules.sight[seen.seat, seen.uncertain] == Sight.HIDDEN]
    last_turn = rows_of(rules.layout, ("last_turn",))
    return np.setdiff1d(rows[~rules.secret[rows]], last_turn)


def test_when_the_first_orders_are_given_nobody_imagines_that_anything_has_moved_yet(rules: Rules) -> None:
    state = opening(rules)
    seen = view(rules, state, 0, keys_of(1))
    rows = unmoved(rules, seen)
    truth = imagine(rules, seen, keys_of(50, seed=9)).block[rows]
    np.testing.assert_array_equal(truth, np.broadcast_to(rules.opening[rows, None], truth.shape))


def test_later_most_of_what_seldom_moves_is_imagined_as_it_was(rules: Rules) -> None:
    trust = rules.layout.cells("warning", 1)
    found = imagined(rules, at_orders(rules)).block[trust]
    assert 0.85 < (found == rules.opening[trust]).mean() < 1


def test_when_orders_are_given_nothing_of_the_turn_has_happened(rules: Rules) -> None:
    truth = imagined(rules, at_orders(rules))
    for track in ("booked", "booked_turn", "losses", "partner_losses", "engagements", "offer"):
        assert not getattr(truth, track).any()


def test_humiliation_is_never_more_than_the_whole_that_is_owed(rules: Rules) -> None:
    state = at_orders(rules)
    for seat in seats(rules):
        truth = imagined(rules, state, seat)
        assert (truth.humiliation <= truth.owed).all()


def test_of_what_fades_less_is_likelier_than_more(border_rules: Rules) -> None:
    state = at_orders(border_rules)
    state.warning[:] = 300
    row = border_rules.layout.row("owed", "northland", "southland")
    state.block[row] = 300
    truth = imagined(border_rules, state, seat=1).block[row]
    assert truth.mean() < 290  # the middle of the band is 300


def test_who_struck_is_imagined_less_ready_than_who_did_not(border_rules: Rules) -> None:
    rested, spent = at_orders(border_rules, turn=3), at_orders(border_rules, turn=3)
    spent.blows[0, 1] = 2
    by_rest, after_blows = (
        imagined(border_rules, state, seat=1).readiness[0].mean() for state in (rested, spent)
    )
    assert after_blows < by_rest - 50


def test_what_a_strike_of_this_turn_took_is_no_longer_there(border_rules: Rules) -> None:
    before, after = at_orders(border_rules), at_orders(border_rules)
    before.stage = after.stage = 2
    after.struck[0, 1] = 2
    had, has = (imagined(border_rules, state, seat=1).readiness[0] for state in (before, after))
    assert (has <= had).all()
    assert has.mean() < had.mean() - 150
