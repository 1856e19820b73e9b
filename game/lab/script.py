"""A script: a player of one habit, which sees its seat's view, like every player.

What a habit does is said by class attributes and a few methods; the slots that it leaves open are filled by the
priorities of a doctrine, its temper.
"""

from typing import ClassVar, Final

import numpy as np

from game.players.doctrine import DEFAULT, Doctrine
from game.players.questions import Situation, assess, ordinary_mood
from game.players.sense import prospects, sensible
from game.players.shortlist import LIKED_SLOTS, STRIKE_SLOTS, LikedOrders, first_legal, shortlist
from game.players.strikes import StrikeList, dislike, misfits
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers, mask
from game.rules.choices import Means, after, legal, means
from game.rules.tables import ANSWERS, OFFERS, Label, Reply, Rules, Slot, Stage
from game.rules.view import View

_ALONE: Final = integers([0])
_NOBODY: Final = integers([0])
"""The force order of a stage that has none: it strikes nobody."""
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
            slot: StrikeList(rules, seat, slot, [misfits(rules, seat, slot, self.misfit)])
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
        mood = ordinary_mood(view.games)
        return assess(self.rules, self.temper, view, mood, open_windows_only=replying)

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

    def misfit(self, options: IntArray, wanted: IntArray) -> IntArray:
        """How badly strikes fit, hundredths, for each amount of resolve to be shown; ``[wanted, option]``.

        ``wanted`` is ``[wanted, 1]``, hundredths.
        """
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
            replies = self.rules.options.reply[menu] == kind
            own = first_legal(integers(menu[replies]), allowed[replies], first)
            free = (own != first) & ~self.rules.options.strike[chosen]
            chosen = integers(np.where(free, own, chosen))
        return chosen

    def _brink(self, view: View) -> IntArray:
        first, last = self.rules.options.menu[self.seat, Slot.BRINK]
        allowed = legal(self.rules, view.seen, self.seat, Slot.BRINK)
        onward = first_legal(integers(np.arange(first + 1, last)), allowed[1:], first)
        return onward if self.goes_on else np.full(view.games, first, dtype=np.int32)
