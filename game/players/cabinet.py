"""How a seat decides: ordered questions, priority filters, and an option for every slot.

It is given a view and nothing else. All games of a batch are decided side by side, each by one of several doctrines.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from game.players.minds import Minds, minds_of
from game.players.questions import (
    DARES,
    Situation,
    assess,
    goes_on_in,
    reserved,
    restraint_of,
    wanted_resolve,
)
from game.players.secret import SecretOrders
from game.players.sense import prospects, sensible
from game.players.shortlist import LIKED_SLOTS, STRIKE_SLOTS, LikedOrders, Shortlist, first_legal
from game.players.strikes import StrikeList
from game.rules.arrays import BoolArray, IntArray, KeyArray, any_row, integers, which
from game.rules.chance import Chance, Purpose
from game.rules.choices import Means, after, legal, means, met_needs
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import ANSWERS, OFFERS, Reply, Rules, Slot, Stage
from game.rules.view import View


class Decided(NamedTuple):
    """What was chosen at a stage, and what it rested on."""

    choices: IntArray
    """An option for each slot, ``[slot, game]``."""
    situation: Situation | None
    """None at the brink, where nothing else is asked."""
    dares: BoolArray
    """In a reply window: whether it would strike back, ``[game]``."""
    restraint: IntArray
    """At the brink: how often the other side held back, ``[game]``."""


class Cabinet:
    """Several doctrines of one seat that decide side by side, each game by one of them."""

    def __init__(self, rules: Rules, seat: int, lists: Sequence[Shortlist]) -> None:
        """``lists`` holds what was prepared for each doctrine."""
        self.rules = rules
        self.seat = seat
        self._minds = minds_of(*(each.doctrine for each in lists))
        self.strikes = {
            slot: StrikeList(self.rules, self.seat, slot, [each.misfits[slot] for each in lists])
            for slot in STRIKE_SLOTS
        }
        self._liked = {slot: LikedOrders(self.rules, self.seat, slot, lists) for slot in LIKED_SLOTS}
        self._secret = SecretOrders(self.rules, self.seat)
        answers = np.arange(*rules.options.menu[seat, Slot.ANSWER])
        reply = rules.options.reply[answers]
        self._accepts = integers(answers[reply == Reply.ACCEPT])
        self._protests = integers(answers[reply == Reply.PROTEST])

    def decide(self, view: View, keys: KeyArray, member: IntArray) -> Decided:
        """Choose for every slot of the stage, as the doctrine numbered ``member`` does, ``[game]`` or ``[1]``."""
        stage, minds = Stage(view.stage), self._minds.take(member)
        mood = Chance(keys, view.turn, view.stage).rolls(Purpose.DOCTRINE, 2, first=2 * self.seat)
        if stage is Stage.ORDERS:
            return self._order(minds, view, mood)
        if stage in OFFERS:
            return self._offer(minds, view, mood)
        if stage in ANSWERS:
            return self._answer(minds, view, mood)
        return self._step_back_or_go_on(minds, view, mood)

    def _order(self, minds: Minds, view: View, mood: IntArray) -> Decided:
        situation = assess(self.rules, minds, view, mood[0], open_windows_only=False)
        left, met = means(view.seen, self.seat), met_needs(self.rules, view.seen, power=self.seat)
        first, _ = self.rules.options.menu[self.seat, Slot.FORCE]
        strikes = situation.must_answer & ~self._would_rather_hold(minds, view, situation, mood[1])
        spared = left._replace(readiness=left.readiness - reserved(self.rules, minds, situation, Slot.FORCE))
        allowed = legal(self.rules, view.seen, self.seat, Slot.FORCE, spared, met)
        force = self._strike(minds, view, situation, Slot.FORCE, allowed, strikes)
        allowed = legal(self.rules, view.seen, self.seat, Slot.FORCE, left, met)
        force = self._secret.chosen(minds, view, situation, allowed, force, mood[1])
        striking = self.rules.options.strike[force]
        moods = situation.moods(striking)
        order = self._liked[Slot.FORCE].best(minds.number, view, moods, allowed)
        force = integers(np.where(force == first, order, force))
        left = after(self.rules, left, force)
        chosen = [force]
        for slot in (Slot.GUARD, Slot.DIPLOMATIC, Slot.DECLARATORY):
            option = self._by_priority(minds, view, slot, left, met, moods, force)
            left = after(self.rules, left, option)
            chosen.append(option)
        return Decided(integers(np.stack(chosen)), situation, *self._unasked(view))

    def _unasked(self, view: View) -> tuple[BoolArray, IntArray]:
        """Nobody dares anything or looks at restraint where that is not asked."""
        return np.zeros(view.games, dtype=np.bool_), np.zeros(view.games, dtype=np.int32)

    def _would_rather_hold(self, minds: Minds, view: View, situation: Situation, mood: IntArray) -> BoolArray:
        """A patient government that trusts a mediator may wait for an offer first, unless a line binds it."""
        promises = self.rules.promises
        rather = np.zeros(view.games, dtype=np.bool_)
        for promise in which(promises.holder == self.seat):
            trust = view.seen.trust[promises.mediator[promise], self.seat]
            about = situation.toward == promises.about[promise]
            rather |= about & (trust >= minds.holds_from)
        waits = (situation.stake == 0) & ~self._waited(view) & (mood < minds.patience)
        return np.asarray(rather & waits)

    def _strike(
        self,
        minds: Minds,
        view: View,
        situation: Situation,
        slot: Slot,
        allowed: BoolArray,
        strikes: BoolArray,
    ) -> IntArray:
        """The strike that fits what is owed best, where one is wanted and legal; else the menu's first option."""
        strikes = strikes & (~minds.keeps_assurances | (situation.assured > 0))
        wanted = wanted_resolve(minds, situation)
        allowed = allowed & strikes
        return self.strikes[slot].fitting(
            minds.number, situation.toward, wanted, allowed, view, situation.stake
        )

    def _by_priority(
        self,
        minds: Minds,
        view: View,
        slot: Slot,
        left: Means,
        met: BoolArray,
        moods: IntArray,
        force: IntArray,
    ) -> IntArray:
        """The option that the doctrine likes best in the mood of each game, among the legal ones."""
        allowed = legal(self.rules, view.seen, self.seat, slot, left, met)
        allowed &= sensible(self.rules, view, slot, force)
        lean = prospects(self.rules, view, slot)
        return self._liked[slot].best(minds.number, view, moods, allowed, lean)

    def _offer(self, minds: Minds, view: View, mood: IntArray) -> Decided:
        situation = assess(self.rules, minds, view, mood[0], open_windows_only=False)
        moods = situation.moods(striking=False, told_apart=self._liked[Slot.OFFER].told_apart)
        nobody = np.full(view.games, self.rules.options.menu[self.seat, Slot.OFFER][0])
        left, met = means(view.seen, self.seat), met_needs(self.rules, view.seen, power=self.seat)
        chosen = self._by_priority(minds, view, Slot.OFFER, left, met, moods, nobody)
        return Decided(chosen[None], situation, *self._unasked(view))

    def _answer(self, minds: Minds, view: View, mood: IntArray) -> Decided:
        """In a reply window: accept a promise that is trusted, strike back if it must, else protest or absorb."""
        situation = assess(self.rules, minds, view, mood[0], open_windows_only=True)
        first, _ = self.rules.options.menu[self.seat, Slot.ANSWER]
        allowed = legal(self.rules, view.seen, self.seat, Slot.ANSWER)
        dares = self._dares(minds, view, situation, mood[1])
        strike = self._strike(minds, view, situation, Slot.ANSWER, allowed, situation.must_answer & dares)
        protest = first_legal(self._protests, allowed[self._protests - first], first)
        chosen = np.where(self.rules.options.strike[strike], strike, protest)
        trusted = allowed[self._accepts - first] & self._trusted(minds, view)
        chosen = first_legal(self._accepts, trusted, chosen)
        return Decided(chosen[None], situation, dares, self._unasked(view)[1])

    def _trusted(self, minds: Minds, view: View) -> BoolArray:
        """Whether the seat trusts the mediator of each promise that it may accept enough; ``[acceptance, game]``."""
        promise = self.rules.options.promise[self._accepts]
        trust = view.seen.trust[self.rules.promises.mediator[promise], self.seat]
        return np.asarray((trust >= minds.holds_from) & ~self._waited(view))

    def _waited(self, view: View) -> BoolArray:
        """Whether the seat held for a promise that was broken; ``[game]``."""
        return any_row(view.seen.interest[self.seat])

    def _dares(self, minds: Minds, view: View, situation: Situation, mood: IntArray) -> BoolArray:
        """Whether it strikes back although fronts are hot: the more tolerant of risk, the more often."""
        hot = view.seen.rung[self.rules.fronts.direct].max(axis=0, initial=0) >= OPEN_EXCHANGE
        hurry = 100 - minds.patience // 2
        bound = situation.stake > 0
        willing = np.where(hot, minds.risk_tolerance + 25 * bound + 20, hurry + 30 * bound)
        return np.asarray(mood < willing + DARES * situation.reading)

    def _step_back_or_go_on(self, minds: Minds, view: View, mood: IntArray) -> Decided:
        """At the brink it goes on as often as it tolerates risk, less if restraint is what it seeks.

        Who reads restraint as licence reckons that a rival which held back before will stop; who reads it as a signal
        steps back itself.
        """
        first, last = self.rules.options.menu[self.seat, Slot.BRINK]
        allowed = legal(self.rules, view.seen, self.seat, Slot.BRINK)
        restraint = restraint_of(self.rules, view, self._facing(view))
        often = goes_on_in(minds, restraint)
        forward = first_legal(integers(np.arange(first + 1, last)), allowed[1:], first)
        chosen = integers(np.where(mood[0] < often, forward, first))
        return Decided(chosen[None], None, self._unasked(view)[0], restraint)

    def _facing(self, view: View) -> IntArray:
        """The power that the seat faces at the brink, ``[game]``; itself where it is not at one."""
        principals = self.rules.fronts.principals[np.maximum(view.seen.brink, 0)]
        other = np.where(principals[:, 0] == self.seat, principals[:, 1], principals[:, 0])
        return integers(np.where(view.seen.brink >= 0, other, self.seat))
