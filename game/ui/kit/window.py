"""The window itself: opening it, its size, full screen, pictures of it."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

import pygame

from game.disk import write_atomically
from game.ui.theme import SMALLEST_WINDOW

TITLE = "Calibrated"

_INVISIBLE = ("offscreen", "dummy")
_DISPLAY_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
_SMALLEST_SURFACE = 16


class NoDisplay(RuntimeError):
    """There is no screen to open a window on; the message says how to play without."""


def open_display() -> None:
    """Starts pygame's display and fonts; raises ``NoDisplay`` where nobody would see the window.

    Without a display pygame takes an invisible driver by itself: right only when ``SDL_VIDEODRIVER`` says so. On
    Linux its search for one writes warnings of its own, so a missing display is told before it begins.
    """
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAY_NAMES):
        raise NoDisplay(_advice("neither X11 nor Wayland"))
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(_advice(str(error))) from error
    pygame.font.init()
    driver = pygame.display.get_driver()
    if driver in _INVISIBLE and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoDisplay(_advice(f"only the {driver!r} driver"))


def _advice(what: str) -> str:
    return f"No display found ({what}). Play in the terminal instead: python main.py play consulate --text"


class Window:
    """A resizable window, or the full screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        open_display()
        self._size = size
        self._full_screen = False
        self.surface = self._opened()

    @property
    def size(self) -> tuple[int, int]:
        """The visible size in pixels."""
        return self.surface.get_size()

    @property
    def layout_size(self) -> tuple[int, int]:
        """The size that screens are laid out for: the visible one, but never below the smallest."""
        return max(self.size[0], SMALLEST_WINDOW[0]), max(self.size[1], SMALLEST_WINDOW[1])

    @property
    def too_small(self) -> bool:
        """Whether part of the layout is cut off."""
        return self.layout_size != self.size

    def set_full_screen(self, on: bool) -> None:
        """Changes between the full screen and a window of the last size."""
        if on != self._full_screen:
            self._full_screen = on
            self.surface = self._opened()

    def resized(self, size: tuple[int, int]) -> None:
        """Takes note of a new size that the player gave the window."""
        if not self._full_screen:
            self._size = (max(_SMALLEST_SURFACE, size[0]), max(_SMALLEST_SURFACE, size[1]))
        self.surface = pygame.display.get_surface() or self._opened()
        if self.surface.get_size() != size and not self._full_screen:
            self.surface = self._opened()

    def show(self) -> None:
        """Brings what was drawn onto the screen."""
        pygame.display.flip()

    def close(self) -> None:
        """Closes the window. Fonts stay: the map keeps its own for as long as the program runs."""
        pygame.display.quit()

    def save_picture(self, folder: Path) -> Path:
        """Writes what is on screen as PNG into ``folder`` under a new name, and returns where. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        number = 1
        while (path := folder / f"{TITLE.lower()}-{number:03}.png").exists():
            number += 1
        picture = BytesIO()
        pygame.image.save(self.surface, picture, path.name)
        write_atomically(path, picture.getvalue())
        return path

    def _opened(self) -> pygame.Surface:
        pygame.display.set_caption(TITLE)
        if self._full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(self._size, pygame.RESIZABLE)
