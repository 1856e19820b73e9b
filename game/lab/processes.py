"""Work spread over processes: pieces are handed out, and come back numbered, in any order."""

import copyreg
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any, Final, TypeVar

import numpy as np

from game.errors import CalibratedError

PROCESSES: Final = 2

Done = TypeVar("Done")


class LostProcess(CalibratedError):
    """A process that was given work ended before it was done."""

    def __init__(self) -> None:
        super().__init__(
            "A process of this run was ended from outside, perhaps for want of memory. Run it again with fewer games, "
            "or with --processes 1 where the command has it."
        )


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

    Raises LostProcess, and whatever ``work`` raises.
    """
    if processes == 1:
        yield from ((number, work(*piece)) for number, piece in enumerate(pieces))
        return
    others, numbers = active_children(), dict[Future[Done], int]()
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _leave_interrupts_to_the_parent)
    try:
        numbers |= {pool.submit(work, *piece): number for number, piece in enumerate(pieces)}
        for done in as_completed(numbers):
            yield numbers.pop(done), done.result()
    except BrokenProcessPool:
        raise LostProcess from None
    finally:
        for child in set(active_children()).difference(others) if numbers else ():
            child.terminate()  # whoever stops in the middle does not wait for the pieces that are under way
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal(SIGINT, SIG_IGN)
