"""The array types of the engine and the few integer operations that every rule uses.

Tracks are hundredths in ``int32``; multipliers are hundredths too, so a product is divided by 100 once.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int32]
"""Hundredths, counts or indices; the last axis is games unless a docstring says otherwise."""

BoolArray = npt.NDArray[np.bool_]
"""A mask; the last axis is games unless a docstring says otherwise."""

WordArray = npt.NDArray[np.uint32]
"""Uniform random words of 32 bits."""

KeyArray = npt.NDArray[np.uint64]
"""The chance key of each game in a batch, shape ``[game]``."""


def times(value: Any, factor: Any) -> Any:
    """``value`` times a factor in hundredths, rounded down as every product of the rules is."""
    return value * factor // 100


def integers(values: Any) -> IntArray:
    """``values`` as an array of the engine's integers."""
    return np.asarray(values, dtype=np.int32)
