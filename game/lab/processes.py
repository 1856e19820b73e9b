"""Work spread over processes: pieces are handed out, and come back numbered, in any order."""

import copyreg
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any, Final, TypeVar

import numpy as np

PROCESSES: Final = 2

Done = TypeVar("Done")


def _by_name(kind: "np.dtype[Any]") -> tuple[Callable[..., Any], tuple[str]]:
    """How another process is told of a kind of number: by name, so that it gets numpy's own and not a copy.

    With arrays of copies, as numpy's own pickling makes them, random play takes half as long again.
    """
    return np.dtype, (kind.str,)


for _numbers in (np.bool_, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64):
    copyreg.pickle(type(np.dtype(_numbers)), _by_name)


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
