"""Appeals to the United Nations or a court: a stage on which a case may be won without force (rules.md §7, A 4)."""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import IntArray, entries, integers, times, where, within
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, on_cells
from game.rules.ledger import settle
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot


def chance(rules: Rules, state: State) -> IntArray:
    """The chance in percent that a power wins its case, by its legitimacy and how hosts lean; ``[power, game]``."""
    numbers, hosts = rules.numbers, max(len(state.alignment), 1)
    leaning = np.add.reduce(state.alignment, dtype=np.int32) // hosts
    by_legitimacy = times(state.legitimacy, numbers.appeal_legitimacy)
    odds = numbers.appeal_base + by_legitimacy + times(leaning, numbers.appeal_alignment)
    return integers(within(odds, 0, 100))


def appeal(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A case that is won pays a part of what is owed, humiliation included; one that is lost costs a little (§7)."""
    numbers = rules.numbers
    chosen = rules.options.appeals.take(step.chosen(Slot.DIPLOMATIC))
    power, game = where(chosen >= 0)
    if not game.size:
        return
    rolls = roll(step.chance.words_at(Purpose.APPEAL, game, power), 100)
    won = rolls < entries(chance(rules, state), power, game)
    winner, at = power[won], game[won]
    paid = np.full(len(at), numbers.appeal_paid, dtype=np.int32)
    whole = np.ones(len(at), dtype=np.bool_)
    cause = causes.CASE_WON
    yield on_cells(rules, cause, "legitimacy", (winner,), at, numbers.appeal_won)
    yield from settle(rules, state, (winner, entries(chosen, winner, at), at), paid, whole, cause)
    yield on_cells(rules, causes.CASE_LOST, "legitimacy", (power[~won],), game[~won], -numbers.appeal_lost)
