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
from game.rules.arrays import BoolArray, IntArray, cell, entries, integers, times, where, which
from game.rules.chance import Purpose
from game.rules.covert import true_warning
from game.rules.effects import Effect, at_once
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
    yield from _meet_layers(rules, state, step)
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
    """What a defence faces: salvos, and the munitions of theirs on the way to what it guards, class by class.

    Flights of one salvo are neighbours, the most dangerous class first.
    """

    strike: IntArray
    """Places of the salvos among the strikes, ``[salvo]``, as the next three."""
    game: IntArray
    misses: IntArray
    bonus: IntArray
    salvo: IntArray
    """Which salvo a flight is of, ``[flight]``, as the next three."""
    munition: IntArray
    number: IntArray
    """By which number chance knows it before the first layer."""
    coming: IntArray
    """How many munitions are on the way."""


def _faced(rules: Rules, state: State, step: Step) -> Faced:
    """The salvos of which something threatens what a defence guards."""
    strikes, classes = step.strikes, rules.munitions.first_engaged
    coming = strikes.engaged.T.take(classes, axis=1) * (strikes.defence >= 0)[:, None]
    strike, place = where(coming > 0)
    first = _first_of_each(strike)
    salvos = strike[first]
    munition = classes.take(place)
    return Faced(
        strike=salvos,
        game=strikes.game.take(salvos),
        misses=_salvo_luck(rules, step, salvos),
        bonus=_bonus(rules, state, strikes, salvos),
        salvo=np.add.accumulate(first) - 1,
        munition=munition,
        number=_number(strikes, strike, munition),
        coming=entries(coming, strike, place),
    )


def _first_of_each(grouped: IntArray) -> BoolArray:
    """Where a new group begins in a list of equal neighbours; ``[entry]``."""
    first = np.ones(len(grouped), dtype=np.bool_)
    np.not_equal(grouped[1:], grouped[:-1], out=first[1:])
    return first


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
    if np.bincount(meeting).max(initial=0) < 2:
        return turn
    attacker = strikes.attacker.take(salvos)
    for each in which(np.bincount(attacker)):
        own = which(attacker == each)
        turn[own] = before[meeting[own]]
        before[meeting[own]] += 1
    return turn


