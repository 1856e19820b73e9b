"""What the numbers of a power's own government mean, and what its people are asked, in the same words everywhere."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Final

from game.rules.numbers import Numbers

WHY: Final = "Why this, and what should they understand?"
"""What people are asked to write with each commit."""

_STAKES: Final = {
    "1": "A warning: if the line is crossed, a limited answer or more, by the end of the next turn, keeps your word.",
    "2": "A vow: if the line is crossed, only a large answer or more, by the end of the next turn, keeps your word.",
    "3": "A rule for all: if the line is crossed, only a maximal answer, by the end of the next turn, keeps your word.",
}


def stakes_of_a_line(parameters: Container[str]) -> Mapping[str, str]:
    """What each stake asks of whoever draws a red line (rules.md §2, §7); empty for orders that draw none."""
    return _STAKES if "line" in parameters and "stake" in parameters else {}


@dataclass(frozen=True, slots=True)
class OwnMeanings:
    """A sentence or two on each number of one's own."""

    standing: str
    readiness: str
    attention: str
    warning: str
    legitimacy: str
    owed: str
    to_answer: str
    to_stop: str


def own_meanings(numbers: Numbers) -> OwnMeanings:
    """What they mean by the numbers of a scenario's rules."""
    return OwnMeanings(
        standing="Your hold on office, 0 to 10. At 0 the government falls. Others see only a band.",
        readiness="What strikes and some other orders take; it comes back by "
        f"{numbers.readiness_gain / 100:g} a turn, up to 6. Others do not see it.",
        attention="What your government can deal with in one turn. Every order says what it takes.",
        warning="How well you see an attack coming, 0 to 3; it narrows your errors about others.",
        legitimacy="How far other states accept what you do, 0 to 10. Red lines cost some, and so does a blow far "
        "above what is owed.",
        owed="What your audiences feel is owed to whoever injured you, 0 to 12. "
        "Resolve shown toward it pays it off.",
        to_answer="What is owed, as home feels it: a partner's share counts half. "
        "While it stands it drains standing.",
        to_stop="Losses, market stress and long campaigns. While it is high it drains standing. "
        f"It is high from {numbers.stop_high / 100:g}.",
    )
