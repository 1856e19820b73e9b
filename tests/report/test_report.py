"""What a finished game says of itself agrees with its log and its course."""

from pathlib import Path

import pytest

from game.report.debrief import debrief
from game.report.decisions import decisions, last_decisions
from game.report.outcome import outcome
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from tests.loading import load_scenario

BORDER = Path(__file__).parents[1] / "fixtures" / "border.yaml"


def new_game():
    loaded = load_scenario(BORDER)
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, ["northland=human"]), 5)


@pytest.fixture(scope="module")
def game():
    session = new_game()
    while not session.over:
        for seat in session.waiting:
            session.commit(seat, session.draft(seat).keys(), reason="Waiting is cheaper.")
        for _ in session.work():
            pass
    return session


def test_nothing_is_said_of_a_game_that_goes_on():
    session = new_game()
    with pytest.raises(SessionError):
        outcome(session)
    with pytest.raises(SessionError):
        debrief(session)


def test_every_written_reason_is_kept(game):
    written = [chosen.reason for entry in game.entries for chosen in entry.choices if chosen.reason]
    assert [decision.reason for decision in decisions(game) if decision.reason] == written


def test_to_let_it_be_is_a_decision_of_a_person_also_without_a_reason():
    session = new_game()
    seat = session.waiting[0]
    session.commit(seat, session.draft(seat).nothing)
    for _ in session.work():
        pass
    first = next(each for each in decisions(session) if each.by == "person")
    assert (first.choices, first.reason) == ((), "")


def test_logged_reasons_name_no_ids(game):
    ids = [name for name in game.rules.layout.names["actor"] if "_" in name]
    for decision in decisions(game):
        for step in decision.steps:
            assert not any(name in step for name in ids)
            assert not any(key in step for key in game.rules.options.keys if ":" in key)


def test_the_last_decisions_are_no_passes(game):
    last = last_decisions(game, 3)
    assert len(last) <= 3
    assert all(decision.choices for decision in last)


def test_courses_have_a_value_for_each_turn_and_the_end(game):
    told = debrief(game)
    for course in (*told.rungs, *told.owed, *told.credibility, *told.toll):
        assert len(course.values) == len(told.turns)
    assert told.turns[-1] == "end"


def test_courses_begin_with_the_opening_and_end_with_the_truth(game):
    told = debrief(game)
    state = game.history()[-1]
    assert [course.values[-1] for course in told.rungs] == state.rung[:, 0].tolist()
    assert [course.values[0] for course in told.rungs] == [
        front.rung for front in game.scenario.fronts.values()
    ]


def test_the_toll_that_the_game_added_is_the_course_of_it(game):
    here = [line.killed_here for line in outcome(game).toll]
    assert here == [course.values[-1] for course in debrief(game).toll]


def test_the_toll_at_the_end_keeps_the_span_of_what_was_counted_before(game):
    for line, people in zip(outcome(game).toll, game.scenario.populations.values(), strict=True):
        assert line.killed_least <= line.killed <= line.killed_most
        assert line.killed_most - line.killed_least == people.killed.high - people.killed.low
        assert bool(line.span) == (people.killed.high > people.killed.low)


def test_the_score_is_no_better_than_its_weakest_leg_allows(game):
    for result in outcome(game).results:
        mean = sum(result.criteria.values()) / 4
        assert result.score <= mean + result.criteria[result.weakest] + 1.5 + 2 + 0.02 or result.score == 0.5


def test_every_assumption_is_named_with_what_is_disputed(game):
    told = debrief(game).assumptions
    assert len(told) == len(type(game.scenario.assumptions).model_fields)
    assert all(each.claim and each.disputed for each in told)


def test_history_is_told_in_the_order_of_its_days(game):
    told = [each.date for each in debrief(game).historical]
    dates = sorted(choice.date for choice in game.scenario.historical)
    assert told == [f"{date.day} {date:%B %Y}" for date in dates]
