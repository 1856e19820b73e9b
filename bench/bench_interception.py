"""Interception of a salvo on arrays, beside the plain reading of the rule that tests compare it with.

The plain reading is a scalar engine of this one rule: loops and whole numbers of Python, one salvo at a time, with the
same words of chance and the same thresholds of binomials. Both fight the same salvos to the same end.
"""

from bisect import bisect_right
from dataclasses import asdict
from functools import cache
from time import process_time

import numpy as np

from bench.reference import note
from game.rules import binomial
from game.rules.arrays import integers
from game.rules.chance import Chance, Purpose
from game.rules.effects import carry_out
from game.rules.interception import intercept
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Stage
from tests.rules import reference
from tests.rules.playing import keys_of, opening

GAMES, ALONE = 4096, 200
_WORD, _KEY = 2**32 - 1, 2**64 - 1


def test_salvos(benchmark, rules: Rules) -> None:
    state = opening(rules, games=GAMES)
    benchmark(_on_arrays, rules, state)
    note(benchmark, GAMES, "salvos")
    if not benchmark.disabled:
        ratio = _seconds_alone(rules) / benchmark.stats.stats.min
        benchmark.extra_info["times as fast as the plain reading"] = round(ratio, 1)


def test_salvos_one_at_a_time_in_plain_python(benchmark, rules: Rules) -> None:
    plain = Plain(rules)
    leaked = benchmark(plain.salvos, ALONE)
    note(benchmark, ALONE, "salvos")
    assert leaked == _on_arrays(rules, opening(rules, games=GAMES)).leaked[:, :ALONE].T.tolist()


def _seconds_alone(rules: Rules) -> float:
    """Seconds that the plain reading would take for as many salvos as the arrays hold; the best of a few."""
    plain, best = Plain(rules), float("inf")
    for _ in range(5):
        started = process_time()
        plain.salvos(ALONE)
        best = min(best, process_time() - started)
    return best * GAMES / ALONE


def _salvo(rules: Rules) -> int:
    """The option that launches the most classes of munitions and, of those, the most munitions."""
    return max(range(len(rules.options)), key=lambda option: _size(rules.options.salvo[option]))


def _size(salvo: np.ndarray) -> tuple[int, int]:
    return int((salvo > 0).sum()), int(salvo.sum())


def _on_arrays(rules: Rules, state: State) -> Strikes:
    """The same salvo in every game, met by the defence."""
    games, option = np.arange(state.games), _salvo(rules)
    attacker = np.full_like(games, rules.options.power[option])
    strikes = Strikes.of_options(
        rules, attacker, games, np.full_like(games, option), np.ones(len(games), dtype=np.bool_)
    )
    strikes.launched = np.repeat(rules.options.salvo[option][:, None], state.games, axis=1)
    step = Step(Stage.ORDERS, Chance(keys_of(state.games), 1, 0), integers(np.zeros((0, 0, state.games))))
    step.strikes = strikes
    after = state.copy()
    carry_out(rules, after, intercept(rules, after, step), "interception.intercept", None)
    return strikes


class Plain:
    """The plain reading, with everything that it looks up in lists and numbers of Python."""

    def __init__(self, rules: Rules) -> None:
        self._rules, option = rules, _salvo(rules)
        state, options, defences = opening(rules), rules.options, rules.defences
        self._attacker, defence = int(options.power[option]), int(options.defence[option])
        power = int(defences.power[defence])
        self._launched = options.salvo[option].tolist()
        self._reliability = rules.munitions.reliability.tolist()
        self._share = defences.engaged[defence].tolist()
        self._urgency = rules.munitions.first_engaged.tolist()
        self._luck = rules.salvo_luck.tolist()
        self._met = [layer for layer in defences.of_defence[defence].tolist() if layer >= 0]
        self._full = state.interceptors[:, 0].tolist()
        self._numbers = asdict(rules.numbers)
        self._keys = [int(key) for key in keys_of(ALONE)]
        self._circumstances = (
            ("announced", "hours", "none")[options.notice[option]],
            reference.true_warning(
                int(state.warning[power, 0]),
                int(state.penetration[power, self._attacker, 0]),
                int(state.complacency[power, self._attacker, 0]),
                self._numbers,
            ),
            int(state.alert[power, 0]),
            int(state.shield[power, 0]),
            int(state.presence[:, power, 0].max()),
            int(_helpers(rules, state, option, power)),
        )
        self._layers = {
            layer: (defences.kill[layer].tolist(), int(defences.capacity[layer]), int(defences.shots[layer]))
            for layer in self._met
        }

    def salvos(self, games: int) -> list[list[int]]:
        """What gets through of the salvo in each of the first games, by munition."""
        return [self._salvo(key) for key in self._keys[:games]]

    def _salvo(self, key: int) -> list[int]:
        first = [(self._attacker * 16 + kind) * 16 for kind in range(len(self._launched))]
        arrived = [
            _drawn(key, Purpose.RELIABILITY, at, size, odds)
            for at, size, odds in zip(first, self._launched, self._reliability, strict=True)
        ]
        threat = [
            _drawn(key, Purpose.THREAT, at, size, odds)
            for at, size, odds in zip(first, arrived, self._share, strict=True)
        ]
        misses = self._luck[_word(key, Purpose.SALVO_LUCK, self._attacker) >> 24]
        bonus = reference.bonus_points(*self._circumstances, self._numbers)
        depletion = self._numbers["depletion"], self._numbers["depletion_from"]
        for step, number in enumerate(self._met):
            kill, capacity, shots = self._layers[number]
            full = self._full[number]
            layer = reference.Layer(kill, capacity, shots, interceptors=full, full=full)
            draws = [
                lambda trials, odds, at=at + step: _drawn(key, Purpose.LAYER, at, trials, odds)
                for at in first
            ]
            saturation = self._numbers["saturation"]
            killed = reference.through_a_layer(
                layer, threat, self._urgency, bonus, saturation, depletion, misses, draws
            )
            threat = [left - gone for left, gone in zip(threat, killed, strict=True)]
        return threat


def _helpers(rules: Rules, state: State, option: int, power: int) -> int:
    """Hosts next to the front that are close to the defender, whose coalition does not stand yet."""
    near = rules.fronts.hosts[rules.options.front[option]]
    return int((near & (state.alignment[:, power, 0] >= rules.numbers.host_helps)).sum())


def _word(key: int, purpose: Purpose, index: int) -> int:
    """The word of chance of the first turn's orders, by splitmix64 in Python's own numbers."""
    counter = (((1 * 16 + 0) * 64 + int(purpose)) << 20) + index
    value = (key + counter * 0x9E3779B97F4A7C15) & _KEY
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _KEY
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _KEY
    return (value ^ (value >> 31)) >> 32


def _drawn(key: int, purpose: Purpose, index: int, trials: int, odds: int) -> int:
    """How many of up to one block of trials succeed, by bisection."""
    assert trials <= binomial.BLOCK, "a larger salvo is drawn in several blocks, which is not read here"
    return bisect_right(_thresholds(trials, odds), min(_word(key, purpose, index), _WORD - 1))


@cache
def _thresholds(trials: int, odds: int) -> list[int]:
    row = (trials * (binomial.STEPS + 1) + odds) * binomial.BLOCK
    thresholds: list[int] = binomial._tables().threshold[row : row + trials].tolist()
    return thresholds
