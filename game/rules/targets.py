"""What partners strike: their acts in order of preference, and those who struck them (rules.md §8).

A partner that lacks what its act takes (reach, capacity, munitions) does the next thing, at a softer target of a third
party [A 49]. A power that strikes a partner's launch sites adds its own ships and bases to that partner's
targets [A 50].
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.rules.arrays import BoolArray, IntArray, integers, where, which
from game.rules.choices import met_needs
from game.rules.effects import Effect, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Partners, Rules, Slot

NO_ACT = -1
_SCENARIOS = 16
"""Of how many scenarios at a time it is remembered what partners can do."""


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
    acts, others = _acts(rules.partners)
    as_wanted = (possible & (acts[:, :, None] == wanted[:, None])).any(axis=1)
    instead = possible[:, :others]
    first = acts[np.arange(len(acts))[:, None], instead.argmax(axis=1)]
    return integers(np.where(as_wanted, wanted, np.where(instead.any(axis=1), first, NO_ACT)))


def within_reach(rules: Rules, state: State, possible: BoolArray) -> BoolArray:
    """Of their possible acts those that partners choose on their own: softer ones for a while after a failure [A 49].

    ``[partner, act, game]``, as ``possible_acts``.
    """
    acts, _ = _acts(rules.partners)
    soft = possible & (acts[:, :, None] == rules.partners.softer[:, None, :]).any(axis=2)[:, :, None]
    turns_away = (state.blunted > 0) & soft.any(axis=1)
    return np.where(turns_away[:, None], soft, possible)


def learn_reach(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A partner of whose salvo nothing got through cannot reach that target, if it has softer ones [A 49]; §8."""
    strikes = step.strikes
    if not len(strikes):
        return
    failed = which(
        (strikes.attacker >= rules.powers) & strikes.launched.any(axis=0) & ~strikes.leaked.any(axis=0)
    )
    partner = strikes.attacker[failed] - rules.powers
    softer = rules.partners.softer[partner]
    tried = (softer >= 0).any(axis=1) & ~(softer == strikes.option[failed, None]).any(axis=1)
    partner, game = partner[tried], strikes.game[failed][tried]
    left = rules.numbers.blunted_turns - state.blunted[partner, game]
    yield on_cells(
        rules, "nothing of its salvo got through", "blunted", (partner,), game, np.maximum(left, 0)
    )


def possible_acts(rules: Rules, state: State) -> BoolArray:
    """Which of their acts partners can carry out, as ``carried_out`` wants to know; ``[partner, act, game]``."""
    return _possible(rules, state, _acts(rules.partners)[0])


@lru_cache(maxsize=_SCENARIOS)
def _acts(partners: Partners) -> tuple[IntArray, int]:
    """Every act of the partners, ``[partner, act]``, and how many stand in for others, the most wanted first."""
    others = np.column_stack([partners.unasked, partners.smaller, partners.softer])
    return np.column_stack([others, partners.larger, partners.asked]), others.shape[1]


def _possible(rules: Rules, state: State, acts: IntArray) -> BoolArray:
    """Whether partners have what acts take: what their needs say, and munitions; ``[partner, act, game]``."""
    met = met_needs(rules, state, (Slot.PARTNER,))[rules.options.need[acts]]
    takes = _as_bits(rules.options.salvo[acts].transpose(2, 0, 1) > 0)
    stocked = _as_bits(state.stock[rules.powers :].transpose(1, 0, 2) > 0)
    armed = (takes[:, :, None] & stocked[:, None]) > 0
    armed |= (takes == 0)[:, :, None]
    return np.asarray(met & armed & (acts >= 0)[:, :, None])


def _as_bits(holds: BoolArray) -> IntArray:
    """Masks ``[place, …]`` as numbers with a bit for each place, which are compared at once; ``[…]``."""
    bits = np.min_scalar_type(2 ** len(holds) - 1)
    worth = (1 << np.arange(len(holds))).astype(bits)
    return np.asarray(np.add.reduce(holds * worth.reshape(-1, *[1] * (holds.ndim - 1)), dtype=bits))


def in_return(rules: Rules, state: State, main: IntArray, asked: BoolArray) -> Strikes:
    """What partners that act add against powers that have struck them, as far as their stocks allow both.

    ``main`` is the act that each carries out (``[partner, game]``, -1 for none), ``asked`` whether its patron asked.
    """
    none = np.full_like(main, NO_ACT)
    found = Strikes.none()
    for place in range(rules.partners.in_return.shape[1]):
        act = rules.partners.in_return[:, place]
        target = rules.options.target[act]
        partner = np.arange(len(act))
        marked = (state.marked[partner, np.minimum(target, rules.powers - 1)] > 0) & (target < rules.powers)[
            :, None
        ]
        wants = (main >= 0) & marked
        if not wants.any():
            continue
        able = _possible(rules, state, act[:, None])[:, 0]
        adds = wants & able & _enough_for_both(rules, state, main, act, wants)
        found = Strikes.of_partners(rules, np.where(adds, act[:, None], none), asked).joined(rules, found)
    return found


def _enough_for_both(
    rules: Rules, state: State, main: IntArray, act: IntArray, wants: BoolArray
) -> BoolArray:
    """Whether stocks allow an act, ``[partner]``, besides the main one where that is wanted; ``[partner, game]``."""
    enough = np.zeros_like(wants)
    partner, game = where(wants)
    both = rules.options.salvo[main[partner, game]] + rules.options.salvo[act[partner]]
    enough[partner, game] = (state.stock[rules.powers + partner, :, game] >= both).all(axis=1)
    return enough


def mark(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A power that strikes a partner, and does not hide it, is among that partner's targets for some turns [A 50]."""
    strikes = step.strikes
    target = strikes.target
    open_blows = (target >= rules.powers) & (strikes.attacker < rules.powers) & ~strikes.unclaimed
    hit = which(open_blows)
    pair, game = (target[hit] - rules.powers, strikes.attacker[hit]), strikes.game[hit]
    left = rules.numbers.marked_turns - state.marked[(*pair, game)]
    yield on_cells(rules, "struck its launch sites", "marked", pair, game, np.maximum(left, 0))
