"""How strong a computer player is: what it plans and what it lets others know, never its dice."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from game.players.computer import ComputerPlayer, Decision
from game.players.habit import HabitPlayer
from game.players.search import Effort, Searcher
from game.players.ways import measured
from game.players.worlds import TO_THE_END
from game.rules.arrays import IntArray, KeyArray
from game.rules.tables import Rules
from game.rules.view import View


class Level(StrEnum):
    """The levels, from the weakest up."""

    STORY = "story"
    EASY = "easy"
    NORMAL = "normal"
    HARD = "hard"
    GRAND = "grand"


EFFORTS = {
    Level.NORMAL: Effort(worlds=(), kept=(), turns=(), ways=32),
    Level.HARD: Effort(worlds=(16, 48), kept=(4,), turns=(2, TO_THE_END), ways=32),
    Level.GRAND: Effort(worlds=(48, 256), kept=(8,), turns=(2, TO_THE_END), ways=128, own=0),
}
"""How much each level that searches plays out.

More worlds alone make nobody stronger: what they tell apart is mostly smaller than what it is worth to act as the
doctrine would. Whoever gives that up needs them, lest it act upon luck.
"""

TOLD = {
    Level.STORY: "Strikes when its audiences call for it, and does nothing else: no talks, no reply, no step too far.",
    Level.EASY: "Acts as its doctrine says, and lets you see beforehand what it means to do.",
    Level.NORMAL: "Does as whichever of its government's doctrines leads furthest. You see whether it leans to strike.",
    Level.HARD: "Also weighs orders that no doctrine would give, to the end of the game, and shows nothing.",
    Level.GRAND: "As hard, in many more worlds, and leaves its doctrine for the least gain. Takes longer to think.",
}
"""What each level does, in a sentence or two for whoever chooses one."""


class Player(Protocol):
    """Whoever decides for a seat from its view."""

    @property
    def seat(self) -> int:
        """The number of the power."""

    def choose(self, view: View, keys: KeyArray) -> Decision:
        """Choose an option for every slot of the stage that the view is of."""

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""


def player_at(
    level: Level,
    rules: Rules,
    own: Sequence[ComputerPlayer],
    others: Mapping[int, Sequence[ComputerPlayer]],
) -> Player:
    """A player of a level. The first of ``own`` plays by its doctrine, the rest by what else the seat could play by.

    ``others`` are the kinds that each other seat may be of.
    """
    if level is Level.STORY:
        return HabitPlayer(own[0])
    if level is Level.EASY:
        return own[0]
    effort = EFFORTS[level]
    if effort.worlds:
        own = [*own, ComputerPlayer(rules, own[0].seat, measured(own[0].doctrine))]
    return Searcher(rules, own, others, effort)
