"""A game that the group ended before its end, and one with an event by choice: what their debrief shows."""

import numpy as np
import pytest

from game.players.slices import finished
from game.report.debrief import debrief
from game.report.luck import worked_out
from game.report.outcome import UNFINISHED, outcome
from game.report.page import page
from game.report.sheet import rows, sheet
from game.rules.chance import game_keys
from game.session.facilitator import Facilitator
from game.session.kept import KeptGame
from game.session.luck import Replayed
from game.session.playing_on import called_in, logged
from game.session.save import Saves
from game.session.seats import SeatPlan
from game.session.session import Session
from game.session.what_if import WhatIf
from game.text.debrief import debriefed, ending
from game.text.luck import luck

REASON = "We wait for their answer."


@pytest.fixture
def stopped(loaded, tmp_path):
    """A game of two people that is stopped after so many commits, with a stray rocket before the second turn."""

    def ended(commits):
        plan = SeatPlan.parse(loaded.scenario, ["northland=human", "southland=human"])
        kept = KeptGame.begun(Session.new(loaded, plan, 5), Saves(tmp_path))
        session = kept.session
        for number in range(commits):
            if number == 2:
                Facilitator(kept).inject("stray_rocket")
            kept.commit(session.waiting[0], session.draft(session.waiting[0]).keys(), REASON)
            for _ in kept.work():
                pass
        Facilitator(kept).stop()
        return session

    return ended


@pytest.mark.parametrize("commits", [0, 1, 2, 3, 5])
def test_everything_is_debriefed_wherever_the_game_was_ended(stopped, commits):
    session = stopped(commits)
    told = debrief(session)
    assert len(told.turns) == len(told.rungs[0].values) >= 2
    assert told.facilitated[-1].words == "Ended the game here."
    found = worked_out(session)
    assert found.powers == ()
    html = page(session, luck=found)
    assert UNFINISHED in html.replace("&#39;", "'")
    assert sheet(session, "lesson", luck=found)
    assert any("not carried out" in line for line in debriefed(session)) == (commits % 2 == 1)
    assert [*luck(found), *ending(session)]


def test_an_unfinished_game_has_criteria_but_no_score(stopped):
    session = stopped(2)
    ended = outcome(session)
    assert ended.unfinished == UNFINISHED
    assert all(result.score is None and result.criteria for result in ended.results)
    assert not any(row.kind == "score" for row in rows(session))
    assert not any(line.startswith("Score") for line in ending(session))


def test_what_was_committed_last_is_shown_as_not_carried_out(stopped):
    session = stopped(3)
    last = debrief(session).decisions[-1]
    assert (last.carried_out, last.reason) == (False, REASON)
    assert [row.kind for row in rows(session) if row.cause == REASON][-1] == "decision, not carried out"


def test_with_other_dice_the_games_are_ended_where_this_one_was(stopped):
    found = worked_out(stopped(3))
    assert any(each.here and each.name.startswith("Not at an end") for each in found.endings)
    assert "looked at where this one was ended" in found.notes[0]
    assert "Events that the facilitator chose" in found.notes[1]


def test_with_its_own_dice_the_game_is_the_same_again(stopped):
    session = stopped(4)
    calling = finished(called_in(session))
    own = game_keys(session.seed, np.arange(1, dtype=np.int32))
    again = Replayed(session, calling, logged(session), own)
    assert list(again.playing())
    assert np.array_equal(again.final.block, session.history()[-1].block)


def test_events_by_choice_are_no_throw_of_the_dice(stopped):
    session = stopped(4)
    assert any(report.between and report.changes for report in session.reports)
    assert not any("stray rocket" in throw.what.lower() for throw in worked_out(session).throws)


def test_what_if_offers_only_what_was_carried_out(stopped):
    session = stopped(3)
    assert {taken.turn for taken in WhatIf(session).taken} == {1}
    assert WhatIf(stopped(0)).taken == ()
