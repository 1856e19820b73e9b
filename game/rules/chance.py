"""Chance without a generator: each random word is a function of who asks for it.

A word is ``mix(game key, turn, stage, purpose, index)`` by splitmix64 (Steele, Lea & Flood 2014). It never
depends on how often anybody asked before, so game *k* of a batch is bit for bit the game played alone, a saved
game is its seed and its choices, and two what-ifs that differ in one decision share every unrelated roll.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from game.rules.arrays import IntArray, KeyArray, WordArray

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_INDEX_BITS = 20

# Numbers of numpy's own: for each of Python's beyond 63 bits it takes longer than for all the rest of a mix.
_STEP, _FIRST, _SECOND = (np.uint64(each) for each in (_GOLDEN, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


class Purpose(IntEnum):
    """What a random word decides. Numbers are part of saved games: never reuse or renumber one."""

    SALVO_LUCK = 1
    RELIABILITY = 2
    THREAT = 3
    LAYER = 4
    POPULATED = 5
    ON_TARGET = 6
    DEATHS = 7
    DEBRIS = 8
    SPREAD = 9
    ATTRIBUTION = 10
    PARTNER_HEEDS = 11
    TALKS_STEP = 12
    LOSS_OF_CONTROL = 13
    BRINK_TOO_LATE = 14
    BRINK_WAR = 15
    LAST_TURN = 16
    BAND_ERROR = 17
    RANDOM_PLAY = 18
    SAMPLE = 19
    DOCTRINE = 20
    MISIDENTIFICATION = 21
    BACKGROUND_TOLL = 22
    """These two decide nothing any more; their numbers stay taken."""
    EXPOSED = 23
    DISCOVERY = 24
    INVOLVEMENT = 30
    APPEAL = 31
    EVENT_DUE = 40
    EVENT_PICKED = 41
    EVENT_HARM = 42


def mix(value: KeyArray) -> KeyArray:
    """The splitmix64 finaliser: spreads every input bit over every output bit."""
    shifted = value >> 30
    value = value ^ shifted
    value *= _FIRST
    value ^= np.right_shift(value, 27, out=shifted)
    value *= _SECOND
    value ^= np.right_shift(value, 31, out=shifted)
    return value


def game_keys(seed: int, games: IntArray) -> KeyArray:
    """The chance keys of the games numbered ``games`` under ``seed``; shape ``[game]``.

    Game 0 of a seed is the same whether it is played alone or in a batch of a hundred thousand.
    """
    start = np.array([seed & _MASK], dtype=np.uint64)
    return mix(mix(start) + games.astype(np.uint64) * _STEP)


@dataclass(frozen=True, slots=True)
class Chance:
    """The random words of one stage of one turn, for every game of a batch."""

    keys: KeyArray
    turn: int
    stage: int

    def words(self, purpose: Purpose, count: int = 1, first: int = 0) -> WordArray:
        """``count`` words for a purpose, indices ``first`` and up; shape ``[count, game]``."""
        offsets = [self._offset(purpose, first + index) for index in range(count)]
        column = np.array(offsets, dtype=np.uint64)[:, None]
        return (mix(self.keys + column) >> 32).astype(np.uint32)

    def words_at(self, purpose: Purpose, games: IntArray, indices: IntArray) -> WordArray:
        """One word per event: ``games`` and ``indices`` broadcast together; same shape as their broadcast.

        ``games`` are positions in this batch. The word is the one that ``words`` gives for that index and game.
        """
        counters = indices.astype(np.uint64)
        counters *= _STEP
        keys = (self.keys + np.uint64(self._offset(purpose, 0))).take(games)
        return (mix(keys + counters) >> 32).astype(np.uint32)

    def rolls(self, purpose: Purpose, count: int = 1, sides: int = 100, first: int = 0) -> IntArray:
        """Uniform integers ``0 <= roll < sides``; shape ``[count, game]``."""
        return roll(self.words(purpose, count, first), sides)

    def _offset(self, purpose: Purpose, index: int) -> int:
        counter = ((self.turn * 16 + self.stage) * 64 + int(purpose)) << _INDEX_BITS
        return ((counter + index) * _GOLDEN) & _MASK


def roll(words: WordArray, sides: int | IntArray) -> IntArray:
    """Words as uniform integers ``0 <= roll < sides``; the shape of ``words``."""
    return (words.astype(np.uint64) * np.asarray(sides, dtype=np.uint64) >> np.uint64(32)).astype(np.int32)
