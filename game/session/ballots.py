"""Choices as a log has them, option keys, turned into the engine's numbers; illegal ones are refused in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.arrays import IntArray
from game.rules.choices import IllegalChoice, check, passes
from game.rules.state import State
from game.rules.tables import Rules, Stage, slots_of
from game.session.log import Chosen
from game.session.wording import Wording


def nothing(rules: Rules, stage: Stage, seat: int) -> tuple[str, ...]:
    """The first option of every slot's menu: to pass, to absorb, to stop."""
    return tuple(rules.options.keys[option] for option in passes(rules, stage, 1)[seat, :, 0])


@dataclass(frozen=True, slots=True)
class Ballots:
    """Reads choices of the seats of a game; ``powers`` are their ids in the order of seats."""

    wording: Wording
    powers: tuple[str, ...]

    def check(self, state: State, seat: int, options: Sequence[str]) -> None:
        """Raise IllegalChoice, in words, where a seat may not choose these options, one for each slot."""
        numbers = self._numbers(Stage(state.stage), seat, options)
        choices = passes(self.wording.rules, Stage(state.stage), 1)
        choices[seat, :, 0] = numbers
        try:
            check(self.wording.rules, state, choices)
        except IllegalChoice as refusal:
            raise IllegalChoice(self._named(str(refusal), numbers)) from None

    def numbers(self, state: State, choices: Sequence[Chosen]) -> IntArray:
        """What everybody chose at a stage, ``[power, slot, 1]``; who is not listed passes. Raises IllegalChoice."""
        numbers = passes(self.wording.rules, Stage(state.stage), 1)
        for chosen in choices:
            seat = self.powers.index(chosen.power)
            numbers[seat, :, 0] = self._numbers(Stage(state.stage), seat, chosen.options)
        check(self.wording.rules, state, numbers)
        return numbers

    def _numbers(self, stage: Stage, seat: int, options: Sequence[str]) -> list[int]:
        slots = slots_of(stage)
        if len(options) != len(slots):
            raise IllegalChoice(f"{len(slots)} choices are expected at this stage, not {len(options)}.")
        return [self._number(seat, slot, key) for slot, key in zip(slots, options, strict=True)]

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
