"""Tables of chance that are too costly to compute in play: 256 equally likely values each."""

from math import exp, lgamma, log
from statistics import NormalDist

from game.rules.arrays import IntArray, integers

_CELLS = 256


def _middles() -> list[float]:
    return [(cell + 0.5) / _CELLS for cell in range(_CELLS)]


def log_normal(spread: float) -> IntArray:
    """Multipliers in hundredths with median 1 and the given spread of their logarithm, ``[256]``."""
    normal = NormalDist()
    return integers([round(100 * exp(spread * normal.inv_cdf(middle))) for middle in _middles()])


def heavy_tailed(mean: float, shape: float) -> IntArray:
    """Negative binomial counts with the given mean; a smaller ``shape`` is more heavy-tailed; ``[256]``."""
    counts, reached, count = [], 0.0, -1
    for middle in _middles():
        while reached < middle and count < 10_000:
            count += 1
            reached += _mass(count, mean, shape)
        counts.append(count)
    return integers(counts)


def _mass(count: int, mean: float, shape: float) -> float:
    if mean == 0:
        return float(count == 0)
    log_choose = lgamma(count + shape) - lgamma(shape) - lgamma(count + 1)
    return exp(log_choose + shape * log(shape / (shape + mean)) + count * log(mean / (shape + mean)))
