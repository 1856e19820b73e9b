"""Binomial draws, beside numpy's own generator, and building their tables."""

import numpy as np

from bench.reference import note
from game.rules import binomial

DRAWS = 20_000


def _salvos() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    trials = random.integers(1, 100, DRAWS, dtype=np.int32)
    odds = random.integers(20, 190, DRAWS, dtype=np.int32)
    return trials, odds, random.integers(0, 2**32, DRAWS, dtype=np.uint32)


def test_draws(benchmark) -> None:
    trials, odds, words = _salvos()
    benchmark(binomial.draw, trials, odds, words)
    note(benchmark, DRAWS, "draws")


def test_draws_of_a_generator_for_comparison(benchmark) -> None:
    trials, odds, _ = _salvos()
    random = np.random.default_rng(2)
    benchmark(random.binomial, trials, odds / binomial.STEPS)
    note(benchmark, DRAWS, "draws")


def test_building_the_tables(benchmark) -> None:
    benchmark.pedantic(binomial._tables.__wrapped__, rounds=5)
    note(benchmark, 1, "builds")
