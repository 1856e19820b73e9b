"""Scripted policies: players of one habit, against which rules and computer players are measured (rules.md §13).

A script sees its seat's view, like every player. It is no opponent for people: it shows whether one simple habit
would win the game, and what a player that thinks gains on it.
"""

from typing import ClassVar, Final

import numpy as np

from game.players.doctrine import DEFAULT, FORCEFUL, RESTRAINED, Doctrine
from game.players.questions import Situation, assess
from game.players.shortlist import (
    MOODS,
    READINESS_LEVELS,
    WANTED_STEP,
    WANTED_STEPS,
    Mood,
    best_strikes,
    dislike,
    first_legal,
    liking,
    shortlist,
)
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers, mask
from game.rules.chance import Chance
from game.rules.choices import Means, after, at_random, legal, means, met_needs
from game.rules.tables import ANSWERS, OFFERS, Label, Reply, Rules, Slot, Stage
from game.rules.view import View

_OWED: Final = 100
"""From what is owed a script that answers does so, hundredths."""
_MUCH_OWED: Final = 300
_EVEN_MOOD: Final = 50
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
        self._liked = shortlist(rules, seat, self.temper).priorities
        self._strikes = {
            slot: best_strikes(rules, seat, slot, self._misfit) for slot in (Slot.FORCE, Slot.ANSWER)
        }

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
            return self._filled(view, Slot.OFFER, None, self._moods(view, situation))[None]
        return (self._answer(view) if stage in ANSWERS else self._brink(view))[None]

    def _situation(self, view: View, replying: bool) -> Situation:
        even = np.full(view.games, _EVEN_MOOD, dtype=np.int32)
        return assess(self.rules, self.temper, view, even, open_windows_only=replying)

    def _orders(self, view: View) -> IntArray:
        situation, left = self._situation(view, replying=False), means(view.seen, self.seat)
        force = self._strike(view, situation, Slot.FORCE)
        moods = self._moods(view, situation) + Mood.STRIKING * self.rules.options.strike[force]
        chosen = [force]
        for slot in (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY):
            left = after(self.rules, left, chosen[-1])
            chosen.append(self._filled(view, slot, left, integers(moods)))
        return np.stack(chosen)

    def _moods(self, view: View, situation: Situation) -> IntArray:
        return integers(
            Mood.THREATENED * situation.threatened
            + Mood.CLIENT_THREATENED * situation.client_threatened
            + Mood.OWED * (situation.owed >= _OWED)
        )

    def _filled(self, view: View, slot: Slot, left: Means | None, moods: IntArray) -> IntArray:
        """What its temper likes best in a slot that it fills, a pass in others; ``[game]``."""
        first, _ = self.rules.options.menu[self.seat, slot]
        chosen = np.full(view.games, first, dtype=np.int32)
        if slot not in self.fills:
            return chosen
        allowed = legal(self.rules, view.seen, self.seat, slot, left)
        for mood in range(MOODS):
            here = moods == mood
            if here.any():
                chosen[here] = first_legal(self._liked[slot][mood], allowed[:, here], first)
        return chosen

    def _strike(self, view: View, situation: Situation, slot: Slot) -> IntArray:
        """The legal strike that fits best, where it strikes; else the menu's first option; ``[game]``."""
        first, last = self.rules.options.menu[self.seat, slot]
        met, games = met_needs(self.rules, view.seen), np.arange(view.games)
        allowed = legal(self.rules, view.seen, self.seat, slot, met=met)
        steps = (self.wanted(view, situation) + WANTED_STEP // 2) // WANTED_STEP
        fitting = self._strikes[slot][situation.toward, np.clip(steps, 0, WANTED_STEPS - 1)]
        strikes, chosen = self.strikes(view, situation), np.full(view.games, first, dtype=np.int32)
        for readiness in range(READINESS_LEVELS):
            option = fitting[:, readiness]
            fits = allowed[np.clip(option - first, 0, last - first - 1), games] & (option >= 0)
            chosen = np.where(strikes & fits, option, chosen)
        return integers(chosen)

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
    """Answers whatever is owed with a decisive strike, and goes on at the brink."""

    temper = FORCEFUL
    label = Label.DECISIVE
    goes_on = True


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
    """Does one kind of thing for its clients, whenever it can, and nothing else."""

    temper = RESTRAINED
    fills = Talk.fills

    def __init__(self, rules: Rules, seat: int) -> None:
        super().__init__(rules, seat)
        self._liked = {slot: [self._own(slot)] * MOODS for slot in self.fills}

    def does(self, options: IntArray) -> BoolArray:
        """Which options belong to its habit, ``[option]``."""
        return np.zeros(len(options), dtype=np.bool_)

    def _own(self, slot: Slot) -> IntArray:
        """The options of its habit, those first that its temper likes best when a client is in danger."""
        first, last = self.rules.options.menu[self.seat, slot]
        own = integers(np.arange(first + 1, last))
        own = own[self.does(own)]
        worth = liking(self.rules, self.seat, self.temper, Mood.CLIENT_THREATENED, own)
        return integers(own[np.argsort(-worth, kind="stable")])

    def _raises(self, options: IntArray, *cells: IntArray) -> BoolArray:
        """Which options raise one of these rows."""
        table = self.rules.options
        raised = np.isin(table.shift_row[options], np.concatenate(cells)) & (table.shift_by[options] > 0)
        return mask(raised.any(axis=1))


class Guarantor(_Patron):
    """Stands by its clients: deploys, leads the common defence, and draws lines around them."""

    def does(self, options: IntArray) -> BoolArray:
        """Forces on a client's ground, air defence and lines for it."""
        cells, clients = self.rules.layout.cells, np.flatnonzero(self.rules.client_of[self.seat])
        line = self.rules.options.line[options]
        protects = np.append(self.rules.lines.protects, self.seat)[line]
        helps = self._raises(options, cells("shield", clients), cells("presence", self.seat, clients))
        return mask(helps | ((line >= 0) & np.isin(protects, clients)))


class Broker(_Patron):
    """Brokers talks, spends leverage on them, and asks others to hold for a promise."""

    def does(self, options: IntArray) -> BoolArray:
        """Talks, leverage and promises."""
        table, talks = self.rules.options, np.arange(len(self.rules.talks.front))
        asks = (table.broker[options] >= 0) | ((table.promise[options] >= 0) & ~table.holds[options])
        return mask(asks | self._raises(options, self.rules.layout.cells("leverage", talks)))


class Restrainer(_Patron):
    """Holds its clients and partners back: asks them to wait, and ties arms to conditions."""

    def does(self, options: IntArray) -> BoolArray:
        """Requests to hold, and pressure."""
        table = self.rules.options
        return mask(
            (table.restrains[options] >= 0)
            | (table.presses[options] >= 0)
            | (table.ask_restraint[options] >= 0)
        )


class HandsOff(Script):
    """Does nothing at all."""

    fills = ()


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
