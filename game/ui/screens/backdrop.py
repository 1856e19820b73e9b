"""The map behind a screen, dimmed and without names; it comes up in slices after the first frame."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from time import perf_counter

import pygame

from game.ui.kit import Look, Screen

_SLICE_SECONDS = 0.010
_FADE_SECONDS = 0.6
_DIMMED = (120, 126, 140)


class OverMap(Screen):
    """A screen with the dimmed map behind it, the same picture for all such screens."""

    def animate(self, dt: float) -> bool:
        """Brings up the map."""
        return shared_backdrop().advance(self.app.window.layout_size, self.app.look, dt)

    def background(self, surface: pygame.Surface) -> None:
        """The map, dimmed."""
        shared_backdrop().draw(surface, self.app.look)


class Backdrop:
    """A still map for ``background``; ``advance`` it in ``animate`` until it says that there is no more."""

    def __init__(self) -> None:
        self.hidden = False
        """Whether only the room is drawn: behind a game that is told of no real place, the map would tell of one."""
        self._steps: Iterator[None] | None = None
        self._for: tuple[tuple[int, int], float] | None = None
        self._picture: pygame.Surface | None = None
        self._shown = 0.0

    def advance(self, size: tuple[int, int], look: Look, dt: float) -> bool:
        """Draws on for a few milliseconds; true while there is more to draw or to fade in."""
        if self._for != (size, look.scale):
            self._for, self._steps = (size, look.scale), self._drawing(size, look.scale)
            self._picture, self._shown = None, 0.0
        until = perf_counter() + _SLICE_SECONDS
        while self._steps is not None and perf_counter() < until:
            if next(self._steps, "over") == "over":
                self._steps = None
        if self._picture is not None and self._shown < 1:
            self._shown = 1.0 if look.reduced_motion else min(1.0, self._shown + dt / _FADE_SECONDS)
            return True
        return self._steps is not None

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draws the room, and over it as much of the map as has come up."""
        surface.fill(look.tone("room"))
        if self._picture is not None and not self.hidden:
            self._picture.set_alpha(round(255 * self._shown))
            surface.blit(self._picture, (0, 0))

    def _drawing(self, size: tuple[int, int], scale: float) -> Iterator[None]:
        yield
        # Loaded late: the first frame must not wait for the map.
        from game.ui.map.atlas import whole_base_map
        from game.ui.map.map_view import MapView

        view = MapView(whole_base_map(), size, scale=scale)
        yield
        yield from view.rendering()
        picture = pygame.Surface(size)
        view.draw(picture)
        picture.fill(_DIMMED, special_flags=pygame.BLEND_RGB_MULT)
        self._picture = picture


@lru_cache(maxsize=1)
def shared_backdrop() -> Backdrop:
    """The one backdrop that is drawn once and kept while the game runs."""
    return Backdrop()
