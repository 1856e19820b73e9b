"""Tournaments: every combination in every seat, with the same dice whoever plays, in as many processes as one likes."""

from dataclasses import replace

import numpy as np
import pytest

from game.lab.contestants import UnknownContestant, contestant
from game.lab.simulate import doctrine_policy, play_tile
from game.lab.standings import Seat
from game.lab.tournament import Field, Results, field_of, play
from game.rules.arrays import IntArray
from game.scenario.shipped import Loaded
from game.scenario.switches import switched
from tests.conftest import BORDER
from tests.loading import load_scenario

PLAYERS = ("absorb", "talk", "match_owed")
GAMES = 6


def without_events(field: Field, scores: IntArray) -> Results:
    """Results of which only the scores are known."""
    nothing = np.zeros_like(scores)
    return Results(field, scores, nothing[..., 0, :], nothing, nothing[..., :0, :])


@pytest.fixture(scope="module")
def border() -> Loaded:
    return load_scenario(BORDER)


@pytest.fixture(scope="module")
def results(border: Loaded) -> Results:
    return play(field_of(border, str(BORDER), PLAYERS), GAMES, seed=3, processes=1)


def test_every_lineup_is_played_as_if_it_were_played_alone(border: Loaded, results: Results) -> None:
    for lineup in ((0, 1, 2), (2, 2, 0)):
        players = [contestant(border, seat, PLAYERS[player]) for seat, player in enumerate(lineup)]
        tile = play_tile(border.rules, doctrine_policy(players), 3, np.arange(GAMES, dtype=np.int32))
        for part in ("scores", "ending", "fell", "killed"):
            np.testing.assert_array_equal(getattr(results, part)[lineup], getattr(tile, part))


def test_a_field_can_have_mechanisms_switched(border: Loaded) -> None:
    field = replace(field_of(border, str(BORDER), ("always_decisive",)), switched=("weakest_leg",))
    found = play(field, GAMES, seed=3, processes=1)
    other = switched(border, ["weakest_leg"]).rules
    players = [contestant(border, seat, "always_decisive") for seat in range(3)]
    tile = play_tile(other, doctrine_policy(players), 3, np.arange(GAMES, dtype=np.int32))
    np.testing.assert_array_equal(found.scores[0, 0, 0], tile.scores)


def test_two_processes_find_what_one_finds(border: Loaded) -> None:
    field = field_of(border, str(BORDER), ("absorb", "talk"))
    one, two = (play(field, 2, seed=3, processes=processes) for processes in (1, 2))
    np.testing.assert_array_equal(one.scores, two.scores)


def test_all_scripts_and_doctrines_take_part_unless_others_are_named(border: Loaded) -> None:
    for names in field_of(border, str(BORDER)).players:
        assert {"absorb", "random", "restraint"} <= set(names)


def test_a_player_that_some_seat_does_not_have_is_refused(border: Loaded) -> None:
    with pytest.raises(UnknownContestant, match="northland_restraint"):
        field_of(border, str(BORDER), ("northland_restraint",))


def test_who_is_always_a_point_worse_is_a_point_short() -> None:
    """Two policies, one always a point better: the other is a point short, against every combination."""
    scores = np.zeros((2, 2, 2, 3, 4), dtype=np.int32)
    scores[1, :, :, 0] = 100
    field = Field("none", (("worse", "better"),) * 3)
    seat = Seat(without_events(field, scores), 0)
    assert [row.policy for row in seat.rows()] == ["better", "worse"]
    assert seat.shortfalls().tolist() == [1.0, 0.0]
    assert seat.dominant() == ("better",)
    assert [row.best_reply_in for row in seat.rows()] == [1.0, 0.0]


def test_a_best_reply_is_not_measured_in_the_game_in_which_it_was_found() -> None:
    """Two policies, each better in one of two games: luck makes neither a best reply in the other game."""
    scores = np.zeros((2, 1, 1, 3, 2), dtype=np.int32)
    scores[0, 0, 0, 0, 0] = scores[1, 0, 0, 0, 1] = 100
    field = Field("none", (("one", "other"), ("rival",), ("patron",)))
    seat = Seat(without_events(field, scores), 0)
    assert seat.shortfalls().tolist() == [-0.5, -0.5]


def test_payoffs_are_told_against_every_combination_of_rivals(border: Loaded, results: Results) -> None:
    powers = list(border.scenario.powers)
    payoff = Seat(results, 1).payoff(powers)
    assert list(payoff) == list(PLAYERS)
    cell = payoff["talk"][f"{powers[0]} absorb, {powers[2]} match_owed"]
    assert cell["low"] <= cell["mean"] <= cell["high"]
    assert cell["mean"] == pytest.approx(results.scores[0, 1, 2, 1].mean() / 100, abs=1e-3)
