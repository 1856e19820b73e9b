"""Waiting for computer players in the terminal: what they do is told, and Ctrl-C lets them move now."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from game.session.session import Progress
from game.text.terminal import Terminal

_QUARTERS = 4


def wait(steps: Iterator[Progress], hurry: Callable[[], None], terminal: Terminal) -> None:
    """Go through ``steps``; a person is told how far long thinking is, quarter by quarter, never who it is that thinks.

    The first Ctrl-C calls ``hurry``, the second stops. A script is told nothing, so that it reads the same every time.
    """
    if not terminal.interactive:
        for _ in steps:
            pass
        return
    told = -1
    with _first_interrupt(lambda: _hurried(hurry, terminal)):
        for progress in steps:
            quarter = int(progress.share * _QUARTERS)
            if progress.long and quarter != told:
                hint = " Ctrl-C lets them move now." if told < 0 else ""
                terminal.say(f"The other governments think: {100 * quarter // _QUARTERS} %.{hint}")
                told = quarter


def _hurried(hurry: Callable[[], None], terminal: Terminal) -> None:
    terminal.say("They move now. Ctrl-C once more stops; the game is kept.")
    hurry()


@contextmanager
def _first_interrupt(instead: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl-C inside calls ``instead``; signals can be caught on the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def interrupted(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        instead()

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
