"""Work spread over processes: pieces are handed out, and come back numbered, in any order."""

from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any, Final, TypeVar

PROCESSES: Final = 2

Done = TypeVar("Done")


def worked(
    work: Callable[..., Done], pieces: Sequence[tuple[Any, ...]], processes: int = PROCESSES
) -> Iterator[tuple[int, Done]]:
    """What ``work`` makes of each piece (its arguments), with the piece's number, as it comes in.

    ``work`` is a function of a module. With one process nothing is started. Ctrl-C ends all of them.
    """
    if processes == 1:
        yield from ((number, work(*piece)) for number, piece in enumerate(pieces))
        return
    numbered = [(work, number, piece) for number, piece in enumerate(pieces)]
    with get_context("spawn").Pool(processes, _leave_interrupts_to_the_parent) as pool:
        yield from pool.imap_unordered(_worked_one, numbered)


def _worked_one(task: tuple[Callable[..., Done], int, tuple[Any, ...]]) -> tuple[int, Done]:
    work, number, piece = task
    return number, work(*piece)


def _leave_interrupts_to_the_parent() -> None:
    signal(SIGINT, SIG_IGN)
