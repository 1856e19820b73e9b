"""Matches: every seating with the same dice, and shares that say who is better rather than who sat where."""

import json

import pytest

from game.lab.contestants import UnknownContestant, contestant, names
from game.lab.match import WrongMatch, lines, match
from game.scenario.shipped import Loaded
from tests.conftest import BORDER
from tests.loading import load_scenario


@pytest.fixture(scope="module")
def border() -> Loaded:
    return load_scenario(BORDER)


def test_players_of_equal_strength_win_as_often_as_parity_says(border: Loaded) -> None:
    result = match(border, "talk", ["talk", "talk"], games=60, seed=1)
    assert result.games == 60
    assert result.a_share.value == pytest.approx(result.parity, abs=1e-3)
    assert result.a_share_raw.value == pytest.approx(result.parity, abs=1e-3)
    assert result.a_better.value == pytest.approx(0.5)


def test_the_shares_of_all_players_of_a_match_add_up_to_all_games(border: Loaded) -> None:
    three = ("absorb", "match_owed", "talk")
    shares = [match(border, a, [b for b in three if b != a], games=60, seed=1).a_share.value for a in three]
    assert sum(shares) == pytest.approx(1)


def test_the_same_seed_gives_the_same_match(border: Loaded) -> None:
    once, again = (match(border, "restraint", ["talk", "random"], games=30, seed=4) for _ in range(2))
    assert once == again


def test_a_player_who_goes_by_the_name_of_another_is_still_told_apart(border: Loaded) -> None:
    result = match(border, "absorb", ["absorb", "talk"], games=60, seed=1)
    assert 0 < result.a_share.value < 0.5 + 1e-9


def test_progress_is_told_to_the_end(border: Loaded) -> None:
    told: list[tuple[int, int]] = []
    match(
        border,
        "absorb",
        ["talk", "talk"],
        games=30,
        seed=1,
        progress=lambda done, of: told.append((done, of)),
    )
    assert told[-1] == (30, 30)


def test_a_match_takes_as_many_players_as_there_are_seats(border: Loaded) -> None:
    with pytest.raises(WrongMatch, match="3 seats"):
        match(border, "absorb", ["talk"], games=6, seed=1)


def test_everybody_who_is_listed_can_sit_down(border: Loaded) -> None:
    for seat in range(border.rules.powers):
        for name in names(border, seat):
            assert contestant(border, seat, name).seat == seat


def test_a_name_that_nobody_has_is_answered_with_those_who_can_play(border: Loaded) -> None:
    with pytest.raises(UnknownContestant, match=r"absrob.*absorb.*random"):
        contestant(border, 0, "absrob")


def test_a_match_is_told_as_json_and_in_words(border: Loaded) -> None:
    result = match(border, "absorb", ["talk", "random"], games=12, seed=1)
    data = json.loads(json.dumps(result.as_data()))
    low, high = data["a_share_interval"]
    assert low <= data["a_share"] <= high
    assert len(list(lines(result))) == 4 + border.rules.powers
