"""Binomial draws: the exact distribution, monotone in word, probability and trials, and sums of blocks beyond one."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.arrays import IntArray
from game.rules.binomial import BLOCK, STEPS, draw
from game.rules.chance import Chance, Purpose
from tests.rules.playing import keys_of

WORDS = st.integers(0, 2**32 - 1)
NEAR = 64
"""How many words of 2^32 a threshold may lie off: the tables are built with 53 bits."""


def draws(trials: int, half_percent: int, words: IntArray | list[int]) -> IntArray:
    column = np.asarray(words, dtype=np.uint32)
    return draw(np.full(len(column), trials, dtype=np.int32), np.full(len(column), half_percent), column)


def reached(trials: int, half_percent: int) -> list[Fraction]:
    """P(X ≤ k) for each k."""
    odds = Fraction(half_percent, STEPS)
    mass = [comb(trials, k) * odds**k * (1 - odds) ** (trials - k) for k in range(trials + 1)]
    return [sum(mass[: k + 1], Fraction(0)) for k in range(trials + 1)]


@pytest.mark.parametrize("trials", [1, 2, 7, 40, BLOCK])
@pytest.mark.parametrize("half_percent", [1, 10, 67, 100, 190, 199])
def test_every_value_has_its_exact_share_of_words(trials: int, half_percent: int) -> None:
    for k, share in enumerate(reached(trials, half_percent)):
        edge = int(share * 2**32)
        if NEAR < edge < 2**32 - NEAR:
            below, above = draws(trials, half_percent, [edge - NEAR, edge + NEAR])
            assert below <= k < above


@pytest.mark.parametrize(("trials", "half_percent"), [(129, 60), (300, 20), (300, 150), (700, 101)])
def test_counts_beyond_a_block_follow_the_distribution_too(trials: int, half_percent: int) -> None:
    sample = 20_000
    words = Chance(keys_of(sample), 1, 0).words(Purpose.LAYER)[0]
    counts = np.bincount(draws(trials, half_percent, words), minlength=trials + 1)
    odds = half_percent / STEPS
    shares = np.array([comb(trials, k) * odds**k * (1 - odds) ** (trials - k) for k in range(trials + 1)])
    likely = shares * sample >= 10
    expected = shares[likely] * sample
    square = ((counts[likely] - expected) ** 2 / expected).sum()
    assert square < likely.sum() + 4 * np.sqrt(2 * likely.sum())


@given(st.integers(0, 3 * BLOCK), WORDS)
def test_what_never_happens_never_does_and_what_is_certain_always(trials: int, word: int) -> None:
    assert draws(trials, 0, [word])[0] == 0
    assert draws(trials, STEPS, [word])[0] == trials


@pytest.mark.parametrize("word", [0, 2**32 - 1])
def test_the_outermost_words_stay_in_range(word: int) -> None:
    for trials in (0, 1, BLOCK, BLOCK + 1, 1000):
        for half_percent in (0, 1, 100, 199, STEPS):
            assert 0 <= draws(trials, half_percent, [word])[0] <= trials


@given(st.integers(0, BLOCK), st.integers(0, STEPS), WORDS, WORDS)
def test_a_higher_word_never_draws_less(trials: int, half_percent: int, word: int, other: int) -> None:
    low, high = draws(trials, half_percent, sorted([word, other]))
    assert low <= high


@given(st.integers(0, 4 * BLOCK), st.integers(0, STEPS - 1), WORDS)
def test_better_odds_never_draw_less(trials: int, half_percent: int, word: int) -> None:
    assert draws(trials, half_percent, [word])[0] <= draws(trials, half_percent + 1, [word])[0]


@given(st.integers(0, 4 * BLOCK), st.integers(0, STEPS), WORDS)
def test_one_more_trial_draws_as_many_or_one_more(trials: int, half_percent: int, word: int) -> None:
    fewer, more = draws(trials, half_percent, [word])[0], draws(trials + 1, half_percent, [word])[0]
    assert fewer <= more <= fewer + 1


def test_draws_of_many_shapes_are_those_of_single_ones() -> None:
    words = Chance(keys_of(6), 1, 0).words(Purpose.LAYER, 4)
    trials = np.arange(24, dtype=np.int32).reshape(4, 6) * 11
    odds = np.arange(24, dtype=np.int32).reshape(4, 6) * 8
    together = draw(trials, odds, words)
    for place in np.ndindex(4, 6):
        assert together[place] == draws(int(trials[place]), int(odds[place]), [int(words[place])])[0]
