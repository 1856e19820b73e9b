"""Waiting in the terminal: progress for people, silence for scripts; Ctrl-C hurries, then stops, and loses nothing."""

import io
import os
import signal

import pytest

from game.session.computers import Progress
from game.text.run import _play
from game.text.terminal import Terminal
from game.text.waiting import wait


def waited(steps, interactive=True):
    """What is printed while ``steps`` go on, and how often the players were told to hurry."""
    hurried, out = [], io.StringIO()
    wait(steps, lambda: hurried.append("now"), Terminal(io.StringIO(), out, interactive))
    return out.getvalue(), hurried


def thinking(*shares):
    for share in shares:
        yield Progress("Northland weighs its orders", share, long=True)


def test_progress_is_told_by_quarters_and_names_nobody():
    told, hurried = waited(thinking(0, 0.1, 0.3, 0.3, 0.6, 0.8))
    assert [line.split(":")[1].split(".")[0] for line in told.splitlines()] == [
        " 0 %",
        " 25 %",
        " 50 %",
        " 75 %",
    ]
    assert told.count("Ctrl-C") == 1
    assert "Northland" not in told
    assert not hurried


def test_who_decides_at_once_is_not_waited_for():
    assert waited(iter([Progress("Northland decides"), Progress("The stage is carried out", 1.0)]))[0] == ""


def test_a_script_reads_the_same_every_time():
    assert waited(thinking(0, 0.5), interactive=False)[0] == ""


@pytest.fixture
def interruptible():
    """Python started in the background of a shell has Ctrl-C switched off."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_the_first_interrupt_lets_them_move_now_and_the_next_stops():
    def interrupted():
        yield from thinking(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        yield from thinking(0.2)

    before = signal.getsignal(signal.SIGINT)
    told, hurried = waited(interrupted())
    assert hurried == ["now"]
    assert "They move now." in told
    assert signal.getsignal(signal.SIGINT) is before

    def interrupted_again():
        yield from interrupted()
        os.kill(os.getpid(), signal.SIGINT)
        yield from thinking(0.3)

    with pytest.raises(KeyboardInterrupt):
        waited(interrupted_again())
    assert signal.getsignal(signal.SIGINT) is before


class Interrupting:
    """Answers that end with Ctrl-C."""

    def __init__(self, *answers):
        self._answers = list(answers)

    def readline(self, size=-1, /):
        if not self._answers:
            raise KeyboardInterrupt
        return self._answers.pop(0) + "\n"


def test_an_interrupt_at_a_question_stops_and_the_game_is_kept(begin):
    kept, out = begin("border", ["northland=human"]), io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        _play(kept, Terminal(Interrupting("pass", "pass", "pass", "pass", "commit"), out, interactive=True))
    assert "The game is saved: " in " ".join(out.getvalue().split())
    assert kept.resumed(kept.saves.newest(), kept.saves).session.entries == kept.session.entries


def test_an_interrupt_while_the_advisers_think_gives_up_the_advice_alone(begin, monkeypatch):
    def interrupted(self, seat, drafted):
        raise KeyboardInterrupt

    monkeypatch.setattr("game.session.counsel.Advisers.heard", interrupted)
    kept, out = begin("border", ["northland=human"]), io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        _play(kept, Terminal(Interrupting("advice", "pass"), out, interactive=True))
    assert "Given up. Nothing has changed." in out.getvalue()
