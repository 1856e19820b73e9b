"""Who is harmed: the ground behind a defence, and people at the target who are not under cover."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.strikes import Strikes
from game.rules.tables import Rules
from tests.rules.playing import opening, take_stage

SALVO = "northland:missile_strike/southland/border/limited/core_military/fast/none"
GAMES = 400


def struck(rules: Rules, built_up: int, exposed: int) -> Strikes:
    """What one salvo does in many games behind defences that stop nothing."""
    defences = rules.defences
    open_sky = replace(
        rules,
        defences=replace(
            defences,
            kill=np.zeros_like(defences.kill),
            built_up=np.full_like(defences.built_up, built_up),
            exposed=np.full_like(defences.exposed, exposed),
        ),
    )
    _, step = take_stage(open_sky, opening(open_sky, GAMES), SALVO)
    return step.strikes


def test_where_nobody_lives_nothing_falls_on_populated_areas(border_rules: Rules) -> None:
    assert struck(border_rules, built_up=100, exposed=0).populated.any()
    assert not struck(border_rules, built_up=0, exposed=0).populated.any()


def test_people_under_cover_at_the_target_are_not_killed(border_rules: Rules) -> None:
    assert struck(border_rules, built_up=0, exposed=0).on_target.any()
    assert not struck(border_rules, built_up=0, exposed=0).deaths.any()


@pytest.mark.parametrize("built_up", [0, 100])
def test_more_people_in_the_open_never_mean_fewer_deaths(border_rules: Rules, built_up: int) -> None:
    deaths = [struck(border_rules, built_up, exposed).deaths.mean() for exposed in (0, 50, 200)]
    assert deaths == sorted(deaths)
    assert deaths[0] < deaths[-1]
