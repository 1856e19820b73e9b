"""What a player may set about the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.theme import DARK, PROJECTOR, SCALES, Theme

DECISION_MINUTES = (2, 3, 5, 8, 12)
"""What may be chosen as the time for a decision."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The window's settings; keeping them between games is the caller's business.

    ``scale`` is the interface scale, 0.75 to 2, apart from the resolution; None follows the window's height.
    ``minutes`` is the time that people have for their orders, one of ``DECISION_MINUTES``; None for as much as they
    want.
    """

    scale: float | None = None
    full_screen: bool = False
    sound: bool = False
    reduced_motion: bool = False
    projector: bool = False
    mirrored: bool = False
    minutes: int | None = None

    @property
    def theme(self) -> Theme:
        """The colours that go with them."""
        return PROJECTOR if self.projector else DARK

    def larger(self, now: float) -> Settings:
        """With the next larger interface scale than the one that is in use ``now``."""
        return replace(self, scale=min((scale for scale in SCALES if scale > now), default=SCALES[-1]))

    def smaller(self, now: float) -> Settings:
        """With the next smaller interface scale than the one that is in use ``now``."""
        return replace(self, scale=max((scale for scale in SCALES if scale < now), default=SCALES[0]))
