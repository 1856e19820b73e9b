"""What partners strike: their acts in order of preference, and those who struck them (rules.md §8).

A partner that lacks what its act takes (reach, capacity, munitions) does the next thing, at a softer target of a third
party [A 49]. A power that strikes a partner's launch sites adds its own ships and bases to that partner's
targets [A 50].
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, any_row, entries, integers, mask, where, which
from game.rules.choices import met_needs
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import SCENARIOS, Rules, Slot

NO_ACT = -1


def dose(rules: Rules, state: State, heat: IntArray) -> IntArray:
    """The size of act that each partner chooses on its own [A 13]: options, ``[partner, game]``.

    Large when agenda and grievance far outweigh its fear. Else the default dose, or a smaller one where that would
    raise its front: enough to show solidarity, not enough for an all-out assault.
    """
    partners, rung = rules.partners, rules.options.rung
    default, smaller, larger = (
        each[:, None] for each in (partners.unasked, partners.smaller, partners.larger)
    )
    raises = rung[default] > state.rung[partners.front]
    small = np.where(raises & (smaller >= 0), smaller, default)
    furious = heat >= rules.numbers.heat_unasked + rules.numbers.dose_large
    return integers(np.where(furious & (larger >= 0), larger, small))


def carried_out(rules: Rules, possible: BoolArray, wanted: IntArray) -> IntArray:
    """The act that each partner can carry out: what it wants (``[partner, game]``), else the next thing.

    That is its default dose, a smaller one, and then softer targets in order [A 49]. Options; -1 where it can do
    none of them. ``possible`` is that of ``possible_acts``.
    """
    acts = _repertoire(rules)
    rank = np.maximum.reduce(possible[:, : len(acts.rank)] * acts.rank[:, None], axis=1)
    found = entries(acts.by_rank, np.arange(len(rank))[:, None], rank)
    as_wanted = np.logical_or.reduce(possible & (acts.option[:, :, None] == wanted[:, None]), axis=1)
    return integers(found + as_wanted * (wanted - found))


def within_reach(rules: Rules, state: State, possible: BoolArray) -> BoolArray:
    """Of their possible acts those that partners choose on their own: softer ones for a while after a failure [A 49].

    ``[partner, act, game]``, as ``possible_acts``.
    """
    blunted = state.blunted > 0
    if not any_of(blunted):
        return possible
    soft = possible & _repertoire(rules).softer[:, :, None]
    turns_away = mask(blunted & soft.any(axis=1))
    return mask(soft | (possible & ~turns_away[:, None]))


def learn_reach(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner of whose salvo nothing got through cannot reach that target, if it has softer ones [A 49]; §8."""
    strikes = step.strikes
    tried = which(_far(rules).take(strikes.option) & (strikes.leak == 0))
    failed = tried[~any_row(strikes.leaked.take(tried, axis=1) > 0)]
    if not failed.size:
        return
    partner, game = strikes.attacker.take(failed) - rules.powers, strikes.game.take(failed)
    left = rules.numbers.blunted_turns - entries(state.blunted, partner, game)
    cause = causes.NOTHING_GOT_THROUGH
    yield on_cells(rules, cause, "blunted", (partner,), game, np.maximum(left, 0))


@lru_cache(maxsize=SCENARIOS)
def _far(rules: Rules) -> BoolArray:
    """Acts of partners that have softer targets, at other ones than those; ``[option]``."""
    acts, far = _repertoire(rules), np.zeros(len(rules.options.strike), dtype=np.bool_)
    has_softer = mask((rules.partners.softer >= 0).any(axis=1))
    far[acts.option[has_softer[:, None] & ~acts.softer & (acts.option >= 0)]] = True
    return far


def possible_acts(rules: Rules, state: State) -> BoolArray:
    """Which of their acts partners can carry out: what their needs say, and munitions; ``[partner, act, game]``."""
    acts = _repertoire(rules)
    met = met_needs(rules, state, (Slot.PARTNER,)).take(acts.need, axis=0)
    stocked = _as_bits(state.stock[rules.powers :].transpose(1, 0, 2) > 0)
    armed = (acts.munitions[:, :, None] & stocked[:, None]) > 0
    armed |= acts.unarmed[:, :, None]
    return mask(met & armed)


