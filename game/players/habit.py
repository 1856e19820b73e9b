"""A player of habits: it orders as its doctrine would, and takes what the rest of the turn brings as it comes."""

from game.players.computer import ComputerPlayer, Decision
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.choices import passes
from game.rules.tables import Stage
from game.rules.view import View


class HabitPlayer:
    """Plays a doctrine's orders; it offers nothing, absorbs every blow and stops at the brink."""

    def __init__(self, mind: ComputerPlayer) -> None:
        self._mind = mind
        self.seat = mind.seat

    def choose(self, view: View, keys: KeyArray) -> Decision:
        """Choose an option for every slot of the stage that the view is of."""
        if Stage(view.stage) is Stage.ORDERS:
            return self._mind.choose(view, keys)
        quiet = passes(self._mind.rules, Stage(view.stage), view.games)[self.seat]
        return Decision(integers(quiet), _Waits())

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""
        return self.choose(view, keys).choices


class _Waits:
    """Why it does nothing."""

    def of_game(self, game: int) -> tuple[str, ...]:
        """One step, the same in every game."""
        return ("It plays by habit: between its orders it takes what comes.",)
