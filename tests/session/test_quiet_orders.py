"""Orders that the bulletin tells to few change nothing that the others see (rules.md §4, §7)."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.rules.arrays import IntArray
from game.rules.choices import legal, passes
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, Rules, Stage
from game.rules.turn import advance, begin
from game.session.reporting import Happened, reported
from game.session.wording import Wording
from tests.loading import load_scenario
from tests.rules.playing import keys_of


def single_orders(rules: Rules, state: State) -> Iterator[tuple[int, IntArray]]:
    """Every order that is legal alone, by whom and as everybody's choices; but those that ask a partner.

    A partner's answer shows by itself: it acts, refuses or resents the request.
    """
    options = rules.options
    asks = (options.ask_act >= 0) | (options.ask_restraint >= 0) | options.asks_all
    for power in range(rules.powers):
        for place, slot in enumerate(ORDER_SLOTS):
            first, last = options.menu[power, slot]
            allowed = legal(rules, state, power, slot)[:, 0] & ~asks[first:last]
            for option in np.arange(first + 1, last)[allowed[1:]]:
                choices = passes(rules, Stage.ORDERS, 1)
                choices[power, place] = option
                yield power, choices


@pytest.mark.parametrize("name", ["consulate", "straits_of_marrow"])
def test_what_is_told_to_few_shows_to_nobody_else(name: str):
    loaded = load_scenario(name)
    rules, wording, keys = loaded.rules, Wording(loaded.scenario, loaded.rules), keys_of(1)
    opening = begin(rules, keys)
    quiet, tried = advance(rules, opening, passes(rules, Stage.ORDERS, 1), keys).state, 0
    for power, choices in single_orders(rules, opening):
        after, step = advance(rules, opening, choices, keys)
        (told,) = reported(wording, Happened(opening, after, step, (), frozenset({power}))).revealed
        if told.audience is None or len(told.audience) == rules.powers:
            continue
        others = [seat for seat in range(rules.powers) if seat not in told.audience]
        seen = (rules.sight[others] == Sight.EXACT).any(axis=0)
        moved = np.flatnonzero((after.block[:, 0] != quiet.block[:, 0]) & seen)
        assert not moved.size, (told.words, [rules.layout.entries(int(row)) for row in moved])
        tried += 1
    assert tried > 10