def _meet_layers(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every salvo meets the layers of its defence in turn."""
    strikes, faced = step.strikes, _faced(rules, state, step)
    if not faced.coming.size:
        return
    begun, engages = np.zeros(len(faced.strike), dtype=np.int32), _engages(rules)
    for layers in _timetable(rules, strikes, faced.strike):
        clash = _clash(engages, faced, layers)
        if clash.flight.size:
            engaged, worse = _engage(rules, state, clash)
            salvo, munition = clash.salvo.take(clash.of), faced.munition.take(clash.flight)
            before, worse = begun.take(salvo), (worse - faced.bonus.take(clash.salvo)).take(clash.of)
            odds = _odds(rules, clash.layer.take(clash.of), munition, worse, faced.misses.take(salvo))
            number = faced.number.take(clash.flight) + before
            words = step.chance.words_at(Purpose.LAYER, faced.game.take(salvo), number)
            killed = binomial.draw(engaged, odds, words)
            faced.coming[clash.flight] -= killed
            strike = faced.strike.take(salvo)
            strikes.killed.reshape(-1)[cell(strikes.killed, before, munition, strike)] = killed
            yield _fired(rules, clash, engaged)
        begun += layers >= 0
    strike = faced.strike.take(faced.salvo)
    strikes.leaked.reshape(-1)[cell(strikes.leaked, faced.munition, strike)] = faced.coming


class _Clash(NamedTuple):
    """What meets at one time: flights on the way, their salvos, and layers that can engage them."""

    flight: IntArray
    """Places of the flights among all that are faced, ``[flight]``, as the next two."""
    of: IntArray
    """Which salvo each is of."""
    coming: IntArray
    """How many munitions."""
    salvo: IntArray
    """Places of the salvos among all that are faced, ``[salvo]``, as the next three."""
    first: IntArray
    """The first flight of each."""
    layer: IntArray
    game: IntArray


def _engages(rules: Rules) -> IntArray:
    """Which munitions a layer can engage, 1 or 0, ``[layer, munition]``; no layer, -1, is the last."""
    kill = rules.defences.kill
    return integers(np.vstack([kill > 0, np.zeros_like(kill[:1], dtype=np.bool_)]))


def _clash(engages: IntArray, faced: Faced, layers: IntArray) -> _Clash:
    """What meets where each salvo meets the layer in ``layers``, -1 for none; ``[salvo]``."""
    coming = faced.coming * entries(engages, layers.take(faced.salvo), faced.munition)
    flight = which(coming)
    of_all = faced.salvo.take(flight)
    begins = _first_of_each(of_all)
    salvo = of_all[begins]
    return _Clash(
        flight=flight,
        of=np.add.accumulate(begins, dtype=np.intp) - 1,
        coming=coming.take(flight),
        salvo=salvo,
        first=which(begins),
        layer=layers.take(salvo),
        game=faced.game.take(salvo),
    )


def _engage(rules: Rules, state: State, clash: _Clash) -> tuple[IntArray, IntArray]:
    """The number of engagements, ``[flight]``, and what makes their odds worse, ``[salvo]``.

    A layer spends its capacity and its interceptors on the most dangerous munitions first.
    """
    defences, layer, game = rules.defences, clash.layer, clash.game
    capacity, interceptors = defences.capacity.take(layer), entries(state.interceptors, layer, game)
    magazine = interceptors * 100 // np.maximum(defences.shots.take(layer), 1)
    left = np.maximum(capacity - entries(state.engagements, layer, game), 0)
    left = np.minimum(left, magazine)
    so_far = np.add.accumulate(clash.coming, dtype=np.int32) - clash.coming
    before = so_far - so_far.take(clash.first).take(clash.of)
    engaged = np.minimum(clash.coming, np.maximum(left.take(clash.of) - before, 0))
    load = np.minimum(100, 100 * _of_salvos(clash, clash.coming) // np.maximum(capacity, 1))
    saturated = times(rules.numbers.saturation, load) // 50
    return engaged, saturated + _depleted(rules, layer, interceptors)


def _of_salvos(clash: _Clash, counts: IntArray) -> IntArray:
    """Counts of flights, ``[flight]``, added up for each salvo, ``[salvo]``."""
    return np.asarray(np.add.reduceat(counts, clash.first, dtype=np.int32))


def _fired(rules: Rules, clash: _Clash, engaged: IntArray) -> Effect:
    """Engagements count against the capacity of this turn, and take interceptors."""
    total, layer = _of_salvos(clash, engaged), (clash.layer,)
    spent = -(-total * rules.defences.shots.take(clash.layer) // 100)
    parts = ("engagements", layer, total), ("interceptors", layer, -spent)
    return at_once(rules, "interceptors spent", clash.game, *parts)


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


def _bonus(rules: Rules, state: State, strikes: Strikes, salvos: IntArray) -> IntArray:
    """What notice, warning, alert, coalition, presence and hosts add to the odds, half percents, ``[salvo]``."""
    numbers, game = rules.numbers, strikes.game.take(salvos)
    power = rules.defences.power.take(strikes.defence.take(salvos))
    notice = rules.options.notice.take(strikes.option.take(salvos))
    per_step = np.where(notice == _ANNOUNCED, numbers.notice_announced, 0)
    per_step = np.where(notice == _HOURS, numbers.notice_hours, per_step)
    points = (
        times(per_step, true_warning(rules, state, power, strikes.attacker.take(salvos), game))
        + numbers.alert_bonus * entries(state.alert, power, game)
        + numbers.coalition_bonus * entries(state.shield, power, game)
        + times(numbers.presence_bonus, entries(np.maximum.reduce(state.presence), power, game))
        + numbers.host_bonus
        * np.add.reduce(hosts.helping(rules, state, strikes, salvos, power), dtype=np.int32)
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


def _salvo_luck(rules: Rules, step: Step, salvos: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(Purpose.SALVO_LUCK, step.strikes.game[salvos], step.strikes.lot[salvos])
    return integers(rules.salvo_luck[words >> 24])
