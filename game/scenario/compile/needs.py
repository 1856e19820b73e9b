"""Collecting what options need to be legal, so that options with the same need share one test."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray, integers, places
from game.rules.tables import Needs, Slot, SlotNeeds, Stage, slots_of


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

    def tables(
        self, of_slot: Mapping[Slot, list[int]], of_powers: Iterable[Mapping[Slot, list[int]]]
    ) -> Needs:
        """The tables of all needs numbered so far.

        ``of_slot`` gives those of the options of each slot, ``of_powers`` those of each power's own.
        """
        numbers: dict[Condition, int] = {_ALWAYS: 0}
        widest = max((len(need.conditions) for need in self._needs), default=1) or 1
        entries = [
            [numbers.setdefault(condition, len(numbers)) for condition in need.conditions]
            for need in self._needs
        ]
        conditions = integers([row + [0] * (widest - len(row)) for row in entries])
        return Needs(
            attention=integers([need.attention for need in self._needs]),
            readiness=integers([need.readiness for need in self._needs]),
            conditions=conditions,
            row=integers([condition.row for condition in numbers]),
            low=integers([condition.low for condition in numbers]),
            high=integers([condition.high for condition in numbers]),
            reasons=tuple(condition.reason for condition in numbers),
            of_slots=_of_slots(conditions, of_slot),
            of_powers=tuple(_of_slots(conditions, of_power) for of_power in of_powers),
        )


def _of_slots(conditions: IntArray, of_slot: Mapping[Slot, list[int]]) -> dict[tuple[Slot, ...], SlotNeeds]:
    """The needs that matter for the slots of each stage, and for each slot alone."""
    together = {slots_of(stage) for stage in Stage} | {(slot,) for slot in of_slot}
    return {
        slots: _slot_needs(conditions, [need for slot in slots for need in of_slot[slot]])
        for slots in together
    }


def _slot_needs(conditions: IntArray, needs: list[int]) -> SlotNeeds:
    need = places(np.unique(integers(needs)))
    condition, place = np.unique(conditions[need], return_inverse=True)
    place = place.reshape(conditions[need].shape)
    having = [np.flatnonzero(column) for column in conditions[need].T]
    return SlotNeeds(
        need=need,
        condition=places(condition),
        first=place[:, 0],
        further=tuple((need[some], place[some, k]) for k, some in enumerate(having) if k and some.size),
    )
