"""How each class of munition looks in flight: height and pace of its path, spacing of its trail, shape, word.

Classes are told apart by shape, height and trail as well as by colour. Colours are muted on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.ui.map.sprites import Outline
from game.ui.map.style import Colour

Munition = Literal["drone", "cruise", "ballistic", "rocket", "air"]


@dataclass(frozen=True)
class Look:
    """A munition class in flight; ``height`` is that of the path's bow, as a share of its length.

    ``seconds`` is how long a flight takes at 1x speed, ``spacing`` the pixels between the dots of its trail,
    ``outline`` its shape when it flies to the right.
    """

    one: str
    many: str
    colour: Colour
    height: float
    seconds: float
    spacing: float
    outline: Outline

    def counted(self, count: int) -> str:
        """The number with its word: "1 drone", "170 drones"."""
        return f"{count:,} {self.one if count == 1 else self.many}"


DELTA: Outline = ((1.0, 0.0), (-0.7, 0.8), (-0.4, 0.0), (-0.7, -0.8))
DART: Outline = ((1.0, 0.0), (0.5, 0.3), (-1.0, 0.3), (-1.0, -0.3), (0.5, -0.3))
WEDGE: Outline = ((1.0, 0.0), (-0.8, 0.55), (-0.8, -0.55))
SPLINTER: Outline = ((1.0, 0.0), (-0.6, 0.35), (-0.6, -0.35))
AIRCRAFT: Outline = (
    (1.0, 0.0), (0.3, 0.18), (-0.1, 0.9), (-0.4, 0.9), (-0.2, 0.18), (-0.7, 0.15), (-0.9, 0.4),
    (-0.9, -0.4), (-0.7, -0.15), (-0.2, -0.18), (-0.4, -0.9), (-0.1, -0.9), (0.3, -0.18),
)  # fmt: skip

LOOKS: Mapping[Munition, Look] = {
    "drone": Look("drone", "drones", (222, 190, 122), 0.05, 6.0, 11.0, DELTA),
    "cruise": Look("cruise missile", "cruise missiles", (206, 168, 132), 0.10, 4.5, 7.0, DART),
    "ballistic": Look("ballistic missile", "ballistic missiles", (226, 150, 104), 0.24, 2.6, 3.5, WEDGE),
    "rocket": Look("rocket", "rockets", (214, 160, 120), 0.30, 2.0, 5.0, SPLINTER),
    "air": Look("aircraft", "aircraft", (140, 184, 222), 0.14, 4.0, 5.0, AIRCRAFT),
}
"""The look of each class."""
