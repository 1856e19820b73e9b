"""What a computer player prepares and uses in secret."""

from dataclasses import replace

import numpy as np
import pytest

from game.players.computer import ComputerPlayer
from game.players.doctrine import DEFAULT, Aim
from game.rules.arrays import IntArray
from game.rules.state import State
from game.rules.tables import Rules, Slot
from game.rules.view import view
from tests.rules.playing import keys_of, opening, option

GAMES, SOUTH = 200, 1
USE = "southland:use_fuses/fuses"


def forced(rules: Rules, state: State, aim: Aim) -> IntArray:
    """The force orders of Southland in every game of a batch."""
    keys = keys_of(state.games)
    player = ComputerPlayer(rules, SOUTH, replace(DEFAULT, aim=aim))
    return player.choose(view(rules, state, SOUTH, keys), keys).choices[Slot.FORCE]


def quiet(rules: Rules, **values: dict[tuple[str, ...], int]) -> State:
    """Nothing is owed, and no front is hot."""
    state = opening(rules, games=GAMES, **values)
    state.owed[:] = 0
    state.humiliation[:] = 0
    state.rung[:] = 0
    return state


@pytest.mark.parametrize("aim", [Aim.BALANCE, Aim.FORCE])
def test_an_asset_about_to_be_found_is_used(border_rules: Rules, aim: Aim) -> None:
    state = quiet(border_rules, asset_progress={("fuses",): 2}, asset_exposed={("fuses",): 1})
    assert (forced(border_rules, state, aim) == option(border_rules, USE)).all()


def test_an_asset_that_is_safe_waits_for_its_day(border_rules: Rules) -> None:
    state = quiet(border_rules, asset_progress={("fuses",): 2})
    assert not (forced(border_rules, state, Aim.FORCE) == option(border_rules, USE)).any()


def test_in_quiet_times_some_prepare_and_who_seeks_restraint_does_not(border_rules: Rules) -> None:
    state = quiet(border_rules)
    secret = [
        number
        for number, key in enumerate(border_rules.options.keys)
        if key.startswith(("southland:prepare_fuses", "southland:place_sources"))
    ]
    shares = [np.isin(forced(border_rules, state, aim), secret).mean() for aim in Aim]
    by_aim = dict(zip(Aim, shares, strict=True))
    assert by_aim[Aim.RESTRAINT] == 0
    assert 0 < by_aim[Aim.BALANCE] < by_aim[Aim.FORCE]


def test_nobody_starts_what_cannot_be_finished_in_time(border_rules: Rules) -> None:
    state = quiet(border_rules)
    state.turn = border_rules.turns
    build = option(border_rules, "southland:prepare_fuses/fuses")
    assert not (forced(border_rules, state, Aim.FORCE) == build).any()
