"""The questions that a computer player asks of what it sees, in the order in which it asks them.

Each takes a view and answers for every game of the batch.
"""

from dataclasses import dataclass
from enum import IntFlag

import numpy as np

from game.players.belief import WHOLE, Belief, beliefs
from game.players.doctrine import Doctrine
from game.players.minds import Minds, minds_of
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tables import Rules, Slot
from game.rules.view import View

_STRIKES_FROM = integers([600, 330, 200])
"""From what is owed to it on a rival of each kind (``belief.KINDS``) is expected to strike soon, hundredths."""

_SOMETHING_OWED = 100
"""From here on something is owed that need not be answered yet, hundredths."""

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


@dataclass(frozen=True, slots=True)
class Situation:
    """What a seat makes of its position; arrays ``[game]``."""

    toward: IntArray
    """The actor to which most is owed, as an actor's number."""
    owed: IntArray
    """What is owed to it and not frozen by a promise, hundredths."""
    stake: IntArray
    """Stake of the seat's own line that this actor crossed and that is not answered yet; 0 for none."""
    threshold: IntArray
    """From what is owed on it must be answered, hundredths."""
    threatened: BoolArray
    """Whether a rival feels that much is owed to it by this seat, or powers exchange strikes at its home."""
    under_fire: BoolArray
    """Whether armed groups of the other camp have done it harm that is not answered."""
    belief: Belief
    """What the seat takes every power to be like."""
    restraint: IntArray
    """Blows that this actor, or its patron, let pass and promises that it held for since it last struck the seat."""
    reading: IntArray
    """How much bolder that makes the seat: up to 3 where it reads licence, down to -3 where it reads a signal."""
    client_threatened: BoolArray
    """Whether one of the seat's clients is threatened so."""
    holding: BoolArray
    """Whether the seat holds for a promise about this actor."""
    assured: IntArray
    """The largest scale that it assured this actor of for this turn; 3, which binds nothing, where it said nothing."""

    @property
    def must_answer(self) -> BoolArray:
        """Whether what is owed, or a crossed line, calls for an answer."""
        return ((self.owed >= self.threshold) | (self.stake > 0)) & ~self.holding

    @property
    def aggrieved(self) -> BoolArray:
        """Whether something is owed that need not be answered yet."""
        return (self.owed >= _SOMETHING_OWED) & (self.owed < self.threshold)

    def moods(self, striking: BoolArray | bool) -> IntArray:
        """The mood of each game, as the number of a ``Mood``, when the seat strikes or does not; ``[game]``."""
        return integers(
            Mood.THREATENED * self.threatened
            + Mood.CLIENT_THREATENED * self.client_threatened
            + Mood.STRIKING * striking
            + Mood.OWED * (self.owed >= self.threshold)
            + Mood.AGGRIEVED * self.aggrieved
            + Mood.UNDER_FIRE * self.under_fire
        )


def assess(
    rules: Rules, mind: Doctrine | Minds, view: View, mood: IntArray, open_windows_only: bool
) -> Situation:
    """What the seat makes of its position; ``mood`` (0 to 99, ``[game]``) is how it feels today."""
    seat, seen, minds = view.seat, view.seen, _minds(mind)
    frozen = _frozen(rules, view)
    owed = seen.owed[seat] * (100 - frozen) // 100
    stakes = _unanswered(rules, view)
    weight = owed + 200 * stakes
    if open_windows_only:
        weight = weight * (seen.window[seat] > 0) - (seen.window[seat] == 0)
    else:
        weight = weight * _reachable(rules, seat)[:, None]
    toward = weight.argmax(axis=0)
    games = np.arange(view.games)
    taken = beliefs(rules, minds.kind, view)
    threatened = _threatened(rules, view, taken)
    clients = rules.client_of[seat]
    restraint = restraint_of(rules, view, integers(toward))
    reading = reading_of(minds, restraint)
    threshold = minds.answers_from + (mood - _ORDINARY) * _JITTER // _ORDINARY - _BOLDER * reading
    return Situation(
        toward=integers(toward),
        owed=integers(owed[toward, games]),
        stake=integers(stakes[toward, games]),
        threshold=integers(np.maximum(threshold, _LEAST_THRESHOLD)),
        threatened=threatened[seat],
        under_fire=_under_fire(rules, view),
        belief=taken,
        restraint=restraint,
        reading=reading,
        client_threatened=np.asarray((threatened & clients[:, None]).any(axis=0)),
        holding=np.asarray(frozen[toward, games] > 0),
        assured=_assured(rules, view, integers(toward)),
    )


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
    elsewhere = (situation.toward >= rules.powers) & (slot is Slot.FORCE)
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
    own = np.flatnonzero(promises.holder == view.seat)
    held = seen.promise_freeze[own] * (seen.promise_stake[own] > 0)
    return _largest(held, promises.about[own], rules.actors)


