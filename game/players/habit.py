"""A player of habits: it strikes as its doctrine would, and takes everything else as it comes."""

from game.players.computer import ComputerPlayer, Decision
from game.players.questions import assess, ordinary_mood
from game.players.reasons import Reasons
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.choices import passes
from game.rules.tables import Stage
from game.rules.view import View


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
        mood = ordinary_mood(view.games)
        situation = assess(self._mind.rules, self._mind.doctrine, view, mood, open_windows_only=False)
        reasons = Reasons(self._mind.rules, self._mind.shortlist, view, situation)
        return Decision(quiet, reasons.habit(quiet[0]))

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""
        return self.choose(view, keys).choices
