"""The array types of the engine and the few integer operations that every rule uses.

Tracks are hundredths in ``int32``; multipliers are hundredths too, so a product is divided by 100 once.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.integer[Any]]
"""``int32`` in the state, at times wider on the way there: hundredths, counts or indices.

The last axis is games unless a docstring says otherwise.
"""

BoolArray = npt.NDArray[np.bool_]
"""A mask; the last axis is games unless a docstring says otherwise."""

WordArray = npt.NDArray[np.integer[Any]]
"""Uniform random words, ``uint32``."""

KeyArray = npt.NDArray[np.integer[Any]]
"""The chance key of each game in a batch, ``uint64`` of shape ``[game]``."""


_HUNDRED = np.array(100, dtype=np.int32)
"""As an array of the engine's own numbers, which numpy need not look at each time as it does at one of Python's."""


def times(value: IntArray | int, factor: IntArray | int) -> IntArray:
    """``value`` times a factor in hundredths, rounded down as every product of the rules is.

    At least one of the two is an array.
    """
    product: IntArray = np.multiply(value, factor) // _HUNDRED
    return product


def within(values: IntArray, low: Any, high: Any) -> IntArray:
    """``values`` kept between two bounds.

    As ``np.clip``, which takes as long to look at bounds that are Python's own numbers as for a hundred values.
    """
    kept: IntArray = np.minimum(np.maximum(values, low), high)
    return kept


def where(holds: BoolArray) -> tuple[IntArray, IntArray]:
    """The rows and games in which a mask ``[row, game]`` holds.

    As ``np.nonzero``, which takes several times as long along two axes.
    """
    cells = holds.reshape(-1).nonzero()[0]
    if not cells.size:
        return cells, cells
    row = cells // holds.shape[-1]
    return row, cells - row * holds.shape[-1]


def which(holds: Any) -> IntArray:
    """The places where a mask, read flat, holds, or where numbers are not zero.

    As ``np.flatnonzero``, which takes three times as long over few places.
    """
    flat = holds if holds.ndim == 1 else holds.reshape(-1)
    found: IntArray = flat.nonzero()[0]
    return found


def with_none(table: IntArray, value: int) -> IntArray:
    """A table with one more entry along its first axis, ``value``, which -1, for none, looks up."""
    none = np.full((1, *table.shape[1:]), value, dtype=table.dtype)
    return np.concatenate([table, none])


def cell(array: IntArray | BoolArray, *places: IntArray | int) -> Any:
    """Where in ``array``, read flat, entries lie that are given by their places on every axis; -1 is the last."""
    found: Any = places[0]
    for length, further in zip(array.shape[1:], places[1:], strict=True):
        found = found * length + further
    return found


def entries(array: IntArray, *places: IntArray | int) -> IntArray:
    """``array[places]``, single entries by their places on every axis; -1 is the last.

    Read flat: numpy takes several times as long to look single entries up along several axes.
    """
    found: IntArray = array.reshape(-1).take(cell(array, *places))
    return found


def anywhere(holds: BoolArray) -> list[int]:
    """The rows of a mask ``[row, game]`` that hold in some game."""
    rows: list[int] = np.flatnonzero(np.logical_or.reduce(holds, axis=1)).tolist()
    return rows


def any_of(values: Any) -> bool:
    """Whether a mask holds anywhere, or some number is not zero.

    As ``any``, which takes several times as long: numpy counts faster than it asks.
    """
    return bool(np.count_nonzero(values))


def any_row(holds: BoolArray) -> BoolArray:
    """The games in which some row of a mask ``[row, game]`` holds; ``[game]``."""
    return np.asarray(np.logical_or.reduce(holds))


def integers(values: Any) -> IntArray:
    """``values`` as an array of the engine's integers."""
    return np.asarray(values, dtype=np.int32)


def places(values: Any) -> IntArray:
    """``values`` as an array of places to look up: numpy looks up by its own, wider integers in half the time."""
    return np.asarray(values, dtype=np.intp)


def mask(values: Any) -> BoolArray:
    """``values`` as a mask."""
    return np.asarray(values, dtype=np.bool_)
