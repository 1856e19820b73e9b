"""What a facilitator does to a game is carried out, logged, saved at once, and replayed."""

from random import Random

import pytest

from game import disk
from game.players.slices import finished
from game.report.compared import asked
from game.report.decisions import decisions, facilitated
from game.report.page import page
from game.session.facilitator import Facilitator
from game.session.kept import KeptGame
from game.session.log import Act, Entry, GameFile, broken_link
from game.session.save import Saves, read_game
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from game.session.what_if import WhatIf
from game.session.wording import begun
from game.text.what_if import what_if_told
from tests.session.people import exhaust, play_out, random_keys

BOTH = ["northland=human", "southland=human"]


@pytest.fixture
def saves(tmp_path):
    return Saves.of_user(tmp_path)


@pytest.fixture
def begin(border, saves):
    """Begins a kept game of the border conflict with people on these seats."""

    def begun(*seats, seed=4):
        plan = SeatPlan.parse(border.scenario, list(seats or ["northland=human"]))
        return KeptGame.begun(Session.new(border, plan, seed), saves)

    return begun


def passed(kept, reason=""):
    """Everybody who is waited for does nothing; then the game goes on."""
    exhaust(kept)
    for seat in kept.session.waiting:
        kept.commit(seat, kept.session.draft(seat).keys(), reason)
    exhaust(kept)


def again(kept):
    """The same game from the disk; its chain and its states are checked on the way."""
    file = read_game(kept.saves.newest())
    assert broken_link(file) is None
    resumed = KeptGame.resumed(kept.saves.newest(), kept.saves)
    assert resumed.session.read_only == ""
    assert resumed.session.entries == kept.session.entries
    assert resumed.session.pending == kept.session.pending
    assert resumed.session.pending_acts == kept.session.pending_acts
    return resumed


def told(kept):
    return [act.words for act in facilitated(kept.session)]


# --- ending it --------------------------------------------------------------------------------------------


def test_a_game_that_is_stopped_is_over_and_opens_so_again(begin):
    kept = begin()
    passed(kept)
    Facilitator(kept).stop()
    for session in (kept.session, again(kept).session):
        assert session.ending == "stopped"
        assert session.over
        assert session.waiting == ()
        assert not session.advance_ready
    assert told(kept) == ["Ended the game here."]


def test_what_had_been_committed_is_kept_but_not_carried_out(begin):
    kept = begin(*BOTH)
    kept.commit(0, ["northland:pass"] * 4, "We had decided to wait.")
    Facilitator(kept).stop()
    for session in (kept.session, again(kept).session):
        (left,) = decisions(session)
        assert left.reason == "We had decided to wait."
        assert not left.carried_out


def test_a_game_can_be_stopped_before_anything_was_chosen(begin):
    kept = begin()
    Facilitator(kept).stop()
    assert len(kept.session.history()) == 2
    assert again(kept).session.turn == 1


def test_a_game_that_the_group_ended_stays_ended(begin):
    kept = begin()
    passed(kept)
    Facilitator(kept).stop()
    assert Facilitator(kept).ways_back == ()


def test_a_finished_game_cannot_be_stopped_or_disturbed(begin):
    kept = begin()
    play_out(kept.session)
    facilitator = Facilitator(kept)
    with pytest.raises(SessionError, match="The game is over"):
        facilitator.stop()
    with pytest.raises(SessionError, match="The game is over"):
        facilitator.inject(next(iter(kept.session.scenario.events)))


# --- taking back ------------------------------------------------------------------------------------------


def test_a_seat_gets_its_choices_back_while_others_are_waited_for(begin):
    kept = begin(*BOTH)
    kept.commit(0, ["northland:pass"] * 4)
    facilitator = Facilitator(kept)
    assert facilitator.committed == (0,)
    facilitator.hand_back(0)
    assert kept.session.waiting == (0, 1)
    assert again(kept).session.waiting == (0, 1)
    assert told(kept) == ["Took back what Northland had committed (turn 1, orders)."]
    assert facilitator.committed == ()


