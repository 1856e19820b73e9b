"""Work spread over processes: pieces are handed out, and come back numbered, in any order."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
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
    with ProcessPoolExecutor(processes, get_context("spawn"), _leave_interrupts_to_the_parent) as pool:
        waiting = {pool.submit(work, *piece): number for number, piece in enumerate(pieces)}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _leave_interrupts_to_the_parent() -> None:
    signal(SIGINT, SIG_IGN)
