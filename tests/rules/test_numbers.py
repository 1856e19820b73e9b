"""The numbers of the rules at the ends of what an author may write (rules.md §14)."""

from dataclasses import fields, replace

import numpy as np
import pytest
from pydantic import ValidationError

from game.lab.simulate import random_policy
from game.rules.numbers import Numbers, natural_bounds, natural_defaults
from game.rules.tables import Rules
from game.rules.turn import advance, begin
from game.scenario.models import RuleNumbers
from tests.rules.playing import keys_of

GROUPS = 8


@pytest.mark.parametrize("end", [0, 1], ids=["the least", "the most"])
def test_games_are_played_with_any_numbers_at_an_end_of_their_range(border_rules: Rules, end: int) -> None:
    keys, bounds = keys_of(4, seed=4), natural_bounds()
    for first in range(GROUPS):
        some = fields(Numbers)[first::GROUPS]
        values = {each.name: round(bounds[each.name][end] * each.metadata["per"]) for each in some}
        rules = replace(border_rules, numbers=replace(border_rules.numbers, **values))
        state = begin(rules, keys)
        with np.errstate(all="raise"):
            while state.turn <= 2:
                state = advance(rules, state, random_policy(rules, state, keys), keys).state
        assert (state.block >= rules.low[:, None]).all()
        assert (state.block <= rules.high[:, None]).all()


@pytest.mark.parametrize(
    ("name", "value"), [("veiled_share", 1.5), ("full_leak", 0.0), ("impacts_reference", 0)]
)
def test_a_share_is_no_more_than_the_whole_and_nothing_is_divided_by_nothing(name: str, value: float) -> None:
    with pytest.raises(ValidationError):
        RuleNumbers(**{name: value})


def test_every_default_lies_within_its_bounds() -> None:
    bounds = natural_bounds()
    for name, (natural, *_) in natural_defaults().items():
        assert bounds[name][0] <= natural <= bounds[name][1], name
