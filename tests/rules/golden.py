"""What must not change unnoticed: digests of games played, and how many choices the opening offers.

Digests catch a platform on which the same game ends differently, and any change of the rules. After a change that
is meant, write them anew and look at the difference:

    python -m tests.rules.golden
"""

import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np

from game.lab.simulate import random_policy
from game.rules.choices import after, legal, means
from game.rules.state import State
from game.rules.tables import ORDER_SLOTS, Rules
from game.rules.tracks import Axis
from game.rules.turn import begin
from game.scenario.compile import compiled
from game.scenario.load import read
from game.scenario.models import Scenario
from tests.conftest import BORDER, CONSULATE
from tests.rules.playing import keys_of, play

GOLDEN = Path(__file__).with_name("golden.json")
SEEDS, GAMES = (1, 2, 3), 8


def digests(rules: Rules) -> dict[str, str]:
    """For each seed, a digest of the blocks at the end of games played at random."""
    return {str(seed): _digest(list(play(rules, random_policy, keys_of(GAMES, seed)))[-1]) for seed in SEEDS}


def _digest(state: State) -> str:
    return hashlib.sha256(np.ascontiguousarray(state.block, dtype="<i4").tobytes()).hexdigest()


def choices_at_the_opening(rules: Rules) -> dict[str, int]:
    """For each power, in how many legal ways it can fill its four slots at the opening."""
    state = begin(rules, keys_of(1))
    return {name: _ways(rules, state, power) for power, name in enumerate(rules.layout.names[Axis.POWER])}


def _ways(rules: Rules, state: State, power: int) -> int:
    start = means(state, power)
    ways = Counter({(int(start.attention[0]), int(start.readiness[0])): 1})
    for slot in ORDER_SLOTS:
        onward: Counter[tuple[int, int]] = Counter()
        for (attention, readiness), number in ways.items():
            left = type(start)(np.array([attention]), np.array([readiness]))
            first, _ = rules.options.menu[power, slot]
            for place in np.flatnonzero(legal(rules, state, power, slot, left)[:, 0]):
                rest = after(rules, left, np.array([first + place]))
                onward[int(rest.attention[0]), int(rest.readiness[0])] += number
        ways = onward
    return ways.total()


def found() -> dict[str, dict[str, dict[str, int] | dict[str, str]]]:
    """What the code gives now, in the form of the committed file."""
    border, consulate = (compiled(read(file, Scenario)) for file in (BORDER, CONSULATE))
    return {
        "border": {"choices_at_the_opening": choices_at_the_opening(border), "digests": digests(border)},
        "consulate": {"choices_at_the_opening": choices_at_the_opening(consulate)},
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(found(), indent=2) + "\n", encoding="utf-8")
