"""Advisers: what each doctrine of a seat would do now and why, and what would come of it, from the seat's view only."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.computer import ComputerPlayer
from game.players.drafts import Drafts
from game.players.worlds import TO_THE_END, Cast, Worlds
from game.rules.arrays import KeyArray, integers
from game.rules.tables import Rules
from game.rules.view import View

WORLDS = 96


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser of one doctrine would do."""

    doctrine: str
    options: tuple[int, ...]
    """The option for each slot of the stage."""
    reasons: tuple[str, ...]
    """The steps that lead there; actors and options stand in them by their ids."""
    score: float
    """The seat's mean score at the end if this is done and its usual doctrine goes on from there, points."""
    better: float
    """How much more that is than with the seat's own draft, points."""
    answered: float
    """Chance in percent of a reply window toward the seat this turn."""
    lost: float
    """Chance in percent that control is lost before the end."""


def advising(
    rules: Rules,
    advisers: Sequence[ComputerPlayer],
    others: Mapping[int, Sequence[ComputerPlayer]],
    view: View,
    keys: KeyArray,
    draft: Sequence[int],
) -> Generator[None, None, tuple[Advice, ...]]:
    """What each adviser would do at the stage of the view, which holds one game; in slices.

    All are heard in the same worlds, in which the first adviser's doctrine plays on for the seat, and so is the
    seat's own ``draft``, an option for each slot of the stage.
    """
    decisions = [adviser.choose(view, keys) for adviser in advisers]
    drafted = integers(draft)[:, None]
    options = integers(np.concatenate([*(decision.choices for decision in decisions), drafted], axis=1))
    nobody, nothing = np.zeros(options.shape[1], dtype=np.bool_), np.zeros(options.shape[1], dtype=np.int32)
    yield
    worlds = Worlds(Cast(rules, advisers, others), view, keys, 0, WORLDS)
    futures = yield from worlds.play(Drafts(options, nothing, nobody, nothing), TO_THE_END)
    scores = futures.score.mean(axis=1) / 100
    return tuple(
        Advice(
            doctrine=adviser.doctrine.name,
            options=tuple(options[:, number].tolist()),
            reasons=decisions[number].why(),
            score=float(scores[number]),
            better=float(scores[number] - scores[-1]),
            answered=100 * float(futures.answered[number].mean()),
            lost=100 * float(futures.lost[number].mean()),
        )
        for number, adviser in enumerate(advisers)
    )
