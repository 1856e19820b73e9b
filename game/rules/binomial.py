"""Exact binomial draws from one uniform word each, by inverting tables of the distribution.

A draw is monotone in its word and in its probability, which is what makes common random numbers work and what
lets a test say that one more interceptor never lets more through. Tables are built with additions and products
only, so every machine builds the same integers.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.rules.arrays import IntArray, WordArray, which

BLOCK = 128
"""The largest number of trials that one table row serves; larger counts are drawn as sums of blocks."""

STEPS = 200
"""Probabilities are multiples of one half of a percent."""

_CELLS = 256
_CELL_BITS = 24
_OPEN = 256
_HIGHEST_WORD = np.uint32(0xFFFFFFFE)  # below every threshold that stands for certainty, so never happens


class _Tables(NamedTuple):
    """``threshold[trials, step, k]``: the draw exceeds k when the word is at least this.

    ``guide[trials, step, cell]`` is the smallest draw that words of a cell can give, plus ``_OPEN`` times how many
    thresholds lie inside of the cell; where there are none the draw is known without looking at a threshold, which
    saves most of the walk through memory.
    """

    threshold: WordArray
    guide: npt.NDArray[np.uint16]


@cache
def _tables() -> _Tables:
    success = np.arange(STEPS + 1)[:, None] / STEPS
    failure = 1 - success
    mass = np.zeros((STEPS + 1, BLOCK + 1))
    mass[:, 0] = 1.0
    threshold = np.full((BLOCK + 1, STEPS + 1, BLOCK), 0xFFFFFFFF, dtype=np.uint32)
    guide = np.zeros((BLOCK + 1, STEPS + 1, _CELLS), dtype=np.uint16)
    for trials in range(1, BLOCK + 1):
        last = trials + 1
        mass[:, 1:last] = mass[:, 1:last] * failure + mass[:, :trials] * success
        mass[:, :1] *= failure
        reached = np.minimum(np.cumsum(mass[:, :trials], axis=1) * 2.0**32, 2.0**32 - 1)
        threshold[trials, :, :trials] = reached
        _fill_guide(guide[trials], threshold[trials, :, :trials])
    return _Tables(threshold.reshape(-1), guide.reshape(-1))


def _fill_guide(guide: npt.NDArray[np.uint16], threshold: WordArray) -> None:
    """How many thresholds lie below each cell of the range of words, and inside; ``[step, cell]``."""
    within = threshold & np.uint32(2**_CELL_BITS - 1)
    first_cell_above = (threshold >> _CELL_BITS) + (within > 0)
    below = np.zeros((len(guide), _CELLS + 1), dtype=np.uint16)
    step = np.arange(len(guide))[:, None]
    # Where several thresholds meet in a cell, the last and highest count stays.
    below[step, first_cell_above] = np.arange(1, threshold.shape[1] + 1)
    np.maximum.accumulate(below, axis=1, out=below)
    guide[:] = below[:, :-1] + _OPEN * np.diff(below)


def draw(trials: IntArray, half_percent: IntArray, words: WordArray) -> IntArray:
    """Binomial draws: how many of ``trials`` succeed at a probability of ``half_percent / 200``.

    All three arguments have one shape, which is the result's. Trials up to ``BLOCK`` take one table row; larger
    counts are split into blocks, each with a word derived from the one given.
    """
    rest, odds, word = trials.reshape(-1), half_percent.reshape(-1), words.reshape(-1)
    if rest.max(initial=0) <= BLOCK:
        return _draw_block(rest, odds, word).reshape(trials.shape)
    total = _draw_block(np.minimum(rest, BLOCK), odds, word)
    large = which(rest > BLOCK)
    rest, odds, word = rest[large], odds[large], word[large]
    while large.size:
        rest = rest - BLOCK
        word = word * np.uint32(0x9E3779B1) + np.uint32(0x85EBCA6B)
        total[large] += _draw_block(np.minimum(rest, BLOCK), odds, _scramble(word))
        more = which(rest > BLOCK)
        large, rest, odds, word = large[more], rest[more], odds[more], word[more]
    return total.reshape(trials.shape)


def _scramble(words: WordArray) -> WordArray:
    words = (words ^ (words >> 16)) * np.uint32(0x7FEB352D)
    words = (words ^ (words >> 15)) * np.uint32(0x846CA68B)
    return words ^ (words >> 16)


def _draw_block(trials: IntArray, half_percent: IntArray, words: WordArray) -> IntArray:
    """Draws of up to ``BLOCK`` trials; all arguments ``[draw]``."""
    tables = _tables()
    word = np.minimum(words, _HIGHEST_WORD)
    row = trials * (STEPS + 1) + half_percent
    found = tables.guide.take(row * _CELLS + (word >> _CELL_BITS).astype(np.int32))
    result = (found & (_OPEN - 1)).astype(np.int32)
    unsure = which(found >= _OPEN)
    if unsure.size:
        at_least, inside = result[unsure], found[unsure] // _OPEN
        result[unsure] += _passed(tables.threshold, row[unsure] * BLOCK + at_least, inside, word[unsure])
    return result


def _passed(threshold: WordArray, first: IntArray, inside: IntArray, word: WordArray) -> IntArray:
    """How many of the ``inside`` thresholds from ``first`` on a word reaches; ``[draw]``.

    Most cells hold one threshold, few hold many: those of the distribution's tails.
    """
    passed = (word >= threshold[first]).astype(np.int32)
    several = which(passed * inside > 1)
    if several.size:
        place = np.arange(1, inside[several].max())
        reached = word[several, None] >= threshold.take(first[several, None] + place, mode="clip")
        reached &= place < inside[several, None]
        passed[several] += np.add.reduce(reached, axis=1, dtype=np.int32)
    return passed
