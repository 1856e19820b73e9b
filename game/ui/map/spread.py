"""Spread boxes around the points they belong to: apart from one another, inside the bounds, close to home.

Each box looks at a few hundred positions and takes the cheapest, given where the others stand; a few rounds
of this settle. Who chooses first decides where it settles, so several are given the first choice in turn, and the
cheapest outcome is taken. Overlap costs more than anything else, so boxes only touch where there is truly no room.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.ui.map.ground import Point
from game.ui.map.polylines import Flags
from game.ui.map.projection import Floats

OVERLAP = 1000.0
"""Cost of a pixel of width or height that two boxes share; the others are in pixels of distance."""

KEPT_OVERLAP = 800.0
HIDDEN_POINT = 160.0
CROSSING = 120.0
THROUGH = 90.0
OUTWARD = 0.5
ROUNDS = 5
FIRSTS = 4
"""How many boxes are given the first choice; only one where more than ``FEW`` are spread, as that takes long."""

FEW = 8

RINGS = (1.0, 2.2, 4.0, 7.0, 11.0)
BEARINGS = 24


def spread(
    points: Sequence[Point],
    sizes: Sequence[tuple[int, int]],
    bounds: pygame.Rect,
    kept: Sequence[pygame.Rect],
    gap: int,
) -> list[pygame.Rect]:
    """A box of each size near its point, within ``bounds`` and, where there is room, off ``kept`` areas.

    ``gap`` is the room in pixels left between boxes and around points. The result depends on nothing else.
    """
    if not points:
        return []
    areas = tuple((rect.left, rect.top, rect.width, rect.height) for rect in (bounds, *kept))
    return [pygame.Rect(box) for box in _spread(tuple(points), tuple(sizes), areas, gap)]


_Box = tuple[int, int, int, int]


@lru_cache(maxsize=64)
def _spread(
    points: tuple[Point, ...], sizes: tuple[tuple[int, int], ...], areas: tuple[_Box, ...], gap: int
) -> tuple[_Box, ...]:
    """Left, top, width and height of each box; the first of ``areas`` is where they may be, off all others."""
    bounds, *kept = (pygame.Rect(area) for area in areas)
    anchors = np.asarray(points, dtype=float).reshape(-1, 2)
    choices = [_choices(anchor, size, bounds, gap) for anchor, size in zip(anchors, sizes, strict=True)]
    fixed = [
        _fixed_cost(choice, anchor, anchors, kept, gap)
        for choice, anchor in zip(choices, anchors, strict=True)
    ]
    order = np.argsort([_crowding(anchor, anchors) for anchor in anchors], kind="stable")[::-1].tolist()
    orders = [
        [first, *(each for each in order if each != first)]
        for first in order[: FIRSTS if len(order) <= FEW else 1]
    ]
    settled = [_settled(turns, anchors, choices, fixed, gap) for turns in orders]
    _, taken = min(
        settled, key=lambda each: each[0] // CROSSING
    )  # of about equals the first, which is the usual one
    left_top_size = np.stack([taken[index] for index in range(len(anchors))]).round().astype(int)
    return tuple((left, top, wide, high) for left, top, wide, high in left_top_size.tolist())


def _settled(
    order: Sequence[int], anchors: Floats, choices: Sequence[Floats], fixed: Sequence[Floats], gap: int
) -> tuple[float, dict[int, Floats]]:
    """Where boxes come to stand that choose in this order, round by round, and what that costs in all."""
    taken: dict[int, Floats] = {}
    costs: dict[int, float] = {}
    for _ in range(ROUNDS):
        before = dict(taken)
        for index in order:
            others = [(anchors[other], box) for other, box in taken.items() if other != index]
            cost = fixed[index] + _shared_cost(choices[index], anchors[index], others, gap)
            taken[index] = choices[index][np.argmin(cost)]
            costs[index] = float(cost.min())
        if all(index in before and np.array_equal(before[index], box) for index, box in taken.items()):
            break
    return sum(costs.values()), taken


def _choices(anchor: Floats, size: tuple[int, int], bounds: pygame.Rect, gap: int) -> Floats:
    """Positions to consider, boxes (n, 4) of left, top, width, height: rings about the point, then a grid."""
    width, height = size
    bearings = np.linspace(0, 2 * np.pi, BEARINGS, endpoint=False)
    ways = np.stack([np.cos(bearings), np.sin(bearings)], axis=1)
    reach = np.multiply.outer(np.asarray(RINGS) * 2 * gap, np.ones(2)) + np.asarray(size) / 2
    rings = (anchor + ways[:, None] * reach[None]).reshape(-1, 2) - np.asarray(size) / 2
    across = np.arange(bounds.left + gap, bounds.right, max(width / 2, 24))
    down = np.arange(bounds.top + gap, bounds.bottom, max(height, 24))
    grid = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    corners = np.concatenate([rings, grid])
    low = np.array([bounds.left + gap, bounds.top + gap])
    high = np.maximum(np.array([bounds.right - width - gap, bounds.bottom - height - gap]), low)
    return np.concatenate([np.clip(corners, low, high), np.full((len(corners), 2), size)], axis=1)


def _fixed_cost(
    boxes: Floats, anchor: Floats, anchors: Floats, kept: Sequence[pygame.Rect], gap: int
) -> Floats:
    """What a position costs wherever the other boxes are: distance, points and rectangles it hides."""
    cost = _distance(boxes, anchor)
    for point in anchors:
        cost = cost + HIDDEN_POINT * (_distance(boxes, point) < gap)
    middles = boxes[:, :2] + boxes[:, 2:] / 2
    leaders = _leaders(anchor, middles)
    for rect in kept:
        box = np.asarray(rect, dtype=float)
        cost = cost + KEPT_OVERLAP * _shared(boxes, box, gap)
        cost = cost + THROUGH * _inside(leaders, box).any(axis=1)
    outward = anchor - anchors.mean(axis=0)
    way = outward / max(float(np.hypot(*outward)), 1.0)
    return np.asarray(cost - OUTWARD * ((middles - anchor) @ way))


def _shared_cost(boxes: Floats, anchor: Floats, others: Sequence[tuple[Floats, Floats]], gap: int) -> Floats:
    """What a position costs because of the boxes that stand: overlap, and leaders crossed or hidden."""
    cost = np.zeros(len(boxes))
    middles = boxes[:, :2] + boxes[:, 2:] / 2
    for other_anchor, box in others:
        cost += OVERLAP * _shared(boxes, box, gap)
        cost += THROUGH * _inside(_leaders(anchor, middles), box).any(axis=1)
        cost += THROUGH * _between(boxes, _leaders(other_anchor, (box[:2] + box[2:] / 2)[None])[0])
        cost += CROSSING * _cross(anchor, middles, other_anchor, box[:2] + box[2:] / 2)
    return cost


def _distance(boxes: Floats, point: Floats) -> Floats:
    nearest = np.clip(point, boxes[:, :2], boxes[:, :2] + boxes[:, 2:])
    return np.asarray(np.hypot(*(nearest - point).T))


def _shared(boxes: Floats, box: Floats, gap: int) -> Floats:
    """The smaller side of what each box shares with one box, in pixels."""
    ends = np.minimum(boxes[:, :2] + boxes[:, 2:], box[:2] + box[2:])
    starts = np.maximum(boxes[:, :2], box[:2])
    return np.asarray(np.maximum((ends - starts).min(axis=1) + gap, 0))


def _leaders(anchor: Floats, middles: Floats, stops: int = 5) -> Floats:
    """Points on the way from an anchor to each middle, short of both ends; shape (n, stops, 2)."""
    share = np.linspace(0, 1, stops + 2)[1:-1, None]
    return np.asarray(anchor + (middles[:, None] - anchor) * share)


def _inside(points: Floats, box: Floats) -> Flags:
    """Which of the points (n, stops, 2) lie in one box."""
    return np.asarray(((points >= box[:2]) & (points <= box[:2] + box[2:])).all(axis=2))


def _between(boxes: Floats, points: Floats) -> Flags:
    """Which boxes (n, 4) hide any of the points (stops, 2) of one leader."""
    low, high = boxes[:, None, :2], boxes[:, None, :2] + boxes[:, None, 2:]
    inside = np.asarray((points >= low) & (points <= high))
    return np.asarray(np.any(inside.all(axis=2), axis=1))


def _cross(start: Floats, ends: Floats, other_start: Floats, other_end: Floats) -> Floats:
    """For each end, 1.0 where the leader to it crosses the other leader."""

    def side(a: Floats, b: Floats, c: Floats) -> Floats:
        first, second = np.asarray(b - a), np.asarray(c - a)
        return np.asarray(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0])

    apart = side(start, ends, other_start) * side(start, ends, other_end) < 0
    astride = side(other_start, other_end, start) * side(other_start, other_end, ends) < 0
    return np.asarray(apart & astride, dtype=float)


def _crowding(anchor: Floats, anchors: Floats) -> float:
    """How many points press on this one; the most pressed choose first."""
    return float(np.exp(-np.hypot(*(anchors - anchor).T) / 80).sum())
