"""The questions that a computer player asks of what it sees, in the order in which it asks them.

Each takes a view and answers for every game of the batch.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntFlag
from functools import cached_property
from typing import Final

import numpy as np

from game.players.belief import Belief, beliefs
from game.players.danger import SOMETHING_OWED, felt, in_danger, under_fire
from game.players.doctrine import Doctrine
from game.players.minds import Minds, minds_of
from game.rules.arrays import BoolArray, IntArray, any_row, anywhere, entries, integers, which
from game.rules.tables import Rules, Slot
from game.rules.view import View

_ORDINARY = 50
"""The mood of an ordinary day, of 0 to 99."""

_JITTER = 60
"""By how much the mood of a day moves the threshold from which it must answer, at most; hundredths."""

_MOST_RESTRAINT = 3
"""Of another's restraint no more steps than these count."""

_BOLDER = 30
"""How much less need be owed for each step by which another's restraint makes a seat bolder; hundredths."""

_LARGER = 15
"""Percent added to the resolve of a reply for each such step."""

DARES = 15
"""Chance in percent to strike back, or to go on at the brink, that each such step adds."""

_RESERVE = 200
"""Readiness kept for a reply beside a blow at a partner, hundredths."""

_WEIGHT_OF_STAKE = 200
"""What each step of the stake of a crossed line counts for beside what is owed, hundredths."""

_LEAST_THRESHOLD = 50
"""Less than this is never answered, however bold a seat has become; hundredths."""

_RESOLVE_OF_SCALE = 150
"""Resolve that answers a line for each step of its stake, and that each scale of a strike may show; hundredths."""

_NOTHING_ASSURED = 3
"""The scale beyond all that can be assured."""


class Mood(IntFlag):
    """The kinds of situation that priorities tell apart."""

    CALM = 0
    THREATENED = 1
    CLIENT_THREATENED = 2
    STRIKING = 4
    OWED = 8
    """So much is owed that it must be answered."""
    AGGRIEVED = 16
    """Something is owed, and it need not be answered yet."""
    UNDER_FIRE = 32
    """Armed groups of the other camp have done it harm that is not answered."""


MOODS = 64
EVERY_MOOD = Mood(MOODS - 1)