def test_a_stage_that_is_taken_back_is_decided_again_on_the_same_dice(begin):
    kept = begin()
    passed(kept)
    first = [entry.state for entry in kept.session.entries]
    way = Facilitator(kept).ways_back[0]
    assert (way.place, way.undoes) == ("turn 1, orders", "everything from turn 1, orders, on")
    Facilitator(kept).take_back(way)
    assert (kept.session.turn, int(kept.session.stage), kept.session.waiting) == (1, 0, (0,))
    resumed = again(kept)
    for each in (kept, resumed):
        passed(each)
        assert [entry.state for entry in each.session.entries] == first
    assert "the game stood at turn 2, orders" in told(kept)[0]


def test_a_turn_is_taken_back_as_a_whole(begin):
    kept = begin()
    session = kept.session
    while session.turn < 2 or session.stage == 0:
        exhaust(kept)
        kept.commit(0, random_keys(session, 0, Random(len(session.entries))))
    exhaust(kept)
    way = Facilitator(kept).ways_back[-1]
    Facilitator(kept).take_back(way)
    assert session.stage == 0
    assert (way.place, way.undoes) == (
        f"the start of turn {session.turn}",
        f"the whole of turn {session.turn}",
    )
    assert all(entry.turn < session.turn for entry in session.entries)
    again(kept)


def test_acts_of_a_stage_that_is_taken_back_stay_in_the_log(begin):
    kept = begin()
    facilitator = Facilitator(kept)
    facilitator.note("A quarrel about the second paragraph.")
    passed(kept)
    facilitator.take_back(facilitator.ways_back[-1])
    assert [words.partition(" ")[0] for words in told(kept)] == ["Note:", "Took"]
    passed(kept)
    assert len(told(again(kept))) == 2


def test_a_last_turn_that_ended_the_game_by_a_slip_is_taken_back(begin):
    kept = begin()
    play_out(kept.session)
    facilitator = Facilitator(kept)
    facilitator.take_back(facilitator.ways_back[-1])
    assert not kept.session.over
    assert kept.session.waiting == (0,)
    again(kept)
    play_out(kept.session)
    assert any(words.endswith("; the game stood at its end.") for words in told(kept))


def test_before_the_first_choice_there_is_nothing_to_take_back(begin):
    assert Facilitator(begin()).ways_back == ()


# --- events -----------------------------------------------------------------------------------------------


def an_event(kept):
    return next(each for each in Facilitator(kept).events if not each.refusal)


def test_an_event_by_choice_changes_the_state_as_the_rule_does_and_is_in_the_bulletin(begin):
    kept = begin()
    event = an_event(kept)
    Facilitator(kept).inject(event.id)
    report = kept.session.reports[-1]
    assert report.between
    assert any(event.text in line for line in report.headlines_for(None))
    assert {change.rule for change in report.changes} == {"events.happen"}
    assert {change.cause for change in report.changes} == {event.name}
    assert told(kept) == [f"Had an event happen: {event.name}."]
    assert again(kept).session.waiting == (0,)


def test_whoever_had_committed_decides_again_after_an_event(begin):
    kept = begin(*BOTH)
    kept.commit(0, ["northland:pass"] * 4)
    Facilitator(kept).inject(an_event(kept).id)
    assert kept.session.waiting == (0, 1)
    assert again(kept).session.waiting == (0, 1)


def test_an_event_that_happens_once_happens_once(consulate, saves):
    session = Session.new(consulate, SeatPlan.parse(consulate.scenario, ["iran=human"]), 1)
    kept = KeptGame.begun(session, saves)
    facilitator = Facilitator(kept)
    once = next(each.id for each in facilitator.events if not session.scenario.events[each.id].again)
    facilitator.inject(once)
    assert next(each.refusal for each in facilitator.events if each.id == once)
    with pytest.raises(SessionError, match="happens only once"):
        facilitator.inject(once)
    with pytest.raises(SessionError, match="has no event rain"):
        facilitator.inject("rain")


def test_an_event_that_is_taken_back_never_happened_but_is_told_of(begin):
    kept = begin()
    facilitator = Facilitator(kept)
    before = facilitator.events
    event = an_event(kept)
    facilitator.inject(event.id)
    way = facilitator.ways_back[0]
    assert event.name in way.place
    facilitator.take_back(way)
    assert facilitator.events == before
    assert kept.session.entries == []
    assert told(kept)[0] == f"An event by choice, taken back later: {event.name}."
    passed(again(kept))


