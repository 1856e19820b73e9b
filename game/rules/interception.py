"""What gets through: reliability, engaged share, then layer after layer (rules.md §6).

``arrived ~ Binomial(launched, reliability)``, ``threatening ~ Binomial(arrived, engaged share)``, then each layer
kills ``Binomial(engaged, k)`` with ``engaged`` limited by its capacity this turn and its interceptors (Wilkening
2000 for the layers, Armstrong 2005 for the finite magazine). One factor on all misses of a salvo makes nights
that go wrong together. The three public "interception rates" are three different quantities and stay apart.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import binomial
from game.rules.arrays import IntArray, integers, times
from game.rules.chance import Purpose
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
    strikes.arrived = np.zeros_like(strikes.launched)
    strikes.engaged = np.zeros_like(strikes.launched)
    strikes.leaked = np.zeros_like(strikes.launched)
    strikes.killed = np.zeros((depth, *strikes.launched.shape), dtype=np.int32)
    for wave in _waves(rules, strikes):
        yield from _intercept_wave(rules, state, step, wave)
    total = strikes.launched.sum(axis=0)
    strikes.leak = np.where(total > 0, 100 * strikes.leaked.sum(axis=0) // np.maximum(total, 1), 100).astype(
        np.int32
    )


def _waves(rules: Rules, strikes: Strikes) -> Iterator[IntArray]:
    """Lists of salvos that meet different defences, or other games, and so can be resolved side by side."""
    launching = np.flatnonzero(strikes.launched.any(axis=0))
    defence = rules.options.defence[strikes.option[launching]]
    group = strikes.game[launching].astype(np.int64) * (len(rules.defences.names) + 1) + defence + 1
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    start = (
        np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        if len(ordered)
        else np.zeros(0, dtype=np.int64)
    )
    rank = np.arange(len(ordered)) - np.repeat(start, np.diff(np.r_[start, len(ordered)]))
    for turn in range(int(rank.max(initial=-1)) + 1):
        yield launching[order[rank == turn]].astype(np.int32)


def _intercept_wave(rules: Rules, state: State, step: Step, wave: IntArray) -> Iterator[Effect]:
    """Resolve salvos that share no layer; ``wave`` lists them by their place among the strikes."""
    strikes, munitions = step.strikes, rules.munitions
    game, option = strikes.game[wave], strikes.option[wave]
    defence = rules.options.defence[option]
    munition = np.arange(len(munitions.names), dtype=np.int32)[:, None]
    index = (strikes.attacker[wave] * _STRIDE + munition) * _STRIDE

    launched = strikes.launched[:, wave]
    reliability = np.broadcast_to(munitions.reliability[:, None], launched.shape)
    arrived = drawn(step, Purpose.RELIABILITY, game, index, launched, reliability)
    share = np.where(defence >= 0, rules.defences.engaged[defence].T, CERTAIN)
    threat = drawn(step, Purpose.THREAT, game, index, arrived, share)
    strikes.arrived[:, wave], strikes.engaged[:, wave] = arrived, threat

    misses = _salvo_luck(rules, step, strikes.attacker[wave], game)
    bonus = _bonus(rules, state, strikes, wave, defence)
    for layer_step in range(rules.defences.of_defence.shape[1]):
        layer = np.where(defence >= 0, rules.defences.of_defence[defence, layer_step], -1)
        manned = np.flatnonzero(layer >= 0)
        if not manned.size:
            continue
        layer, here = layer[manned], game[manned]
        odds, engaged = _engage(rules, state, layer, here, threat[:, manned], bonus[manned], misses[manned])
        killed = drawn(step, Purpose.LAYER, here, index[:, manned] + layer_step, engaged, odds)
        threat[:, manned] -= killed
        strikes.killed[layer_step][:, wave[manned]] = killed
        total = engaged.sum(axis=0)
        spent = -(-total * rules.defences.shots[layer] // 100)
        yield on_cells(rules, "engaged", "engagements", (layer,), here, total)
        yield on_cells(rules, "interceptors spent", "interceptors", (layer,), here, -spent)
    strikes.leaked[:, wave] = threat


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
    base = defences.kill[layer].T
    capacity = defences.capacity[layer]
    magazine = state.interceptors[layer, game] * 100 // np.maximum(defences.shots[layer], 1)
    left = np.minimum(np.maximum(capacity - state.engagements[layer, game], 0), magazine)
    wanted = threat * (base > 0)
    load = np.minimum(100, 100 * wanted.sum(axis=0) // np.maximum(capacity, 1))
    engaged = np.zeros_like(threat)
    for munition in rules.munitions.first_engaged:
        engaged[munition] = np.minimum(wanted[munition], left)
        left = left - engaged[munition]
    saturated = times(numbers.saturation, load) // 50
    miss = np.maximum(CERTAIN - base - bonus + saturated, 1) * misses // 100
    return np.clip(CERTAIN - miss, 0, CERTAIN).astype(np.int32), engaged.astype(np.int32)


def _bonus(rules: Rules, state: State, strikes: Strikes, wave: IntArray, defence: IntArray) -> IntArray:
    """What notice, warning, alert, coalition and presence add to the odds, half percents, ``[salvo]``."""
    numbers, game = rules.numbers, strikes.game[wave]
    power = np.where(defence >= 0, rules.defences.power[defence], -1)
    notice = rules.options.notice[strikes.option[wave]]
    per_step = np.where(notice == _ANNOUNCED, numbers.notice_announced, 0)
    per_step = np.where(notice == _HOURS, numbers.notice_hours, per_step)
    points = (
        times(per_step, state.warning[power, game])
        + numbers.alert_bonus * state.alert[power, game]
        + numbers.coalition_bonus * state.shield[power, game]
        + times(numbers.presence_bonus, state.presence[:, power, game].max(axis=0))
    )
    return np.where(power >= 0, points // 50, 0).astype(np.int32)


def _salvo_luck(rules: Rules, step: Step, attacker: IntArray, game: IntArray) -> IntArray:
    """The factor on all misses against one salvo, hundredths, ``[salvo]``."""
    words = step.chance.words_at(Purpose.SALVO_LUCK, game, attacker)
    return integers(rules.salvo_luck[words >> 24])


def drawn(
    step: Step, purpose: Purpose, game: IntArray, index: IntArray, trials: IntArray, odds: IntArray
) -> IntArray:
    """Binomial draws where there is something to draw; ``[munition, salvo]``, ``game`` is ``[salvo]``."""
    successes = np.zeros_like(trials)
    some = np.nonzero(trials)
    words = step.chance.words_at(purpose, game[some[1]], index[some])
    successes[some] = binomial.draw(trials[some], odds[some], words)
    return successes
