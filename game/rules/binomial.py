"""Exact binomial draws from one uniform word each, by inverting tables of the distribution.

A draw is monotone in its word and in its probability, which is what makes common random numbers work and what
lets a test say that one more interceptor never lets more through. Tables are built with additions and products
only, so every machine builds the same integers.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.rules.arrays import IntArray, WordArray, integers

BLOCK = 128
"""The largest number of trials that one table row serves; larger counts are drawn as sums of blocks."""

STEPS = 200
"""Probabilities are multiples of one half of a percent."""

_CELLS = 256
_CELL_BITS = 24
_HIGHEST_WORD = np.uint32(0xFFFFFFFE)  # below every threshold that stands for certainty, so never happens


class _Tables(NamedTuple):
    """``threshold[trials, step, k]``: the draw exceeds k when the word is at least this.

    ``guide[trials, step, cell]`` is the smallest draw that words of a cell can give; where the next cell's is the
    same, the draw is known without looking at a threshold, which saves most of the walk through memory.
    """

    threshold: WordArray
    guide: npt.NDArray[np.uint8]


@cache
def _tables() -> _Tables:
    probability = np.arange(STEPS + 1) / STEPS
    mass = np.zeros((STEPS + 1, BLOCK + 1))
    mass[:, 0] = 1.0
    threshold = np.full((BLOCK + 1, STEPS + 1, BLOCK), 0xFFFFFFFF, dtype=np.uint32)
    for trials in range(1, BLOCK + 1):
        mass[:, 1:] = mass[:, 1:] * (1 - probability)[:, None] + mass[:, :-1] * probability[:, None]
        mass[:, 0] *= 1 - probability
        reached = np.minimum(np.cumsum(mass[:, :trials], axis=1) * 2.0**32, 2.0**32 - 1)
        threshold[trials, :, :trials] = reached.astype(np.uint32)
    return _Tables(threshold.reshape(-1), _guide(threshold.reshape(-1, BLOCK)).reshape(-1))


def _guide(rows: WordArray) -> npt.NDArray[np.uint8]:
    """For each row and each cell of the range of words, how many thresholds lie at or below the cell's start."""
    within = rows & np.uint32(2**_CELL_BITS - 1)
    first_cell_above = (rows >> _CELL_BITS) + (within > 0)
    place = np.arange(len(rows))[:, None] * (_CELLS + 1) + first_cell_above
    counts = np.bincount(place.reshape(-1), minlength=len(rows) * (_CELLS + 1))
    return np.cumsum(counts.reshape(len(rows), _CELLS + 1), axis=1, dtype=np.uint8)


def draw(trials: IntArray, half_percent: IntArray, words: WordArray) -> IntArray:
    """Binomial draws: how many of ``trials`` succeed at a probability of ``half_percent / 200``.

    All three arguments have one shape, which is the result's. Trials up to ``BLOCK`` take one table row; larger
    counts are split into blocks, each with a word derived from the one given.
    """
    total = _draw_block(np.minimum(trials, BLOCK), half_percent, words)
    rest = trials - BLOCK
    while (rest > 0).any():
        words = words * np.uint32(0x9E3779B1) + np.uint32(0x85EBCA6B)
        total += _draw_block(np.clip(rest, 0, BLOCK), half_percent, _scramble(words))
        rest = rest - BLOCK
    return total


def _scramble(words: WordArray) -> WordArray:
    words = (words ^ (words >> 16)) * np.uint32(0x7FEB352D)
    words = (words ^ (words >> 15)) * np.uint32(0x846CA68B)
    return words ^ (words >> 16)


def _draw_block(trials: IntArray, half_percent: IntArray, words: WordArray) -> IntArray:
    tables = _tables()
    word = np.minimum(words, _HIGHEST_WORD).reshape(-1)
    limit = np.broadcast_to(trials, words.shape).reshape(-1)
    row = (trials * (STEPS + 1) + half_percent).reshape(-1)
    cell = row * (_CELLS + 1) + (word >> _CELL_BITS).astype(np.int32)
    result = np.minimum(tables.guide[cell], limit).astype(np.int32)
    most = np.minimum(tables.guide[cell + 1], limit)
    open_draws = np.flatnonzero(result < most)
    while open_draws.size:
        place = row[open_draws] * BLOCK + result[open_draws]
        open_draws = open_draws[word[open_draws] >= tables.threshold[place]]
        result[open_draws] += 1
        open_draws = open_draws[result[open_draws] < most[open_draws]]
    return integers(result.reshape(words.shape))