def _unanswered(rules: Rules, view: View) -> IntArray:
    """The highest stake among the seat's crossed and unanswered lines, by who crossed them; ``[actor, game]``."""
    seen, lines = view.seen, rules.lines
    own = np.flatnonzero(lines.owner == view.seat)
    stake = seen.line_stake[own]
    crossed = stake * ((seen.line_crossed[own] > 0) & (seen.line_answer[own] < stake))
    return _largest(crossed, lines.against[own], rules.actors)


def _largest(values: IntArray, of_actor: IntArray, actors: int) -> IntArray:
    """The largest of the values that concern each actor, ``[actor, game]``; ``values`` is ``[place, game]``."""
    largest = np.zeros((actors, values.shape[1]), dtype=np.int32)
    for place in np.flatnonzero(values.any(axis=1)):
        actor = of_actor[place]
        np.maximum(largest[actor], values[place], out=largest[actor])
    return largest


def _reachable(rules: Rules, seat: int) -> BoolArray:
    """Actors that some strike of the seat can be aimed at; ``[actor]``."""
    own = (rules.options.power == seat) & rules.options.strike
    reachable = np.zeros(rules.actors, dtype=np.bool_)
    reachable[rules.options.target[own]] = True
    return reachable


def likely_to_strike(rules: Rules, view: View, taken: Belief) -> BoolArray:
    """Whether a rival, as the seat takes it to be, is more likely than not about to strike a power.

    ``[rival, power, game]``; nobody is expected to strike on whom was told of no strike, or of a limited one.
    """
    owed = view.seen.owed[:, : rules.powers]
    calmed = (view.seen.assured > 0) & (view.seen.assured < 3)
    felt = owed * (rules.rivals[:, :, None] & ~calmed)
    return np.asarray(felt >= strikes_from(taken)[:, None])


def strikes_from(taken: Belief) -> IntArray:
    """What a power must owe before it is more likely than not to strike soon, hundredths; ``[power, game]``."""
    soonest = np.argsort(_STRIKES_FROM)
    by_then = np.cumsum(taken.odds[soonest], axis=0) >= WHOLE // 2
    return integers(_STRIKES_FROM[soonest][by_then.argmax(axis=0)])


def _threatened(rules: Rules, view: View, taken: Belief) -> BoolArray:
    """Which powers a rival is about to strike, or see powers exchange strikes at home; ``[power, game]``."""
    by_rivals = likely_to_strike(rules, view, taken).any(axis=0)
    between_powers = rules.fronts.home & rules.fronts.direct
    at_home = (between_powers[:, :, None] & (view.seen.rung >= OPEN_EXCHANGE)).any(axis=1)
    return np.asarray(by_rivals | at_home)


def _under_fire(rules: Rules, view: View) -> BoolArray:
    """Whether a group whose patron is of the other camp has done the seat harm that is not answered; ``[game]``."""
    strangers = rules.powers + np.flatnonzero(rules.camp[rules.partners.patron] != rules.camp[view.seat])
    return np.asarray((view.seen.owed[view.seat, strangers] >= _SOMETHING_OWED).any(axis=0))
