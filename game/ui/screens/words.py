"""Words that several screens show in the same form."""

from __future__ import annotations

from datetime import date

CONTENT_NOTE = (
    "This game concerns a real and continuing conflict in which many people have been killed, injured, taken "
    "hostage or displaced. It simplifies. It takes no side. You may stop at any time; tell the instructor, or "
    "press Pause. Nobody needs to explain why."
)
"""Shown before any game; a scenario may have its own."""

FACTS_UNTIL = date(2025, 6, 24)
"""The last day that the shipped scenarios know of; the game does not follow the news."""

KINDS = {
    "historical": "historical",
    "campaign": "historical campaign",
    "hypothetical": "hypothetical",
    "fictional": "fictional",
}
"""What kinds of scenario are called."""


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 source, 24 sources."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names as prose: Iran, Israel and the United States."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
