"""Small signs drawn from polygons: arrows, a tick, a warning, and the shapes that mark chart series.

Each sign is a list of closed outlines in a unit square, the origin at the top left. They stand in for letters
that the faces lack, and carry meaning beside colour.
"""

from __future__ import annotations

import math

Outline = tuple[tuple[float, float], ...]


def _regular(corners: int, radius: float, turn: float = -90.0) -> Outline:
    angles = (math.radians(turn + 360 * corner / corners) for corner in range(corners))
    return tuple((0.5 + radius * math.cos(angle), 0.5 + radius * math.sin(angle)) for angle in angles)


def _bar(start: tuple[float, float], end: tuple[float, float], width: float = 0.13) -> Outline:
    """A thick line with square ends."""
    length = math.dist(start, end)
    across = ((start[1] - end[1]) / length * width / 2, (end[0] - start[0]) / length * width / 2)
    return (
        (start[0] + across[0], start[1] + across[1]),
        (end[0] + across[0], end[1] + across[1]),
        (end[0] - across[0], end[1] - across[1]),
        (start[0] - across[0], start[1] - across[1]),
    )


SIGNS: dict[str, tuple[Outline, ...]] = {
    "circle": (_regular(32, 0.42),),
    "square": (((0.14, 0.14), (0.86, 0.14), (0.86, 0.86), (0.14, 0.86)),),
    "diamond": (_regular(4, 0.48),),
    "triangle": (((0.5, 0.08), (0.94, 0.88), (0.06, 0.88)),),
    "inverted": (((0.5, 0.92), (0.94, 0.12), (0.06, 0.12)),),
    "plus": (_bar((0.5, 0.1), (0.5, 0.9), 0.18), _bar((0.1, 0.5), (0.9, 0.5), 0.18)),
    "minus": (_bar((0.12, 0.5), (0.88, 0.5), 0.18),),
    "cross": (_bar((0.17, 0.17), (0.83, 0.83), 0.15), _bar((0.83, 0.17), (0.17, 0.83), 0.15)),
    "check": (((0.1, 0.52), (0.21, 0.41), (0.41, 0.61), (0.81, 0.19), (0.92, 0.3), (0.41, 0.83)),),
    "up": (((0.5, 0.22), (0.9, 0.72), (0.1, 0.72)),),
    "down": (((0.5, 0.78), (0.9, 0.28), (0.1, 0.28)),),
    "left": (((0.22, 0.5), (0.72, 0.1), (0.72, 0.9)),),
    "right": (((0.78, 0.5), (0.28, 0.1), (0.28, 0.9)),),
    "lock": (
        ((0.18, 0.46), (0.82, 0.46), (0.82, 0.92), (0.18, 0.92)),
        _bar((0.34, 0.5), (0.34, 0.2), 0.12),
        _bar((0.66, 0.5), (0.66, 0.2), 0.12),
        _bar((0.28, 0.18), (0.72, 0.18), 0.16),
    ),
    "warning": (
        _bar((0.5, 0.06), (0.04, 0.9), 0.11),
        _bar((0.5, 0.06), (0.96, 0.9), 0.11),
        _bar((0.02, 0.88), (0.98, 0.88), 0.11),
        _bar((0.5, 0.34), (0.5, 0.64), 0.11),
        _bar((0.5, 0.7), (0.5, 0.8), 0.11),
    ),
}
"""The signs by name. Where outlines overlap they add up."""
