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
    return followed(working, lambda _: None)


def followed(working: Generator[Told, None, Found], tell: Callable[[Told], None]) -> Found:
    """Go through work to its end, and take what it found; ``tell`` hears what each slice tells."""
    slices = Slices(working)
    for told in slices:
        tell(told)
    return slices.found
