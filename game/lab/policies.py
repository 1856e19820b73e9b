"""Scripted policies: players of one habit, against which rules and computer players are measured (rules.md §13).

A script sees its seat's view, like every player. It is no opponent for people: it shows whether one simple habit
would win the game, and what a player that thinks gains on it. The habits of a power with clients are in ``patrons``.
"""

from typing import Final

import numpy as np

from game.lab.script import Script
from game.players.doctrine import FORCEFUL, RESTRAINED
from game.players.questions import Situation
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers, mask
from game.rules.chance import Chance
from game.rules.choices import at_random
from game.rules.tables import Label, Rules, Slot
from game.rules.view import View

_OWED: Final = 100
"""From what is owed a script that answers does so, hundredths."""
_MUCH_OWED: Final = 300
"""From what is owed an opportunist answers whether it is safe or not, hundredths."""
_AT_HOME: Final = 1_000
"""How much better a decisive blow fits straight at a rival, hundredths of resolve."""
_FRESH: Final = 100
"""Resolve left in a message that was not sent of late, percent."""


class Absorb(Script):
    """Never strikes and says nothing: it takes what comes."""


class Talk(Script):
    """Never strikes; talks, asks, holds and offers every turn, and accepts every promise."""

    temper = RESTRAINED
    fills = (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)
    accepts = True


class _Answers(Script):
    """Strikes whenever something is owed to it that no promise freezes, or a line of its own was crossed."""

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Where a point or more is owed, or a line calls for an answer."""
        return mask((situation.owed >= _OWED) | (situation.stake > 0))


class AlwaysCalibrated(_Answers):
    """Answers whatever is owed with a calibrated strike, however much it is."""

    temper = RESTRAINED
    label = Label.CALIBRATED


class AlwaysDecisive(_Answers):
    """Answers whatever is owed with a decisive strike, at a rival's own ground if it can, and goes on at the brink."""

    temper = FORCEFUL
    label = Label.DECISIVE
    goes_on = True

    def misfit(self, options: IntArray, wanted: IntArray) -> IntArray:
        """A blow elsewhere fits worse than one straight at a rival."""
        at_home = self.rules.fronts.direct[self.rules.options.front[options]]
        return integers(super().misfit(options, wanted) - _AT_HOME * at_home)


class MatchOwed(_Answers):
    """Pays exactly what is owed, every time, and does nothing else."""

    def misfit(self, options: IntArray, wanted: IntArray) -> IntArray:
        """How far a strike's resolve is from what is owed; among equals the one that provokes less."""
        table = self.rules.options
        return integers(20 * np.abs(table.resolve[options] - wanted) + table.provocation[options])


class Opportunist(_Answers):
    """Strikes hard whoever let the last blow pass, and on the last turn; else answers only when much is owed."""

    temper = FORCEFUL

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Where it is safe to, or where what is owed leaves no choice."""
        safe = (situation.restraint > 0) | (view.turn >= self.rules.turns)
        return mask((super().strikes(view, situation) & safe) | (situation.owed >= _MUCH_OWED))


class OneBlowThenExit(_Answers):
    """Strikes once, decisively, as soon as something is owed; then it calls it concluded, talks and absorbs."""

    temper = RESTRAINED
    fills = Talk.fills
    label = Label.DECISIVE
    accepts = True

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Where it never struck a power, and none of its messages is still worn from use."""
        options = self.rules.options
        messages = np.unique(options.message[(options.power == self.seat) & (options.message >= 0)])
        worn = (view.seen.message[messages] < _FRESH).any(axis=0)
        return mask(super().strikes(view, situation) & ~worn & ~view.seen.blows[self.seat].any(axis=0))


class Random:
    """Picks a legal order at random, then one of its options."""

    def __init__(self, rules: Rules, seat: int) -> None:
        self.rules = rules
        self.seat = seat

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """An option for every slot of the stage, ``[slot, game]``."""
        return integers(at_random(self.rules, view.seen, Chance(keys, view.turn, view.stage))[self.seat])


SCRIPTS: Final[dict[str, type[Script] | type[Random]]] = {
    "absorb": Absorb,
    "talk": Talk,
    "always_calibrated": AlwaysCalibrated,
    "always_decisive": AlwaysDecisive,
    "match_owed": MatchOwed,
    "opportunist": Opportunist,
    "one_blow_then_exit": OneBlowThenExit,
    "random": Random,
}
"""The scripted policies of rules.md §13 by name."""
