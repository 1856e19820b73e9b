"""Long work in small slices, so that the window never stops answering."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from time import perf_counter
from typing import Generic, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How much is done, 0 to 1, and what is being done."""

    fraction: float
    label: str = ""


class Work(Generic[Result]):
    """A generator that yields ``Progress`` often, and returns its result, which is handed to ``then``."""

    def __init__(self, steps: Generator[Progress, None, Result], then: Callable[[Result], None]) -> None:
        self._steps, self._then = steps, then
        self.progress = Progress(0.0)
        self.done = False

    def cancel(self) -> None:
        """Ends the work where it is; ``then`` is not called."""
        self._steps.close()
        self.done = True

    def run(self, seconds: float, clock: Callable[[], float] = perf_counter) -> None:
        """Takes steps for about so long; at least one."""
        until = clock() + seconds
        while not self.done:
            try:
                self.progress = next(self._steps)
            except StopIteration as finished:
                self.done = True
                self.progress = Progress(1.0, self.progress.label)
                self._then(finished.value)
            if clock() >= until:
                return
