"""Which orders make no sense where things stand."""

import numpy as np

from game.players.sense import prospects, sensible
from game.rules.arrays import BoolArray, integers
from game.rules.state import State
from game.rules.tables import Rules, Slot
from game.rules.view import view
from tests.rules.playing import keys_of, opening

LAKE = 2


def makes_sense(rules: Rules, state: State, slot: Slot) -> BoolArray:
    """Which of Lakeland's options of a slot make sense while it does not strike, ``[option of the menu]``."""
    none = integers([rules.options.menu[LAKE, Slot.FORCE][0]])
    return np.asarray(sensible(rules, view(rules, state, LAKE, keys_of(1)), slot, none))[:, 0]


def test_only_a_power_to_which_something_is_owed_is_asked_to_hold(border_rules: Rules) -> None:
    menu = np.arange(*border_rules.options.menu[LAKE, Slot.DIPLOMATIC])
    asks = border_rules.options.promise[menu] >= 0
    assert asks.any()
    for owed in (0, 400):
        state = opening(border_rules, games=1)
        state.owed[:] = owed
        sense = makes_sense(border_rules, state, Slot.DIPLOMATIC)
        assert sense[asks].all() == (owed > 0)
        assert sense[~asks].all()


def test_every_failure_makes_talks_less_worth_a_try(border_rules: Rules) -> None:
    menu = np.arange(*border_rules.options.menu[LAKE, Slot.DIPLOMATIC])
    talks = border_rules.options.broker[menu] >= 0
    state = opening(border_rules, games=1)
    worth = []
    for failures in (0, 1, 3):
        state.failures[:] = failures
        worth.append(
            prospects(border_rules, view(border_rules, state, LAKE, keys_of(1)), Slot.DIPLOMATIC)[:, 0]
        )
    assert (worth[0] == 0).all()
    assert (worth[1][talks] > worth[2][talks]).all()
    assert (worth[2][~talks] == 0).all()


def test_nothing_is_declared_concluded_with_whom_one_does_not_strike(border_rules: Rules) -> None:
    for seat in range(border_rules.powers):
        menu = np.arange(*border_rules.options.menu[seat, Slot.DECLARATORY])
        concludes = border_rules.options.concludes[menu] >= 0
        state = opening(border_rules, games=1)
        none = integers([border_rules.options.menu[seat, Slot.FORCE][0]])
        seen = view(border_rules, state, seat, keys_of(1))
        assert not np.asarray(sensible(border_rules, seen, Slot.DECLARATORY, none))[concludes].any()
