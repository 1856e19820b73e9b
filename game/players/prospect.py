"""What a draft may lead to in the end: the score at the horizon, and how the game may close.

The worlds of a forecast are played on from the end of the turn, everybody by the doctrines that the forecast supposes,
the seat itself by its own.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass

import numpy as np

from game.players.batch import Batch, Chooser, lawful_choices
from game.players.mixture import Mixture
from game.rules.arrays import IntArray, KeyArray
from game.rules.choices import ask
from game.rules.score import score
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from game.rules.turn import play_on

_POINT = 100


@dataclass(frozen=True, slots=True)
class Spread:
    """A score at the end, points in hundredths: its mean and the range in which four of five games end."""

    mean: float
    low: float
    high: float
    counts: tuple[int, ...]
    """Games that end with 0 points and more, with 1 and more, and so on up to the best."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a draft may lead to by the end of the game. Keys are numbers of powers."""

    samples: int
    own: Spread
    """The seat's own score."""
    others: Mapping[int, Spread]
    """The scores of the other powers."""
    endings: Mapping[Ending, float]
    """How likely the game ends in each way, percent."""
    fallen: float
    """How likely the seat's government has fallen by then, percent."""


def replies(
    rules: Rules, mixtures: Mapping[int, Mixture], state: State, keys: KeyArray, members: IntArray
) -> IntArray:
    """What everybody chooses in imagined games, where somebody must: what each may order; ``[power, slot, game]``.

    ``members`` says which player of its mixture each seat has in each game, ``[power, game]``.
    """
    choosers = {seat: _chooser(mixture, members[seat]) for seat, mixture in mixtures.items()}
    return lawful_choices(rules, state, keys, ask(rules, state), choosers)


def _chooser(mixture: Mixture, members: IntArray) -> Chooser:
    return lambda seen, keys, games: mixture.choices_of(members[games], seen, keys)


def prospect(
    rules: Rules,
    seat: int,
    mixtures: Mapping[int, Mixture],
    state: State,
    keys: KeyArray,
    members: IntArray,
) -> Generator[None, None, Prospect]:
    """Play imagined games on to their end, in slices of a stage; ``state`` is at ORDERS and stays as it is.

    ``members`` as for ``replies``.
    """
    table = _Table(rules, seat, state.copy(), keys)
    while True:
        table.clear_all()
        if table.empty:
            return _summary(seat, table.ended)
        for _ in Stage:
            choices = replies(rules, mixtures, table.state, table.keys, members[:, table.place])
            play_on(rules, table.state, choices, table.keys)
            yield


class _Table(Batch):
    """Imagined games, and how those ended that were taken off."""

    def __init__(self, rules: Rules, seat: int, state: State, keys: KeyArray) -> None:
        super().__init__(state, keys)
        self._rules, self._seat = rules, seat
        self.ended: list[_Ends] = []

    def leave(self, games: IntArray) -> None:
        """Keep how games ended."""
        self.ended.append(_Ends.of(self._rules, self.state.take(games), self._seat))


@dataclass(frozen=True, slots=True)
class _Ends:
    """How some games ended: scores, ``[power, game]``, the ending, and whether the seat's government fell."""

    score: IntArray
    ending: IntArray
    fallen: IntArray

    @classmethod
    def of(cls, rules: Rules, state: State, seat: int) -> "_Ends":
        return cls(score(rules, state).total, state.ending.copy(), state.caretaker[seat] > 0)


def _summary(seat: int, ended: list[_Ends]) -> Prospect:
    scores = np.concatenate([part.score for part in ended], axis=1)
    endings = np.concatenate([part.ending for part in ended])
    fallen = np.concatenate([part.fallen for part in ended])
    spreads = {power: _spread(each) for power, each in enumerate(scores)}
    return Prospect(
        samples=len(endings),
        own=spreads.pop(seat),
        others=spreads,
        endings={
            ending: 100 * float((endings == ending).mean())
            for ending in Ending
            if ending is not Ending.PLAYING
        },
        fallen=100 * float(fallen.mean()),
    )


def _spread(scores: IntArray) -> Spread:
    low, high = np.percentile(scores, (10, 90))
    counts = np.bincount(np.maximum(scores, 0) // _POINT)
    return Spread(float(scores.mean()), float(low), float(high), tuple(counts.tolist()))
