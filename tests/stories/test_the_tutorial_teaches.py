"""What the tutorial is there to show: notice and target decide whether an answer that pays is taken for the end."""

import numpy as np
import pytest

from game.lab.simulate import doctrine_policy, play_tile
from game.rules.tables import Ending, Rules
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario
from game.session.opponents import opponents
from tests.conftest import CONSULATE
from tests.stories.telling import Story

ANSWER = "avel:avel_strike/boren/border/large/core_military"
WITH_NOTICE = f"{ANSWER}/slow/announced"
WITHOUT_NOTICE = f"{ANSWER}/fast/none"


@pytest.fixture(scope="module")
def tutorial() -> Scenario:
    return read(CONSULATE.parent / "two_messages.yaml", Scenario)


@pytest.fixture(scope="module")
def tables(tutorial: Scenario) -> Rules:
    return compiled(tutorial)


def test_both_answers_pay_most_of_what_is_owed(tables: Rules) -> None:
    for answer in (WITH_NOTICE, WITHOUT_NOTICE):
        owed = Story(tables).stage(answer).value("owed", "avel", "boren")
        assert (owed <= 60).all()


def test_an_answer_with_notice_opens_hardly_a_window_and_one_without_opens_it_mostly(tables: Rules) -> None:
    with_notice = Story(tables).stage(WITH_NOTICE).value("window", "boren", "avel")
    without_notice = Story(tables).stage(WITHOUT_NOTICE).value("window", "boren", "avel")
    assert with_notice.mean() < 0.25
    assert without_notice.mean() > 0.75


def test_a_red_line_is_crossed_by_a_strike_on_towns_and_by_no_other(tables: Rules) -> None:
    drawn = "boren:boren_red_line/boren_energy/3"
    assert not Story(tables).stage(drawn, WITH_NOTICE).value("crossed_now", "boren", "avel").any()
    at_towns = "avel:avel_strike/boren/border/limited/energy/slow/announced"
    assert Story(tables).stage(drawn, at_towns).value("window", "boren", "avel").all()


def test_computer_players_play_it_to_its_end_without_partners_talks_or_promises(
    tutorial: Scenario, tables: Rules
) -> None:
    players = list(opponents(tutorial, tables).values())
    tile = play_tile(tables, doctrine_policy(players), 1, np.arange(60, dtype=np.int32))
    assert (tile.ending == Ending.HORIZON).all()
    assert (tile.turns == 2).all()
