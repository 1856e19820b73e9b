"""Scripted policies: players of one habit, against which rules and computer players are measured (rules.md §13).

A script sees its seat's view, like every player. It is no opponent for people: it shows whether one simple habit
would win the game, and what a player that thinks gains on it.
"""

from dataclasses import replace
from typing import ClassVar, Final

import numpy as np

from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED, Doctrine
from game.players.questions import Situation, assess
from game.players.sense import prospects, sensible
from game.players.shortlist import LIKED_SLOTS, STRIKE_SLOTS, LikedOrders, first_legal, shortlist
from game.players.strikes import StrikeList, dislike, misfits
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers, mask
from game.rules.chance import Chance
from game.rules.choices import Means, after, at_random, legal, means
from game.rules.tables import ANSWERS, OFFERS, Label, Reply, Rules, Slot, Stage
from game.rules.view import View

_OWED: Final = 100
"""From what is owed a script that answers does so, hundredths."""
_MUCH_OWED: Final = 300
_EVEN_MOOD: Final = 50
_HABIT: Final = 1_000
"""What puts an order before all others that are liked, or after them."""
_ALONE: Final = integers([0])
_AT_HOME: Final = 1_000
"""How much better a decisive blow fits straight at a rival, hundredths of resolve."""
_NOBODY: Final = integers([0])
"""The force order of a stage that has none: it strikes nobody."""
_FRESH: Final = 100
"""Resolve left in a message that was not sent of late, percent."""
_OTHER_LABEL: Final = 100_000
"""Worse than any misfit of resolve: a strike with another label is chosen where there is none with the right one."""


class Script:
    """One seat, played by one habit. Unless it says otherwise it guards itself, never strikes and stops at brinks."""

    temper: ClassVar[Doctrine] = DEFAULT
    """The doctrine by whose priorities the slots that it fills are filled."""
    fills: ClassVar[tuple[Slot, ...]] = (Slot.GUARD,)
    label: ClassVar[Label | None] = None
    """What its strikes say, where a target allows it; nothing where the amount of resolve decides alone."""
    accepts: ClassVar[bool] = False
    """Whether it accepts promises, and protests where there is none."""
    goes_on: ClassVar[bool] = False
    """Whether it goes on at the brink."""

    def __init__(self, rules: Rules, seat: int) -> None:
        self.rules = rules
        self.seat = seat
        liked = shortlist(rules, seat, self.temper)
        self._liked = {slot: LikedOrders(rules, seat, slot, [liked]) for slot in LIKED_SLOTS}
        self._strikes = {
            slot: StrikeList(rules, seat, slot, [misfits(rules, seat, slot, self._misfit)])
            for slot in STRIKE_SLOTS
        }

    def leans(self, options: IntArray) -> IntArray:
        """How much better its habit likes options than its temper does, ``[option]``, hundredths of a point."""
        return np.zeros(len(options), dtype=np.int32)

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Whether it strikes the actor to which most is owed, ``[game]``."""
        return np.zeros(view.games, dtype=np.bool_)

    def wanted(self, view: View, situation: Situation) -> IntArray:
        """How much resolve a strike is to show, hundredths, ``[game]``: what is owed."""
        return situation.owed

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """An option for every slot of the stage, ``[slot, game]``."""
        stage = Stage(view.stage)
        if stage is Stage.ORDERS:
            return self._orders(view)
        if stage in OFFERS:
            situation = self._situation(view, replying=False)
            return self._filled(view, Slot.OFFER, None, situation.moods(striking=False), _NOBODY)[None]
        return (self._answer(view) if stage in ANSWERS else self._brink(view))[None]

    def _situation(self, view: View, replying: bool) -> Situation:
        even = np.full(view.games, _EVEN_MOOD, dtype=np.int32)
        return assess(self.rules, self.temper, view, even, open_windows_only=replying)

    def _orders(self, view: View) -> IntArray:
        situation, left = self._situation(view, replying=False), means(view.seen, self.seat)
        force = self._strike(view, situation, Slot.FORCE)
        moods = situation.moods(self.rules.options.strike[force])
        chosen = [force]
        for slot in (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY):
            left = after(self.rules, left, chosen[-1])
            chosen.append(self._filled(view, slot, left, moods, force))
        return np.stack(chosen)

    def _filled(
        self, view: View, slot: Slot, left: Means | None, moods: IntArray, force: IntArray
    ) -> IntArray:
        """What its temper and its habit like best in a slot that it fills, a pass in others; ``[game]``."""
        first, last = self.rules.options.menu[self.seat, slot]
        if slot not in self.fills:
            return np.full(view.games, first, dtype=np.int32)
        allowed = legal(self.rules, view.seen, self.seat, slot, left)
        allowed &= sensible(self.rules, view, slot, force)
        lean = self.leans(integers(np.arange(first, last)))[:, None] + prospects(self.rules, view, slot)
        return self._liked[slot].best(_ALONE, view, moods, allowed, integers(lean))

    def _strike(self, view: View, situation: Situation, slot: Slot) -> IntArray:
        """The legal strike that fits best, where it strikes; else the menu's first option; ``[game]``."""
        allowed = legal(self.rules, view.seen, self.seat, slot) & self.strikes(view, situation)
        return self._strikes[slot].fitting(_ALONE, situation.toward, self.wanted(view, situation), allowed)

    def _misfit(self, options: IntArray, wanted: int) -> IntArray:
        other = self.label is not None and self.rules.options.label[options] != self.label
        return integers(dislike(self.rules, self.temper, options, wanted) + _OTHER_LABEL * mask(other))

    def _answer(self, view: View) -> IntArray:
        """In a reply window: accept what it accepts, else strike back if it strikes, else absorb."""
        first, last = self.rules.options.menu[self.seat, Slot.ANSWER]
        chosen = self._strike(view, self._situation(view, replying=True), Slot.ANSWER)
        if not self.accepts:
            return chosen
        menu, allowed = np.arange(first, last), legal(self.rules, view.seen, self.seat, Slot.ANSWER)
        for kind in (Reply.PROTEST, Reply.ACCEPT):
            own = first_legal(integers(menu[self.rules.options.reply[menu] == kind]), allowed, first)
            free = (own != first) & ~self.rules.options.strike[chosen]
            chosen = integers(np.where(free, own, chosen))
        return chosen

    def _brink(self, view: View) -> IntArray:
        first, last = self.rules.options.menu[self.seat, Slot.BRINK]
        allowed = legal(self.rules, view.seen, self.seat, Slot.BRINK)
        onward = first_legal(integers(np.arange(first + 1, last)), allowed, first)
        return onward if self.goes_on else np.full(view.games, first, dtype=np.int32)


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

    def _misfit(self, options: IntArray, wanted: int) -> IntArray:
        at_home = self.rules.fronts.direct[self.rules.options.front[options]]
        return integers(super()._misfit(options, wanted) - _AT_HOME * at_home)


