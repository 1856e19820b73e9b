"""What happened before a game begins, as its opening position."""

from pathlib import Path

import pytest

from game.rules.arrays import IntArray
from game.scenario.compile import compiled
from game.scenario.extends import merged
from game.scenario.load import validated
from game.scenario.models import Scenario
from game.scenario.source import parse

BORDER = (Path(__file__).parents[1] / "fixtures" / "border.yaml").read_text("utf-8")


def opened(change: str, track: str, entry: str) -> int:
    """The opening value of a track in the small conflict after a change, in units of the rules."""
    scenario = validated(merged(parse(BORDER, "border"), parse(change, "change")), Scenario, ())
    rules = compiled(scenario)
    opening: IntArray = rules.opening
    return int(opening[rules.layout.row(track, entry)])


@pytest.mark.parametrize(("answers", "age"), [(0, 0), (1, 2), (2, 1)])
def test_a_line_crossed_before_the_game_can_be_answered_for_as_many_turns_as_it_says(answers: int, age: int):
    change = f"lines: {{south_soil: {{opening_crossed: {answers}}}}}"
    assert opened(change, "line_crossed", "south_soil") == age


def test_a_partner_can_begin_in_disarray():
    assert opened("partners: {hill_fighters: {disarray: 2}}", "disarray", "hill_fighters") == 2
    assert opened("{}", "disarray", "hill_fighters") == 0
