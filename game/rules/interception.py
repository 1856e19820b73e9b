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
from game.rules.arrays import IntArray, integers, times
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
    depth = rules.defences.of_defence.shape[1]
    _arrive(rules, step)
    strikes.leaked = strikes.engaged.copy()
    strikes.killed = np.zeros((depth, *strikes.launched.shape), dtype=np.int32)
    faced = _faced(rules, state, step)
    for wave in _waves(rules, strikes, faced.salvo):
        yield from _intercept_wave(rules, state, step, faced.of(wave))
    total = np.add.reduce(strikes.launched, dtype=np.int32)
    leaked = np.add.reduce(strikes.leaked, dtype=np.int32)
    strikes.leak = np.where(total > 0, 100 * leaked // np.maximum(total, 1), 100)


def _arrive(rules: Rules, step: Step) -> None:
    """Some of what was launched arrives, and some of that threatens what the defence of the target guards."""
    strikes, munitions = step.strikes, rules.munitions
    index = draw_index(rules, strikes)
    reliability = np.broadcast_to(munitions.reliability[:, None], strikes.launched.shape)
    strikes.arrived = drawn(step, Purpose.RELIABILITY, index, strikes.launched, reliability)
    defence = strikes.defence
    share = rules.defences.engaged.T.take(np.maximum(defence, 0), axis=1)
    share = np.where(defence >= 0, share, CERTAIN)
    strikes.engaged = drawn(step, Purpose.THREAT, index, strikes.arrived, share)


class Faced(NamedTuple):
    """Salvos that a defence engages, and what it brings to bear on them; arrays ``[salvo]`` unless said."""

    salvo: IntArray
    """Places among the strikes."""
    layers: IntArray
    """The defence's layers from the outermost in, ``[salvo, step]``."""
    misses: IntArray
    bonus: IntArray

    def of(self, wave: IntArray) -> Self:
        """Some of them."""
        return type(self)(*(column[wave] for column in self))


def _faced(rules: Rules, state: State, step: Step) -> Faced:
    """The salvos of which something threatens what a defence guards."""
    strikes = step.strikes
    defence = strikes.defence
    salvo = np.flatnonzero(np.logical_or.reduce(strikes.engaged > 0) & (defence >= 0))
    layers = rules.defences.of_defence[defence[salvo]]
    return Faced(salvo, layers, _salvo_luck(rules, step, salvo), _bonus(rules, state, strikes, salvo))


def _waves(rules: Rules, strikes: Strikes, salvos: IntArray) -> Iterator[IntArray]:
    """Lists of places in ``salvos`` that meet different defences, or other games, to be resolved side by side.

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
        yield np.flatnonzero(rank == turn)


def _intercept_wave(rules: Rules, state: State, step: Step, wave: Faced) -> Iterator[Effect]:
    """Resolve salvos that share no layer."""
    strikes = step.strikes
    index = draw_index(rules, strikes)
    for layer_step in range(wave.layers.shape[1]):
        manned = wave.of(np.flatnonzero(wave.layers[:, layer_step] >= 0))
        layer, salvo = manned.layers[:, layer_step], manned.salvo
        if not salvo.size:
            continue
        game, threat = strikes.game[salvo], strikes.leaked.take(salvo, axis=1)
        odds, engaged = _engage(rules, state, layer, game, threat, manned.bonus, manned.misses)
        here = index.of(salvo, layer_step)
        killed = drawn(step, Purpose.LAYER, here, engaged, odds)
        strikes.leaked[:, salvo] = threat - killed
        strikes.killed[layer_step][:, salvo] = killed
        total = np.add.reduce(engaged, dtype=np.int32)
        spent = -(-total * rules.defences.shots[layer] // 100)
        yield on_cells(rules, "engaged", "engagements", (layer,), game, total)
        yield on_cells(rules, "interceptors spent", "interceptors", (layer,), game, -spent)


def _engage(
    rules: Rules,
    state: State,
    layer: IntArray,
    game: IntArray,
    threat: IntArray,
    bonus: IntArray,
    misses: IntArray,
) -> tuple[IntArray, IntArray]:
    """Odds and number of engagements of a layer against each munition, ``[munition, salvo]`` each.

    A layer spends its capacity and its interceptors on the most dangerous munitions first.
    """
    defences, numbers = rules.defences, rules.numbers
    base = defences.kill.T.take(layer, axis=1)
    capacity = defences.capacity[layer]
    magazine = state.interceptors[layer, game] * 100 // np.maximum(defences.shots[layer], 1)
    left = np.minimum(np.maximum(capacity - state.engagements[layer, game], 0), magazine)
    wanted = threat * (base > 0)
    load = np.minimum(100, 100 * np.add.reduce(wanted, dtype=np.int32) // np.maximum(capacity, 1))
    engaged = np.empty_like(threat)
    for munition in rules.munitions.first_engaged:
        np.minimum(wanted[munition], left, out=engaged[munition])
        left -= engaged[munition]
    saturated = times(numbers.saturation, load) // 50
    worse = saturated + _depleted(rules, state, layer, game)
    miss = np.maximum(CERTAIN - base - bonus + worse, 1) * misses // 100
    return np.minimum(np.maximum(CERTAIN - miss, 0), CERTAIN), engaged


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
        + numbers.host_bonus * hosts.helping(rules, state, strikes, wave, power).sum(axis=0)
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


def _salvo_luck(rules: Rules, step: Step, wave: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(Purpose.SALVO_LUCK, step.strikes.game[wave], step.strikes.lot[wave])
    return integers(rules.salvo_luck[words >> 24])


class DrawIndex(NamedTuple):
    """By which numbers chance knows a munition of a salvo: its game, and lot, munition and layer step."""

    game: IntArray
    """``[salvo]``"""
    number: IntArray
    """``[munition, salvo]``"""

    def of(self, salvos: IntArray, layer_step: int) -> Self:
        """The numbers of some salvos at a step through the layers."""
        return type(self)(self.game[salvos], self.number.take(salvos, axis=1) + layer_step)


def draw_index(rules: Rules, strikes: Strikes) -> DrawIndex:
    """The numbers of all munitions of all strikes before the first layer."""
    munition = np.arange(len(rules.munitions.names), dtype=np.int32)[:, None]
    return DrawIndex(strikes.game, (strikes.lot * _STRIDE + munition) * _STRIDE)


def drawn(step: Step, purpose: Purpose, at: DrawIndex, trials: IntArray, odds: IntArray) -> IntArray:
    """Binomial draws where there is something to draw; ``[munition, salvo]``."""
    successes = np.ascontiguousarray(integers(trials * (odds == CERTAIN)))
    some = np.flatnonzero((trials > 0) & (odds > 0) & (odds < CERTAIN))
    words = step.chance.words_at(purpose, at.game[some % len(at.game)], at.number.take(some))
    successes.reshape(-1)[some] = binomial.draw(trials.take(some), odds.take(some), words)
    return successes