class MatchOwed(_Answers):
    """Pays exactly what is owed, every time, and does nothing else."""

    def _misfit(self, options: IntArray, wanted: int) -> IntArray:
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


class _Patron(Script):
    """Leans to one kind of thing for its clients; beside that it guards itself and answers what must be answered."""

    fills: ClassVar[tuple[Slot, ...]] = (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY, Slot.OFFER)

    def strikes(self, view: View, situation: Situation) -> BoolArray:
        """Where so much is owed, or a line of its own or for a client was crossed, that it must answer."""
        return situation.must_answer

    def does(self, options: IntArray) -> BoolArray:
        """Which options belong to its habit, ``[option]``."""
        return np.zeros(len(options), dtype=np.bool_)

    def leans(self, options: IntArray) -> IntArray:
        """What belongs to its habit comes before all else."""
        return integers(_HABIT * self.does(options))

    def _raises(self, options: IntArray, *cells: IntArray) -> BoolArray:
        """Which options raise one of these rows."""
        table = self.rules.options
        raised = np.isin(table.shift_row[options], np.concatenate(cells)) & (table.shift_by[options] > 0)
        return mask(raised.any(axis=1))

    def _backs(self, options: IntArray) -> BoolArray:
        """Which options defend a client, send forces to it or draw a line for it."""
        cells, clients = self.rules.layout.cells, np.flatnonzero(self.rules.client_of[self.seat])
        line = self.rules.options.line[options]
        protects = np.append(self.rules.lines.protects, self.seat)[line]
        helps = self._raises(options, cells("shield", clients), cells("presence", self.seat, clients))
        return mask(helps | ((line >= 0) & np.isin(protects, clients)))

    def _brokers(self, options: IntArray) -> BoolArray:
        """Which options broker talks, raise leverage for them or ask others to hold for a promise."""
        table, talks = self.rules.options, np.arange(len(self.rules.talks.front))
        asks = (table.broker[options] >= 0) | ((table.promise[options] >= 0) & ~table.holds[options])
        return mask(asks | self._raises(options, self.rules.layout.cells("leverage", talks)))

    def _reins_in(self, options: IntArray) -> BoolArray:
        """Which options ask a client or a partner to hold, or tie arms to conditions."""
        table = self.rules.options
        asks = (table.restrains[options] >= 0) | (table.ask_restraint[options] >= 0)
        return mask(asks | (table.presses[options] >= 0))


class Guarantor(_Patron):
    """Stands by its clients: leads the common defence, keeps forces near them, and draws lines that it answers for."""

    temper = replace(DEFAULT, loyalty_to_partners=90)

    def does(self, options: IntArray) -> BoolArray:
        """Air defence, forces and lines for a client."""
        return self._backs(options)


class Broker(_Patron):
    """Brokers talks where they can move, spends leverage on them, and takes and makes promises."""

    temper = RESTRAINED
    accepts = True

    def does(self, options: IntArray) -> BoolArray:
        """Talks, leverage and promises."""
        return self._brokers(options)


class Restrainer(_Patron):
    """Holds its clients back: asks them to wait, and ties arms to conditions; it defends them all the same."""

    temper = RESTRAINED
    accepts = True

    def does(self, options: IntArray) -> BoolArray:
        """Requests to hold, and pressure."""
        return self._reins_in(options)


class HandsOff(_Patron):
    """Keeps out of what its clients and other powers have between them, and looks after itself alone."""

    fills = (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY)

    def leans(self, options: IntArray) -> IntArray:
        """Nothing for a client, and no mediation."""
        involved = self._backs(options) | self._brokers(options) | self._reins_in(options)
        return integers(-_HABIT * involved)


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

PATRONS: Final[dict[str, type[Script]]] = {
    "guarantor": Guarantor,
    "broker": Broker,
    "restrainer": Restrainer,
    "hands_off": HandsOff,
}
"""What a power with clients may make its habit."""