def test_a_game_with_events_and_a_stop_is_replayed_from_its_file(begin):
    kept = begin(*BOTH)
    facilitator = Facilitator(kept)
    for number in range(3):
        if number == 1:
            facilitator.inject(an_event(kept).id)
        passed(kept)
        facilitator.note(f"line {number}")
    facilitator.stop()
    resumed = again(kept)
    assert [report.headlines for report in resumed.session.reports] == [
        report.headlines for report in kept.session.reports
    ]
    assert [act.words for act in facilitated(resumed.session)] == told(kept)


def test_an_act_whose_save_fails_leaves_the_last_save_whole(begin, monkeypatch):
    kept = begin()
    passed(kept)
    entries = list(kept.session.entries)

    def full(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    Facilitator(kept).take_back(Facilitator(kept).ways_back[0])
    monkeypatch.undo()
    assert "No space left" in kept.warning
    assert KeptGame.resumed(kept.saves.newest(), kept.saves).session.entries == entries


def test_the_true_values_are_shown_whole_and_that_is_logged(begin):
    kept = begin()
    shown = {each.name: dict(each.values) for each in Facilitator(kept).reveal()}
    state, wording = kept.session.true_position(), kept.session.wording
    row = int(kept.session.rules.layout.cells("owed", 0, 1))
    assert shown["Northland"][begun(wording.row(row))] == wording.value(row, int(state.block[row, 0]))
    assert told(again(kept)) == ["Showed the true values."]


# --- whatever happens -------------------------------------------------------------------------------------


def any_act(kept, random):
    """One of the acts that are possible now, or what somebody decides."""
    session, facilitator = kept.session, Facilitator(kept)
    seat = session.waiting[0]
    acts = [lambda: kept.commit(seat, random_keys(session, seat, random), "so it was decided")] * 6
    acts += [lambda: facilitator.note("a note"), facilitator.reveal]
    acts += [lambda each=each: facilitator.hand_back(each) for each in facilitator.committed]
    acts += [lambda way=way: facilitator.take_back(way) for way in facilitator.ways_back]
    acts += [lambda each=each: facilitator.inject(each.id) for each in facilitator.events if not each.refusal]
    return random.choice(acts)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_done_in_whatever_order_the_file_gives_the_same_game(begin, seed):
    kept, random = begin(*BOTH, seed=seed), Random(seed)
    exhaust(kept)
    for number in range(40):
        if not kept.session.waiting:
            break
        any_act(kept, random)()
        exhaust(kept)
        if number % 8 == 0:
            kept = again(kept)
    told_before = told(kept)
    assert told(again(kept)) == told_before


def test_after_taking_back_computer_players_who_look_ahead_decide_the_same_again(begin):
    kept = begin("northland=human", "southland=normal")
    passed(kept)
    first = [entry.choices for entry in kept.session.entries]
    Facilitator(kept).take_back(Facilitator(kept).ways_back[0])
    passed(kept)
    assert [entry.choices for entry in kept.session.entries] == first


# --- files that nobody wrote by playing --------------------------------------------------------------------


def test_an_act_between_stages_never_stands_beside_choices_or_waits(begin):
    kept = begin()
    passed(kept)
    entry = kept.session.entries[0].model_dump()
    with pytest.raises(ValueError, match="nobody chooses"):
        Entry.model_validate(entry | {"acts": (Act(kind="stop"),)})
    file = kept.file().model_dump()
    with pytest.raises(ValueError, match="never waits"):
        GameFile.model_validate(file | {"pending_acts": (Act(kind="inject", text="rain"),)})


def test_what_if_says_that_an_event_chosen_after_a_decision_comes_in_neither_course(begin, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    kept = begin()
    passed(kept)
    turn = kept.session.turn
    Facilitator(kept).inject(an_event(kept).id)
    passed(kept)
    Facilitator(kept).stop()
    what_if = WhatIf(kept.session)
    earlier = next(each for each in what_if.taken if what_if.others(each))
    later = next(each for each in what_if.taken if each.turn >= turn and what_if.others(each))
    assert [what_if.leaves_out(each) for each in (earlier, later)] == [True, False]
    other = what_if.others(earlier)[0]
    found = asked(what_if, earlier, other, finished(what_if.working(earlier, other.option)))
    assert found.left_out in " ".join(what_if_told(found))
    assert found.left_out in page(kept.session, [found])
