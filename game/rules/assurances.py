"""The back channel: a power tells another what it will do at most in the next turn (rules.md §11).

Whoever was told takes what keeps within it less hard. Lying is allowed, and costs dearly once it shows.
"""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import BoolArray, IntArray, entries, integers, where, which
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Slot

NOTHING_SAID = 0
"""The track holds one more than the largest scale that was assured, so that *no strike* differs from nothing said."""


def assure(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An assurance is given in secret; it is about the turn that follows."""
    options, chosen = rules.options, step.chosen(Slot.DIPLOMATIC)
    power, game = where(options.assures[chosen] >= 0)
    option = chosen[power, game]
    pair = (power, options.assures[option])
    yield on_cells(rules, "gave an assurance", "assured_next", pair, game, options.limit[option] + 1)


def kept(rules: Rules, state: State, strikes: Strikes) -> BoolArray:
    """Which strikes keep within what their target was assured of; ``[strike]``."""
    said, scale = _said(rules, state, strikes)
    return np.asarray((said > NOTHING_SAID) & (scale < said))


def expose(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A larger strike than was assured exposes the lie: it costs belief in threats and trust in one's word."""
    numbers, strikes = rules.numbers, step.strikes
    said, scale = _said(rules, state, strikes)
    lies = which((said > NOTHING_SAID) & (scale >= said))
    pair = (strikes.attacker[lies], strikes.target[lies])
    yield at_once(
        rules,
        "broke an assurance",
        strikes.game[lies],
        ("credibility", pair, -numbers.lie_credibility),
        ("trust", pair, -numbers.lie_trust),
        ("assured", pair, -said[lies]),
    )


def _said(rules: Rules, state: State, strikes: Strikes) -> tuple[IntArray, IntArray]:
    """What the target of each strike was assured of, and the strike's scale; ``[strike]`` each.

    Nothing was said about the acts of partners or at them, nor does an act count that nobody claims.
    """
    target = strikes.target
    between = (strikes.attacker < rules.powers) & (target < rules.powers) & ~strikes.unclaimed
    last = rules.powers - 1
    said = entries(state.assured, np.minimum(strikes.attacker, last), np.minimum(target, last), strikes.game)
    return integers(said * between), strikes.scale


def come_due(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At the books what was said this turn begins to count, and what counted is over."""
    yield Effect("the turn ends", state.assured_next - state.assured, "assured")
    yield Effect("the turn ends", -state.assured_next, "assured_next")
