"""Red lines (rules.md §7)."""

import numpy as np

from game.rules.tables import Slot
from game.rules.turn import advance
from tests.rules.playing import choices_with, keys_of, opening


def strikes_at_israel(rules, covert):
    """A strike order of Iran at Israel on the direct front, by its key."""
    options = rules.options
    first, last = options.menu[0, Slot.FORCE]
    menu = np.arange(first, last)
    direct = rules.layout.names["front"].index("direct")
    fits = options.strike[menu] & (options.covert[menu] == covert) & (options.front[menu] == direct)
    return options.keys[int(menu[fits & (options.readiness[menu] <= 400)][0])]


def crossed(rules, key):
    """Whether the line about Israel's ground is crossed after a turn in which only this was ordered."""
    state = opening(rules)
    line = int(np.flatnonzero(state.line_stake[:, 0] > 0)[0])
    after = advance(rules, state, choices_with(rules, state, (key,)), keys_of(1)).state
    return bool(after.line_crossed[line, 0])


def test_an_open_strike_crosses_the_line_that_forbids_it(consulate_rules):
    assert crossed(consulate_rules, strikes_at_israel(consulate_rules, covert=False))


def test_an_act_that_nobody_claims_crosses_no_line(consulate_rules):
    assert not crossed(consulate_rules, strikes_at_israel(consulate_rules, covert=True))
