"""What the map looks like, as tables: which line is drawn how, which colours mean what.

The border table is a rule, not a taste: a line that is not an agreed boundary is never drawn solid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green, blue, each 0 to 255."""

DISCLAIMER = (
    "Boundaries and names shown do not imply endorsement or acceptance by the authors; "
    "control areas are approximate."
)
"""To be printed on the start and credits screens, and wherever the map is exported."""


@dataclass(frozen=True)
class Stroke:
    """A kind of line: colour with opacity 0 to 255, width and dash (on, off) in pixels at 100 %.

    ``casing`` is the width of a dark edge on either side, which keeps a light line legible on any ground.
    """

    colour: Colour
    opacity: int
    width: float
    dash: tuple[float, float] | None = None
    casing: float = 0.0

    @property
    def solid(self) -> bool:
        """Whether the line is unbroken, the sign of an agreed boundary."""
        return self.dash is None


SETTLED = "intl"
"""The one class of border that is agreed between the states on both sides."""

DISPUTED = "disputed"
"""The class that a piece of a settled line moves to when it bounds an area in dispute."""

BORDERS: Mapping[str, Stroke] = {
    SETTLED: Stroke((214, 222, 226), 205, 1.0, casing=0.8),
    "indefinite": Stroke((226, 230, 232), 215, 1.0, (5.0, 2.5), casing=0.6),
    DISPUTED: Stroke((240, 236, 200), 235, 1.0, (4.0, 3.0), casing=0.6),
    "loc": Stroke((255, 236, 190), 240, 1.0, (3.0, 2.5), casing=0.6),
    "claim": Stroke((255, 255, 255), 190, 0.9, (1.6, 2.6), casing=0.6),
    "overlay": Stroke((150, 200, 255), 150, 0.8, (1.5, 2.0)),
}
"""How each class of border in the map data is drawn."""

IN_DISPUTE = frozenset({"PSX", "GOL", "CYN", "CNM", "SOL", "BRT"})
"""Areas whose every boundary is drawn broken: West Bank and Gaza, Golan, Northern Cyprus, Somaliland, Bir
Tawil."""

BROKEN_BETWEEN = frozenset(
    frozenset(pair) for pair in (("ISR", "LBN"), ("ISR", "SYR"), ("LBN", "SYR"), ("CYP", "ESB"))
)
"""Pairs of neighbours whose common line is an armistice, cease-fire or undemarcated one throughout."""

COAST = Stroke((168, 205, 222), 215, 0.8, casing=0.6)
RIVER = Stroke((74, 128, 158), 120, 0.8)
LAKE_SHORE = Stroke((120, 165, 190), 90, 0.6)
GRATICULE = Stroke((170, 200, 220), 18, 0.5)
BAND = Stroke((150, 170, 186), 70, 9.0)
SEA_LANE = Stroke((150, 205, 232), 90, 0.9, (7.0, 6.0))
CONTROL = Stroke((236, 222, 200), 120, 0.8, (2.0, 3.0))

HATCHES: Mapping[str, Stroke] = {
    "golan": Stroke((206, 216, 222), 130, 0.9),
    "undof": Stroke((206, 216, 222), 80, 0.7),
    "west_bank": Stroke((226, 240, 150), 110, 0.8),
    "gaza": Stroke((226, 240, 150), 150, 0.8),
    "north_cyprus": Stroke((255, 255, 255), 60, 0.8),
}
"""Hatching of areas in dispute, by the names used in the map data."""

HATCH_STEP = 5.0
CASING = (8, 13, 18)
CASING_OPACITY = 150
VOID = (9, 16, 24)
"""Colour beyond the edge of the drawn world."""

INK = (236, 240, 244)
QUIET_INK = (206, 216, 224)
SEA_INK = (156, 198, 220)
HALO = (6, 12, 18)
PANEL = (12, 20, 30)
LIT_PANEL = (28, 46, 64)
FRAME = (132, 158, 180)
EMPTY_BLOCK = (58, 74, 90)
RISING = (255, 140, 104)
FALLING = (122, 206, 152)

RUNGS: tuple[Colour, ...] = (
    (118, 138, 156),
    (95, 159, 176),
    (99, 179, 124),
    (185, 193, 74),
    (240, 169, 46),
    (242, 116, 58),
    (229, 80, 86),
    (214, 84, 122),
)
"""Colour of each rung 0 to 7. Always shown with its number, its word and a row of blocks."""

SITES: Mapping[str, tuple[str, Colour]] = {
    "air base": ("jet", (124, 196, 240)),
    "naval base": ("anchor", (150, 208, 226)),
    "nuclear site": ("nuclear", (240, 212, 110)),
    "oil terminal": ("oil", (222, 184, 136)),
}
"""Icon and colour of each class of site; sites are shown as classes and never named."""
