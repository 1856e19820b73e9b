"""A player of habits: it strikes as its doctrine would, and takes everything else as it comes."""

import numpy as np

from game.players.computer import ComputerPlayer, Decision
from game.players.questions import assess
from game.players.reasons import Reasons
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.choices import passes
from game.rules.tables import Stage
from game.rules.view import View

_AN_ORDINARY_DAY = 50


class HabitPlayer:
    """Orders its doctrine's strikes and operations, and nothing else; it absorbs every blow and stops at the brink."""

    def __init__(self, mind: ComputerPlayer) -> None:
        self._mind = mind
        self.seat = mind.seat

    def choose(self, view: View, keys: KeyArray) -> Decision:
        """Choose an option for every slot of the stage that the view is of."""
        if Stage(view.stage) is Stage.ORDERS:
            return self._mind.force_alone(view, keys)
        quiet = integers(passes(self._mind.rules, Stage(view.stage), view.games)[self.seat])
        usual = np.full(view.games, _AN_ORDINARY_DAY, dtype=np.int32)
        situation = assess(self._mind.rules, self._mind.doctrine, view, usual, open_windows_only=False)
        return Decision(
            quiet, Reasons(self._mind.rules, self._mind.doctrine, view, situation).habit(quiet[0])
        )

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""
        return self.choose(view, keys).choices
