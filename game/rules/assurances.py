"""The back channel: a power tells another what it will do at most in the next turn (rules.md §7).

Whoever was told takes what keeps within it less hard. Lying is allowed, and costs dearly once it shows.
"""

from collections.abc import Iterator

from game.rules import causes
from game.rules.arrays import IntArray, any_of, entries, integers, where, which
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules, Slot

_NOTHING = integers([])

NOTHING_SAID = 0
"""The track holds one more than the largest scale that was assured, so that *no strike* differs from nothing said."""


def assure(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An assurance is given in secret; it is about the turn that follows."""
    options, chosen = rules.options, step.chosen(Slot.DIPLOMATIC)
    power, game = where((options.assures >= 0).take(chosen))
    option = chosen[power, game]
    pair = (power, options.assures[option])
    yield on_cells(rules, "gave an assurance", "assured_next", pair, game, options.limit[option] + 1)


def kept(rules: Rules, state: State, strikes: Strikes) -> IntArray:
    """Which strikes keep within what their target was assured of: their places."""
    strike, said = _assured(rules, state, strikes)
    return strike[strikes.scale.take(strike) < said]


def expose(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A larger strike than was assured exposes the lie: it costs belief in threats and trust in one's word."""
    numbers, strikes = rules.numbers, step.strikes
    strike, said = _assured(rules, state, strikes)
    larger = which(strikes.scale.take(strike) >= said)
    lies = strike.take(larger)
    pair = (strikes.attacker.take(lies), strikes.target.take(lies))
    yield at_once(
        rules,
        causes.ASSURANCE_BROKEN,
        strikes.game.take(lies),
        ("credibility", pair, -numbers.lie_credibility),
        ("trust", pair, -numbers.lie_trust),
        ("assured", pair, -said.take(larger)),
    )


def _assured(rules: Rules, state: State, strikes: Strikes) -> tuple[IntArray, IntArray]:
    """Which strikes, by their places, are at somebody whom their attacker has assured of something, and of what.

    Nothing was said about the acts of partners or at them, nor does an act count that nobody claims.
    """
    if not any_of(state.assured):
        return _NOTHING, _NOTHING
    powers = rules.powers
    between = which((strikes.attacker < powers) & (strikes.target < powers) & ~strikes.unclaimed)
    pair = (strikes.attacker.take(between), strikes.target.take(between))
    said = entries(state.assured, *pair, strikes.game.take(between))
    some = which(said > NOTHING_SAID)
    return between.take(some), said.take(some)


def come_due(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """At the books what was said this turn begins to count, and what counted is over."""
    yield Effect("the turn ends", state.assured_next - state.assured, "assured")
    yield Effect("the turn ends", -state.assured_next, "assured_next")
