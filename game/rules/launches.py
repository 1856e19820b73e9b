"""How strikes begin: who strikes, what is launched from the stocks, and what resolve it shows (rules.md §3, §5, §6)."""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import IntArray, cell, entries, times, where, which
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules


def join(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """Powers' strikes join those of partners: all are resolved together (rules.md §3)."""
    chosen = step.choices[:, 0]  # the force slot, or the answer
    step.strikes = Strikes.of_powers(rules, chosen).joined(rules, step.strikes)
    yield from ()


def commit_stocks(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A salvo launches what its power's data give for scale and means, as far as the stock allows.

    rules.md §3, §6. Stocks are committed before anything lands, so a simultaneous blow cannot save them.
    """
    strikes = step.strikes
    wanted = _what_is_left_to_fire(rules, state, strikes, rules.options.salvo.T.take(strikes.option, axis=1))
    munition, strike = where(wanted > 0)
    attacker, game = strikes.attacker[strike], strikes.game[strike]
    launched = np.minimum(entries(wanted, munition, strike), entries(state.stock, attacker, munition, game))
    strikes.launched = np.zeros_like(wanted)
    strikes.launched.reshape(-1)[cell(wanted, munition, strike)] = launched
    yield on_cells(rules, "launched", "stock", (attacker, munition), game, -launched)


def _what_is_left_to_fire(rules: Rules, state: State, strikes: Strikes, salvo: IntArray) -> IntArray:
    """A partner's salvos shrink with its true capacity; badly hit, it still fires something [A 23]; §8."""
    by_partner = which(strikes.attacker >= rules.powers)
    if not by_partner.size:
        return salvo
    munition, place = where(salvo.take(by_partner, axis=1) > 0)
    strike = by_partner.take(place)
    partner, game = strikes.attacker.take(strike) - rules.powers, strikes.game.take(strike)
    whole = rules.partners.salvos_at.take(partner)
    left = entries(state.capacity, partner, game) - entries(state.overrated, partner, game)
    shrunk, fired = salvo.copy(), cell(salvo, munition, strike)
    shrunk.reshape(-1)[fired] = -(-salvo.take(fired) * left.clip(1, whole) // whole)
    return shrunk


def show_resolve(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike shows resolve; the same message toward the same actor shows a fifth less each time.

    rules.md §5 (habituation), §7 (the blow after a broken promise is struck with interest).
    """
    strikes, numbers, options = step.strikes, rules.numbers, rules.options
    message = options.message[strikes.option]
    own = which(message >= 0)
    left = np.full(len(strikes), 100, dtype=np.int32)
    left[own] = state.message[message[own], strikes.game[own]]
    strikes.resolve = times(options.resolve[strikes.option], left)
    yield on_cells(
        rules,
        "the same message again",
        "message",
        (message[own],),
        strikes.game[own],
        np.maximum(times(left[own], 100 - numbers.habituation_loss), numbers.habituation_floor) - left[own],
    )
    powers = which(strikes.attacker < rules.powers)
    pair = (strikes.attacker[powers], options.target[strikes.option[powers]])
    interest = state.interest[pair[0], pair[1], strikes.game[powers]]
    strikes.resolve[powers] += times(strikes.resolve[powers], (numbers.interest - 100) * interest)


def recover(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A message that is not repeated regains its force, a tenth a turn (rules.md §5)."""
    yield Effect("time passes", np.full_like(state.message, rules.numbers.habituation_recovery), "message")
