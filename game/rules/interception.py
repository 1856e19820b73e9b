"""What gets through: reliability, engaged share, then layer after layer (rules.md §6).

``arrived ~ Binomial(launched, reliability)``, ``threatening ~ Binomial(arrived, engaged share)``, then each layer
kills ``Binomial(engaged, k)`` with ``engaged`` limited by its capacity this turn and its interceptors (Wilkening
2000 for the layers, Armstrong 2005 for the finite magazine). One factor on all misses of a salvo makes nights
that go wrong together. The three public "interception rates" are three different quantities and stay apart.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Self

import numpy as np

from game.rules import binomial, hosts
from game.rules.arrays import IntArray, cell, entries, integers, times, which, with_none
from game.rules.chance import Purpose
from game.rules.covert import true_warning
from game.rules.effects import Effect, at_once
from game.rules.meetings import Flights, Meetings, Moment, meetings
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import SCENARIOS, Defences, Rules

CERTAIN = binomial.STEPS
_ANNOUNCED, _HOURS = 0, 1


def intercept(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Every salvo of the step meets the defence of its target; simultaneous salvos share its layers.

    Fills in ``arrived``, ``engaged``, ``killed``, ``leaked`` and ``leak`` of the step's strikes.
    """
    strikes = step.strikes
    strikes.helping = hosts.helping(rules, state, strikes, _defender(rules.defences).take(strikes.defence))
    threatening = _arrive(rules, step)
    if threatening.size.size:
        yield _meet_layers(rules, state, step, threatening)
    total = np.add.reduce(strikes.launched, dtype=np.int32)
    leaked = np.add.reduce(strikes.leaked, dtype=np.int32)
    fired = which(total)
    strikes.leak = np.full_like(total, 100)
    strikes.leak[fired] = 100 * leaked[fired] // total[fired]


def drawn(step: Step, flights: Flights, purpose: Purpose, odds: IntArray) -> IntArray:
    """How many of each flight succeed with these odds, half percents, by binomial draws; ``[flight]``."""
    return binomial.draw(flights.size, odds, step.chance.words_at(purpose, flights.game, flights.number))


def _arrive(rules: Rules, step: Step) -> Flights:
    """Some of what was launched arrives, and some of that threatens what the defence of the target guards.

    Returns what threatens something that has a defence.
    """
    strikes = step.strikes
    flights = Flights.of(rules, strikes, strikes.launched)
    reliability = rules.munitions.reliability.take(flights.munition)
    flights = flights._replace(size=drawn(step, flights, Purpose.RELIABILITY, reliability))
    strikes.arrived = _spread(flights, strikes.launched)
    defence = strikes.defence.take(flights.strike)
    share = entries(_engaged(rules.defences), defence, flights.munition)
    flights = flights._replace(size=drawn(step, flights, Purpose.THREAT, share))
    strikes.engaged = _spread(flights, strikes.launched)
    strikes.leaked = strikes.engaged.copy()
    return flights.only(which((flights.size > 0) & (defence >= 0)))


def _spread(flights: Flights, like: IntArray) -> IntArray:
    """The sizes of flights as ``[munition, strike]``, the shape of ``like``."""
    result = np.zeros_like(like)
    result.reshape(-1)[cell(result, flights.munition, flights.strike)] = flights.size
    return result


@lru_cache(maxsize=SCENARIOS)
def _engaged(defences: Defences) -> IntArray:
    """The share of what arrives that is engaged, ``[defence, munition]``; all of it by no defence, -1, the last."""
    return with_none(defences.engaged, CERTAIN)


@lru_cache(maxsize=SCENARIOS)
def _defender(defences: Defences) -> IntArray:
    """The power that each defence is of; nobody's, -1, where there is none, -1, the last."""
    return with_none(defences.power, -1)


def _meet_layers(rules: Rules, state: State, step: Step, flights: Flights) -> Effect:
    """Every salvo meets the layers of its defence in turn, and leaves them less for the next.

    An engagement counts against a layer's capacity of this turn, and takes interceptors.
    """
    strikes, coming = step.strikes, flights.size
    met = meetings(rules, strikes, flights)
    miss, luck = _misses(rules, state, step, met)
    number = flights.number.take(met.flight) + met.before
    words = step.chance.words_at(Purpose.LAYER, flights.game.take(met.flight), number)
    killed, fired = np.zeros_like(miss), np.zeros_like(met.capacity)
    left = _Left.of(state)
    for now in met.moments(cell(state.interceptors, met.layer, met.game)):
        meeting, arriving = now.meetings, coming.take(now.flight)
        engaged, worse, fired[now.clashes] = left.engage(rules, now, arriving)
        odds = _odds(miss[meeting] + worse.take(now.clash), luck[meeting])
        killed[meeting] = killed_now = binomial.draw(engaged, odds, words[meeting])
        coming[now.flight] = arriving - killed_now
    munition, strike = flights.munition.take(met.flight), flights.strike.take(met.flight)
    strikes.killed.reshape(-1)[cell(strikes.killed, met.before, munition, strike)] = killed
    strikes.leaked.reshape(-1)[cell(strikes.leaked, flights.munition, flights.strike)] = coming
    spent, layer = _spent(fired, met.shots), (met.layer,)
    parts = ("engagements", layer, fired), ("interceptors", layer, -spent)
    return at_once(rules, "interceptors spent", met.game, *parts)


