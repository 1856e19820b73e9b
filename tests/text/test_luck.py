"""Luck in the terminal: told after the debrief, with how far it is, and left out by Ctrl-C."""

import io

import pytest

from game.report.luck import CANNOT, QUESTION
from game.text.luck import luck, luck_of
from game.text.terminal import Terminal
from tests.session.people import play_out


@pytest.fixture(autouse=True)
def _few_games(monkeypatch):
    monkeypatch.setattr("game.session.luck.RUNS", 24)
    monkeypatch.setattr("game.session.throws.COPIES", 24)
    monkeypatch.setattr("game.session.throws._ENOUGH", 4)


@pytest.fixture
def ended(begin):
    return play_out(begin("border", ["northland=ai"]).session)


def terminal(interactive):
    out = io.StringIO()
    return Terminal(io.StringIO(), out, interactive), out


def test_a_person_is_told_how_far_it_is_and_a_script_is_not(ended):
    for interactive in (True, False):
        where, out = terminal(interactive)
        luck_of(ended, where)
        assert ("100 %" in out.getvalue()) is interactive
        assert bool(out.getvalue()) is interactive


def test_ctrl_c_leaves_it_out_and_ends_nothing(ended, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("game.text.luck.worked_out", interrupted)
    where, out = terminal(interactive=True)
    assert luck_of(ended, where) is None
    assert "Left out." in out.getvalue()


def test_how_to_read_it_comes_first_then_the_toll_then_scores_and_a_question_last(ended):
    where, _ = terminal(interactive=False)
    told = luck_of(ended, where)
    lines = list(luck(told))
    assert lines.index(CANNOT) < next(i for i, line in enumerate(lines) if line.startswith("Killed with"))
    assert lines.index("Score with other dice:") > next(i for i, line in enumerate(lines) if "Killed" in line)
    assert lines[-1] == QUESTION
    for power in told.powers:
        assert f"- {power.name}. {power.words}" in lines


def test_the_whole_game_in_the_terminal_tells_it(tell):
    told, _, _ = tell([], seats=["northland=ai"])
    assert told.index("Debrief") < told.index("Luck against choice") < told.index(QUESTION)
