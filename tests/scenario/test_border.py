"""The invented conflict of tests/fixtures: it loads, and play at random reaches an end."""

from pathlib import Path

import numpy as np

from game.rules.chance import Chance, game_keys
from game.rules.choices import at_random
from game.rules.tables import Ending, Stage
from game.rules.turn import advance, begin
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


def test_every_game_played_at_random_ends() -> None:
    rules = compiled(read(BORDER, Scenario))
    keys = game_keys(1, np.arange(16, dtype=np.int32))
    state = begin(rules, keys)
    for _ in range((rules.turns + rules.hidden_end) * len(Stage)):
        choices = at_random(rules, state, Chance(keys, state.turn, state.stage))
        state = advance(rules, state, choices, keys).state
    assert (state.ending != Ending.PLAYING).all()


def test_every_order_of_a_power_gives_it_an_option() -> None:
    scenario = read(BORDER, Scenario)
    given = {key.split("/")[0] for key in compiled(scenario).options.keys}
    wanted = {f"{power}:{order}" for order, what in scenario.orders.items() for power in what.by}
    assert wanted <= given
