"""What gets through: reliability, engaged share, then layer after layer (rules.md §6).

``arrived ~ Binomial(launched, reliability)``, ``threatening ~ Binomial(arrived, engaged share)``, then each layer
kills ``Binomial(engaged, k)`` with ``engaged`` limited by its capacity this turn and its interceptors (Wilkening
2000 for the layers, Armstrong 2005 for the finite magazine). One factor on all misses of a salvo makes nights
that go wrong together. The three public "interception rates" are three different quantities and stay apart.
"""

from collections.abc import Iterator
from typing import NamedTuple, Self

import numpy as np

from game.rules import binomial, hosts
from game.rules.arrays import BoolArray, IntArray, integers, times, where
from game.rules.chance import Purpose
from game.rules.covert import true_warning
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules

CERTAIN = binomial.STEPS
_STRIDE = 16
_ANNOUNCED, _HOURS = 0, 1


def intercept(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every salvo of the step meets the defence of its target; simultaneous salvos share its layers.

    Fills in ``arrived``, ``engaged``, ``killed``, ``leaked`` and ``leak`` of the step's strikes.
    """
    strikes = step.strikes
    flights = _arrive(rules, step)
    faced = _faced(rules, state, step, flights)
    for wave in _waves(rules, strikes, faced.salvo):
        yield from _intercept_wave(rules, state, step, faced.of(wave))
    total = np.add.reduce(strikes.launched, dtype=np.int32)
    leaked = np.add.reduce(strikes.leaked, dtype=np.int32)
    strikes.leak = np.where(total > 0, 100 * leaked // np.maximum(total, 1), 100)


class Flights(NamedTuple):
    """Munitions of one class in one salvo, a *flight*; arrays ``[flight]``.

    Few salvos launch more than one or two classes, so flights are far fewer than classes times salvos.
    """

    strike: IntArray
    munition: IntArray
    game: IntArray
    number: IntArray
    """By which number chance knows it before the first layer."""
    size: IntArray
    """How many munitions."""

    @classmethod
    def of(cls, strikes: Strikes, strike: IntArray, munition: IntArray, counts: IntArray) -> Self:
        """The flights of some munition classes of some strikes; ``counts`` is ``[munition, strike]``."""
        number = (strikes.lot[strike] * _STRIDE + munition) * _STRIDE
        return cls(strike, munition, strikes.game[strike], number, counts[munition, strike])

    def some(self, places: IntArray) -> Self:
        """Some of the flights."""
        return type(self)(*(column[places] for column in self))

    def drawn(self, step: Step, purpose: Purpose, odds: IntArray, layer_step: int = 0) -> IntArray:
        """How many of each flight succeed, by binomial draws where there is something to draw; ``[flight]``."""
        successes = integers(self.size * (odds == CERTAIN))
        some = np.flatnonzero((self.size > 0) & (odds > 0) & (odds < CERTAIN))
        words = step.chance.words_at(purpose, self.game[some], self.number[some] + layer_step)
        successes[some] = binomial.draw(self.size[some], odds[some], words)
        return successes

    def spread(self, counts: IntArray, like: IntArray) -> IntArray:
        """Counts of each flight as ``[munition, strike]``, the shape of ``like``."""
        result = np.zeros_like(like)
        result[self.munition, self.strike] = counts
        return result


def _arrive(rules: Rules, step: Step) -> Flights:
    """Some of what was launched arrives, and some of that threatens what the defence of the target guards.

    The flights that threaten something, those of one salvo next to each other, most dangerous first.
    """
    strikes, munitions = step.strikes, rules.munitions
    strike, place = where((strikes.launched[munitions.first_engaged] > 0).T)
    flights = Flights.of(strikes, strike, munitions.first_engaged[place], strikes.launched)
    arrived = flights.drawn(step, Purpose.RELIABILITY, munitions.reliability[flights.munition])
    flights = flights._replace(size=arrived)
    defence = strikes.defence[strike]
    share = np.where(defence >= 0, rules.defences.engaged[defence, flights.munition], CERTAIN)
    engaged = flights.drawn(step, Purpose.THREAT, share)
    strikes.arrived = flights.spread(arrived, strikes.launched)
    strikes.engaged = flights.spread(engaged, strikes.launched)
    strikes.leaked = strikes.engaged.copy()
    return flights._replace(size=engaged)


class Faced(NamedTuple):
    """Salvos that a defence engages, and what it brings to bear on them; arrays ``[salvo]`` unless said."""

    salvo: IntArray
    """Places among the strikes."""
    layers: IntArray
    """The defence's layers from the outermost in, ``[salvo, step]``."""
    misses: IntArray
    bonus: IntArray
    flights: Flights
    """What of them is on the way, those of one salvo next to each other."""
    of_flight: IntArray
    """Whose flight it is: a place among these salvos, ``[flight]``."""

    def of(self, wave: BoolArray) -> Self:
        """Some of them."""
        own = np.flatnonzero(wave[self.of_flight])
        place = np.cumsum(wave) - 1
        flights, of_flight = self.flights.some(own), place[self.of_flight[own]]
        return type(self)(
            self.salvo[wave], self.layers[wave], self.misses[wave], self.bonus[wave], flights, of_flight
        )


def _faced(rules: Rules, state: State, step: Step, flights: Flights) -> Faced:
    """The salvos of which something threatens what a defence guards."""
    strikes = step.strikes
    facing = flights.some(np.flatnonzero((flights.size > 0) & (strikes.defence[flights.strike] >= 0)))
    first, of_flight = _groups(facing.strike)
    salvo = facing.strike[first]
    layers = rules.defences.of_defence[strikes.defence[salvo]]
    luck, bonus = _salvo_luck(rules, step, salvo), _bonus(rules, state, strikes, salvo)
    return Faced(salvo, layers, luck, bonus, facing, of_flight)


def _groups(values: IntArray) -> tuple[IntArray, IntArray]:
    """Runs of equal neighbours: where each begins, and in which run each entry is."""
    begins = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return np.flatnonzero(begins), np.cumsum(begins) - 1


def _waves(rules: Rules, strikes: Strikes, salvos: IntArray) -> Iterator[BoolArray]:
    """Masks of ``salvos`` that meet different defences, or other games, to be resolved side by side.

    An attacker strikes once a step, so its salvos never meet each other; they come in the order of attackers.
    """
    defence = strikes.defence[salvos]
    meeting = strikes.game[salvos] * len(rules.defences.names) + defence
    before = np.zeros(int(meeting.max(initial=-1)) + 1, dtype=np.int32)
    rank = np.zeros(len(salvos), dtype=np.int32)
    attacker = strikes.attacker[salvos]
    for each in range(rules.actors):
        own = np.flatnonzero(attacker == each)
        rank[own] = before[meeting[own]]
        before[meeting[own]] += 1
    for turn in range(int(rank.max(initial=-1)) + 1):
        yield rank == turn


def _intercept_wave(rules: Rules, state: State, step: Step, wave: Faced) -> Iterator[Effect]:
    """Resolve salvos that share no layer."""
    strikes = step.strikes
    for layer_step in range(wave.layers.shape[1]):
        on_the_way = wave.flights.size > 0
        here = np.flatnonzero(on_the_way & (wave.layers[wave.of_flight, layer_step] >= 0))
        if not here.size:
            continue
        flights = wave.flights.some(here)
        first, of_flight = _groups(flights.strike)
        salvo = wave.of_flight[here[first]]
        layer, game = wave.layers[salvo, layer_step], flights.game[first]
        met = _Met(flights, of_flight, first, layer, game, wave.misses[salvo], wave.bonus[salvo])
        odds, engaged = _engage(rules, state, met)
        killed = flights._replace(size=engaged).drawn(step, Purpose.LAYER, odds, layer_step)
        wave.flights.size[here] -= killed
        strikes.killed[layer_step, flights.munition, flights.strike] = killed
        total = np.add.reduceat(engaged, first)
        spent = -(-total * rules.defences.shots[layer] // 100)
        yield on_cells(rules, "engaged", "engagements", (layer,), game, total)
        yield on_cells(rules, "interceptors spent", "interceptors", (layer,), game, -spent)
    strikes.leaked[wave.flights.munition, wave.flights.strike] = wave.flights.size


class _Met(NamedTuple):
    """Flights that meet a layer each, and those layers; arrays ``[flight]`` or ``[salvo]``."""

    flights: Flights
    of_flight: IntArray
    """The salvo of each flight."""
    first: IntArray
    """The first flight of each salvo."""
    layer: IntArray
    game: IntArray
    misses: IntArray
    bonus: IntArray


def _engage(rules: Rules, state: State, met: _Met) -> tuple[IntArray, IntArray]:
    """Odds and number of engagements of a layer against each flight, ``[flight]`` each.

    A layer spends its capacity and its interceptors on the most dangerous munitions first.
    """
    defences, numbers = rules.defences, rules.numbers
    layer, game, salvo = met.layer, met.game, met.of_flight
    base = defences.kill[layer[salvo], met.flights.munition]
    capacity = defences.capacity[layer]
    magazine = state.interceptors[layer, game] * 100 // np.maximum(defences.shots[layer], 1)
    left = np.minimum(np.maximum(capacity - state.engagements[layer, game], 0), magazine)
    wanted = met.flights.size * (base > 0)
    load = np.minimum(100, 100 * np.add.reduceat(wanted, met.first) // np.maximum(capacity, 1))
    before = np.cumsum(wanted) - wanted
    before -= before[met.first][salvo]
    engaged = np.minimum(wanted, np.maximum(left[salvo] - before, 0))
    saturated = times(numbers.saturation, load) // 50
    worse = saturated + _depleted(rules, state, layer, game) - met.bonus
    miss = np.maximum(CERTAIN - base + worse[salvo], 1) * met.misses[salvo] // 100
    return np.minimum(np.maximum(CERTAIN - miss, 0), CERTAIN), integers(engaged)


def _depleted(rules: Rules, state: State, layer: IntArray, game: IntArray) -> IntArray:
    """What a layer loses of its odds as its interceptors run low, half percents, ``[salvo]``; crews must choose."""
    numbers = rules.numbers
    full = np.maximum(rules.opening[rules.layout.cells("interceptors", layer)], 1)
    enough = np.maximum(times(full, numbers.depletion_from), 1)
    missing = 100 - np.minimum(100 * state.interceptors[layer, game].astype(np.int64) // enough, 100)
    return integers(times(integers(missing), numbers.depletion) // 50)


def _bonus(rules: Rules, state: State, strikes: Strikes, wave: IntArray) -> IntArray:
    """What notice, warning, alert, coalition, presence and hosts add to the odds, half percents, ``[salvo]``."""
    numbers, game = rules.numbers, strikes.game[wave]
    power = rules.defences.power[strikes.defence[wave]]
    notice = rules.options.notice[strikes.option[wave]]
    per_step = np.where(notice == _ANNOUNCED, numbers.notice_announced, 0)
    per_step = np.where(notice == _HOURS, numbers.notice_hours, per_step)
    points = (
        times(per_step, true_warning(rules, state, power, strikes.attacker[wave], game))
        + numbers.alert_bonus * state.alert[power, game]
        + numbers.coalition_bonus * state.shield[power, game]
        + times(numbers.presence_bonus, state.presence[:, power, game].max(axis=0))
        + numbers.host_bonus
        * np.add.reduce(hosts.helping(rules, state, strikes, wave, power), dtype=np.int32)
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


def _salvo_luck(rules: Rules, step: Step, wave: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(Purpose.SALVO_LUCK, step.strikes.game[wave], step.strikes.lot[wave])
    return integers(rules.salvo_luck[words >> 24])
