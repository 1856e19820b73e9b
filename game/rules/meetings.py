"""Which munitions on their way meet which layers of a defence, and when (rules.md §6).

A layer meets the salvos of a game one after another, a salvo the layers of its defence: whoever comes second is always
one layer behind whoever comes first. Salvos come in the order of the list of strikes: powers', then partners'.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np

from game.rules.arrays import BoolArray, IntArray, cell, entries, times, where, which, with_none
from game.rules.strikes import Strikes
from game.rules.tables import SCENARIOS, Defences, Rules

STRIDE = 16
"""As many layers of a defence, and classes of munitions, as have dice of their own; a scenario has no more."""


class Flights(NamedTuple):
    """Munitions of one class in one salvo, a *flight*; arrays ``[flight]``.

    Few salvos launch more than one or two classes, so flights are far fewer than classes times salvos. Flights of one
    salvo are neighbours, the most dangerous class first.
    """

    strike: IntArray
    munition: IntArray
    game: IntArray
    number: IntArray
    """By which number chance knows it before the first layer; with each layer it grows by one."""
    size: IntArray
    """How many munitions."""

    @classmethod
    def of(cls, rules: Rules, strikes: Strikes, counts: IntArray) -> Self:
        """The flights of all strikes; ``counts`` is ``[munition, strike]``."""
        classes = rules.munitions.first_engaged
        strike, urgency = where((counts > 0).take(classes, axis=0).T)
        munition = classes.take(urgency)
        number = (strikes.lot.take(strike) * STRIDE + munition) * STRIDE
        size = entries(counts, munition, strike)
        return cls(strike, munition, strikes.game.take(strike), number, size)

    def only(self, flights: IntArray) -> Self:
        """These of the flights."""
        return type(self)(*(column.take(flights) for column in self))


class Moment(NamedTuple):
    """What meets at one time. The flights of one salvo meet a layer together, in a *clash*."""

    meetings: slice
    """Which they are among all meetings."""
    clashes: slice
    flight: IntArray
    """``[meeting]``, as the next one."""
    clash: IntArray
    """Which of the clashes of this time it is part of."""
    bounds: IntArray
    """The first meeting of each clash, and at last the number of all, ``[clash + 1]``."""
    place: IntArray
    """The place of the layer and its game among all, ``[clash]``, as all that follow."""
    capacity: IntArray
    shots: IntArray
    enough: IntArray


class Meetings(NamedTuple):
    """Every flight with every layer that can engage it, in the order of time."""

    salvos: IntArray
    """The places of the salvos among the strikes, ``[salvo]``."""
    flight: IntArray
    """``[meeting]``, as the next five."""
    salvo: IntArray
    before: IntArray
    """How many layers of the defence come before."""
    kill: IntArray
    """The odds that an engagement kills in a quiet hour, half percents."""
    time: IntArray
    clash: IntArray
    bounds: IntArray
    """The first meeting of each clash, and at last the number of all, ``[clash + 1]``."""
    layer: IntArray
    """``[clash]``, as all that follow."""
    game: IntArray
    capacity: IntArray
    """What the layer can engage in a turn."""
    shots: IntArray
    """Interceptors spent per target, hundredths."""
    enough: IntArray
    """Down to how many interceptors nobody need choose among targets."""

    def moments(self, place: IntArray) -> Iterator[Moment]:
        """What meets at each time, where anything does; ``place`` is that of the layer of each clash among all."""
        of_meetings = np.searchsorted(self.time, np.arange(int(self.time.max(initial=-1)) + 2))
        of_clashes = np.searchsorted(self.bounds, of_meetings)
        for now, clash in zip(pairwise(of_meetings.tolist()), pairwise(of_clashes.tolist()), strict=True):
            yield self._at(slice(*now), slice(*clash), place)

    def _at(self, now: slice, clash: slice, place: IntArray) -> Moment:
        return Moment(
            meetings=now,
            clashes=clash,
            flight=self.flight[now],
            clash=self.clash[now] - clash.start,
            bounds=self.bounds[clash.start : clash.stop + 1] - now.start,
            place=place[clash],
            capacity=self.capacity[clash],
            shots=self.shots[clash],
            enough=self.enough[clash],
        )


def meetings(rules: Rules, strikes: Strikes, flights: Flights) -> Meetings:
    """Who meets whom."""
    defences = rules.defences
    begins = _first_of_each(flights.strike)
    salvos, salvo = flights.strike.take(which(begins)), np.add.accumulate(begins, dtype=np.intp) - 1
    defence = strikes.defence.take(salvos)
    turn = _turns(rules, strikes, salvos)
    turns = int(turn.max()) + 1
    kind = cell(defences.engaged, defence.take(salvo), flights.munition)
    late = kind + defences.engaged.size * turn.take(salvo) if turns > 1 else kind
    time, flight = where(_when(defences, turns).take(late, axis=1))
    salvo = salvo.take(flight)
    before = time - turn.take(salvo)
    begins = _first_of_each(salvo)
    begins |= _first_of_each(time)
    first = which(begins)
    layer = entries(defences.of_defence, defence.take(salvo.take(first)), before.take(first))
    return Meetings(
        salvos=salvos,
        flight=flight,
        salvo=salvo,
        before=before,
        kill=entries(_kill(defences), before, kind.take(flight)),
        time=time,
        clash=np.add.accumulate(begins, dtype=np.intp) - 1,
        bounds=np.concatenate([first, [len(flight)]]),
        layer=layer,
        game=flights.game.take(flight.take(first)),
        capacity=defences.capacity.take(layer),
        shots=np.maximum(defences.shots.take(layer), 1),
        enough=_enough(rules).take(layer),
    )


def _first_of_each(grouped: IntArray) -> BoolArray:
    """Where a new group begins in a list of equal neighbours; ``[entry]``."""
    first = np.ones(len(grouped), dtype=np.bool_)
    np.not_equal(grouped[1:], grouped[:-1], out=first[1:])
    return first


def _turns(rules: Rules, strikes: Strikes, salvos: IntArray) -> IntArray:
    """How many other salvos its defence meets before each of ``salvos``; ``[salvo]``."""
    meeting = strikes.game.take(salvos) * len(rules.defences.names) + strikes.defence.take(salvos)
    narrow = np.min_scalar_type(
        int(meeting.max(initial=0))
    )  # numpy sorts narrow numbers several times as fast
    order = meeting.astype(narrow).argsort(kind="stable")
    place = np.arange(len(salvos))
    turn = np.empty_like(place)
    turn[order] = place - np.maximum.accumulate(place * _first_of_each(meeting.take(order)))
    return turn


@lru_cache(maxsize=SCENARIOS)
def _kill(defences: Defences) -> IntArray:
    """The odds that an engagement kills, ``[layer from the outermost in, kind]``: a defence with a munition.

    None where there is no layer, or one that can engage nothing.
    """
    kill = np.where(defences.capacity[:, None] > 0, defences.kill, 0)
    layers = defences.of_defence.T
    return with_none(kill, 0).take(layers, axis=0).reshape(len(layers), -1)


@lru_cache(maxsize=SCENARIOS * STRIDE)
def _when(defences: Defences, turns: int) -> BoolArray:
    """Whether a layer is met, ``[time, turn and kind]``; who comes at a later turn meets each that much later."""
    engages = _kill(defences) > 0
    layers, kinds = engages.shape
    met = np.zeros((layers + turns - 1, turns, kinds), dtype=np.bool_)
    for turn in range(turns):
        met[turn : turn + layers, turn] = engages
    return met.reshape(len(met), -1)


@lru_cache(maxsize=SCENARIOS)
def _enough(rules: Rules) -> IntArray:
    """Down to how many interceptors of a layer nobody need choose among targets, ``[layer]``."""
    full = np.maximum(rules.opening[rules.layout.places["interceptors"].rows], 1)
    return np.maximum(times(full, rules.numbers.depletion_from), 1)
