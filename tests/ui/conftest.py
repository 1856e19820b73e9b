"""Screens are tested without a display: the dummy driver takes events and keeps what is drawn."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pytest

from game.ui.kit.driver import Driver
from game.ui.kit.look import Look
from game.ui.kit.window import open_display


@pytest.fixture(autouse=True, scope="session")
def _silent():
    """No device for sound, set when all tests are imported: importing pettingzoo names one that may not be there."""
    os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture
def drive():
    """Opens a screen in a window and closes it after the test: ``drive(screen, size, settings)``."""
    opened = []

    def open_with(screen, size=(1280, 720), settings=None):
        for driver in opened:
            driver.close()
        opened[:] = [Driver(screen, size, settings)]
        return opened[0]

    yield open_with
    for driver in opened:
        driver.close()


@pytest.fixture
def look():
    """A look at 100 % for measuring and drawing without a window."""
    import pygame

    open_display()
    pygame.display.set_mode((64, 64))
    yield Look()
    pygame.display.quit()
