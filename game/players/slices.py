"""Work in slices: a generator that yields often, so that whoever waits stays awake, and returns what it finds."""

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

Told = TypeVar("Told")
Found = TypeVar("Found")


class Slices(Generic[Told, Found]):
    """Work to go through slice by slice; at its end ``found`` is what it returned."""

    found: Found

    def __init__(self, working: Generator[Told, None, Found]) -> None:
        self._working = working

    def __iter__(self) -> Generator[Told, None, None]:
        """Go on with the work, a slice at a time: what each tells."""
        self.found = yield from self._working


def finished(working: Generator[object, None, Found]) -> Found:
    """Go through work to its end in one go, and take what it found."""
    slices = Slices(working)
    for _ in slices:
        pass
    return slices.found


def followed(working: Generator[float, None, Found], tell: Callable[[float], None]) -> Found:
    """Go through work that yields how much is done, 0 to 1, which ``tell`` hears, and take what it found."""
    while True:
        try:
            tell(next(working))
        except StopIteration as end:
            found: Found = end.value
            return found
