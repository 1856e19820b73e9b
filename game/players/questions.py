"""The questions that a computer player asks of what it sees, in the order in which it asks them.

Each takes a view and answers for every game of the batch.
"""

from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Doctrine
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.tables import Rules
from game.rules.view import View

_THREAT = 330
_JITTER = 60


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
    """Whether a rival feels that much is owed to it by this seat, or strikes are being exchanged at home."""
    client_threatened: BoolArray
    """Whether that holds for one of the seat's clients."""
    holding: BoolArray
    """Whether the seat holds for a promise about this actor."""
    assured: IntArray
    """The largest scale that it assured this actor of for this turn; 3, which binds nothing, where it said nothing."""

    @property
    def must_answer(self) -> BoolArray:
        """Whether what is owed, or a crossed line, calls for an answer."""
        return ((self.owed >= self.threshold) | (self.stake > 0)) & ~self.holding


def assess(
    rules: Rules, doctrine: Doctrine, view: View, mood: IntArray, open_windows_only: bool
) -> Situation:
    """What the seat makes of its position; ``mood`` (0 to 99, ``[game]``) is how it feels today."""
    seat, seen = view.seat, view.seen
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
    threatened = _threatened(rules, view)
    clients = rules.client_of[seat]
    return Situation(
        toward=integers(toward),
        owed=integers(owed[toward, games]),
        stake=integers(stakes[toward, games]),
        threshold=integers(doctrine.answers_from + (mood - 50) * _JITTER // 50),
        threatened=threatened[seat],
        client_threatened=np.asarray((threatened & clients[:, None]).any(axis=0)),
        holding=np.asarray(frozen[toward, games] > 0),
        assured=_assured(rules, view, integers(toward)),
    )


def _assured(rules: Rules, view: View, toward: IntArray) -> IntArray:
    """The largest scale that the seat assured the actor in question of, 3 where it said nothing; ``[game]``."""
    power = np.minimum(toward, rules.powers - 1)
    said = view.seen.assured[view.seat, power, np.arange(view.games)] * (toward < rules.powers)
    return integers(np.where(said > 0, said - 1, 3))


def _frozen(rules: Rules, view: View) -> IntArray:
    """The share of what is owed that the seat's promises freeze, percent, ``[actor, game]``."""
    frozen = np.zeros_like(view.seen.owed[view.seat])
    for promise in np.flatnonzero(rules.promises.holder == view.seat):
        held = view.seen.promise_freeze[promise] * (view.seen.promise_stake[promise] > 0)
        about = rules.promises.about[promise]
        frozen[about] = np.maximum(frozen[about], held)
    return integers(frozen)


def _unanswered(rules: Rules, view: View) -> IntArray:
    """The highest stake among the seat's crossed and unanswered lines, by who crossed them; ``[actor, game]``."""
    stakes = np.zeros_like(view.seen.owed[view.seat])
    for line in np.flatnonzero(rules.lines.owner == view.seat):
        short = view.seen.line_answer[line] < view.seen.line_stake[line]
        stake = view.seen.line_stake[line] * (view.seen.line_crossed[line] > 0) * short
        against = rules.lines.against[line]
        stakes[against] = np.maximum(stakes[against], stake)
    return integers(stakes)


def _reachable(rules: Rules, seat: int) -> BoolArray:
    """Actors that some strike of the seat can be aimed at; ``[actor]``."""
    own = (rules.options.power == seat) & rules.options.strike
    reachable = np.zeros(rules.actors, dtype=np.bool_)
    reachable[rules.options.target[own]] = True
    return reachable


def _threatened(rules: Rules, view: View) -> BoolArray:
    """Which powers a rival may be about to strike; ``[power, game]``."""
    owed = view.seen.owed[:, : rules.powers]
    calmed = (view.seen.assured > 0) & (view.seen.assured < 3)  # told of no strike, or of a limited one
    by_rivals = (owed * rules.rivals[:, :, None] * ~calmed).max(axis=0) >= _THREAT
    at_home = (rules.fronts.home[:, :, None] & (view.seen.rung >= 5)).any(axis=1)
    return np.asarray(by_rivals | at_home)
