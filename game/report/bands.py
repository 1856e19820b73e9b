"""Between which rungs the games of a class stood on a front, by turn, as shapes and places in plain units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.session.wording import RUNGS

WIDTH, HEIGHT = 340, 176
_LEFT, _RIGHT, _TOP, _FLOOR = 24, 326, 10, 150
_TOP_RUNG: Final = len(RUNGS) - 1

Rows = Sequence[Sequence[int | None]]
"""A front's rungs, ``[group][place]``; None where a game was over."""


@dataclass(frozen=True, slots=True)
class Band:
    """A front's lowest and highest rung among all games that still went on, ``[place]``; the last is at their ends."""

    name: str
    low: tuple[int, ...]
    high: tuple[int, ...]

    @property
    def spans(self) -> tuple[str, ...]:
        """At each place, as ``2 to 5``, or ``2`` where all stood on one rung."""
        return tuple(
            f"{low} to {high}" if low < high else f"{low}"
            for low, high in zip(self.low, self.high, strict=True)
        )

    @property
    def lower(self) -> str:
        """The lowest rungs as ``x,y x,y``."""
        return _corners(self.low)

    @property
    def upper(self) -> str:
        """The highest rungs as ``x,y x,y``."""
        return _corners(self.high)

    @property
    def outline(self) -> str:
        """All around the band, as ``x,y x,y``."""
        return f"{self.upper} {' '.join(reversed(self.lower.split()))}"


def band(name: str, rows: Rows) -> Band:
    """The band of a front with at least one game at each place."""
    places = [[rung for rung in place if rung is not None] for place in zip(*rows, strict=True)]
    return Band(name, tuple(map(min, places)), tuple(map(max, places)))


def along(place: int, places: int) -> float:
    """How far from the left a place stands."""
    return round(_LEFT + (_RIGHT - _LEFT) * place / max(1, places - 1), 1)


def height_of(rung: int) -> float:
    """How far from the top a rung stands."""
    return round(_FLOOR - (_FLOOR - _TOP) * rung / _TOP_RUNG, 1)


def _corners(rungs: Sequence[int]) -> str:
    places = len(rungs)
    return " ".join(f"{along(place, places):g},{height_of(rung):g}" for place, rung in enumerate(rungs))
