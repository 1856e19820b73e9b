"""Choices as a log has them, option keys, turned into the engine's numbers; illegal ones are refused in words.

A key alone is no option: every slot of a power has a pass of its own, and all of them are called alike. So keys are
read here and nowhere else, each in its slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.arrays import IntArray
from game.rules.choices import IllegalChoice, check, passes
from game.rules.state import State
from game.rules.tables import Rules, Stage, slots_of
from game.rules.tracks import Axis
from game.session.log import Chosen
from game.session.wording import Wording


def nothing(rules: Rules, stage: Stage, seat: int) -> tuple[str, ...]:
    """The first option of every slot's menu: to pass, to absorb, to stop."""
    return tuple(rules.options.keys[option] for option in passes(rules, stage, 1)[seat, :, 0])


@dataclass(frozen=True, slots=True)
class Ballots:
    """Reads choices of the seats of a game."""

    wording: Wording

    def check(self, state: State, seat: int, options: Sequence[str]) -> None:
        """Raise IllegalChoice, in words, where a seat may not choose these options, one for each slot."""
        numbers = self.options(Stage(state.stage), seat, options)
        choices = passes(self.wording.rules, Stage(state.stage), 1)
        choices[seat, :, 0] = numbers
        try:
            check(self.wording.rules, state, choices)
        except IllegalChoice as refusal:
            raise IllegalChoice(self._named(str(refusal), numbers)) from None

    def numbers(self, state: State, choices: Sequence[Chosen]) -> IntArray:
        """What everybody chose at the stage of a state, as by ``read``. Raises IllegalChoice for what may not be."""
        numbers = self.read(Stage(state.stage), choices)
        check(self.wording.rules, state, numbers)
        return numbers

    def read(self, stage: Stage, choices: Sequence[Chosen]) -> IntArray:
        """What everybody chose, ``[power, slot, 1]``; who is not listed passes. Raises IllegalChoice as ``options``."""
        numbers = passes(self.wording.rules, stage, 1)
        for chosen in choices:
            seat = self.seat(chosen.power)
            numbers[seat, :, 0] = self.options(stage, seat, chosen.options)
        return numbers

    def seat(self, power: str) -> int:
        """The number of a power's seat, by the power's id."""
        return self.wording.rules.layout.names[Axis.POWER].index(power)

    def options(self, stage: Stage, seat: int, keys: Sequence[str]) -> list[int]:
        """The options that a seat's keys mean, one for each slot of the stage. Raises IllegalChoice for others."""
        slots = slots_of(stage)
        if len(keys) != len(slots):
            raise IllegalChoice(f"{len(slots)} choices are expected at this stage, not {len(keys)}.")
        return [self._number(seat, slot, key) for slot, key in zip(slots, keys, strict=True)]

    def _number(self, seat: int, slot: int, key: str) -> int:
        options = self.wording.rules.options
        first, stop = options.menu[seat, slot]
        for option in range(first, stop):
            if options.keys[option] == key:
                return option
        raise IllegalChoice(f"{key} is no option of {self.wording.actor(seat)} at this stage.")

    def _named(self, text: str, numbers: list[int]) -> str:
        """A text with the words of options in place of their keys."""
        for number in numbers:
            text = text.replace(self.wording.rules.options.keys[number], self.wording.describe(number))
        return text
