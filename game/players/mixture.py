"""A seat whose doctrine is not known: each game draws one of several, and keeps it."""

from collections.abc import Sequence

import numpy as np

from game.players.cabinet import Cabinet
from game.players.computer import ComputerPlayer, cabinet
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.chance import Chance, Purpose
from game.rules.view import View

_FIRST_INDEX = 64


class Mixture:
    """Several computer players for one seat; chance says, once a game, which of them plays it."""

    def __init__(
        self, players: Sequence[ComputerPlayer], odds: IntArray | None = None, sitting: Cabinet | None = None
    ) -> None:
        self.players = tuple(players)
        self.seat = players[0].seat
        self._cabinet = cabinet(players) if sitting is None else sitting
        even = np.ones(len(self.players), dtype=np.int64)
        self._edges = np.cumsum(even if odds is None else odds)

    def leaning(self, odds: IntArray) -> "Mixture":
        """The same players, drawn with these odds, ``[player]``."""
        return Mixture(self.players, odds, self._cabinet)

    def members(self, keys: KeyArray) -> IntArray:
        """Which of the players plays each game, ``[game]``."""
        index, sides = _FIRST_INDEX + self.seat, int(self._edges[-1])
        roll = Chance(keys, 0, 0).rolls(Purpose.DOCTRINE, sides=sides, first=index)[0]
        return integers(np.searchsorted(self._edges, roll, side="right"))

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """An option for every slot of the stage, ``[slot, game]``."""
        return self._cabinet.decide(view, keys, self.members(keys)).choices
