"""One real turn: a batch of one through all eight stages, with every change explained."""

import numpy as np

from bench.reference import note
from game.rules.arrays import IntArray, KeyArray
from game.rules.chance import Chance, game_keys
from game.rules.choices import at_random
from game.rules.effects import Recorder
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.turn import advance, begin

KEYS = game_keys(7, np.zeros(1, dtype=np.int32))


def test_a_turn_of_one_game(benchmark, rules: Rules) -> None:
    opening = begin(rules, KEYS)
    choices = _choices(rules, opening, KEYS)
    benchmark(_turn, rules, opening, choices)
    note(benchmark, 1, "turns")


def _choices(rules: Rules, state: State, keys: KeyArray) -> list[IntArray]:
    """What everybody chooses, at random, at each stage of the turn."""
    chosen = []
    for _ in Stage:
        chosen.append(at_random(rules, state, Chance(keys, state.turn, state.stage)))
        state = advance(rules, state, chosen[-1], keys).state
    return chosen


def _turn(rules: Rules, state: State, choices: list[IntArray]) -> State:
    recorder = Recorder()
    for chosen in choices:
        state = advance(rules, state, chosen, KEYS, recorder).state
    return state
