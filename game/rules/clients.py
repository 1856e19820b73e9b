"""A patron asks a client that is a power to hold its fire, and the client does as it likes (rules.md §8).

The patron can only raise the price: what it has on the client's ground is what ignoring it puts at stake.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import IntArray, any_of, entries, integers, times, where, which
from game.rules.blows import blows
from game.rules.effects import Effect, at_once, on_cells
from game.rules.state import State
from game.rules.step import Step
from game.rules.tables import Rules, Slot, Stage


def ask_to_hold(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """The request counts for this turn's replies and the next turn's orders; asking costs a little at home (§8)."""
    numbers, options = rules.numbers, rules.options
    for slot in (Slot.GUARD, Slot.DIPLOMATIC):
        chosen = options.restrains.take(step.chosen(slot))
        patron, game = where(chosen >= 0)
        if not game.size:
            continue
        pair = (patron, chosen[patron, game])
        left = numbers.restraint_turns - state.asked_to_hold[(*pair, game)]
        yield at_once(
            rules,
            "asked its client to hold",
            game,
            ("asked_to_hold", pair, left),
            ("standing", (patron,), -numbers.restraint_asked),
        )


def ignore(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A client that strikes a rival all the same costs its camp cohesion, and itself standing.

    The more forces of its patron are on its ground the more is at stake (rules.md §8). Orders of the turn in which it
    is asked were given before it knew, so they do not count.
    """
    if not any_of(state.asked_to_hold):
        return
    numbers, known = rules.numbers, _known(rules, step)
    client, game = _struck_rivals(rules, step)
    asked = state.asked_to_hold[:, client, game]
    patron, place = where((asked > 0) & (asked <= known))
    client, game = client[place], game[place]
    left = entries(state.asked_to_hold, patron, client, game)
    cost = times(entries(state.presence, patron, client, game), numbers.restraint_presence)
    yield at_once(
        rules,
        causes.STRUCK_THOUGH_ASKED,
        game,
        ("cohesion", (rules.camp[patron],), -numbers.restraint_ignored),
        ("standing", (client,), -cost),
        ("asked_to_hold", (patron, client), -left),
    )


def answer_for(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A patron is blamed for its client's decisive strikes, at home and abroad, unless it had asked it to hold (§8).

    Guilt by alliance [A 42] between powers: who arms a client and says nothing is taken to agree. It is asked before
    the request is ignored, which ends it.
    """
    if not rules.assumptions.guilt_by_alliance:
        return
    numbers, strikes = rules.numbers, step.strikes
    known = (strikes.attacker < rules.powers) & ~strikes.unclaimed
    own = which(known & blows(rules).decisive.take(strikes.option))
    if not own.size:
        return
    struck = np.zeros((rules.powers, step.choices.shape[-1]), dtype=np.bool_)
    struck[strikes.attacker.take(own), strikes.game.take(own)] = True
    silent = rules.client_of[:, :, None] & (state.asked_to_hold == 0)
    patron, game = where((silent & struck).any(axis=1))
    yield at_once(
        rules,
        "its client struck decisively, and it had not asked it to hold",
        game,
        ("standing", (patron,), -numbers.blame_standing),
        ("legitimacy", (patron,), -numbers.blame_legitimacy),
    )


def _known(rules: Rules, step: Step) -> int:
    """The turns that a request has left, at most, if its client knew of it when the step's choices were made."""
    return rules.numbers.restraint_turns - (step.stage is Stage.ORDERS)


def _struck_rivals(rules: Rules, step: Step) -> tuple[IntArray, IntArray]:
    """Which powers struck a rival in the open, and in which game; each once, for it strikes once a step."""
    strikes = step.strikes
    between = which((strikes.attacker < rules.powers) & (strikes.target < rules.powers) & ~strikes.unclaimed)
    attacker, target = strikes.attacker.take(between), strikes.target.take(between)
    rivals = rules.rivals[attacker, target]
    return attacker[rivals], strikes.game.take(between)[rivals]


def count_down(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A request that was heeded to its end brings patron and client closer (§8)."""
    if not any_of(state.asked_to_hold):
        return
    heeded = integers(state.asked_to_hold == 1)
    for patron, client in np.argwhere(rules.client_of):
        kept = rules.numbers.restraint_kept * heeded[patron, client]
        camp = (int(rules.camp[patron]),)
        yield on_cells(rules, "held as its patron asked", "cohesion", camp, None, kept)
    yield Effect("time passes", -1, "asked_to_hold")
