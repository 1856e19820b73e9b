"""Hosts: whose airspace is crossed, who helps to intercept, and who is drawn into a wider war (rules.md §6, §9).

A host sides with nobody for good: flying over it, helping to intercept and overreach all move whom it leans to.
"""

from collections.abc import Iterator

import numpy as np

from game.rules.arrays import BoolArray, IntArray, mask, where, which
from game.rules.chance import Purpose
from game.rules.effects import Effect, on_cells
from game.rules.rungs import CAMPAIGN, GENERAL_WAR
from game.rules.state import State
from game.rules.step import Step
from game.rules.strikes import Strikes
from game.rules.tables import Label, Rules
from game.rules.tracks import Tally

_DRAWN_IN = list(Tally).index(Tally.HOSTS_DRAWN_IN)


def helping(rules: Rules, state: State, strikes: Strikes, salvos: IntArray, power: IntArray) -> BoolArray:
    """Hosts that help to intercept: next to the front, and close enough to the defender; ``[host, salvo]``.

    Where a coalition defends together, those close to the defender's patron help as well. ``salvos`` are places
    among the strikes, ``power`` is who defends against each, -1 for none.
    """
    if not state.alignment.size:
        return np.zeros((len(state.alignment), len(salvos)), dtype=np.bool_)
    near = rules.fronts.hosts.T.take(strikes.front[salvos], axis=1) & (power >= 0)
    # Read flat, which is quicker; where there is no power, -1, none is near.
    close = _close(rules, state).reshape(len(near), -1)
    return mask(near & close.take(power * state.games + strikes.game[salvos], axis=1, mode="wrap"))


def _close(rules: Rules, state: State) -> BoolArray:
    """Hosts that are close enough to a power to help it; ``[host, power, game]``."""
    close = state.alignment >= rules.numbers.host_helps
    to_patron = np.zeros_like(close)
    for patron, client in np.argwhere(rules.client_of):
        to_patron[:, client] |= close[:, patron]
    return mask(close | (to_patron & (state.shield > 0)))


def offices(rules: Rules, state: State) -> BoolArray:
    """Hosts that lend their good offices to talks, ``[talks, host, game]`` [A 4].

    They are not estranged from any party that is a power, and nobody has affronted them.
    """
    near_enough = state.alignment >= -rules.numbers.offices_alignment
    willing = np.repeat(rules.talks.mediators[:, :, None], state.games, axis=2)
    for talks, parties in enumerate(rules.talks.parties):
        for party in parties[parties < rules.powers]:
            willing[talks] &= near_enough[:, party]
    return mask(willing & (state.affronted == 0))


def affront(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike on a host's ground, and twice as long one that humiliates its guest, ends its good offices for a time.

    rules.md §6, §7. It costs whoever is known to have struck alignment there.
    """
    strikes, options, numbers = step.strikes, rules.options, rules.numbers
    there = which(options.host[strikes.option] >= 0)
    if not there.size:
        return
    option, game = strikes.option[there], strikes.game[there]
    host = options.host[option]
    turns = numbers.affront_turns * (1 + (options.humiliation[option] > 0))
    affronted = state.affronted.copy()
    np.maximum.at(affronted, (host, game), turns)
    yield Effect("struck on its ground", affronted - state.affronted, "affronted")
    known = ~strikes.unclaimed[there]
    pair = (host[known], rules.patron_of[strikes.attacker[there][known]])
    cost = -numbers.ground_alignment * strikes.scale[there][known]
    yield on_cells(rules, "struck on its ground", "alignment", pair, game[known], cost)


def calm_down(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """An affront passes (rules.md §7)."""
    yield Effect("time passes", -1, "affronted")


def fly_over(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A strike that crosses a host's airspace costs alignment there, by its scale (rules.md §6)."""
    strikes, options = step.strikes, rules.options
    crossing = which(np.logical_or.reduce(options.over, axis=1)[strikes.option] & ~strikes.unclaimed)
    place, host = where(options.over[strikes.option[crossing]])
    strike = crossing[place]
    cost = rules.numbers.overflight_alignment * strikes.scale[strike]
    pair = (host, strikes.attacker[strike])
    yield on_cells(rules, "flew over it", "alignment", pair, strikes.game[strike], -cost)


def expose(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A host that helps to intercept is exposed: it loses alignment with the power behind the attack (§6)."""
    strikes = step.strikes
    salvos = which(strikes.launched.any(axis=0))
    defence = strikes.defence[salvos]
    power = np.where(defence >= 0, rules.defences.power[defence], -1)
    host, salvo = where(helping(rules, state, strikes, salvos, power))
    behind = rules.patron_of[strikes.attacker[salvos[salvo]]]
    cost = -rules.numbers.host_exposure
    games = strikes.game[salvos[salvo]]
    yield on_cells(rules, "helped to intercept", "alignment", (host, behind), games, cost)


def widen_by_strikes(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """A decisive blow that takes a front to campaign may draw in the hosts next to it [A 71]; rules.md §9."""
    strikes, options = step.strikes, rules.options
    widening = (options.rung[strikes.option] >= CAMPAIGN) & (options.label[strikes.option] == Label.DECISIVE)
    blows = which(widening)
    if not blows.size:
        return
    blow, host = np.nonzero(rules.fronts.hosts[strikes.front[blows]])
    tested = np.zeros_like(state.drawn_in, dtype=np.bool_)
    tested[host, strikes.game[blows[blow]]] = True
    yield from _test(rules, state, step, tested, rules.numbers.drawn_in_campaign)


def widen_by_war(rules: Rules, state: State, step: Step) -> Iterator[Effect]:
    """General war draws in hosts next to its front, each by chance [A 71]; rules.md §9."""
    at_war = (state.rung == GENERAL_WAR).astype(np.int32)
    tested = rules.fronts.hosts.T.astype(np.int32) @ at_war > 0
    yield from _test(rules, state, step, mask(tested), rules.numbers.drawn_in_war)


def _test(rules: Rules, state: State, step: Step, tested: BoolArray, chance: int) -> Iterator[Effect]:
    """Each host tested is drawn in by ``chance`` (percent), once a game; ``[host, game]``."""
    if not tested.any():
        return
    drawn = tested & (state.drawn_in == 0)
    drawn &= step.chance.rolls(Purpose.INVOLVEMENT, len(drawn)) < chance
    count = drawn.sum(axis=0, dtype=np.int32)
    yield Effect("drawn into the war", drawn * 1, "drawn_in")
    yield Effect("a host was drawn in", rules.numbers.drawn_in_market * count, "market")
    yield on_cells(rules, "a host was drawn in", "tally", (_DRAWN_IN,), None, count)
