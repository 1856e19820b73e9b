"""A facilitator's acts in the terminal, by the same words as in the window."""

import pytest

from game.session.kept import KeptGame
from game.text.terminal import BadAnswer
from tests.text.test_play import PASS_ORDERS, TWO_PEOPLE

COMMIT = [*PASS_ORDERS, "commit"]


def test_facilitator_alone_says_what_there_is(tell):
    told, _, _ = tell(["facilitator"])
    for act in ("note TEXT", "give back POWER", "take back", "event", "true values", "end"):
        assert f"facilitator {act}" in told


def test_the_end_comes_with_the_debrief_and_without_a_score(tell):
    told, kept, ended = tell([*COMMIT, "facilitator end", "yes"])
    assert ended is None
    assert kept.session.ending == "stopped"
    assert "The group ended it here, before its end." in told
    assert "There is no score, and nobody has won." in told
    assert "facilitator: Ended the game here." in told
    assert KeptGame.resumed(kept.saves.newest(), kept.saves).session.over


def test_what_is_not_confirmed_is_not_done(tell):
    _, kept, _ = tell(["facilitator end", "no", "facilitator true values", "no"])
    assert not kept.session.over
    assert kept.session.pending_acts == []


def test_a_stage_is_taken_back_and_decided_again(tell):
    told, kept, _ = tell([*COMMIT, "facilitator take back", "yes", "pass"])
    assert kept.session.entries == []
    assert "Took back everything from turn 1, orders, on; the game stood at turn 2, orders." in told
    assert told.count("Turn 1 of") == 2


def test_a_power_gets_its_choices_back(tell):
    told, kept, _ = tell([*COMMIT, "facilitator give back northland", "yes"], seats=TWO_PEOPLE)
    assert kept.session.waiting == (0, 1)
    assert told.rindex("Northland.") > told.index("Type yes")


def test_an_event_happens_and_is_told_with_the_news(tell):
    told, kept, _ = tell(["facilitator event", "facilitator event 1", "yes"])
    assert "1. a stray rocket: Among the rockets" in told
    assert "Since your last choice:\nTurn 1, orders:\n- Among the rockets" in told
    assert kept.session.reports[-1].between


def test_a_note_is_kept_for_the_debrief(tell):
    _, kept, _ = tell(["facilitator note A quarrel about the line."])
    assert [act.text for act in kept.session.pending_acts] == ["A quarrel about the line."]


def test_the_true_values_are_shown_after_a_yes(tell):
    told, kept, _ = tell(["facilitator true values", "yes"], seats=TWO_PEOPLE)
    assert "- Owed to Southland by Northland's audiences: " in told
    assert [act.kind for act in kept.session.pending_acts] == ["reveal"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("facilitator fly", "'fly' is nothing that a facilitator does"),
        ("facilitator take back", "Nothing has been chosen yet"),
        ("facilitator give back northland", "Committed at this stage: nobody"),
        ("facilitator event 9", "'9' is no event"),
        ("facilitator note", "Write 1 to 400 letters"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line(tell, answer, told):
    _, _, ended = tell([answer])
    assert isinstance(ended, BadAnswer)
    assert told in str(ended)
