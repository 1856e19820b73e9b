"""The clock of a decision: it ends once, only passes, and stands where it stood in a game that is reopened."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.decisions import decisions, facilitated
from game.rules.tables import PASSES, Stage
from game.session.countdown import Countdown
from game.session.facilitator import Facilitator
from game.session.kept import KeptGame
from game.session.replay import replayed
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from tests.conftest import BORDER
from tests.loading import load_scenario
from tests.session.people import exhaust, random_keys

NOTHING = (*PASSES, ":absorb", ":stop")
EVERYBODY = ["northland=human", "southland=human", "lakeland=human"]


@pytest.fixture(scope="module")
def loaded():
    return load_scenario(BORDER)


@pytest.fixture
def kept(loaded, tmp_path):
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, EVERYBODY), 2)
    return KeptGame.begun(session, Saves(tmp_path))


def again(kept):
    """The game as it lies on the disk."""
    return KeptGame.resumed(kept.saves.newest(), kept.saves)


@given(st.lists(st.floats(0.001, 40), min_size=60, max_size=200))
def test_time_runs_out_at_most_once_and_only_when_all_of_it_has_passed(steps):
    countdown = Countdown(120)
    ends = [countdown.run(step) for step in steps]
    assert ends.count(True) == (countdown.left <= 0)
    assert countdown.seconds >= 0
    assert (countdown.seconds == 0) == (True in ends)


def test_an_offer_an_answer_and_the_brink_have_half_of_what_orders_have():
    lengths = {stage: Countdown.of(5, stage).seconds for stage in Stage}
    assert lengths.pop(Stage.ORDERS) == 300
    assert set(lengths.values()) == {150}


def test_five_more_minutes_are_five_more_minutes():
    countdown = Countdown(12.5)
    countdown.extend()
    assert countdown.left == 312.5


def test_the_clock_only_ever_passes_whatever_happened_before(kept):
    choose = random.Random(7)
    while not kept.session.over:
        seat = kept.session.waiting[0]
        if choose.random() < 0.5:
            kept.commit(seat, random_keys(kept.session, seat, choose))
        else:
            kept.pass_by_clock(seat)
        exhaust(kept)
    by_clock = [each for entry in kept.session.entries for each in entry.choices if each.by == "clock"]
    assert by_clock
    assert all(key.endswith(NOTHING) for each in by_clock for key in each.options)
    assert not any(each.reason for each in by_clock)


def test_a_game_that_the_clock_passed_in_is_replayed_as_it_was(kept):
    kept.pass_by_clock(0)
    pending = again(kept).session.pending
    assert pending == kept.session.pending
    assert pending[0].by == "clock"
    for seat in kept.session.waiting:
        kept.commit(seat, kept.session.draft(seat).keys())
    exhaust(kept)
    reopened = replayed(kept.file())
    assert reopened.read_only == ""
    assert [entry.hash for entry in reopened.entries] == [entry.hash for entry in kept.session.entries]


def test_the_debrief_says_that_it_was_the_clock_and_who_had_more_time(kept):
    kept.countdown = Countdown(3)
    Facilitator(kept).extend()
    kept.pass_by_clock(0)
    for seat in kept.session.waiting:
        kept.commit(seat, kept.session.draft(seat).keys())
    exhaust(kept)
    (told,) = [each for each in decisions(kept.session) if each.by == "clock"]
    assert (told.name, told.choices) == ("Northland", ())
    assert "clock" in told.note
    (act,) = facilitated(kept.session)
    assert act.words == "Gave more time: 5 more minutes for Northland"


def test_time_that_was_left_is_left_when_the_game_is_reopened(kept):
    kept.countdown = Countdown(61.2)
    kept.save()
    assert again(kept).countdown == Countdown(62)


def test_the_next_decision_has_its_own_time(kept):
    for decide in (kept.pass_by_clock, lambda seat: kept.commit(seat, kept.session.draft(seat).keys())):
        kept.countdown = Countdown(10)
        decide(kept.session.waiting[0])
        assert kept.countdown is None
        assert again(kept).countdown is None


def test_without_a_clock_nobody_gets_more_time(kept):
    with pytest.raises(SessionError, match="No decision has a clock"):
        Facilitator(kept).extend()
    assert kept.session.pending_acts == []


def test_whoever_decides_anew_has_all_the_time_again(kept):
    kept.commit(0, kept.session.draft(0).keys())
    for act in (lambda each: each.hand_back(0), lambda each: each.inject(each.events[0].id)):
        kept.countdown = Countdown(1)
        act(Facilitator(kept))
        assert kept.countdown is None
        assert again(kept).countdown is None


def test_a_note_takes_and_gives_no_time(kept):
    kept.countdown = Countdown(100)
    Facilitator(kept).note("Talk about this.")
    assert kept.countdown.left == 100