@dataclass(frozen=True, eq=False)
class Situation:
    """What a seat makes of its position; arrays ``[game]``. Each is worked out when it is first asked for."""

    rules: Rules
    minds: Minds
    view: View
    mood: IntArray
    """How it feels today, 0 to 99."""
    open_windows_only: bool
    """Whether only those count to which a reply is open; else those that a strike can be aimed at."""

    @cached_property
    def toward(self) -> IntArray:
        """The actor to which most is owed, as an actor's number."""
        weight = self._owed + _WEIGHT_OF_STAKE * self._stakes
        if self.open_windows_only:
            window = self.view.seen.window[self.view.seat]
            weight = weight * (window > 0) - (window == 0)
        else:
            weight = weight * _reachable(self.rules, self.view.seat)[:, None]
        return integers(weight.argmax(axis=0))

    @cached_property
    def owed(self) -> IntArray:
        """What is owed to it and not frozen by a promise, hundredths."""
        return self._about_it(self._owed)

    @cached_property
    def stake(self) -> IntArray:
        """Stake of the seat's own line that this actor crossed and that is not answered yet; 0 for none."""
        return self._about_it(self._stakes)

    @cached_property
    def holding(self) -> BoolArray:
        """Whether the seat holds for a promise about this actor."""
        return self._about_it(self._frozen) > 0

    @cached_property
    def threshold(self) -> IntArray:
        """From what is owed on it must be answered, hundredths."""
        touchy = (self.mood - _ORDINARY) * _JITTER // _ORDINARY
        return integers(
            np.maximum(self.minds.answers_from + touchy - _BOLDER * self.reading, _LEAST_THRESHOLD)
        )

    @cached_property
    def restraint(self) -> IntArray:
        """Blows that this actor, or its patron, let pass and promises it held for since it last struck the seat."""
        return restraint_of(self.rules, self.view, self.toward)

    @cached_property
    def reading(self) -> IntArray:
        """How much bolder that makes the seat: up to 3 where it reads licence, down to -3 where it reads a signal."""
        return reading_of(self.minds, self.restraint)

    @cached_property
    def assured(self) -> IntArray:
        """The largest scale that it assured this actor of for this turn; 3, which binds nothing, for none."""
        return _assured(self.rules, self.view, self.toward)

    @cached_property
    def belief(self) -> Belief:
        """What the seat takes every power to be like."""
        return beliefs(self.rules, self.minds.kind, self.view)

    @cached_property
    def _in_danger(self) -> BoolArray:
        """Whether the seat, and then each of its clients, is threatened; ``[power, game]``."""
        powers = integers([self.view.seat, *which(self.rules.client_of[self.view.seat]).tolist()])
        return in_danger(self.rules, self.view, self.minds.kind, powers)

    @property
    def threatened(self) -> BoolArray:
        """Whether a rival feels that much is owed to it by this seat, or powers exchange strikes at its home."""
        return np.asarray(self._in_danger[0])

    @property
    def client_threatened(self) -> BoolArray:
        """Whether one of the seat's clients is threatened so."""
        return any_row(self._in_danger[1:])

    @cached_property
    def under_fire(self) -> BoolArray:
        """Whether armed groups of the other camp have done it harm that is not answered."""
        return under_fire(self.rules, self.view)

    @property
    def due(self) -> BoolArray:
        """Whether so much is owed that it must be answered."""
        return self.owed >= self.threshold

    @property
    def must_answer(self) -> BoolArray:
        """Whether what is owed, or a crossed line, calls for an answer."""
        return (self.due | (self.stake > 0)) & ~self.holding

    @property
    def aggrieved(self) -> BoolArray:
        """Whether something is owed that need not be answered yet."""
        return (self.owed >= SOMETHING_OWED) & ~self.due

    def moods(self, striking: BoolArray | bool, told_apart: Mood = EVERY_MOOD) -> IntArray:
        """The mood of each game, as the number of a ``Mood``, when the seat strikes or does not; ``[game]``.

        Whether it is in a mood that need not be told apart is not asked.
        """
        found = np.full(self.view.games, Mood.STRIKING * striking, dtype=np.int32)
        for mood, holds in _HOLDS.items():
            if mood in told_apart:
                found += mood * holds(self)
        return found

    @cached_property
    def _owed(self) -> IntArray:
        """What is owed to every actor and not frozen by a promise, ``[actor, game]``."""
        return felt(self.rules, self.view) * (100 - self._frozen) // 100

    @cached_property
    def _frozen(self) -> IntArray:
        return _frozen(self.rules, self.view)

    @cached_property
    def _stakes(self) -> IntArray:
        return _unanswered(self.rules, self.view)

    def _about_it(self, of_actors: IntArray) -> IntArray:
        """The entry of the actor in question in each game; ``of_actors`` is ``[actor, game]``."""
        return entries(of_actors, self.toward, np.arange(self.view.games))


_HOLDS: Final[Mapping[Mood, Callable[[Situation], BoolArray]]] = {
    Mood.THREATENED: lambda situation: situation.threatened,
    Mood.CLIENT_THREATENED: lambda situation: situation.client_threatened,
    Mood.OWED: lambda situation: situation.due,
    Mood.AGGRIEVED: lambda situation: situation.aggrieved,
    Mood.UNDER_FIRE: lambda situation: situation.under_fire,
}
"""When each mood holds, beside that of a seat that strikes."""


def assess(
    rules: Rules, mind: Doctrine | Minds, view: View, mood: IntArray, open_windows_only: bool
) -> Situation:
    """What the seat makes of its position; ``mood`` (0 to 99, ``[game]``) is how it feels today."""
    return Situation(rules, _minds(mind), view, mood, open_windows_only)


def ordinary_mood(games: int) -> IntArray:
    """How a seat feels on an ordinary day, neither touchy nor calm; ``[game]``."""
    return np.full(games, _ORDINARY, dtype=np.int32)


def _minds(mind: Doctrine | Minds) -> Minds:
    return mind if isinstance(mind, Minds) else minds_of(mind)


