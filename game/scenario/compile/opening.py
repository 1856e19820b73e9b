"""The opening position: the first column of the block."""

import numpy as np

from game.rules.arrays import BoolArray, IntArray
from game.rules.rungs import OPEN_EXCHANGE
from game.scenario.actors import Partner
from game.scenario.compile.names import Names, natural_to_units
from game.scenario.compile.numbers import numbers
from game.scenario.models import Scenario

_FULL_MESSAGE = 100
_NEUTRAL_CREDIBILITY = 5.0
_JUDGED = 3
"""A crossed line counts its turns from one, and is judged before it would come to this."""


_ROUND_UNDER_WAY = 1
_JUST_STRONG = 2
"""Turns for which a fall of a capacity that was high would be a rapid one."""


def opening_block(names: Names) -> IntArray:
    """Every row's value at the start, ``[row]``. The hidden last turn is drawn when a game begins."""
    writer = _Opening(names)
    writer.powers()
    writer.relations()
    writer.partners_and_hosts()
    writer.fronts_and_talks()
    writer.toll_and_arms()
    return writer.block


_SECRET = {"overrated": (0, 0), "asset_progress": (0, 0), "penetration": (0, 200), "complacency": (0, 100)}
"""What is assumed of tracks whose very opening is secret."""

_DRIFTING = ("standing", "readiness", "agenda", "grievance")
"""Tracks that seldom stay where they opened."""

_RARE = ("veiled", "unknown", "unclaimed", "promise_freeze")
"""Hidden tracks of points that hardly ever move: they are assumed to be as they opened."""

_FIFTH, _THIRD = 5, 3


def assumed(names: Names, column: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """What anybody would assume of a hidden row, and between which bounds: near its opening value, if it has points."""
    guess, low, high = column.copy(), column.copy(), column.copy()
    for place in names.layout.places.values():
        if place.track.unit == "points" and place.track.name not in _RARE:
            room = (place.track.high - place.track.low) // (
                _THIRD if place.track.name == "readiness" else _FIFTH
            )
            low[place.rows] = np.maximum(column[place.rows] - room, place.track.low)
            high[place.rows] = np.minimum(column[place.rows] + room, place.track.high)
    last = names.layout.row("last_turn")
    low[last] = names.scenario.clock.turns
    high[last] = names.scenario.clock.turns + names.scenario.clock.hidden_end
    for track, (least, most) in _SECRET.items():
        rows = names.layout.places[track].rows
        guess[rows], low[rows], high[rows] = (least + most) // 2, least, most
    return guess, low, high


def usual(names: Names, column: IntArray) -> tuple[IntArray, BoolArray, BoolArray]:
    """What is usually assumed of a row where nothing is known to have moved it; which are secret; and which drift."""
    found, secret, drifts = column.copy(), np.zeros(len(column), bool), np.zeros(len(column), bool)
    for track in _SECRET:
        secret[names.layout.places[track].rows] = True
    for track in _DRIFTING:
        drifts[names.layout.places[track].rows] = True
    drifts[_owed_to_rivals(names)] = True
    return np.where(secret, 0, found), secret, drifts


def _owed_to_rivals(names: Names) -> list[int]:
    """The rows of what is owed among rivals."""
    powers = names.scenario.powers
    return [names.layout.row("owed", name, rival) for name, power in powers.items() for rival in power.rivals]


def _loyalty(scenario: Scenario, partner: Partner) -> float:
    """A partner's loyalty after the rounds that it fought with and without its patron's support."""
    drift = numbers(scenario).round_before / 100
    moved = sum(drift if each.supported else -drift for each in partner.rounds)
    return min(max(partner.loyalty + moved, 0.0), 10.0)


class _Opening:
    def __init__(self, names: Names) -> None:
        self.names = names
        self.scenario = names.scenario
        self.block = np.zeros(names.layout.rows, dtype=np.int32)

    def put(self, value: float, track: str, *entries: str) -> None:
        place = self.names.layout.places[track]
        self.block[self.names.layout.row(track, *entries)] = natural_to_units(place.track, value)

    def powers(self) -> None:
        for name, power in self.scenario.powers.items():
            self.put(power.opening.standing, "standing", name)
            self.put(power.opening.readiness, "readiness", name)
            self.put(power.opening.warning, "warning", name)
            self.put(power.opening.legitimacy, "legitimacy", name)
            self.put(power.opening.insecurity, "insecurity", name)
            self.put(numbers(self.scenario).attention, "attention", name)
            if power.election is not None and power.election.from_turn == 1:
                self.put(1, "season", name)
            for munition, count in power.stocks.counts.items():
                self.put(count, "stock", name, munition)
        for name, camp in self.scenario.camps.items():
            self.put(camp.cohesion, "cohesion", name)

    def relations(self) -> None:
        opening = self.scenario.opening
        for power in self.names.powers:
            for other in self.names.powers:
                believed = opening.credibility.get(power, {}).get(other, _NEUTRAL_CREDIBILITY)
                self.put(believed, "credibility", power, other)
        for track in ("trust", "presence", "penetration", "complacency"):
            table: dict[str, dict[str, float]] = getattr(opening, track)
            for first, values in table.items():
                for second, value in values.items():
                    self.put(value, track, first, second)
        for holder, debts in opening.owed.items():
            for actor, owed in debts.items():
                self.put(owed.injury + owed.humiliation, "owed", holder, actor)
                self.put(owed.humiliation, "humiliation", holder, actor)

    def partners_and_hosts(self) -> None:
        for name, partner in self.scenario.partners.items():
            for track in ("capacity", "overrated", "agenda", "grievance", "disarray", "blunted"):
                self.put(getattr(partner, track), track, name)
            self.put(_loyalty(self.scenario, partner), "loyalty", name)
            if self.scenario.fronts[partner.front].rung >= OPEN_EXCHANGE:
                self.put(_ROUND_UNDER_WAY, "round", name)
            if round(partner.capacity * 100) >= numbers(self.scenario).rapid_from:
                self.put(_JUST_STRONG, "strong", name)
            for munition, count in partner.stocks.items():
                self.put(count, "stock", name, munition)
        for name, host in self.scenario.hosts.items():
            for power, alignment in host.alignment.items():
                self.put(alignment, "alignment", name, power)

    def fronts_and_talks(self) -> None:
        for name, front in self.scenario.fronts.items():
            self.put(front.rung, "rung", name)
        for name, talks in self.scenario.talks.items():
            self.put(talks.opening, "talks", name)
        for name, line in self.scenario.lines.items():
            self.put(line.opening_stake, "line_stake", name)
            if line.opening_crossed:
                self.put(_JUDGED - line.opening_crossed, "line_crossed", name)
            if line.opening_stake:
                self.block[self.names.layout.row("lines", line.owner)] += 1
        for name, asset in self.scenario.assets.items():
            self.put(asset.opening, "asset_progress", name)
        if self.scenario.nuclear is not None:
            self.put(self.scenario.nuclear.programme, "nuclear")
            self.put(self.scenario.nuclear.transparency, "transparency")
        self.put(self.scenario.opening.market, "market")
        self.put(-1, "brink")

    def toll_and_arms(self) -> None:
        for name, population in self.scenario.populations.items():
            self.put(population.killed.best, "killed", name)
            self.put(population.displaced.best, "displaced", name)
        for defence, model in self.scenario.defences.items():
            for layer, what in model.layers.items():
                self.put(what.interceptors, "interceptors", f"{defence}.{layer}")
        self.block[self.names.layout.places["message"].rows] = _FULL_MESSAGE
