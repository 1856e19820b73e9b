"""Waiting for computer players in the terminal: what they do is told, and Ctrl-C lets them move now."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from game.session.computers import Progress
from game.text.terminal import Terminal

_QUARTERS = 4


class Quarters:
    """Tells a person how far something is, quarter by quarter; the first time with a hint at what may be done."""

    def __init__(self, terminal: Terminal, what: str, hint: str) -> None:
        self._terminal, self._what, self._hint = terminal, what, hint
        self._told = -1

    def tell(self, done: float) -> None:
        """Say it, where a new quarter has begun; ``done`` is 0 to 1."""
        quarter = int(done * _QUARTERS)
        if self._terminal.interactive and quarter != self._told:
            hint = f" {self._hint}" if self._told < 0 else ""
            self._terminal.say(f"{self._what}: {100 * quarter // _QUARTERS} %.{hint}")
            self._told = quarter


def wait(steps: Iterator[Progress], hurry: Callable[[], None], terminal: Terminal) -> None:
    """Go through ``steps``; a person is told how far long thinking is, quarter by quarter, never who it is that thinks.

    The first Ctrl-C calls ``hurry``, the second stops. A script is told nothing, so that it reads the same every time.
    """
    if not terminal.interactive:
        for _ in steps:
            pass
        return
    quarters = Quarters(terminal, "The other governments think", "Ctrl-C lets them move now.")
    with _first_interrupt(lambda: _hurried(hurry, terminal)):
        for progress in steps:
            if progress.long:
                quarters.tell(progress.share)


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
