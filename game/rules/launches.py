"""How strikes begin: who strikes, what is launched from the stocks, and what resolve it shows (rules.md §3, §5, §6)."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules.arrays import BoolArray, IntArray, cell, entries, mask, times, where, which
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import SCENARIOS, Rules


def join(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Powers' strikes join those of partners: all are resolved together (rules.md §3)."""
    chosen = step.choices[:, 0]  # the force slot, or the answer
    step.strikes = Strikes.of_powers(rules, chosen, step.acts)
    yield from ()


def commit_stocks(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A salvo launches what its power's data give for scale and means, as far as the stock allows.

    rules.md §3, §6. Stocks are committed before anything lands, so a simultaneous blow cannot save them.
    """
    strikes = step.strikes
    strike, munition = where(_in_salvo(rules).take(strikes.option, axis=0))
    attacker, game = strikes.attacker.take(strike), strikes.game.take(strike)
    wanted = entries(rules.options.salvo, strikes.option.take(strike), munition)
    _shrink(rules, state, attacker, game, wanted)
    launched = np.minimum(wanted, entries(state.stock, attacker, munition, game))
    strikes.launched = np.zeros((len(rules.munitions.names), len(strikes)), dtype=np.int32)
    strikes.launched.reshape(-1)[cell(strikes.launched, munition, strike)] = launched
    yield on_cells(rules, "launched", "stock", (attacker, munition), game, -launched)


@lru_cache(maxsize=SCENARIOS)
def _in_salvo(rules: Rules) -> BoolArray:
    """Whether an option's salvo has munitions of a class, ``[option, munition]``."""
    return mask(rules.options.salvo > 0)


def _shrink(rules: Rules, state: State, attacker: IntArray, game: IntArray, wanted: IntArray) -> None:
    """A partner's salvos shrink with its true capacity; badly hit, it still fires something [A 23]; §8.

    Arrays ``[class in a salvo]``; ``wanted`` is changed.
    """
    by_partner = which(attacker >= rules.powers)
    partner, game = attacker.take(by_partner) - rules.powers, game.take(by_partner)
    whole = rules.partners.salvos_at.take(partner)
    left = entries(state.capacity, partner, game) - entries(state.overrated, partner, game)
    wanted[by_partner] = -(-wanted.take(by_partner) * left.clip(1, whole) // whole)


def show_resolve(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike shows resolve; the same message toward the same actor shows a fifth less each time.

    rules.md §5 (habituation), §7 (the open blow after a broken promise is struck with interest).
    """
    strikes, numbers, options = step.strikes, rules.numbers, rules.options
    message = options.message.take(strikes.option)
    own = which(message >= 0)
    message, game = message.take(own), strikes.game.take(own)
    fresh = entries(state.message, message, game)
    left = np.full(len(strikes), 100, dtype=np.int32)
    left[own] = fresh
    strikes.resolve = times(options.resolve.take(strikes.option), left)
    less = np.maximum(times(fresh, 100 - numbers.habituation_loss), numbers.habituation_floor) - fresh
    yield on_cells(rules, "the same message again", "message", (message,), game, less)
    powers = which((strikes.attacker < rules.powers) & ~strikes.unclaimed)
    attacker, target = strikes.attacker.take(powers), strikes.target.take(powers)
    interest = entries(state.interest, attacker, target, strikes.game.take(powers))
    strikes.resolve[powers] += times(strikes.resolve.take(powers), (numbers.interest - 100) * interest)


def recover(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A message that is not repeated regains its force, a tenth a turn (rules.md §5)."""
    yield Effect("time passes", np.full_like(state.message, rules.numbers.habituation_recovery), "message")
