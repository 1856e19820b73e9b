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
from game.rules.arrays import IntArray, any_row, cell, entries, integers, times, where, which
from game.rules.chance import Purpose
from game.rules.covert import true_warning
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules

CERTAIN = binomial.STEPS
_STRIDE = 16
"""More than there are layers of a defence, and classes of munitions."""
_ANNOUNCED, _HOURS = 0, 1


def intercept(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every salvo of the step meets the defence of its target; simultaneous salvos share its layers.

    Fills in ``arrived``, ``engaged``, ``killed``, ``leaked`` and ``leak`` of the step's strikes.
    """
    strikes = step.strikes
    _arrive(rules, step)
    classes = rules.munitions.first_engaged
    classes = classes[np.logical_or.reduce(strikes.engaged > 0, axis=1)[classes]]
    if classes.size:
        yield from _meet_layers(rules, state, step, classes)
    total = np.add.reduce(strikes.launched, dtype=np.int32)
    leaked = np.add.reduce(strikes.leaked, dtype=np.int32)
    fired = which(total)
    strikes.leak = np.full_like(total, 100)
    strikes.leak[fired] = 100 * leaked[fired] // total[fired]


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
    def of(cls, strikes: Strikes, counts: IntArray) -> Self:
        """The flights of all strikes; ``counts`` is ``[munition, strike]``."""
        munition, strike = where(counts > 0)
        number = _number(strikes, strike, munition)
        return cls(strike, munition, strikes.game.take(strike), number, entries(counts, munition, strike))

    def drawn(self, step: Step, purpose: Purpose, odds: IntArray) -> IntArray:
        """How many of each flight succeed, by binomial draws; ``[flight]``."""
        return binomial.draw(self.size, odds, step.chance.words_at(purpose, self.game, self.number))

    def spread(self, counts: IntArray, like: IntArray) -> IntArray:
        """Counts of each flight as ``[munition, strike]``, the shape of ``like``."""
        result = np.zeros_like(like)
        result.reshape(-1)[cell(result, self.munition, self.strike)] = counts
        return result


def _number(strikes: Strikes, strike: IntArray, munition: IntArray) -> IntArray:
    """By which number chance knows a flight before the first layer; with each layer it grows by one; ``[flight]``."""
    return (strikes.lot.take(strike) * _STRIDE + munition) * _STRIDE


def _arrive(rules: Rules, step: Step) -> None:
    """Some of what was launched arrives, and some of that threatens what the defence of the target guards."""
    strikes = step.strikes
    flights = Flights.of(strikes, strikes.launched)
    arrived = flights.drawn(step, Purpose.RELIABILITY, rules.munitions.reliability.take(flights.munition))
    undefended = np.full_like(rules.defences.engaged[:1], CERTAIN)  # -1, no defence, is the last
    engaged_by = np.vstack([rules.defences.engaged, undefended])
    share = entries(engaged_by, strikes.defence.take(flights.strike), flights.munition)
    engaged = flights._replace(size=arrived).drawn(step, Purpose.THREAT, share)
    strikes.arrived = flights.spread(arrived, strikes.launched)
    strikes.engaged = flights.spread(engaged, strikes.launched)
    strikes.leaked = strikes.engaged.copy()


class Faced(NamedTuple):
    """Salvos that a defence engages, and what it brings to bear on them; arrays ``[salvo]`` unless said."""

    strike: IntArray
    """Places among the strikes."""
    game: IntArray
    misses: IntArray
    bonus: IntArray
    coming: IntArray
    """What of them is on the way: munitions, most dangerous class first, ``[class, salvo]``."""

    def some(self, places: IntArray) -> Self:
        """Some of them."""
        return type(self)(*(column.take(places, axis=-1) for column in self))


def _faced(rules: Rules, state: State, step: Step, classes: IntArray) -> Faced:
    """The salvos of which something threatens what a defence guards."""
    strikes = step.strikes
    strike = which((strikes.defence >= 0) & any_row(strikes.engaged > 0))
    luck, bonus = _salvo_luck(rules, step, strike), _bonus(rules, state, strikes, strike)
    return Faced(
        strike, strikes.game.take(strike), luck, bonus, strikes.engaged[classes].take(strike, axis=1)
    )


def _timetable(rules: Rules, strikes: Strikes, salvos: IntArray) -> IntArray:
    """The layer that each salvo meets at each time, -1 for none; ``[time, salvo]``.

    A layer meets the salvos of a game one after another, a salvo the layers of its defence: whoever comes second is
    always one layer behind whoever comes first. An attacker strikes once a step, so its salvos never meet each other;
    they come in the order of attackers.
    """
    layers = rules.defences.of_defence.T.take(strikes.defence.take(salvos), axis=1)
    turn = _turns(rules, strikes, salvos)
    times_of_last = int(turn.max(initial=0)) + len(layers)
    timetable = np.full((times_of_last, len(salvos)), -1, dtype=layers.dtype)
    for first in range(times_of_last - len(layers) + 1):
        now = which(turn == first)
        timetable[first : first + len(layers), now] = layers.take(now, axis=1)
    return timetable


def _turns(rules: Rules, strikes: Strikes, salvos: IntArray) -> IntArray:
    """How many salvos of other attackers its defence meets before each of ``salvos``; ``[salvo]``."""
    meeting = strikes.game.take(salvos) * len(rules.defences.names) + strikes.defence.take(salvos)
    before = np.zeros(int(meeting.max(initial=-1)) + 1, dtype=np.int32)
    turn = np.zeros(len(salvos), dtype=np.int32)
    attacker = strikes.attacker.take(salvos)
    for each in which(np.bincount(attacker)):
        own = which(attacker == each)
        turn[own] = before[meeting[own]]
        before[meeting[own]] += 1
    return turn


def _meet_layers(rules: Rules, state: State, step: Step, classes: IntArray) -> Iterator[Effect]:
    """Every salvo meets the layers of its defence in turn; ``classes`` of munitions, most dangerous first."""
    strikes = step.strikes
    faced = _faced(rules, state, step, classes)
    begun = np.zeros(len(faced.strike), dtype=np.int32)
    for layers in _timetable(rules, strikes, faced.strike):
        here = which(layers >= 0)
        met, layer, number_of_layer = faced.some(here), layers.take(here), begun.take(here)
        begun[here] += 1
        engaged, worse = _engage(rules, state, met, layer, classes)
        place, salvo = where(engaged > 0)
        munition, strike, counts = classes.take(place), met.strike.take(salvo), entries(engaged, place, salvo)
        odds = _odds(rules, layer.take(salvo), munition, worse.take(salvo), met.misses.take(salvo))
        layer_step = number_of_layer.take(salvo)
        number = _number(strikes, strike, munition) + layer_step
        words = step.chance.words_at(Purpose.LAYER, met.game.take(salvo), number)
        killed = binomial.draw(counts, odds, words)
        faced.coming.reshape(-1)[cell(faced.coming, place, here.take(salvo))] -= killed
        strikes.leaked.reshape(-1)[cell(strikes.leaked, munition, strike)] -= killed
        strikes.killed.reshape(-1)[cell(strikes.killed, layer_step, munition, strike)] = killed
        total = np.add.reduce(engaged, dtype=np.int32)
        spent = -(-total * rules.defences.shots.take(layer) // 100)
        yield on_cells(rules, "engaged", "engagements", (layer,), met.game, total)
        yield on_cells(rules, "interceptors spent", "interceptors", (layer,), met.game, -spent)


def _engage(
    rules: Rules, state: State, met: Faced, layer: IntArray, classes: IntArray
) -> tuple[IntArray, IntArray]:
    """Number of engagements of each salvo's layer, ``[class, salvo]``, and what makes its odds worse, ``[salvo]``.

    A layer spends its capacity and its interceptors on the most dangerous munitions first.
    """
    defences, numbers = rules.defences, rules.numbers
    capacity, interceptors = defences.capacity.take(layer), entries(state.interceptors, layer, met.game)
    magazine = interceptors * 100 // np.maximum(defences.shots.take(layer), 1)
    left = np.maximum(capacity - entries(state.engagements, layer, met.game), 0)
    left = np.minimum(left, magazine)
    wanted = met.coming * (defences.kill.T[classes] > 0).take(layer, axis=1)
    before = np.zeros_like(wanted)
    for place in range(1, len(wanted)):
        np.add(before[place - 1], wanted[place - 1], out=before[place])
    load = np.minimum(100, 100 * (before[-1] + wanted[-1]) // np.maximum(capacity, 1))
    engaged = np.minimum(wanted, np.maximum(left - before, 0))
    saturated = times(numbers.saturation, load) // 50
    return engaged, saturated + _depleted(rules, layer, interceptors) - met.bonus


def _odds(rules: Rules, layer: IntArray, munition: IntArray, worse: IntArray, misses: IntArray) -> IntArray:
    """The odds of a layer against munitions of one class in one salvo, half percents, ``[flight]``."""
    miss = np.maximum(CERTAIN - entries(rules.defences.kill, layer, munition) + worse, 1) * misses // 100
    return np.asarray((CERTAIN - miss).clip(0, CERTAIN))


def _depleted(rules: Rules, layer: IntArray, interceptors: IntArray) -> IntArray:
    """What a layer loses of its odds as its interceptors run low, half percents, ``[salvo]``; crews must choose."""
    numbers = rules.numbers
    full = np.maximum(rules.opening[rules.layout.places["interceptors"].rows], 1)
    enough = np.maximum(times(full, numbers.depletion_from), 1).take(layer)
    missing = 100 - np.minimum(100 * interceptors // enough, 100)
    return times(missing, numbers.depletion) // 50


def _bonus(rules: Rules, state: State, strikes: Strikes, wave: IntArray) -> IntArray:
    """What notice, warning, alert, coalition, presence and hosts add to the odds, half percents, ``[salvo]``."""
    numbers, game = rules.numbers, strikes.game.take(wave)
    power = rules.defences.power.take(strikes.defence.take(wave))
    notice = rules.options.notice.take(strikes.option.take(wave))
    per_step = np.where(notice == _ANNOUNCED, numbers.notice_announced, 0)
    per_step = np.where(notice == _HOURS, numbers.notice_hours, per_step)
    points = (
        times(per_step, true_warning(rules, state, power, strikes.attacker.take(wave), game))
        + numbers.alert_bonus * entries(state.alert, power, game)
        + numbers.coalition_bonus * entries(state.shield, power, game)
        + times(numbers.presence_bonus, entries(np.maximum.reduce(state.presence), power, game))
        + numbers.host_bonus
        * np.add.reduce(hosts.helping(rules, state, strikes, wave, power), dtype=np.int32)
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


def _salvo_luck(rules: Rules, step: Step, wave: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(Purpose.SALVO_LUCK, step.strikes.game[wave], step.strikes.lot[wave])
    return integers(rules.salvo_luck[words >> 24])