def wanted_resolve(mind: Doctrine | Minds, situation: Situation) -> IntArray:
    """The resolve from which a reply satisfies audiences, hundredths, ``[game]``.

    A share of what is owed, no less than a crossed line calls for, and no more than was assured where the doctrine
    keeps its word.
    """
    minds = _minds(mind)
    share = minds.wanted_share + _LARGER * situation.reading
    wanted = np.maximum(situation.owed * share // 100, _RESOLVE_OF_SCALE * situation.stake)
    bound = minds.keeps_assurances & (situation.assured < _NOTHING_ASSURED)
    return integers(np.where(bound, np.minimum(wanted, _RESOLVE_OF_SCALE * situation.assured), wanted))


def reserved(rules: Rules, mind: Doctrine | Minds, situation: Situation, slot: Slot) -> IntArray:
    """Readiness kept for a reply when the blow planned is at a partner, hundredths; ``[game]``.

    Those that seek force keep none unless a rival may strike.
    """
    if slot is not Slot.FORCE:
        return np.zeros_like(situation.toward)
    elsewhere = situation.toward >= rules.powers
    return integers(_RESERVE * (elsewhere & (situation.threatened | ~_minds(mind).seeks_force)))


def restraint_of(rules: Rules, view: View, actor: IntArray) -> IntArray:
    """What an actor, or its patron, let pass since it last struck the seat; ``actor`` and result ``[game]``."""
    patron = rules.patron_of[actor]
    return integers(view.seen.held_back[patron, view.seat, np.arange(view.games)] * (patron != view.seat))


def reading_of(minds: Minds, restraint: IntArray) -> IntArray:
    """How much bolder another's restraint makes a doctrine, -3 to 3 [A 19, A 21]; ``[game]``."""
    return integers(minds.boldened_by_restraint * np.minimum(restraint, _MOST_RESTRAINT))


def goes_on_in(mind: Doctrine | Minds, restraint: IntArray) -> IntArray:
    """In how many of 100 cases a doctrine goes on at the brink against such restraint; ``[game]``."""
    minds = _minds(mind)
    return integers(np.clip(minds.goes_on_in + DARES * reading_of(minds, restraint), 0, 100))


def _assured(rules: Rules, view: View, toward: IntArray) -> IntArray:
    """The largest scale that the seat assured the actor in question of, 3 where it said nothing; ``[game]``."""
    power = np.minimum(toward, rules.powers - 1)
    said = view.seen.assured[view.seat, power, np.arange(view.games)] * (toward < rules.powers)
    return integers(np.where(said > 0, said - 1, _NOTHING_ASSURED))


def _frozen(rules: Rules, view: View) -> IntArray:
    """The share of what is owed that the seat's promises freeze, percent, ``[actor, game]``."""
    seen, promises = view.seen, rules.promises
    own = which(promises.holder == view.seat)
    held = seen.promise_freeze[own] * (seen.promise_stake[own] > 0)
    return _largest(held, promises.about[own], rules.actors)


def _unanswered(rules: Rules, view: View) -> IntArray:
    """The highest stake among the seat's crossed and unanswered lines, by who crossed them; ``[actor, game]``."""
    seen, lines = view.seen, rules.lines
    own = which(lines.owner == view.seat)
    stake = seen.line_stake[own]
    crossed = stake * ((seen.line_crossed[own] > 0) & (seen.line_answer[own] < stake))
    return _largest(crossed, lines.against[own], rules.actors)


def _largest(values: IntArray, of_actor: IntArray, actors: int) -> IntArray:
    """The largest of the values that concern each actor, ``[actor, game]``; ``values`` is ``[place, game]``."""
    largest = np.zeros((actors, values.shape[1]), dtype=np.int32)
    for place in anywhere(values != 0):
        actor = of_actor[place]
        np.maximum(largest[actor], values[place], out=largest[actor])
    return largest


def _reachable(rules: Rules, seat: int) -> BoolArray:
    """Actors that some strike of the seat can be aimed at; ``[actor]``."""
    own = (rules.options.power == seat) & rules.options.strike
    reachable = np.zeros(rules.actors, dtype=np.bool_)
    reachable[rules.options.target[own]] = True
    return reachable
