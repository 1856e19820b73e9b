"""What was meant by every strike, against what was understood (rules.md §5, §7; Jervis, misperception).

What was meant is the provocation and humiliation that the strike's dials carry; what was understood, the injury and
humiliation that were felt. Both are read off what the rules noted when they booked the blow, never worked out again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from game.report.blow import Blow
from game.report.blow_reading import blow_of
from game.report.said import Said, said
from game.session.session import Session

HOW: Final = (
    "Two bars for each strike, in points, on one scale: what was meant, the provocation and humiliation that its dials "
    "carry; and what was understood, the injury and humiliation that were felt. Below them stands what made the "
    "difference."
)
"""How the two are read."""

HOW_IN_TEXT: Final = (
    "In points: what was meant is the provocation and humiliation that a strike's dials carry; what was understood, "
    "the injury and humiliation that were felt. What made the difference follows."
)
"""The same where nothing is drawn."""

QUESTION: Final = (
    "Ask of a strike with a wide gap: which part of it could its author have foreseen, and what would have said the "
    "same with less room to be misread?"
)
"""What a class may ask of it."""

NO_STRIKES: Final = "Nobody struck anybody in this game, so that no strike could be misread."

MARKED, WIDE = 3, 0.5
"""How many of the gaps are marked as the widest, and from how many points; never more than half of all."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Every strike in the order of play, and what else was said and how it was taken."""

    blows: tuple[Blow, ...]
    said: tuple[Said, ...]

    @property
    def longest(self) -> float:
        """The longest bar, in points: one scale for all."""
        return max((max(blow.meant.total, blow.understood.total) for blow in self.blows), default=0.0) or 1.0


def understood(session: Session) -> Understood:
    """What was meant and understood in a finished game. Raises SessionError while it goes on."""
    session.history()
    blows = [
        blow_of(session, place, salvo)
        for place, report in enumerate(session.reports)
        for salvo in report.salvos
    ]
    return Understood(tuple(_marked(blows)), said(session))


def _marked(blows: list[Blow]) -> Iterator[Blow]:
    """The same, the widest gaps marked."""
    order = sorted(range(len(blows)), key=lambda place: -abs(blows[place].gap))
    widest = [place for place in order[: min(MARKED, len(blows) // 2)] if abs(blows[place].gap) >= WIDE]
    for place, blow in enumerate(blows):
        yield replace(blow, widest=place in widest)
