"""How a tree of widgets looks at one moment: theme, scale, direction, and the makers of surfaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.kit.pictures import Pictures
from game.ui.kit.text import Setting, Typesetter
from game.ui.theme import DARK, Colour, Theme


@dataclass(frozen=True)
class Look:
    """What widgets need to measure and draw themselves: they think in logical pixels, ``px`` makes them real.

    ``mirrored`` sets rows from right to left, for languages that are read so.
    """

    theme: Theme = DARK
    scale: float = 1.0
    mirrored: bool = False
    reduced_motion: bool = False
    type: Typesetter = field(default_factory=Typesetter)
    pictures: Pictures = field(default_factory=Pictures)
    _settings: dict[str, Setting] = field(init=False, repr=False, compare=False, default_factory=dict)

    def px(self, logical: float) -> float:
        """Pixels of the window, not yet rounded."""
        return logical * self.scale

    def whole(self, logical: float) -> int:
        """Whole pixels of the window; at least one for anything above nothing."""
        return max(1, round(logical * self.scale)) if logical else 0

    def tone(self, name: str) -> Colour:
        """The colour of a tone."""
        return self.theme.tone(name)

    def setting(self, role: str) -> Setting:
        """How text of a role is set at this scale."""
        if role not in self._settings:
            found = self.theme.role(role)
            size = max(1, round(found.size * self.scale))
            self._settings[role] = Setting(found.face, size, round(found.spacing * size), found.capitals)
        return self._settings[role]

    def colour(self, role: str, tone: str = "") -> Colour:
        """The colour of a role, unless ``tone`` names another."""
        return self.theme.tone(tone or self.theme.role(role).tone)
