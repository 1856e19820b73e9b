"""What a screen is: it builds widgets from what it knows, and is told what the player meant."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.intents import Intent
from game.ui.kit.widget import Widget

if TYPE_CHECKING:
    from game.ui.app import App


class Screen(ABC):
    """One screen of the game. ``app`` is there from the moment it is pushed."""

    app: App

    @abstractmethod
    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The widgets as they should be now. ``size`` is the window in logical pixels at interface ``scale``.

        Called after every intent and ``refresh``, so it should take a few milliseconds.
        """

    def handle(self, intent: Intent) -> None:
        """What the player meant. The tree is built anew afterwards."""
        return

    def animate(self, dt: float) -> bool:
        """Moves things on by ``dt`` seconds; true while there is more to move. Called while idle, too."""
        return False

    def background(self, surface: pygame.Surface) -> None:
        """Draws what lies beneath the widgets, in pixels of the window: a map, or the plain room."""
        surface.fill(self.app.look.tone("room"))

    def closing(self) -> None:
        """The screen leaves the stack: let go of what it holds."""
        return

    def refresh(self) -> None:
        """Asks for a new build, after something changed that no intent told of."""
        self.app.refresh()
