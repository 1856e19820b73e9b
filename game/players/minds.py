"""Several doctrines side by side: by whose numbers each game of a batch is decided."""

from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np

from game.players.belief import KINDS, nearest
from game.players.doctrine import Aim, Doctrine
from game.rules.arrays import BoolArray, IntArray, integers, places


@dataclass(frozen=True, slots=True)
class Minds:
    """What choices rest on in doctrines; arrays ``[game]``, or ``[1]`` where one doctrine decides every game."""

    number: IntArray
    """Which of the doctrines it is."""
    kind: IntArray
    """The kind of ``belief.KINDS`` that is most like it."""
    answers_from: IntArray
    wanted_share: IntArray
    goes_on_in: IntArray
    boldened_by_restraint: IntArray
    keeps_assurances: BoolArray
    holds_from: IntArray
    risk_tolerance: IntArray
    patience: IntArray
    seeks_force: BoolArray
    seeks_restraint: BoolArray

    def take(self, which: IntArray) -> Self:
        """The minds with these numbers, in this order."""
        where = places(which)
        return type(self)(*(getattr(self, name).take(where) for name in self.__slots__))


@cache
def minds_of(*doctrines: Doctrine) -> Minds:
    """Each of the doctrines once; ``take`` says which of them decides each game."""
    return Minds(
        number=integers(range(len(doctrines))),
        kind=integers([nearest(mind, KINDS) for mind in doctrines]),
        answers_from=integers([mind.answers_from for mind in doctrines]),
        wanted_share=integers([mind.wanted_share for mind in doctrines]),
        goes_on_in=integers([mind.goes_on_in for mind in doctrines]),
        boldened_by_restraint=integers([mind.boldened_by_restraint for mind in doctrines]),
        keeps_assurances=np.array([mind.keeps_assurances for mind in doctrines]),
        holds_from=integers([mind.holds_from for mind in doctrines]),
        risk_tolerance=integers([mind.risk_tolerance for mind in doctrines]),
        patience=integers([mind.patience for mind in doctrines]),
        seeks_force=np.array([mind.aim is Aim.FORCE for mind in doctrines]),
        seeks_restraint=np.array([mind.aim is Aim.RESTRAINT for mind in doctrines]),
    )
