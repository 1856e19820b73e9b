"""Where numbers and accounts of the past come from."""

from collections.abc import Callable

import pytest

from game.scenario.checks import defects
from game.scenario.load import validated
from game.scenario.models import Scenario
from game.scenario.source import Source

Lines = Callable[[str], list[str]]


HISTORICAL = (
    "kind: historical, historical: [{power: northland, date: 2030-02-20, text: A, source: [rulebook]}]"
)


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        ("kind: historical", ["kind: a historical scenario records what was chosen: add historical"]),
        (
            f"{{{HISTORICAL}, nuclear: {{source: []}}}}",
            ["nuclear: the numbers here name no source; if they are an estimate, say so in note"],
        ),
        (f"{{{HISTORICAL}, nuclear: {{source: [], note: An estimate}}}}", []),
        (
            "historical: [{power: northland, date: 2031-01-01, text: A, source: [], order: air_strike}]",
            [
                "historical[0].date: is after clock.facts_until, 2030-03-01; move one of them",
                "historical[0].source: what was chosen needs a source",
                "historical[0].order: northland cannot give this order",
            ],
        ),
    ],
)
def test_an_account_of_the_past_says_where_it_comes_from(told: Lines, change: str, messages: list[str]):
    assert told(change) == messages


def test_sources_may_only_be_missing_from_fiction(changed: Callable[[str], Source]):
    scenario = validated(changed("kind: hypothetical"), Scenario)
    scenario = scenario.model_copy(update={"sources": {}})
    assert (("sources",), "a hypothetical scenario needs sources") in list(defects(scenario))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            f"{{{HISTORICAL}, camps: {{northern: {{cohesion: 5}}}}, nuclear: {{confidence: null}}}}",
            "nuclear: the numbers here give no confidence (H, M or L)",
        ),
        (
            "populations: {hill_villagers: {killed: {said: ''}}}",
            "populations.hill_villagers.killed: does not tell players who said so, and when: add said",
        ),
        (
            "powers: {northland: {briefing: {reasons: None}}}",
            "powers.northland.briefing: has 42 words, where the mean of all is 51",
        ),
        (
            "talks: {border_talks: {opening: 3}}",
            "promises.talks_for_north.outcome: the talks start at 3, so nobody can promise it",
        ),
    ],
)
def test_advice_does_not_keep_a_scenario_from_being_played(advised: Lines, change: str, message: str):
    assert message in advised(change)
