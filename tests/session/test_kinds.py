"""A hypothetical scenario says so for as long as its game is on."""

from game.session.kinds import FICTIONAL, HYPOTHETICAL, caption
from tests.loading import load_scenario


def test_a_hypothetical_scenario_is_said_to_be_one():
    assert caption(load_scenario("strait").scenario) == HYPOTHETICAL


def test_a_fictional_scenario_and_one_under_invented_names_are_said_to_be_invented():
    assert caption(load_scenario("two_messages").scenario) == FICTIONAL
    assert caption(load_scenario("consulate", skin="fictional").scenario) == FICTIONAL


def test_of_the_record_nothing_needs_to_be_said():
    assert caption(load_scenario("consulate").scenario) == ""
