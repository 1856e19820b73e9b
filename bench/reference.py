"""A fixed piece of work, done in the same run as whatever is measured, so that figures of different machines compare.

Nothing in the game can make it faster or slower. ``array_seconds`` is numpy on arrays that do not fit a small cache,
``scalar_seconds`` is plain Python. Both, as all benchmarks here, count the processor's time and not the clock's.
"""

from functools import cache
from time import process_time
from typing import Any

import numpy as np

_ROUNDS = 5
_ROWS, _GAMES = 600, 4096
_STEPS = 100_000


@cache
def array_seconds() -> float:
    """Seconds for one multiplication and one shift of 2.5 million numbers; the best of a few."""
    block = np.arange(_ROWS * _GAMES, dtype=np.int32).reshape(_ROWS, _GAMES)
    out = np.empty_like(block)
    best = float("inf")
    for _ in range(_ROUNDS):
        started = process_time()
        np.multiply(block, 3, out=out)
        np.right_shift(out, 1, out=out)
        best = min(best, process_time() - started)
    return best


@cache
def scalar_seconds() -> float:
    """Seconds for a hundred thousand additions in plain Python; the best of a few."""
    best = float("inf")
    for _ in range(_ROUNDS):
        started, total = process_time(), 0
        for step in range(_STEPS):
            total += step & 7
        best = min(best, process_time() - started)
    return best


def note(benchmark: Any, count: int, unit: str) -> None:
    """Add to a benchmark's record how many ``unit`` it does a second, and in the time of each reference."""
    if benchmark.disabled:
        return
    best = benchmark.stats.stats.min
    benchmark.extra_info[f"{unit} a second"] = round(count / best)
    for reference, seconds in (("array", array_seconds()), ("scalar", scalar_seconds())):
        ratio = count * seconds / best
        benchmark.extra_info[f"{unit} in the time of the {reference} reference"] = float(f"{ratio:.3g}")
