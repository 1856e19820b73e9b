"""A seat whose doctrine is not known: each game draws one of several, and keeps it."""

from collections.abc import Sequence

import numpy as np

from game.players.cabinet import Cabinet
from game.players.computer import ComputerPlayer, cabinet
from game.rules.arrays import IntArray, KeyArray, WordArray, integers
from game.rules.chance import Chance, Purpose, roll
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
        return self._at(roll(self._words(keys), int(self._edges[-1])))

    def shared_out(self, keys: KeyArray) -> IntArray:
        """The same for the worlds of a forecast, of which every player has its due share; ``[game]``."""
        place = self._words(keys).argsort(kind="stable").argsort()
        return self._at(integers(place * int(self._edges[-1]) // len(keys)))

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """An option for every slot of the stage, ``[slot, game]``."""
        return self.choices_of(self.members(keys), view, keys)

    def choices_of(self, members: IntArray, view: View, keys: KeyArray) -> IntArray:
        """The same where it is settled which of the players plays each game, ``members``, ``[game]``."""
        return self._cabinet.decide(view, keys, members).choices

    def _words(self, keys: KeyArray) -> WordArray:
        words: WordArray = Chance(keys, 0, 0).words(Purpose.DOCTRINE, first=_FIRST_INDEX + self.seat)[0]
        return words

    def _at(self, drawn: IntArray) -> IntArray:
        """The players in whose odds these numbers fall."""
        return integers(np.searchsorted(self._edges, drawn, side="right"))
