"""Spots on a scheme for whoever was given none: powers on a ring, the rest between them, then all pushed apart.

Everything is in canvas units and depends on the scenario alone, so that a scheme always looks the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from game.scenario.geography import SchemeMap
from game.scenario.models import Scenario
from game.ui.map.ground import Point
from game.ui.map.projection import Floats

CANVAS = (1600, 900)
FRAME = (250.0, 50.0, 1350.0, 850.0)
"""Left, top, right, bottom of the scheme itself; around it there is only ground."""

MIDDLE = (800.0, 450.0)
RING = (390.0, 265.0)
"""How far the powers stand from the middle, across and down."""

RADII: Mapping[str, float] = {"powers": 92.0, "partners": 46.0, "hosts": 27.0, "fronts": 34.0}
"""How large each kind is drawn; of a front, the room that its mark and chip want."""

GAP = 26.0
TURNS = {2: (180, 0), 3: (180, 318, 42), 4: (214, 146, 326, 34)}
"""Angles of two, three and four powers, clockwise from the right: four stand in the corners of an oblong, so that
two camps of two face each other across its length."""
TOWARD_FRONT = 0.36
"""Share of the way from its patron to whom it meets at which a partner stands."""

ROUNDS = 120

Spots = dict[str, dict[str, Point]]


@dataclass
class _Node:
    kind: str
    name: str
    spot: Floats
    fixed: bool

    @property
    def radius(self) -> float:
        return RADII[self.kind]


def arranged(scenario: Scenario) -> Spots:
    """A spot for every power, partner, host and front, by kind and id, in canvas units."""
    given = _given(scenario)
    powers = _ring(scenario) | given["powers"]
    partners = _partners(scenario, powers) | given["partners"]
    actors = powers | partners
    fronts = _fronts(scenario, actors) | given["fronts"]
    hosts = _hosts(scenario, fronts) | given["hosts"]
    found = {"powers": powers, "partners": partners, "hosts": hosts, "fronts": fronts}
    return _apart(found, given)


def _given(scenario: Scenario) -> Spots:
    chosen = scenario.map.spots if isinstance(scenario.map, SchemeMap) else None
    left, top, right, bottom = FRAME
    return {
        kind: {
            name: (left + spot.x / 100 * (right - left), top + spot.y / 100 * (bottom - top))
            for name, spot in (getattr(chosen, kind).items() if chosen else ())
            if name in getattr(scenario, kind)
        }
        for kind in RADII
    }


def _ring(scenario: Scenario) -> dict[str, Point]:
    """Powers around the middle, those of one camp beside each other."""
    camps = list(scenario.camps)
    names = sorted(scenario.powers, key=lambda name: camps.index(scenario.powers[name].camp))
    turns = TURNS[len(names)]
    spots = {name: _on_ring(math.radians(turn)) for name, turn in zip(names, turns, strict=True)}
    return {name: spots[name] for name in scenario.powers}


def _on_ring(angle: float) -> Point:
    return MIDDLE[0] + RING[0] * math.cos(angle), MIDDLE[1] + RING[1] * math.sin(angle)


def _partners(scenario: Scenario, powers: Mapping[str, Point]) -> dict[str, Point]:
    """Each on the way from its patron to whom it meets, those of one patron side by side."""
    found = {}
    for patron in powers:
        clients = [name for name, partner in scenario.partners.items() if partner.patron == patron]
        for place, name in enumerate(clients):
            start = np.array(powers[patron])
            way = np.array(powers.get(_met_by(scenario, name), MIDDLE)) - start
            aside = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1.0)
            spot = start + way * TOWARD_FRONT + aside * _aside(place)
            found[name] = (float(spot[0]), float(spot[1]))
    return {name: found[name] for name in scenario.partners}


def _aside(place: int) -> float:
    """How far beside the way, left and right in turn, so that the band of a front has room in the middle."""
    return (115.0 + 125.0 * (place // 2)) * (1 if place % 2 == 0 else -1)


def _met_by(scenario: Scenario, partner: str) -> str:
    """Whom a partner meets on its front."""
    sides = scenario.fronts[scenario.partners[partner].front].principals
    return next((side for side in sides if side != partner and side in scenario.powers), "")


def _fronts(scenario: Scenario, actors: Mapping[str, Point]) -> dict[str, Point]:
    """Halfway between their two sides."""
    return {
        name: _mean([actors[side] for side in front.principals]) for name, front in scenario.fronts.items()
    }


def _hosts(scenario: Scenario, fronts: Mapping[str, Point]) -> dict[str, Point]:
    """Between the fronts that they lie at, a little further out."""
    found = {}
    for name, host in scenario.hosts.items():
        x, y = _mean([fronts[front] for front in host.fronts] or [MIDDLE])
        found[name] = (MIDDLE[0] + (x - MIDDLE[0]) * 1.35, MIDDLE[1] + (y - MIDDLE[1]) * 1.35)
    return found


def _mean(points: list[Point]) -> Point:
    x, y = np.mean(points, axis=0).tolist()
    return x, y


def _apart(spots: Spots, given: Spots) -> Spots:
    """The same spots, pushed off one another; powers and what the author placed stay."""
    nodes = list(_nodes(spots, given))
    for _ in range(ROUNDS):
        for number, node in enumerate(nodes):
            for other in nodes[number + 1 :]:
                _push(node, other)
            _hold_inside(node)
    moved: Spots = {kind: {} for kind in spots}
    for node in nodes:
        x, y = node.spot.tolist()
        moved[node.kind][node.name] = (x, y)
    return moved


def _nodes(spots: Spots, given: Spots) -> Iterator[_Node]:
    for kind, entries in spots.items():
        for name, spot in entries.items():
            yield _Node(kind, name, np.array(spot), kind == "powers" or name in given[kind])


def _push(node: _Node, other: _Node) -> None:
    way = other.spot - node.spot
    far = float(np.hypot(*way))
    lacking = node.radius + other.radius + GAP - far
    if lacking <= 0 or (node.fixed and other.fixed):
        return
    # Two at the same spot part sideways, by their names, so that it does not depend on chance.
    ahead = way / far if far > 1e-6 else np.array([0.6, 0.8 if node.name < other.name else -0.8])
    moving = (not node.fixed) + (not other.fixed)
    node.spot = node.spot - ahead * lacking / moving * (not node.fixed) * 0.6
    other.spot = other.spot + ahead * lacking / moving * (not other.fixed) * 0.6


def _hold_inside(node: _Node) -> None:
    if not node.fixed:
        left, top, right, bottom = FRAME
        low, high = (left + node.radius, top + node.radius), (right - node.radius, bottom - node.radius)
        node.spot = np.clip(node.spot, low, high)