class _Left(NamedTuple):
    """What the salvos before have left of each layer: places of ``[layer, game]``, read flat.

    Salvos of one step come one after another; the state hears of all of them together.
    """

    interceptors: IntArray
    engagements: IntArray

    @classmethod
    def of(cls, state: State) -> Self:
        """What the step begins with."""
        return cls(state.interceptors.reshape(-1).copy(), state.engagements.reshape(-1).copy())

    def engage(self, rules: Rules, now: Moment, coming: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """Engagements, ``[meeting]``; what makes their odds worse, half percents, and all of them, ``[clash]``.

        A layer spends its capacity and its interceptors on the most dangerous munitions first, and has less left.
        """
        stock, used = self.interceptors.take(now.place), self.engagements.take(now.place)
        most = np.maximum(np.minimum(now.capacity - used, stock * 100 // now.shots), 0)
        before = _sums_before(coming)
        bounds = before.take(now.bounds)
        begins, came = bounds[:-1], bounds[1:] - bounds[:-1]
        room = (most + begins).take(now.clash) - before[:-1]
        fired = np.minimum(came, most)
        self.engagements[now.place] = used + fired
        self.interceptors[now.place] = stock - _spent(fired, now.shots)
        worse = _saturated(rules, now, came) + _depleted(rules, now, stock)
        return np.minimum(coming, np.maximum(room, 0)), worse, fired


def _sums_before(counts: IntArray) -> IntArray:
    """The sum of the counts before each, and at last of all; ``[count + 1]``."""
    sums = np.zeros(len(counts) + 1, dtype=np.int32)
    np.add.accumulate(counts, out=sums[1:])
    return sums


def _spent(fired: IntArray, shots: IntArray) -> IntArray:
    """Interceptors that engagements take, ``[clash]``."""
    return (fired * shots + 99) // 100


def _saturated(rules: Rules, now: Moment, came: IntArray) -> IntArray:
    """What a layer loses of its odds as more comes than it can engage, half percents, ``[clash]``."""
    return _lost(rules.numbers.saturation).take(100 * came // now.capacity, mode="clip")


def _depleted(rules: Rules, now: Moment, interceptors: IntArray) -> IntArray:
    """What a layer loses of its odds as its interceptors run low, half percents, ``[clash]``; crews must choose."""
    return _lost(rules.numbers.depletion)[::-1].take(100 * interceptors // now.enough, mode="clip")


@lru_cache(maxsize=SCENARIOS)
def _lost(points: int) -> IntArray:
    """A loss of up to ``points``, hundredths, at each percent of it from 0 to 100, in half percents."""
    return times(np.arange(101, dtype=np.int32), points) // 50


def _odds(miss: IntArray, luck: IntArray) -> IntArray:
    """The odds that engagements kill, half percents, ``[meeting]``; ``luck`` is a factor on all misses of a salvo."""
    return np.maximum(CERTAIN - np.maximum(miss, 1) * luck // 100, 0)


def _misses(rules: Rules, state: State, step: Step, met: Meetings) -> tuple[IntArray, IntArray]:
    """The odds that engagements miss, half percents, and the factor on them, hundredths; ``[meeting]`` each."""
    bonus = _bonus(rules, state, step.strikes, met.salvos)
    return CERTAIN - met.kill - bonus.take(met.salvo), _salvo_luck(rules, step, met.salvos).take(met.salvo)


def _bonus(rules: Rules, state: State, strikes: Strikes, salvos: IntArray) -> IntArray:
    """What notice, warning, alert, coalition, presence and hosts add to the odds, half percents, ``[salvo]``."""
    numbers, game = rules.numbers, strikes.game.take(salvos)
    power = rules.defences.power.take(strikes.defence.take(salvos))
    per_step = _worth_of_notice(rules).take(strikes.option.take(salvos))
    points = (
        times(per_step, true_warning(rules, state, power, strikes.attacker.take(salvos), game))
        + numbers.alert_bonus * entries(state.alert, power, game)
        + numbers.coalition_bonus * entries(state.shield, power, game)
        + times(numbers.presence_bonus, entries(np.maximum.reduce(state.presence), power, game))
        + numbers.host_bonus * np.add.reduce(strikes.helping.take(salvos, axis=1), dtype=np.int32)
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


@lru_cache(maxsize=SCENARIOS)
def _worth_of_notice(rules: Rules) -> IntArray:
    """What the notice that an option gives adds to the odds for each step of warning, hundredths, ``[option]``."""
    notice, numbers = rules.options.notice, rules.numbers
    worth = [numbers.notice_announced, numbers.notice_hours]
    return np.select([notice == _ANNOUNCED, notice == _HOURS], worth, 0)


def _salvo_luck(rules: Rules, step: Step, salvos: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(
        Purpose.SALVO_LUCK, step.strikes.game.take(salvos), step.strikes.lot.take(salvos)
    )
    return integers(rules.salvo_luck.take(words >> 24))
