"""What a seat fears: whom rivals are about to strike, as it takes them to be."""

import numpy as np
import pytest

from game.players.belief import KINDS, beliefs
from game.players.danger import in_danger, likely_to_strike, strikes_from
from game.players.doctrine import Doctrine
from game.rules.arrays import BoolArray, integers
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import Rules
from game.rules.view import View, view
from tests.players.searching import positions
from tests.rules.playing import keys_of, opening

NORTH, SOUTH, LAKE, GAMES = 0, 1, 2, 40
SOUTH_TO_NORTH = ("southland", "northland")


def seen(rules: Rules, **values: dict[tuple[str, ...], int]) -> View:
    return view(rules, opening(rules, games=1, **values), NORTH, keys_of(1))


def expects_a_blow(rules: Rules, known: View, kind: int = 1) -> bool:
    """Whether a mind of a kind in Northland expects Southland to strike it."""
    return bool(likely_to_strike(rules, known, integers([kind]), integers([SOUTH]), NORTH)[0, 0])


@pytest.mark.parametrize("mind", KINDS)
def test_what_is_looked_up_follows_from_what_a_rival_is_taken_to_be_like(
    rules: Rules, mind: Doctrine
) -> None:
    kind, keys = integers([KINDS.index(mind)]), keys_of(GAMES)
    for state in positions(rules, keys)[::5]:
        for seat in range(rules.powers):
            known = view(rules, state, seat, keys)
            rival, power = np.nonzero(rules.rivals)
            enough = strikes_from(beliefs(rules, kind, known).odds)[rival]
            calmed = np.isin(known.seen.assured[rival, power], (1, 2))
            expected = (known.seen.owed[rival, power] >= enough) & ~calmed
            np.testing.assert_array_equal(likely_to_strike(rules, known, kind, rival, power), expected)


def test_a_rival_that_struck_before_needs_less_to_strike_again(border_rules: Rules) -> None:
    owed = {SOUTH_TO_NORTH: 500}
    assert not expects_a_blow(border_rules, seen(border_rules, owed=owed), kind=0)
    assert expects_a_blow(border_rules, seen(border_rules, owed=owed, blows={SOUTH_TO_NORTH: 3}), kind=0)


def test_whoever_was_assured_of_no_strike_expects_none(border_rules: Rules) -> None:
    owed = {SOUTH_TO_NORTH: 1200}
    assert expects_a_blow(border_rules, seen(border_rules, owed=owed))
    assert not expects_a_blow(border_rules, seen(border_rules, owed=owed, assured={SOUTH_TO_NORTH: 1}))


def danger(rules: Rules, known: View, *powers: int) -> BoolArray:
    return in_danger(rules, known, integers([1]), integers(powers))[:, 0]


def test_strikes_exchanged_at_home_are_a_danger_whatever_rivals_feel(border_rules: Rules) -> None:
    quiet, hot = (seen(border_rules, rung={("border",): rung}) for rung in (OPEN_EXCHANGE - 1, OPEN_EXCHANGE))
    assert not danger(border_rules, quiet, NORTH)[0]
    assert danger(border_rules, hot, NORTH)[0]


def test_each_power_is_told_of_in_the_order_asked(border_rules: Rules) -> None:
    known = seen(border_rules, owed={SOUTH_TO_NORTH: 1200})
    assert danger(border_rules, known, NORTH, LAKE).tolist() == [True, False]
    assert danger(border_rules, known, LAKE, NORTH).tolist() == [False, True]
