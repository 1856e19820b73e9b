"""What is known while one step of a turn is resolved: its chance, its choices and the strikes in it."""

from dataclasses import dataclass, field
from typing import Self

from game.rules.arrays import IntArray
from game.rules.chance import Chance
from game.rules.strikes import Begun, Strikes
from game.rules.tables import Slot, Stage, slots_of


@dataclass(slots=True)
class Step:
    """One step: ORDERS, an exchange, the brink or the books.

    ``choices`` holds the option that each power chose for each slot of the stage, ``[power, slot, game]``.
    """

    stage: Stage
    chance: Chance
    choices: IntArray
    strikes: Strikes = field(default_factory=Strikes.none)
    acts: Begun | None = None
    """What partners do, until powers' strikes join it."""

    def chosen(self, slot: Slot) -> IntArray:
        """The options chosen for a slot, ``[power, game]``."""
        return self.choices[:, slots_of(self.stage).index(slot)]

    def of(self, games: IntArray) -> Self:
        """The step of some games of the batch, before any strike."""
        chance = Chance(self.chance.keys[games], self.chance.turn, self.chance.stage)
        return type(self)(self.stage, chance, self.choices.take(games, axis=-1))
