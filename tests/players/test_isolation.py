"""Whatever level a computer player has, it decides by what its seat can see: the truth may be anything."""

import numpy as np
import pytest

from game.players.levels import EFFORTS, Level, player_at
from game.players.search import Effort
from game.rules.tables import Rules
from game.rules.view import view
from tests.players.searching import others, players, positions
from tests.rules.playing import hidden_from, keys_of

_GARBAGE = 77


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every level looks as far as it does, in fewer worlds."""
    for level, effort in EFFORTS.items():
        quick = Effort(worlds=(2,) * len(effort.worlds), kept=(2,) * len(effort.kept), turns=effort.turns)
        monkeypatch.setitem(EFFORTS, level, quick)


@pytest.mark.parametrize("level", list(Level))
def test_a_poisoned_state_changes_no_decision(rules: Rules, level: Level) -> None:
    keys = keys_of(2, seed=2)
    for number, state in enumerate(positions(rules, keys)[::5]):
        seat = number % rules.powers
        player = player_at(level, rules, players(rules, seat), others(rules, seat))
        seen = view(rules, state, seat, keys)
        before = player.choose(seen, keys)
        state.block[hidden_from(rules, seat)] = _GARBAGE
        after = player.choose(seen, keys)
        np.testing.assert_array_equal(before.choices, after.choices)
        assert before.why() == after.why()


def test_a_view_shares_no_memory_with_the_state(rules: Rules) -> None:
    keys = keys_of(2)
    state = positions(rules, keys)[0]
    seen = view(rules, state, 0, keys)
    assert not np.shares_memory(seen.seen.block, state.block)


@pytest.mark.parametrize("level", [Level.EASY, Level.NORMAL])
def test_what_is_hidden_when_the_view_is_made_changes_no_decision(rules: Rules, level: Level) -> None:
    keys = keys_of(2, seed=2)
    state = positions(rules, keys)[8]
    player = player_at(level, rules, players(rules, 0), others(rules, 0))
    first = player.choose(view(rules, state, 0, keys), keys).choices
    hidden = hidden_from(rules, 0)
    state.block[hidden] = rules.high[hidden, None]
    np.testing.assert_array_equal(player.choose(view(rules, state, 0, keys), keys).choices, first)
