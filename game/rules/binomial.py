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
_HIGHEST_WORD = np.uint32(0xFFFFFFFE)  # below every threshold that stands for certainty, so never happens


class _Tables(NamedTuple):
    """``threshold[trials, step, k]``: the draw exceeds k when the word is at least this.

    ``guide[trials, step, cell]`` is the draw that words of a cell give, where no threshold lies inside of the cell: it
    is known then without looking at a threshold, which saves most of the walk through memory. Elsewhere it is below
    zero, see ``_open``.
    """

    threshold: WordArray
    guide: npt.NDArray[np.int16]


@cache
def _tables() -> _Tables:
    success = np.arange(STEPS + 1)[:, None] / STEPS
    failure = 1 - success
    mass = np.zeros((STEPS + 1, BLOCK + 1))
    mass[:, 0] = 1.0
    threshold = np.full((BLOCK + 1, STEPS + 1, BLOCK), 0xFFFFFFFF, dtype=np.uint32)
    guide = np.zeros((BLOCK + 1, STEPS + 1, _CELLS), dtype=np.int16)
    for trials in range(1, BLOCK + 1):
        last = trials + 1
        mass[:, 1:last] = mass[:, 1:last] * failure + mass[:, :trials] * success
        mass[:, :1] *= failure
        reached = np.minimum(np.cumsum(mass[:, :trials], axis=1) * 2.0**32, 2.0**32 - 1)
        threshold[trials, :, :trials] = reached
        _fill_guide(guide[trials], threshold[trials, :, :trials])
    return _Tables(threshold.reshape(-1), guide.reshape(-1))


def _fill_guide(guide: npt.NDArray[np.int16], threshold: WordArray) -> None:
    """What words of each cell of their range draw; ``[step, cell]``."""
    within = threshold & np.uint32(2**_CELL_BITS - 1)
    first_cell_above = (threshold >> _CELL_BITS) + (within > 0)
    below = np.zeros((len(guide), _CELLS + 1), dtype=np.int16)
    step = np.arange(len(guide))[:, None]
    # Where several thresholds meet in a cell, the last and highest count stays.
    below[step, first_cell_above] = np.arange(1, threshold.shape[1] + 1)
    np.maximum.accumulate(below, axis=1, out=below)
    least, inside = below[:, :-1], np.diff(below)
    guide[:] = np.where(inside > 0, _open(least, inside), least)


def _open(least: IntArray, inside: IntArray) -> IntArray:
    """The guide's entry for a cell with thresholds inside: its smallest draw, and how many of them, below zero."""
    return ~(least + BLOCK * (inside - 1))


def _opened(entry: IntArray) -> tuple[IntArray, IntArray]:
    """The smallest draw of cells, and how many thresholds lie inside, by the guide's entries for them."""
    least = ~entry % BLOCK
    return least, ~entry // BLOCK + 1


def draw(trials: IntArray, half_percent: IntArray, words: WordArray) -> IntArray:
    """Binomial draws: how many of ``trials`` succeed at a probability of ``half_percent / 200``.

    All three arguments have one shape, which is the result's. Trials up to ``BLOCK`` take one table row; larger
    counts are split into blocks, each with a word derived from the one given.
    """
    rest, odds, word = trials.reshape(-1), half_percent.reshape(-1), words.reshape(-1)
    large = which(rest > BLOCK)
    if not large.size:
        return _draw_block(rest, odds, word).reshape(trials.shape)
    total = _draw_block(np.minimum(rest, BLOCK), odds, word)
    rest, odds, word = (each.take(large) for each in (rest, odds, word))
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
    row = trials * np.intp(STEPS + 1)
    row += half_percent
    place = row * _CELLS
    place += words >> _CELL_BITS
    entry = tables.guide.take(place)
    result = entry.astype(np.int32)
    unsure = which(entry < 0)
    if unsure.size:
        least, inside = _opened(result.take(unsure))
        word = np.minimum(words.take(unsure), _HIGHEST_WORD)
        result[unsure] = least + _passed(tables.threshold, row.take(unsure) * BLOCK + least, inside, word)
    return result


def _passed(threshold: WordArray, first: IntArray, inside: IntArray, word: WordArray) -> IntArray:
    """How many of the ``inside`` thresholds from ``first`` on a word reaches; ``[draw]``.

    Most cells hold one threshold, few hold many: those of the distribution's tails.
    """
    passed = (word >= threshold.take(first)).astype(np.int32)
    several = which(passed & (inside > 1))
    if several.size:
        inside, first, word = (each.take(several)[:, None] for each in (inside, first, word))
        place = np.arange(1, inside.max())
        reached = word >= threshold.take(first + place, mode="clip")
        reached &= place < inside
        passed[several] += np.add.reduce(reached, axis=1, dtype=np.int32)
    return passed
