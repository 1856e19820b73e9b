"""A hypothetical scenario says so for as long as its game is on."""

import pytest

from game.scenario.shipped import load_scenario
from game.session.kinds import HYPOTHETICAL, caption


def test_a_hypothetical_scenario_is_said_to_be_one():
    assert caption(load_scenario("strait").scenario) == HYPOTHETICAL


@pytest.mark.parametrize("name", ["consulate", "two_messages"])
def test_of_the_record_and_of_what_is_invented_nothing_needs_to_be_said(name):
    assert caption(load_scenario(name).scenario) == ""
