"""Games played side by side: everybody chooses from its own view, and ended games are taken off."""

import numpy as np

from game.players.batch import Batch, choices_of
from game.rules.arrays import IntArray
from game.rules.choices import ask, passes
from game.rules.tables import Ending, Rules, Slot, Stage
from tests.players.searching import players, positions
from tests.rules.playing import keys_of, opening

GAMES = 10


class Noting(Batch):
    """Remembers the places of games that were taken off."""

    def __init__(self, *of) -> None:
        super().__init__(*of)
        self.left: list[int] = []

    def leave(self, games: IntArray) -> None:
        self.left += self.place[games].tolist()


def batch(rules: Rules, ended: list[int]) -> Noting:
    state = opening(rules, games=GAMES)
    state.ending[ended] = Ending.SETTLEMENT
    return Noting(state, keys_of(GAMES))


def test_a_few_ended_games_stay_until_they_are_many(border_rules: Rules) -> None:
    few, many = batch(border_rules, [3]), batch(border_rules, [1, 3, 7])
    for each in (few, many):
        each.clear()
    assert few.left == []
    assert len(few.keys) == GAMES
    assert many.left == [1, 3, 7]
    assert many.place.tolist() == [0, 2, 4, 5, 6, 8, 9]
    assert many.state.games == len(many.keys) == 7


def test_every_ended_game_is_taken_off_where_that_is_asked_for(border_rules: Rules) -> None:
    games = batch(border_rules, [3])
    games.clear_all()
    assert games.left == [3]
    assert not games.empty
    games.clear_all()
    assert games.left == [3]


def test_games_that_have_all_ended_leave_nothing(border_rules: Rules) -> None:
    games = batch(border_rules, list(range(GAMES)))
    games.clear()
    assert games.empty
    assert games.left == list(range(GAMES))


def test_only_those_who_decide_are_asked_and_each_sees_its_own_view(border_rules: Rules) -> None:
    rules, state, keys = border_rules, opening(border_rules, games=GAMES), keys_of(GAMES)
    asked = ask(rules, state)
    asked.deciding[0, [2, 5]] = False
    seats: list[tuple[int, list[int]]] = []

    def chooser(seat: int):
        _, last = rules.options.menu[seat, Slot.FORCE]

        def choose(seen, keys, games):
            seats.append((seen.seat, games.tolist()))
            chosen = passes(rules, Stage.ORDERS, seen.games)[seat]
            chosen[0] = last - 1
            return chosen

        return choose

    choices = choices_of(rules, state, keys, asked.deciding, {0: chooser(0)})
    deciding = [game for game in range(GAMES) if game not in (2, 5)]
    assert seats == [(0, deciding)]
    expected = passes(rules, Stage.ORDERS, GAMES)
    expected[0, 0, deciding] = rules.options.menu[0, Slot.FORCE][1] - 1
    np.testing.assert_array_equal(choices, expected)


def test_what_is_chosen_does_not_depend_on_how_many_decide(border_rules: Rules) -> None:
    rules, keys = border_rules, keys_of(GAMES)
    player = players(rules, 0)[0]
    for state in positions(rules, keys):
        every, some = np.ones((rules.powers, GAMES), dtype=np.bool_), np.arange(GAMES) % 3 > 0
        choosers = {0: lambda seen, keys, games: player.choices(seen, keys)}
        together = choices_of(rules, state, keys, every, choosers)
        apart = choices_of(rules, state, keys, every & some, choosers)
        np.testing.assert_array_equal(together[:, :, some], apart[:, :, some])
