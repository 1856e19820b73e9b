"""The four criteria and the score (rules.md §10). The toll is in neither: it is shown, never counted."""

from typing import NamedTuple

import numpy as np

from game.rules.arrays import IntArray, integers, times, which, within
from game.rules.state import State
from game.rules.tables import Ending, Rules

_FULL = 1000


class Score(NamedTuple):
    """Criteria and score of every power; ``[power, game]`` each, hundredths."""

    security: IntArray
    credibility: IntArray
    home: IntArray
    abroad: IntArray
    mandates: IntArray
    total: IntArray


def score(rules: Rules, state: State) -> Score:
    """Mean plus minimum of the four criteria, a settlement's bonus and the mandates.

    The minimum is the argument: a government fails by its weakest leg (an assumption that a class can switch). In a
    regional war there is no score for anyone; a government that fell keeps two fifths; a survivor at least 0.5.
    """
    numbers = rules.numbers
    security, credibility = _security(rules, state), _credibility(rules, state)
    home, abroad = state.standing.copy(), _abroad(rules, state)
    legs = np.stack([security, credibility, home, abroad])
    weakest = legs.min(axis=0) if rules.assumptions.weakest_leg else legs.sum(axis=0) // 4
    mandates = _mandates(rules, state)
    total = legs.sum(axis=0) // 4 + weakest + mandates
    total = total + numbers.settlement_bonus * (state.ending == Ending.SETTLEMENT)
    total = np.where(state.caretaker > 0, times(total, numbers.caretaker_share), total)
    total = np.maximum(total, numbers.survivor_least)
    total = np.where(state.ending == Ending.REGIONAL_WAR, 0, total)
    return Score(security, credibility, home, abroad, mandates, total.astype(np.int32))


def _security(rules: Rules, state: State) -> IntArray:
    """10, less impacts on one's own ground, the highest rung of one's fronts, and the threat that is left."""
    numbers = rules.numbers
    impacts = np.minimum(100 * state.impacts // numbers.impacts_reference, 100)
    power = np.arange(rules.powers)[:, None]
    own = (
        (rules.fronts.principals[:, 0] == power)
        | (rules.fronts.principals[:, 1] == power)
        | rules.fronts.home
    )
    rung = (state.rung * own[:, :, None]).max(axis=1)
    loss = (
        times(impacts, numbers.security_impacts)
        + numbers.security_rung * rung // 7
        + times(threat(rules, state), numbers.security_threat)
    )
    return integers(within(_FULL - loss, 0, _FULL))


def threat(rules: Rules, state: State) -> IntArray:
    """The threat that rivals still are: half their stocks, half their nuclear programme; ``[power, game]``, percent."""
    weights = rules.munitions.threat[:, None]
    now = (state.stock[: rules.powers] * weights).sum(axis=1, dtype=np.int64)
    start = rules.layout.places["stock"]
    opening = rules.opening[start.rows].reshape(start.shape)[: rules.powers]
    whole = np.maximum((opening * rules.munitions.threat).sum(axis=1, dtype=np.int64), 1)[:, None]
    share = 50 * np.minimum(now, whole) // whole
    if rules.nuclear_owner >= 0:
        share[rules.nuclear_owner] += state.nuclear // 20
    rivals = rules.rivals[:, :, None]
    return integers((share * rivals).sum(axis=1) // np.maximum(rivals.sum(axis=1), 1))


def _credibility(rules: Rules, state: State) -> IntArray:
    """How far those believe it whom it threatens and those whom it protects, less a quarter of what is owed to them.

    A patron whose client no longer counts on it has lost credibility too, whatever its rivals believe.
    """
    audience = (rules.rivals | rules.client_of)[:, :, None]
    believed = state.credibility - state.owed[:, : rules.powers] // 4
    mean = (believed * audience).sum(axis=1) // np.maximum(audience.sum(axis=1), 1)
    return integers(within(mean, 0, _FULL))


def _abroad(rules: Rules, state: State) -> IntArray:
    cohesion = state.cohesion[rules.camp[: rules.powers]]
    hosts = max(state.alignment.shape[0], 1)
    alignment = 500 + 5 * state.alignment.sum(axis=0) // (2 * hosts)
    return integers((cohesion + alignment + state.legitimacy) // 3)


def met_mandates(rules: Rules, state: State) -> IntArray:
    """Which mandates are met now; ``[mandate, game]``, 0 or 1."""
    mandates = rules.mandates
    values = state.block[mandates.row]
    met = (values >= mandates.low[:, None]) & (values <= mandates.high[:, None])
    return met.astype(np.int32)


def _mandates(rules: Rules, state: State) -> IntArray:
    """All mandates together add or take two points."""
    met = met_mandates(rules, state)
    total = np.zeros_like(state.standing)
    for power in range(rules.powers):
        own = which(rules.mandates.power == power)
        if own.size:
            total[power] = rules.numbers.mandate_worth * (2 * met[own].sum(axis=0) - own.size) // own.size
    return total
