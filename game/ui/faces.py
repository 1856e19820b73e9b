"""Opens the faces of the game's fonts, for the widgets and for the map."""

import string

import pygame

from game.assets import loaded


def opened(path: str, size: int) -> pygame.font.Font:
    """The face in a file among the assets, at a size in pixels. Raises MissingAsset."""
    return loaded(path, lambda file: _whole(pygame.font.Font(file, size)))


def _whole(font: pygame.font.Font) -> pygame.font.Font:
    font.size(string.ascii_letters)  # a file that was cut short opens, and fails at the letters that it lacks
    return font
