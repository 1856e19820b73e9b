"""Who sees which row of the state, and how well (rules.md §4)."""

from enum import IntEnum
from itertools import product
from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray, integers
from game.rules.tracks import Axis, Layout, Place, Seen


class Sight(IntEnum):
    """How well a seat sees a row."""

    EXACT = 0
    BAND = 1
    ROUGH = 2
    PROGRAMME = 3
    HIDDEN = 4


_OTHERS = {
    Seen.PUBLIC: Sight.EXACT,
    Seen.BAND: Sight.BAND,
    Seen.PARTIES: Sight.HIDDEN,
    Seen.BELIEF: Sight.BAND,
    Seen.PATRON_BAND: Sight.HIDDEN,
    Seen.OWN: Sight.HIDDEN,
    Seen.NUCLEAR: Sight.PROGRAMME,
    Seen.STOCK: Sight.ROUGH,
    Seen.NOBODY: Sight.HIDDEN,
}


class Owners(NamedTuple):
    """The powers that entries belong to which are no powers themselves, as numbers of powers."""

    patrons: IntArray
    """Of partners, ``[partner]``."""
    layers: IntArray
    """Of defence layers, ``[layer]``; -1 for nobody's."""
    promises: IntArray
    """Mediator and holder, ``[promise, 2]``."""
    messages: IntArray
    """Of messages that may be repeated, ``[message]``."""
    assets: IntArray
    """Of prepared assets, ``[asset]``."""
    nuclear: int
    """Of the nuclear programme; -1 where nobody has one."""


def sight_table(layout: Layout, owners: Owners) -> IntArray:
    """How each power sees each row, ``[power, row]``, by the codes of ``Sight``."""
    powers = len(layout.names[Axis.POWER])
    table = np.zeros((powers, layout.rows), dtype=np.int32)
    for place in layout.places.values():
        for offset, exact in enumerate(_better(place, powers, owners)):
            row = place.start + offset
            table[:, row] = _OTHERS[place.track.seen]
            for power in exact:
                table[power, row] = Sight.BAND if place.track.seen is Seen.PATRON_BAND else Sight.EXACT
    return table


def subjects(layout: Layout) -> IntArray:
    """The actor that each row is about, ``[row]``: its first entry where that is one, else -1."""
    powers = len(layout.names[Axis.POWER])
    first_of = {Axis.POWER: 0, Axis.ACTOR: 0, Axis.PARTNER: powers}
    table = np.full(layout.rows, -1, dtype=np.int32)
    for place in layout.places.values():
        if place.shape and place.track.axes[0] in first_of:
            entry = np.arange(place.shape[0]) + first_of[place.track.axes[0]]
            table[place.rows] = np.repeat(entry, np.prod(place.shape[1:], dtype=np.intp))
    return table


def _better(place: Place, powers: int, owners: Owners) -> list[tuple[int, ...]]:
    """The powers that see each entry of a track better than the others do."""
    if place.track.seen is Seen.NUCLEAR:
        return [(owners.nuclear,) if owners.nuclear >= 0 else ()]
    if place.track.seen in (Seen.NOBODY, Seen.PUBLIC) or not place.shape:
        return [()] * max(1, int(np.prod(place.shape)))
    return [_owner(place, entry, powers, owners) for entry in product(*(range(size) for size in place.shape))]


def _owner(place: Place, entry: tuple[int, ...], powers: int, owners: Owners) -> tuple[int, ...]:
    first, axis = entry[0], place.track.axes[0]
    if place.track.seen is Seen.BELIEF:
        return (entry[1],)
    if axis is Axis.PROMISE:
        return tuple(int(party) for party in owners.promises[first])
    if axis is Axis.ACTOR and first >= powers:
        return (int(owners.patrons[first - powers]),)
    belongs = {
        Axis.LAYER: owners.layers,
        Axis.PARTNER: owners.patrons,
        Axis.MESSAGE: owners.messages,
        Axis.ASSET: owners.assets,
    }
    if axis in belongs:
        owner = int(belongs[axis][first])
        return (owner,) if owner >= 0 else ()
    return (first, entry[1]) if place.track.seen is Seen.PARTIES else (first,)


BAND_EDGES = integers([200, 400, 700])
"""Where *some*, *high* and *urgent* begin (rules.md §4)."""

BAND_WORDS = ("low", "some", "high", "urgent")
