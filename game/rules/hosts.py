"""Hosts: whose airspace is crossed, who helps to intercept, and who is drawn into a wider war (rules.md §6, §9).

A host sides with nobody for good: flying over it, helping to intercept and overreach all move whom it leans to.
"""

from collections.abc import Iterator

import numpy as np

from game.rules import causes
from game.rules.arrays import BoolArray, IntArray, any_of, any_row, cell, integers, mask, where, which
from game.rules.blows import blows
from game.rules.chance import Purpose, roll
from game.rules.effects import Effect, on_cells
from game.rules.rungs import CAMPAIGN, GENERAL_WAR
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Rules
from game.rules.tracks import Tally

_DRAWN_IN = list(Tally).index(Tally.HOSTS_DRAWN_IN)


def helping(rules: Rules, state: State, strikes: Strikes, power: IntArray) -> BoolArray:
    """Hosts that help to intercept: next to the front, and close enough to the defender; ``[host, strike]``.

    Where a coalition defends together, those close to the defender's patron help as well. ``power`` is who defends
    against each strike, -1 for none.
    """
    if not state.alignment.size:
        return np.zeros((len(state.alignment), len(strikes)), dtype=np.bool_)
    near = rules.fronts.hosts.T.take(strikes.front, axis=1) & (power >= 0)
    # Read flat, which is quicker; where there is no power, -1, none is near.
    close = _close(rules, state).reshape(len(near), -1)
    return mask(near & close.take(power * state.games + strikes.game, axis=1, mode="wrap"))


def _close(rules: Rules, state: State) -> BoolArray:
    """Hosts that are close enough to a power to help it; ``[host, power, game]``."""
    to_power = state.alignment >= rules.numbers.host_helps
    if not any_of(state.shield):
        return mask(to_power)
    close = to_power.copy()
    for patron, client in zip(*rules.client_of.nonzero(), strict=True):
        close[:, client] |= to_power[:, patron] & (state.shield[client] > 0)
    return close


def offices(rules: Rules, state: State) -> BoolArray:
    """Hosts that lend their good offices to talks, ``[talks, host, game]`` [A 4].

    They are not estranged from any party that is a power, and nobody has affronted them.
    """
    near_enough = state.alignment >= -rules.numbers.offices_alignment
    willing = rules.talks.mediators[:, :, None] & (state.affronted == 0)
    for talks, parties in enumerate(rules.talks.parties):
        for party in parties[parties < rules.powers]:
            willing[talks] &= near_enough[:, party]
    return mask(willing)


def affront(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike on a host's ground, and twice as long one that humiliates its guest, ends its good offices for a time.

    rules.md §6, §7. It costs whoever is known to have struck alignment there.
    """
    strikes, options, numbers = step.strikes, rules.options, rules.numbers
    there = which((options.host >= 0).take(strikes.option))
    if not there.size:
        return
    option, game = strikes.option.take(there), strikes.game.take(there)
    host = options.host.take(option)
    turns = numbers.affront_turns * (1 + (options.humiliation.take(option) > 0))
    affronted = state.affronted.copy()
    np.maximum.at(affronted.reshape(-1), cell(affronted, host, game), integers(turns))
    yield Effect(causes.STRUCK_ON_ITS_GROUND, affronted - state.affronted, "affronted")
    known = ~strikes.unclaimed.take(there)
    pair = (host[known], rules.patron_of[strikes.attacker[there][known]])
    cost = -numbers.ground_alignment * strikes.scale[there][known]
    yield on_cells(rules, causes.STRUCK_ON_ITS_GROUND, "alignment", pair, game[known], cost)


def calm_down(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An affront passes (rules.md §7)."""
    if any_of(state.affronted):
        yield Effect("time passes", -1, "affronted")


def fly_over(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike that crosses a host's airspace costs alignment there, by its scale (rules.md §6)."""
    strikes, options = step.strikes, rules.options
    crossing = which(blows(rules).crosses.take(strikes.option) & ~strikes.unclaimed)
    place, host = where(options.over.take(strikes.option.take(crossing), axis=0))
    strike = crossing.take(place)
    cost = rules.numbers.overflight_alignment * strikes.scale.take(strike)
    pair = (host, strikes.attacker.take(strike))
    yield on_cells(rules, "flew over it", "alignment", pair, strikes.game.take(strike), -cost)


def expose(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A host that helps to intercept is exposed: it loses alignment with the power behind the attack (§6)."""
    strikes = step.strikes
    host, salvo = where(strikes.helping & any_row(strikes.launched > 0))
    behind = rules.patron_of.take(strikes.attacker.take(salvo))
    cost, games = -rules.numbers.host_exposure, strikes.game.take(salvo)
    yield on_cells(rules, "helped to intercept", "alignment", (host, behind), games, cost)


def widen_by_strikes(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A decisive blow that takes a front to campaign may draw in the hosts next to it [A 71]; rules.md §9."""
    strikes = step.strikes
    widening = blows(rules).decisive & (rules.options.rung >= CAMPAIGN)
    wide = which(widening.take(strikes.option))
    front, game = strikes.front.take(wide), strikes.game.take(wide)
    yield from _test(rules, state, step, front, game, rules.numbers.drawn_in_campaign)


def widen_by_war(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """General war draws in hosts next to its front, each by chance [A 71]; rules.md §9."""
    front, game = where(state.rung == GENERAL_WAR)
    yield from _test(rules, state, step, front, game, rules.numbers.drawn_in_war)


def _test(
    rules: Rules, state: State, step: Step, fronts: IntArray, games: IntArray, chance: int
) -> Iterator[Effect]:
    """Each host next to one of the fronts, in the games listed with them, is drawn in by ``chance`` (percent), once."""
    if not games.size:
        return
    place, host = where(rules.fronts.hosts.take(fronts, axis=0))
    tested = np.zeros_like(state.drawn_in, dtype=np.bool_)  # once, by however many
    tested[host, games.take(place)] = True
    host, game = where(tested & (state.drawn_in == 0))
    drawn = roll(step.chance.words_at(Purpose.INVOLVEMENT, game, host), 100) < chance
    host, game = host[drawn], game[drawn]
    yield on_cells(rules, causes.DRAWN_IN, "drawn_in", (host,), game, 1)
    yield on_cells(rules, "a host was drawn in", "market", (), game, rules.numbers.drawn_in_market)
    yield on_cells(rules, "a host was drawn in", "tally", (_DRAWN_IN,), game, 1)
