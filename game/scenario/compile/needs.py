"""Collecting what options need to be legal, so that options with the same need share one test."""

from typing import NamedTuple

from game.rules.arrays import integers
from game.rules.tables import Needs


class Condition(NamedTuple):
    """A row of the block must lie between bounds, inclusive; ``reason`` says why, and what would enable it."""

    row: int
    low: int
    high: int
    reason: str


NO_LIMIT = 2_000_000_000
_ALWAYS = Condition(0, -NO_LIMIT, NO_LIMIT, "")


class Need(NamedTuple):
    """What an option needs: attention, readiness (hundredths) and conditions."""

    attention: int
    readiness: int
    conditions: tuple[Condition, ...] = ()


NOTHING_NEEDED = Need(0, 0)


class NeedCollector:
    """Numbers needs and conditions in the order in which options ask for them."""

    def __init__(self) -> None:
        self._needs: dict[Need, int] = {}

    def number(self, need: Need) -> int:
        """The number of a need; equal needs have one number."""
        return self._needs.setdefault(need, len(self._needs))

    def tables(self) -> Needs:
        """The tables of all needs numbered so far."""
        numbers: dict[Condition, int] = {_ALWAYS: 0}
        widest = max((len(need.conditions) for need in self._needs), default=0)
        entries = [
            [numbers.setdefault(condition, len(numbers)) for condition in need.conditions]
            for need in self._needs
        ]
        return Needs(
            attention=integers([need.attention for need in self._needs]),
            readiness=integers([need.readiness for need in self._needs]),
            conditions=integers([row + [0] * (widest - len(row)) for row in entries]),
            row=integers([condition.row for condition in numbers]),
            low=integers([condition.low for condition in numbers]),
            high=integers([condition.high for condition in numbers]),
            reasons=tuple(condition.reason for condition in numbers),
        )
