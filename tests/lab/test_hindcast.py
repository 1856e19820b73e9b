"""The hindcast: for every historical choice how often it is made, when, and what follows."""

import json

import pytest

from game.lab.hindcast import Hindsight, hindcast, lines
from tests.loading import load_scenario

GAMES = 60


@pytest.fixture(scope="module")
def found() -> tuple[Hindsight, ...]:
    return hindcast(load_scenario("consulate"), GAMES, seed=1)


def test_every_historical_choice_with_an_order_is_held_against_the_model(
    found: tuple[Hindsight, ...],
) -> None:
    scenario = load_scenario("consulate").scenario
    told = [(each.power, each.order) for each in found]
    assert told == [(each.power, each.order) for each in scenario.historical if each.order]


def test_shares_agree_with_each_other(found: tuple[Hindsight, ...]) -> None:
    for each in found:
        assert each.games == GAMES
        assert 0 <= each.by_then.value <= each.ever.value <= 1
        assert (each.mean_turn == 0) == (each.ever.value == 0)
        assert sum(each.instead.values()) <= 1 + 1e-2
        labels = [part for name, part in each.settings.items() if name.startswith("label")]
        assert not labels or sum(labels) == pytest.approx(1, abs=1e-2)


def test_the_turn_of_a_choice_is_that_of_its_date(found: tuple[Hindsight, ...]) -> None:
    turns = {(each.power, each.order): each.turn for each in found}
    assert turns["iran", "announced_salvo"] == 3
    assert turns["israel", "limited_air_strike"] == 4


def test_scripts_that_never_strike_never_made_the_historical_strike() -> None:
    for each in hindcast(load_scenario("consulate"), 20, seed=1, players="talk"):
        if each.order == "announced_salvo":
            assert each.ever.value == 0
            assert each.settings == {}


def test_the_report_is_told_in_words_and_as_json(found: tuple[Hindsight, ...]) -> None:
    assert len(json.loads(json.dumps([each.as_data() for each in found]))) == len(found)
    told = "\n".join(lines(found))
    for each in found:
        assert each.order in told