class _Repertoire(NamedTuple):
    """Every act of the partners and what it takes; arrays ``[partner, act]``."""

    option: IntArray
    """First those that stand in for others, the most wanted first; last those in return; -1 for none."""
    rank: IntArray
    """How much those are wanted that stand in for others: 1 for the least; ``[act]``."""
    by_rank: IntArray
    """Which act has a rank, and -1 for rank 0; ``[partner, rank]``."""
    need: IntArray
    munitions: IntArray
    """A bit for each munition that it launches; none where there is no act."""
    unarmed: BoolArray
    """Whether it is an act that launches none."""
    softer: BoolArray
    """Whether it is at a softer target than others of that partner."""


@lru_cache(maxsize=SCENARIOS)
def _repertoire(rules: Rules) -> _Repertoire:
    partners, options = rules.partners, rules.options
    others = np.column_stack([partners.unasked, partners.smaller, partners.softer])
    option = np.column_stack([others, partners.larger, partners.asked, partners.in_return])
    is_act = option >= 0
    munitions = _as_bits(options.salvo[option].transpose(2, 0, 1) > 0) * is_act
    unarmed = (munitions == 0) & is_act
    softer = (option[:, :, None] == partners.softer[:, None, :]).any(axis=2)
    rank = np.arange(others.shape[1], 0, -1, dtype=np.int8)
    by_rank = np.column_stack([np.full(len(others), NO_ACT, dtype=np.int32), others[:, ::-1]])
    return _Repertoire(option, rank, by_rank, options.need[option], munitions, unarmed, softer)


def _as_bits(holds: BoolArray) -> IntArray:
    """Masks ``[place, …]`` as numbers with a bit for each place, which are compared at once; ``[…]``."""
    worth = _worth(len(holds))
    return np.asarray(np.add.reduce(holds * worth.reshape(-1, *[1] * (holds.ndim - 1)), dtype=worth.dtype))


@cache
def _worth(bits: int) -> IntArray:
    return (1 << np.arange(bits)).astype(np.min_scalar_type(2**bits - 1))


def in_return(rules: Rules, state: State, possible: BoolArray, main: IntArray) -> list[IntArray]:
    """What partners that act add against powers that have struck them, as far as their stocks allow both.

    Options, ``[partner, game]`` each, -1 for none, as ``main``, the act that each carries out; ``possible`` is that
    of ``possible_acts``.
    """
    found: list[IntArray] = []
    if not (rules.partners.in_return.size and any_of(state.marked)):
        return found
    added = rules.partners.in_return.T
    for act, able in zip(added, possible.swapaxes(0, 1)[-len(added) :], strict=True):
        partner, game = where((main >= 0) & able & _marked(rules, state, act))
        if not game.size:
            continue
        salvo, add = rules.options.salvo, act[partner]
        both = salvo.take(entries(main, partner, game), axis=0) + salvo.take(add, axis=0)
        enough = (state.stock[rules.powers + partner, :, game] >= both).all(axis=1)
        adds = np.full_like(main, NO_ACT)
        adds[partner[enough], game[enough]] = add[enough]
        found = [adds, *found]
    return found


def _marked(rules: Rules, state: State, act: IntArray) -> BoolArray:
    """Whether an act of each partner, ``[partner]``, would hit a power that has struck it; ``[partner, game]``."""
    target = rules.options.target[act]
    marked = state.marked[np.arange(len(act)), np.minimum(target, rules.powers - 1)] > 0
    return mask(marked & (target < rules.powers)[:, None])


def mark(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A power that strikes a partner, and does not hide it, is among that partner's targets for some turns [A 50]."""
    strikes = step.strikes
    target = strikes.target
    open_blows = (target >= rules.powers) & (strikes.attacker < rules.powers) & ~strikes.unclaimed
    hit = which(open_blows)
    pair, game = (target.take(hit) - rules.powers, strikes.attacker.take(hit)), strikes.game.take(hit)
    left = rules.numbers.marked_turns - entries(state.marked, *pair, game)
    yield on_cells(rules, "struck its launch sites", "marked", pair, game, np.maximum(left, 0))
