"""Colours, type and spacing of the interface: a dark operations room, legible on a projector.

Everything a screen may choose is named here. A *tone* is a colour with a meaning ("caution"), a *role* is
a way of setting text ("heading"); screens name tones and roles and never write down a colour or a size.
Sizes are logical pixels: pixels at an interface scale of 100 %. The smallest text is 12 of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

Colour = tuple[int, int, int] | tuple[int, int, int, int]
"""Red, green, blue and, where it matters, opacity; each 0 to 255."""

SCALES = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Interface scales that Ctrl + and Ctrl - step through."""

SMALLEST_TEXT = 12
"""Logical pixels of the smallest text role."""

SMALLEST_LOGICAL = (960, 540)
"""The smallest logical window that screens are laid out for: 1920 x 1080 at 200 %."""

SMALLEST_WINDOW = (1024, 600)
"""The smallest window, in pixels, that is played in; a smaller one is cropped and says so."""


class UnknownTone(LookupError):
    """A widget asked for a tone that the theme does not have."""


class UnknownRole(LookupError):
    """A widget asked for a text role that the theme does not have."""


@dataclass(frozen=True, slots=True)
class Role:
    """How a piece of text is set: face, size in logical pixels, tone, letter spacing in ems, capitals."""

    face: str
    size: float
    tone: str = "text"
    spacing: float = 0.0
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete look. ``tones`` and ``roles`` are looked up by name; ``gap`` is the unit of spacing."""

    tones: Mapping[str, Colour]
    roles: Mapping[str, Role]
    gap: float = 8
    radius: float = 5
    control_height: float = 30

    def tone(self, name: str) -> Colour:
        """The colour called ``name``; raises ``UnknownTone`` with the names there are."""
        try:
            return self.tones[name]
        except KeyError:
            raise UnknownTone(f"no tone {name!r}; there are: {', '.join(sorted(self.tones))}") from None

    def role(self, name: str) -> Role:
        """The text role called ``name``; raises ``UnknownRole`` with the names there are."""
        try:
            return self.roles[name]
        except KeyError:
            raise UnknownRole(f"no role {name!r}; there are: {', '.join(sorted(self.roles))}") from None


RUNGS = 8
"""Rungs run from 0 to 7 (rules.md §2)."""


def rung_tone(rung: int) -> str:
    """The tone of a rung, 0 (quiet) to 7; a number outside is a mistake of the caller's."""
    if not 0 <= rung < RUNGS:
        raise ValueError(f"a rung is 0 to {RUNGS - 1}, not {rung}")
    return f"rung{rung}"


_RUNG_COLOURS: tuple[Colour, ...] = (
    (146, 162, 184),
    (92, 182, 164),
    (92, 184, 122),
    (182, 194, 66),
    (242, 170, 58),
    (246, 132, 62),
    (247, 110, 108),
    (236, 130, 206),
)

_DARK_TONES: dict[str, Colour] = {
    "room": (7, 11, 18),
    "panel": (11, 17, 27),
    "glass": (9, 14, 23, 232),
    "raised": (20, 29, 43),
    "hovered": (29, 42, 61),
    "chosen": (20, 43, 74),
    "sunken": (6, 10, 16),
    "scrim": (3, 5, 9, 190),
    "line": (44, 58, 80),
    "edge": (74, 94, 124),
    "track": (48, 62, 84),
    "focus": (255, 255, 255),
    "text": (234, 240, 247),
    "muted": (160, 176, 196),
    "disabled": (134, 148, 168),
    "on_accent": (5, 14, 28),
    "accent": (92, 170, 255),
    "good": (92, 198, 142),
    "caution": (250, 168, 66),
    "danger": (248, 116, 112),
    "notice": (222, 200, 92),
    "violet": (184, 152, 250),
    "teal": (80, 196, 190),
    **{f"rung{rung}": colour for rung, colour in enumerate(_RUNG_COLOURS)},
}

_ROLES: dict[str, Role] = {
    "masthead": Role("bold", 52, spacing=0.02),
    "display": Role("bold", 30),
    "title": Role("bold", 20),
    "subtitle": Role("semibold", 16),
    "name": Role("bold", 16, spacing=0.1, capitals=True),
    "heading": Role("semibold", 14, spacing=0.12, capitals=True),
    "section": Role("medium", 12, "muted", spacing=0.1, capitals=True),
    "body": Role("regular", 14),
    "strong": Role("semibold", 14),
    "note": Role("regular", 13, "muted"),
    "small": Role("regular", SMALLEST_TEXT, "muted"),
    "button": Role("semibold", 14),
    "setting": Role("medium", 13),
    "value": Role("mono_semibold", 14),
    "figure": Role("mono_semibold", 20),
    "clock": Role("mono_semibold", 34),
    "code": Role("mono", 13),
    "key": Role("mono_medium", SMALLEST_TEXT),
    "quotation": Role("italic", 14),
}

DARK = Theme(_DARK_TONES, _ROLES)
"""The usual look."""

PROJECTOR = replace(
    DARK,
    tones={
        **_DARK_TONES,
        "glass": (7, 11, 18, 250),
        "text": (255, 255, 255),
        "muted": (200, 212, 226),
        "disabled": (170, 182, 198),
        "line": (74, 92, 118),
        "edge": (120, 142, 172),
        "track": (70, 86, 110),
    },
)
"""For washed-out projectors: brighter text and lines, nothing half-transparent."""


COMFORTABLE_HEIGHT = 830
"""Logical pixels of a window's height at which text is comfortable to read on a desk."""

FOR_A_ROOM = 1.25
"""How much larger a projector shows everything, for those in the last row."""


def suggested_scale(window: tuple[int, int], projector: bool = False) -> float:
    """The scale that suits a window of this size in pixels: 100 % at 720 high, 130 % at 1080, 200 % at 4K."""
    wanted = max(1.0, window[1] / COMFORTABLE_HEIGHT) * (FOR_A_ROOM if projector else 1)
    fitting = largest_scale(window, wanted)
    return max(scale for scale in SCALES if scale <= fitting)


def largest_scale(window: tuple[int, int], wanted: float) -> float:
    """``wanted``, or the largest smaller scale at which screens still have their smallest logical window."""
    room = min(window[0] / SMALLEST_LOGICAL[0], window[1] / SMALLEST_LOGICAL[1])
    return max(SCALES[0], min(wanted, SCALES[-1], room))
