"""The days of a turn in words."""

from datetime import date

from game.scenario.models import Clock
from game.session.calendar import days_of_turn, facts_until, first_day_of, turn_words

CLOCK = Clock(start=date(2030, 3, 1), days_per_turn=5, turns=4, facts_until=date(2030, 3, 1))
UNDATED = CLOCK.model_copy(update={"calendar": "days"})


def test_the_days_of_a_turn_follow_from_the_clock():
    assert days_of_turn(CLOCK, 1) == "1 to 5 March 2030"
    assert days_of_turn(CLOCK, 7) == "31 March to 4 April 2030"
    assert first_day_of(CLOCK, 2) == "6 March 2030"
    assert facts_until(CLOCK) == "1 March 2030"


def test_without_dates_the_days_of_the_game_are_counted():
    assert days_of_turn(UNDATED, 2) == "Days 6 to 10"
    assert first_day_of(UNDATED, 2) == "day 6"
    assert facts_until(UNDATED) == ""


def test_a_turn_of_one_day_is_that_day():
    daily = CLOCK.model_copy(update={"days_per_turn": 1})
    assert days_of_turn(daily, 1) == "1 March 2030"
    assert days_of_turn(daily.model_copy(update={"calendar": "days"}), 3) == "Day 3"


def test_a_turn_past_those_to_be_expected_is_told_as_such():
    hidden = CLOCK.model_copy(update={"hidden_end": True})
    told = [turn_words(hidden, turn) for turn in (4, 5)]
    assert told == ["Turn 4 of about 4", "Turn 5, past about 4"]
    assert turn_words(CLOCK.model_copy(update={"hidden_end": False}), 2) == "Turn 2 of 4"
