"""Who sees which row of the state, and how well (rules.md §4)."""

from enum import IntEnum
from itertools import product

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


def sight_table(
    layout: Layout, patrons: IntArray, layer_owners: IntArray, promise_parties: IntArray, nuclear_owner: int
) -> IntArray:
    """How each power sees each row, ``[power, row]``, by the codes of ``Sight``.

    ``patrons`` are the partners', ``layer_owners`` those of defence layers, ``promise_parties`` mediator and holder of
    each promise, ``[promise, 2]``; all as numbers of powers.
    """
    powers = len(layout.names[Axis.POWER])
    table = np.zeros((powers, layout.rows), dtype=np.int32)
    for place in layout.places.values():
        owners = _owners(place, powers, patrons, layer_owners, promise_parties, nuclear_owner)
        for offset, exact in enumerate(owners):
            row = place.start + offset
            table[:, row] = _OTHERS[place.track.seen]
            for power in exact:
                table[power, row] = Sight.BAND if place.track.seen is Seen.PATRON_BAND else Sight.EXACT
    return table


def _owners(
    place: Place,
    powers: int,
    patrons: IntArray,
    layer_owners: IntArray,
    promise_parties: IntArray,
    nuclear_owner: int,
) -> list[tuple[int, ...]]:
    """The powers that see each entry of a track better than the others do."""
    if place.track.seen is Seen.NUCLEAR:
        return [(nuclear_owner,)]
    if place.track.seen in (Seen.NOBODY, Seen.PUBLIC) or not place.shape:
        return [()] * max(1, int(np.prod(place.shape)))
    return [
        _owner(place, entry, powers, patrons, layer_owners, promise_parties)
        for entry in product(*(range(length) for length in place.shape))
    ]


def _owner(
    place: Place,
    entry: tuple[int, ...],
    powers: int,
    patrons: IntArray,
    layer_owners: IntArray,
    promise_parties: IntArray,
) -> tuple[int, ...]:
    first, axis = entry[0], place.track.axes[0]
    if place.track.seen is Seen.BELIEF:
        return (entry[1],)
    if axis is Axis.PROMISE:
        return tuple(int(party) for party in promise_parties[first])
    if axis is Axis.LAYER:
        return (int(layer_owners[first]),) if layer_owners[first] >= 0 else ()
    if axis is Axis.PARTNER:
        return (int(patrons[first]),)
    if axis is Axis.ACTOR:
        return (first,) if first < powers else (int(patrons[first - powers]),)
    return (first, entry[1]) if place.track.seen is Seen.PARTIES else (first,)


BAND_EDGES = integers([200, 400, 700])
"""Where *some*, *high* and *urgent* begin (rules.md §4)."""

BAND_WORDS = ("low", "some", "high", "urgent")
