"""A taste: a seat with a doctrine, in several moods; and what a unit of each row of the state is worth to it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.players.doctrine import Aim, Doctrine
from game.players.questions import Mood
from game.rules.arrays import BoolArray, IntArray, integers
from game.rules.tables import Rules

_WORTH_OF_AIMS = 25
"""What a unit of a row that an aim of the seat names is worth on top, hundredths of a point of standing."""


@dataclass(frozen=True, slots=True)
class Taste:
    """Who likes: a seat with a doctrine, in one mood or in many side by side."""

    rules: Rules
    seat: int
    doctrine: Doctrine
    moods: IntArray
    """The moods that it is asked in, ``[mood]``."""

    @property
    def aim(self) -> Aim:
        """What the doctrine leans toward."""
        return self.doctrine.aim

    def by_aim(self, restraint: int, balance: int, force: int) -> int:
        """The figure of these that goes with its aim."""
        return self.doctrine.by_aim(restraint, balance, force)

    def feels(self, mood: Mood) -> BoolArray:
        """Where it is in a mood, or in one of several; ``[mood, 1]``."""
        felt: BoolArray = (self.moods & mood != 0)[:, None]
        return felt

    def when(self, mood: Mood, figure: int) -> IntArray:
        """A figure where it is in a mood, else nothing; ``[mood, 1]``."""
        return integers(self.feels(mood) * figure)


def weights(taste: Taste) -> IntArray:
    """What a unit of each row is worth to the seat, hundredths of a point of standing; ``[mood, row]``."""
    weighed = np.zeros((len(taste.moods), taste.rules.layout.rows), dtype=np.int64)
    for rows, weight in (*_of_itself(taste), *_of_others(taste), *_of_clients(taste), *_of_partners(taste)):
        weighed[:, np.atleast_1d(rows)] = weight
    rows, weight = _of_aims(taste)
    np.add.at(weighed.T, rows, weight[:, None])
    return integers(weighed)


Weights = Iterator[tuple[IntArray, IntArray | int]]


def _of_itself(taste: Taste) -> Weights:
    """Office, forces, defence and word."""
    cells, seat, doctrine = taste.rules.layout.cells, taste.seat, taste.doctrine
    short_of_means = taste.feels(Mood.OWED) & ~taste.feels(Mood.STRIKING)
    threatened = 300 + taste.when(Mood.THREATENED, 5700)
    under_fire = taste.when(Mood.UNDER_FIRE, 1500)
    yield cells("standing", seat), 110
    yield cells("legitimacy", seat), 35
    yield cells("readiness", seat), 15 + 15 * short_of_means + taste.when(Mood.UNDER_FIRE, 25)
    yield cells("warning", seat), 20
    yield cells("cohesion", taste.rules.camp[seat]), 50
    yield cells("alert", seat), threatened + under_fire
    yield cells("shield", seat), (threatened + under_fire) * (50 + doctrine.loyalty_to_partners) // 110
    yield cells("sheltered", seat), (threatened + 5 * under_fire // 2) * doctrine.weight_of_toll // 150
    yield cells("open_airspace", seat), -10 * doctrine.weight_of_toll


def _of_others(taste: Taste) -> Weights:
    """What is owed, on both sides; what rivals believe; hosts, markets and the programme."""
    rules, seat = taste.rules, taste.seat
    cells, rivals = rules.layout.cells, np.flatnonzero(rules.rivals[seat])
    yield cells("owed", seat, np.arange(rules.actors)), -25 - taste.when(Mood.OWED | Mood.AGGRIEVED, 55)
    yield cells("owed", rivals, seat), taste.by_aim(-80, -20, -20)
    yield cells("credibility", seat, rivals), 20
    yield cells("market"), -20
    yield cells("transparency"), taste.by_aim(25, -5, -5)
    yield cells("nuclear"), 60 if seat == rules.nuclear_owner and taste.aim is Aim.FORCE else -8
    hosts = np.arange(rules.fronts.hosts.shape[1])
    yield cells("alignment", hosts, seat), _worth_of_hosts(rules, seat)
    for talks in range(len(rules.talks.front)):
        yield cells("leverage", talks), taste.by_aim(2000, 800, 400)


def _worth_of_hosts(rules: Rules, seat: int) -> IntArray:
    """Hosts weigh abroad, and more where the seat must cross their airspace or needs their help at home; ``[host]``."""
    own = (rules.options.power == seat) & rules.options.strike
    crossed = rules.options.over[own].any(axis=0)
    beside_home = rules.fronts.hosts[rules.fronts.home[seat]].any(axis=0)
    return integers(32 + 20 * crossed + 5 * beside_home)


def _of_aims(taste: Taste) -> tuple[IntArray, IntArray]:
    """Rows that the aims of the seat name, and what a unit of each weighs on top: below nothing for "at most"."""
    mandates = taste.rules.mandates
    own = mandates.power == taste.seat
    rises = mandates.low[own] > taste.rules.low[mandates.row[own]]
    return mandates.row[own], integers(np.where(rises, _WORTH_OF_AIMS, -_WORTH_OF_AIMS))


def _of_clients(taste: Taste) -> Weights:
    """A client's defence and the forces near it, or those that a patron keeps near the seat."""
    rules, cells = taste.rules, taste.rules.layout.cells
    for client in range(rules.powers):
        if rules.client_of[taste.seat, client]:
            care = taste.doctrine.loyalty_to_partners * (18 + taste.when(Mood.CLIENT_THREATENED, 42))
            yield cells("shield", client), care
            yield cells("warning", client), care // 80
            yield cells("presence", taste.seat, client), care // 40 - 10
        if rules.client_of[client, taste.seat]:
            yield cells("presence", client, taste.seat), 20 + taste.when(Mood.THREATENED, 40)


def _of_partners(taste: Taste) -> Weights:
    """Its own armed groups are worth keeping strong; others are better weak, content, and not roused against it."""
    rules, cells = taste.rules, taste.rules.layout.cells
    for partner, patron in enumerate(rules.partners.patron.tolist()):
        if patron == taste.seat:
            yield cells("aid", partner), 22 * taste.doctrine.loyalty_to_partners
            yield cells("capacity", partner), taste.doctrine.loyalty_to_partners // 4
        elif rules.camp[patron] != rules.camp[taste.seat]:
            yield cells("capacity", partner), taste.by_aim(-5, -20, -30)
            yield cells("grievance", partner), taste.by_aim(-60, -30, 0)
            yield cells("agenda", partner), taste.by_aim(-30, -15, 0)
            yield cells("marked", partner, taste.seat), -300
