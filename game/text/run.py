"""Starting and resuming a game in the terminal, from the keyboard, a pipe or a script."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from game.disk import refusal
from game.errors import CalibratedError
from game.session.kept import KeptGame
from game.text.play import Quit, TextGame
from game.text.terminal import BadAnswer, InputEnded, Terminal

FINISHED, STOPPED_EARLY = 0, 2


def play_in_terminal(kept: KeptGame, script: Path | None = None) -> int:
    """Play a game in the terminal and return the exit code: 0, or 2 when a script or pipe ended before the game."""
    with _answers(script) as answers:
        interactive = script is None and answers.isatty()
        terminal = Terminal(answers, sys.stdout, interactive, str(script) if script else "The input")
        return _play(kept, terminal)


@contextmanager
def _answers(script: Path | None) -> Iterator[TextIO]:
    if script is None:
        yield sys.stdin
        return
    try:
        answers = script.open(encoding="utf-8")
    except OSError as error:
        raise CalibratedError(f"The script {script} cannot be read: {refusal(error)}.") from None
    with answers:
        yield answers


def _play(kept: KeptGame, terminal: Terminal) -> int:
    try:
        TextGame(kept, terminal).play()
    except Quit:
        terminal.say(*_farewell(kept))
        return FINISHED
    except KeyboardInterrupt:
        terminal.say("", *_farewell(kept))
        raise
    except InputEnded:
        ended = "" if terminal.interactive else f"{terminal.name} ended before the game did. "
        terminal.say(ended + "\n".join(_farewell(kept)))
        return FINISHED if terminal.interactive else STOPPED_EARLY
    except BadAnswer as answer:
        raise BadAnswer("\n".join([str(answer), *_farewell(kept)])) from None
    return FINISHED


def _farewell(kept: KeptGame) -> tuple[str, ...]:
    """Where the game is, or that it could not be saved."""
    if kept.warning:
        return (kept.warning,)
    return (f"The game is saved: {kept.saved}", "Continue it with: python main.py resume --text")
