"""The doctrines of a scenario against each other (rules.md §13)."""

import pytest

from game.lab.doctrines import DoctrineResult, compare, lines
from game.rules.tables import Rules
from game.scenario.models import Scenario

GAMES = 1600


@pytest.fixture(scope="module")
def results(consulate_scenario: Scenario, consulate_rules: Rules) -> tuple[DoctrineResult, ...]:
    return compare(consulate_scenario, consulate_rules, GAMES, seed=3)


def test_no_doctrine_is_the_best_reply_to_everything(results: tuple[DoctrineResult, ...]) -> None:
    assert len(results) == 12
    for each in results:
        assert each.best_against < each.combinations, each.doctrine


def test_who_seeks_force_meets_war_more_often_than_who_seeks_restraint(
    results: tuple[DoctrineResult, ...],
) -> None:
    war = {each.doctrine: each.war for each in results}
    assert war["iran_force"] > war["iran_restraint"]
    assert war["israel_force"] > war["israel_restraint"]


def test_every_game_counts_for_one_doctrine_of_each_power(
    border_scenario: Scenario, border_rules: Rules
) -> None:
    results = compare(border_scenario, border_rules, games=100, seed=3)
    for power in border_scenario.powers:
        assert sum(each.games for each in results if each.power == power) == 100
        best = [each for each in results if each.power == power]
        assert sum(each.best_against for each in best) == best[0].combinations


def test_the_comparison_is_told_by_power(border_scenario: Scenario, border_rules: Rules) -> None:
    results = compare(border_scenario, border_rules, games=100, seed=3)
    told = list(lines(results))
    assert len(told) == len(border_scenario.powers) + len(results)
