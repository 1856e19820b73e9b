"""How powers have dealt with each other so far, as everybody could see it (rules.md §4, §7).

Nothing in the rules rests on it. It is what governments go by when they ask what a rival is like: whether it prefers
quiet as they do themselves, and what its restraint means [A 5, A 19].
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, anywhere
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules


def remember(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Once all blows have fallen: who struck whom this turn, and who took a blow or held for a promise instead (§7).

    A strike ends the restraint that was shown toward whom it hits. What nobody claims is nobody's conduct.
    """
    struck = state.struck[:, : rules.powers] > 0
    answered = struck_any(rules, state)
    forbore = (struck.transpose(1, 0, 2) | _held(rules, state)) & ~answered
    yield Effect("struck openly", struck, "blows")
    yield Effect("took it or held", forbore, "held_back")
    yield Effect("struck openly", -state.held_back * answered, "held_back")


def gave_way(rules: Rules, stopped: IntArray, went_on: IntArray, games: IntArray) -> Effect:
    """Who stops alone at the brink shows restraint toward who goes on (§9)."""
    return on_cells(rules, causes.STOPPED_ALONE, "held_back", (stopped, went_on), games, 1)


def struck_any(rules: Rules, state: State) -> BoolArray:
    """Whether a power openly struck another or one of its partners this turn; ``[power, power, game]``."""
    struck = state.struck > 0
    any_of = struck[:, : rules.powers].copy()
    for partner, patron in enumerate(rules.partners.patron, start=rules.powers):
        any_of[:, patron] |= struck[:, partner]
    return any_of


def _held(rules: Rules, state: State) -> BoolArray:
    """Whether a power holds for a promise about another or one of its partners; ``[power, power, game]``."""
    promises, running = rules.promises, state.promise_stake > 0
    held = np.zeros((rules.powers, rules.powers, state.games), dtype=np.bool_)
    for promise in anywhere(running):
        held[promises.holder[promise], rules.patron_of[promises.about[promise]]] |= running[promise]
    return held
