"""A picture that was drawn while the game runs, such as the map of a scenario, scaled into its place."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.kit import Canvas, Widget


@dataclass(eq=False)
class Drawn(Widget):
    """A surface at a given ``width`` and ``height``; an empty frame while there is none yet."""

    surface: pygame.Surface | None

    def draw(self, canvas: Canvas) -> None:
        """Draws the picture over its whole place, with a thin line around it."""
        if self.surface is None:
            canvas.panel(self.rect, "sunken", "line", 2)
            return
        surface, size = self.surface, self.rect.size
        key = (id(surface), size)
        canvas.surface.blit(
            canvas.look.pictures.drawing(key, lambda: pygame.transform.smoothscale(surface, size)), self.rect
        )
        pygame.draw.rect(canvas.surface, canvas.look.tone("line"), self.rect, 1)
