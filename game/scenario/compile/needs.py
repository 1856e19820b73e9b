"""Collecting what options need to be legal, so that options with the same need share one test."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from game.rules.arrays import integers, places
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
            of_slots=self._of_slots(of_slot),
            of_powers=tuple(self._of_slots(of_power) for of_power in of_powers),
        )

    def _of_slots(self, of_slot: Mapping[Slot, list[int]]) -> dict[tuple[Slot, ...], SlotNeeds]:
        """The needs that matter for the slots of each stage, and for each slot alone."""
        needs = [_tests(need) for need in self._needs]
        together = {slots_of(stage) for stage in Stage} | {(slot,) for slot in of_slot}
        return {
            slots: _slot_needs(needs, sorted({need for slot in slots for need in of_slot[slot]}))
            for slots in together
        }


class _Test(NamedTuple):
    """A row of the block compared with one bound; tests of lower bounds come before those of upper ones."""

    upper: bool
    row: int
    bound: int


def _tests(need: Need) -> list[_Test]:
    """What a need's conditions come to; one test that always holds where it has none."""
    lower = [_Test(False, each.row, each.low) for each in need.conditions if each.low > -NO_LIMIT]
    upper = [_Test(True, each.row, each.high) for each in need.conditions if each.high < NO_LIMIT]
    return [*lower, *upper] or [_Test(False, _ALWAYS.row, _ALWAYS.low)]


def _slot_needs(tests_of: list[list[_Test]], needs: list[int]) -> SlotNeeds:
    tests = sorted({test for need in needs for test in tests_of[need]})
    most = max((len(tests_of[need]) for need in needs), default=0)
    having = [[need for need in needs if len(tests_of[need]) > k] for k in range(most)]
    return SlotNeeds(
        need=places(needs),
        row=places([test.row for test in tests]),
        at_least=integers([[test.bound] for test in tests if not test.upper]).reshape(-1, 1),
        at_most=integers([[test.bound] for test in tests if test.upper]).reshape(-1, 1),
        first=places([tests.index(tests_of[need][0]) for need in needs]),
        further=tuple(
            (places(some), places([tests.index(tests_of[need][k]) for need in some]))
            for k, some in enumerate(having[1:], start=1)
        ),
    )
