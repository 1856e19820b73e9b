"""The three readings of the articles come out of play by computer players in shipped scenarios, and are told.

No script: doctrines decide. An exchange that closes, one that is held open by a promise and paid with interest, and a
spiral that nobody wants (rules.md §1). Nobody here is of a doctrine that seeks force.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from game.lab.simulate import Tile, doctrine_policy, play_tile
from game.rules.arrays import integers
from game.rules.tables import Ending
from game.rules.tracks import Tally
from game.session.opponents import opponents
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.loading import load_scenario

GAMES, SEEDS = 400, range(1, 25)


def played(scenario: str) -> Tile:
    """Games in which every seat draws one of its doctrines."""
    loaded = load_scenario(scenario)
    policy = doctrine_policy(list(opponents(loaded.scenario, loaded.rules).values()))
    return play_tile(loaded.rules, policy, 1, integers(np.arange(GAMES)))


def share(games: np.ndarray) -> float:
    return float(games.mean())


def counted(tile: Tile, what: Tally) -> np.ndarray:
    """Which games counted something at least once."""
    return np.asarray(tile.tally[list(Tally).index(what)] > 0)


def test_exchanges_close_in_a_fair_share_of_games_of_april_2024() -> None:
    assert share(counted(played("consulate"), Tally.EXCHANGES_CLOSED)) >= 0.12


def test_promises_break_and_are_paid_with_interest_in_the_summer_of_2024() -> None:
    tile = played("guest")
    paid = counted(tile, Tally.SETTLED_WITH_INTEREST)
    assert share(paid) >= 0.05
    assert (paid <= counted(tile, Tally.PROMISES_BROKEN)).all()


def test_spirals_come_to_the_brink_and_some_to_a_war() -> None:
    tile = played("north")
    assert share(counted(tile, Tally.BRINKS)) >= 0.05
    assert 0.05 <= share(tile.ending == Ending.REGIONAL_WAR) <= 0.35


def bulletin(scenario: str, seats: Sequence[str], seed: int) -> Iterator[str]:
    """Every line of one game, whoever is told it."""
    loaded = load_scenario(scenario)
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, list(seats)), seed)
    for _ in session.work():
        pass
    return (line.text for report in session.reports for line in report.headlines)


def tells(lines: Iterator[str], story: Sequence[str]) -> bool:
    """Whether lines begin as those of a story do, in its order."""
    return all(any(line.startswith(part) for line in lines) for part in story)


@pytest.mark.parametrize(
    ("scenario", "seats", "story"),
    [
        (
            "consulate",
            ["iran=easy:iran_balance", "israel=easy:israel_balance", "us=easy:us_restraint"],
            [
                "Iran launched",
                "Iran crossed a red line of Israel",
                "A reply window opened: Israel toward Iran",
                "Israel launched 3 air-launched weapons at Iran",
                "An exchange of blows closed",
            ],
        ),
        (
            "guest",
            ["iran=easy:iran_balance", "israel=easy:israel_balance", "us=easy:us_balance"],
            [
                "Iran agreed to hold for a promise of the United States",
                "Iran saw a promise broken by the United States",
                "Iran launched",
                "Iran struck Israel with interest",
            ],
        ),
        (
            "guest",
            ["iran=easy:iran_balance", "israel=easy:israel_balance", "us=easy:us_balance"],
            ["Control was lost", "Iran: stop", "Israel: stop", "A regional war began"],
        ),
    ],
    ids=["an exchange that closes", "held and paid with interest", "a spiral that neither wants"],
)
def test_some_game_of_a_few_tells_the_story_from_its_beginning_to_its_end(
    scenario: str, seats: list[str], story: list[str]
) -> None:
    assert any(tells(bulletin(scenario, seats, seed), story) for seed in SEEDS)
