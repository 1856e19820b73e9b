"""A class of three groups or more as a whole: how many did what, and how far apart they came.

Shares and spans alone: a mean would hide what happened to people, and an order among the groups would be a ranking.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.report.bands import Band, Rows, band
from game.report.figures import rounded
from game.report.first_orders import FirstOrders, first_orders
from game.report.group import Group

LEAST: Final = 3
"""Two groups are no class: their games stand side by side, and that is all there is to say of them."""


@dataclass(frozen=True, slots=True)
class Share:
    """The letters of the groups to which one thing happened."""

    what: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A population's toll, from the group in whose game it was least to that in whose game it was most."""

    name: str
    killed_least: int
    killed_most: int
    displaced_least: int
    displaced_most: int

    @property
    def killed(self) -> str:
        """From the least to the most people killed."""
        return _span(self.killed_least, self.killed_most)

    @property
    def displaced(self) -> str:
        """From the least to the most people displaced."""
        return _span(self.displaced_least, self.displaced_most)


@dataclass(frozen=True, slots=True)
class WholeClass:
    """What is said of all groups together."""

    ends: tuple[Share, ...]
    first_orders: tuple[FirstOrders, ...]
    bands: tuple[Band, ...]
    toll: tuple[Span, ...]
    war: bool
    """Whether a game ended in a regional war, whose own toll nobody counts."""

    @property
    def most_killed(self) -> int:
        """The end of the longest bar: one scale for everybody."""
        return max(1, *(span.killed_most for span in self.toll))


def whole_class(groups: Sequence[Group], fronts: Sequence[tuple[str, Rows]]) -> WholeClass | None:
    """The class as a whole, with the rungs of each front by its name; None where there are too few groups."""
    if len(groups) < LEAST:
        return None
    return WholeClass(
        ends=tuple(_ends(groups)),
        first_orders=tuple(first_orders(groups)),
        bands=tuple(band(name, rows) for name, rows in fronts),
        toll=tuple(_toll(groups)),
        war=any(group.outcome.war for group in groups),
    )


def _ends(groups: Sequence[Group]) -> Iterator[Share]:
    """How games ended, in the order in which groups stand."""
    for ended in dict.fromkeys(group.ended for group in groups):
        yield Share(ended, tuple(group.letter for group in groups if group.ended == ended))


def _toll(groups: Sequence[Group]) -> Iterator[Span]:
    for lines in zip(*(group.outcome.toll for group in groups), strict=True):
        killed, displaced = ([line.killed_here for line in lines], [line.displaced_here for line in lines])
        yield Span(lines[0].name, min(killed), max(killed), min(displaced), max(displaced))


def _span(least: int, most: int) -> str:
    low, high = rounded(least), rounded(most)
    return low if low == high else f"{low} to {high}"
