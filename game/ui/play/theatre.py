"""The map as the ground of a screen: in a rectangle beside the panels, brought up to date while the window answers.

One theatre is shared by the screens of a game, so that the picture is painted once and not anew for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

import pygame

from game.ui.kit import Drag, Intent, Point, Press, Scroll
from game.ui.map.aims import Aim
from game.ui.map.atlas import Atlas
from game.ui.map.camera import Camera
from game.ui.map.fronts import FrontMark
from game.ui.map.inset import Inset, usual_size
from game.ui.map.map_view import Found, MapView
from game.ui.map.relief import Tints

SLICE_SECONDS = 0.008
"""How long the picture is worked on between two frames."""

MARGIN = 8
"""Logical pixels between the map's edge and what stands over it."""

PAN = 60
"""Logical pixels by which a key moves the map."""

_PANS = {"shift+left": (1, 0), "shift+right": (-1, 0), "shift+up": (0, 1), "shift+down": (0, -1)}
_ZOOMS = {"+": 1.0, "=": 1.0, "shift+=": 1.0, "-": -1.0}


def inset_fits(area: tuple[float, float]) -> bool:
    """Whether an inset leaves enough of a map of that size, in logical pixels, in sight."""
    return area[0] >= _LEAST_ACROSS and area[1] >= _LEAST_DOWN


_LEAST_ACROSS, _LEAST_DOWN = 860, 480
_FULL_ACROSS = 1240
"""Logical pixels of the map from which the inset has its usual size."""


class Theatre:
    """A map with fronts in a rectangle of the window; it hears the mouse and the keys that move a map."""

    def __init__(self, make: Callable[[], Atlas]) -> None:
        """A map that ``make`` is asked for once it is shown: reading one takes a moment."""
        self._make = make
        self.area = pygame.Rect(0, 0, 0, 0)
        self._view: MapView | None = None
        self._steps: Iterator[None] | None = None
        self._placed: object = None
        self._tints: Tints = {}
        self._enlarged: Camera | None = None

    @property
    def view(self) -> MapView:
        """The map itself; made when it is first asked for."""
        if self._view is None:
            self._view = MapView(self._make(), (max(self.area.width, 1), max(self.area.height, 1)))
            self._view.tint(self._tints)
        return self._view

    def tint(self, tints: Tints) -> None:
        """Washes countries in colours, by id: (colour, strength 0 to 1)."""
        self._tints = dict(tints)
        if self._view is not None:
            self._view.tint(self._tints)

    def place(
        self,
        area: pygame.Rect,
        scale: float,
        marks: Sequence[FrontMark],
        *,
        inset: bool = False,
        reserved: Sequence[pygame.Rect] = (),
    ) -> None:
        """Puts the map into ``area`` of the window, in pixels; ``reserved`` rectangles of it are covered.

        The inset, if the map has one, stands in the lower left corner where it fits.
        """
        wanted = (tuple(area), scale, tuple(marks), inset, tuple(tuple(rect) for rect in reserved))
        if wanted == self._placed:
            return
        self._placed, self.area = wanted, area.copy()
        view = self.view
        if view.size != area.size or view.scale != scale:
            view.resize((max(area.width, 1), max(area.height, 1)), scale)
        covered = [rect.move(-area.left, -area.top) for rect in reserved]
        view.show_inset(self._inset(scale, covered) if inset else None)
        view.mark(marks, covered)

    @property
    def goes_on(self) -> bool:
        """Whether the map goes on where panels cover it, as land and sea do; a scheme must be seen whole."""
        return not self.view.atlas.shapes

    @property
    def inset_title(self) -> str:
        """What the enlarged part of the map is called; empty where there is none."""
        inset = self.view.atlas.inset
        return inset.title if inset else ""

    def look_at_inset(self) -> None:
        """Puts what the inset shows into the middle, large; from there, goes back to the whole map."""
        view = self.view
        inset = view.atlas.inset
        if inset is None or view.camera == self._enlarged:
            view.look_at_theatre()
            return
        view.look_at_frame(inset.frame)
        self._enlarged = view.camera

    def _inset(self, scale: float, covered: Sequence[pygame.Rect]) -> Inset | None:
        shown = self.view.atlas.inset
        if shown is None:
            return None
        margin = round(MARGIN * scale)
        wide, high = usual_size(shown, scale * min(1.0, self.area.width / scale / _FULL_ACROSS))
        top = max((rect.bottom for rect in covered if rect.left < wide + margin), default=0) + margin
        room = self.area.height - margin - top
        if room < high // 2:
            return None
        high, wide = min(high, room), min(wide, wide * room // high)
        return Inset(pygame.Rect(margin, self.area.height - margin - high, wide, high), shown)

    def advance(self) -> bool:
        """Works on the picture for a slice of time; true while there is more to do."""
        if self.view.ready:
            self._steps = None
            return False
        self._steps = self._steps or self.view.rendering()
        until = perf_counter() + SLICE_SECONDS
        for _ in self._steps:
            if perf_counter() >= until:
                return True
        self._steps = None
        return True

    def draw(self, surface: pygame.Surface, aims: Sequence[Aim] = ()) -> None:
        """Draws the map as far as it is painted, and below its fronts what is aimed at."""
        self.view.draw(surface, self.area.topleft, aims)

    def find(self, at: tuple[int, int]) -> Found:
        """What lies under a pixel of the window."""
        if not self.area.collidepoint(at):
            return Found()
        return self.view.find((at[0] - self.area.left, at[1] - self.area.top))

    def heard(self, intent: Intent) -> bool:
        """Moves the map as the wheel, a drag or a key asks; whether the intent was about that."""
        match intent:
            case Scroll(at, up):
                self.view.wheel(up, (at[0] - self.area.left, at[1] - self.area.top))
            case Drag(_, by, _):
                self.view.drag(*by)
            case _:
                return False
        return True

    def keyed(self, key: str) -> bool:
        """Moves the map by a key: plus and minus, shift with an arrow, home; whether it was one of them."""
        view = self.view
        if key in _ZOOMS:
            view.wheel(_ZOOMS[key], (self.area.width / 2, self.area.height / 2))
        elif key in _PANS:
            across, down = _PANS[key]
            view.drag(across * PAN * view.scale, down * PAN * view.scale)
        elif key == "home":
            view.look_at_theatre()
        else:
            return False
        return True

    def points_at(self, intent: Intent) -> Found | None:
        """What a click or a movement of the mouse on the map is about; None for any other intent."""
        match intent:
            case Press(at, 1) | Point(at):
                return self.find(at)
            case _:
                return None

    def light(self, front: str | None) -> None:
        """Lights up the chip under the pointer."""
        self.view.hovered = front
