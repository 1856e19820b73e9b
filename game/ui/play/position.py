"""What a person at a seat sees of the game, ready to be shown: numbers, fronts, toll, and what is known of others.

Plain data. Nothing here refers to the state: whatever is hidden from the seat is a band, or is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.ui.kit import Tooltip
from game.ui.map.fronts import FrontMark
from game.ui.map.relief import Tints

BAND_TONES = {"low": "teal", "some": "notice", "high": "caution", "urgent": "danger"}
"""The tone of each band; the word stands beside it."""

BAND_SIGNS = {"low": "down", "some": "minus", "high": "up", "very high": "up", "urgent": "warning"}
"""The sign of each band; the word stands beside it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One number as shown: exactly, or as the band it lies in. ``low`` to ``high`` is the scale of its bar."""

    id: str
    name: str
    shown: str
    value: float | None = None
    low: float = 0.0
    high: float = 10.0
    band: tuple[float, float] | None = None
    word: str = ""
    """The band in a word, where only that is known, or where a number is so low that it presses."""
    tone: str = "accent"
    explanation: Tooltip | None = None
    toward: str = ""
    """Whom it is kept toward, beside the number; empty where the name says it all."""


@dataclass(frozen=True, slots=True)
class FrontReading:
    """A front: where it is, its rung, and what that means."""

    mark: FrontMark
    name: str
    explanation: Tooltip

    @property
    def id(self) -> str:
        """The id of the front."""
        return self.mark.id


@dataclass(frozen=True, slots=True)
class TollReading:
    """The toll of one population: best counts as shown, and the ranges with who said so."""

    id: str
    name: str
    killed: str
    displaced: str
    explanation: Tooltip


@dataclass(frozen=True, slots=True)
class Group:
    """Readings under one heading."""

    title: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the seat knows of one actor or host: who it is, numbers by heading, and notes in words."""

    id: str
    name: str
    kind: str
    flag: str
    about: str
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()
    of_power: bool = False
    """Whether it is about a power; these stand beside the fronts."""

    @property
    def briefly(self) -> str:
        """What it is about in a word or two, for lists."""
        return self.kind.partition(",")[0].lower()


@dataclass(frozen=True, slots=True)
class Position:
    """Everything that the screens of a turn show around the decision itself."""

    power: str
    power_name: str
    flag: str
    scenario: str
    turn: str
    dates: str
    deciding: str
    """What is decided now, unseen by others: orders, or a choice between two of them."""
    opening: bool
    """Whether it is the first turn, when nobody has given an order yet."""
    own: tuple[Reading, ...]
    """Standing, readiness, attention, warning, the highest owed, and the two pressures."""
    fronts: tuple[FrontReading, ...]
    toll: tuple[TollReading, ...]
    dossiers: tuple[Dossier, ...]
    """Of every power, partner and host; the seat's own first."""
    lines: tuple[str, ...]
    """Red lines and promises that stand, in words."""
    areas: Mapping[str, str]
    """The dossier that belongs to a country on the map, by the map's id of it."""
    tints: Tints

    def front(self, front: str) -> FrontReading | None:
        """The front with an id."""
        return next((each for each in self.fronts if each.id == front), None)

    def dossier(self, actor: str) -> Dossier | None:
        """What is known of an actor or host."""
        return next((each for each in self.dossiers if each.id == actor), None)

    def own_left(self, attention: int, readiness: float) -> tuple[Reading, ...]:
        """The own numbers with this much attention and readiness left."""
        left = {"attention": float(attention), "readiness": readiness}
        return tuple(_left(each, left[each.id]) if each.id in left else each for each in self.own)

    @property
    def marks(self) -> tuple[FrontMark, ...]:
        """The fronts as the map shows them."""
        return tuple(front.mark for front in self.fronts)


def _left(reading: Reading, left: float) -> Reading:
    return replace(reading, value=left, shown=f"{spendable(left)} of {reading.high:g}")


def spendable(points: float) -> str:
    """What is left to spend, with a decimal where it has one: never more than there is, as refusals say it."""
    return f"{round(points * 100) // 10 / 10:g}"


@dataclass(frozen=True, slots=True)
class PublicPosition:
    """What everybody knows, and nobody alone: fit to stand on a projector while teams talk."""

    scenario: str
    turn: str
    dates: str
    fronts: tuple[FrontReading, ...]
    toll: tuple[TollReading, ...]
    lines: tuple[str, ...]
    """Red lines and promises that stand, in words."""
    news_of: str
    """The turn that the headlines are of; empty where nothing happened yet."""
    headlines: tuple[tuple[str, tuple[str, ...]], ...]
    """What the public was told last, by stage."""
    tints: Tints

    @property
    def marks(self) -> tuple[FrontMark, ...]:
        """The fronts as the map shows them."""
        return tuple(front.mark for front in self.fronts)
