"""Words on the map: what one actor says to another, for declaratory and diplomatic acts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pygame

from game.ui.map.arcs import curve
from game.ui.map.ground import Ground, Point
from game.ui.map.pills import faded, pill

SECONDS = 2.4
FADING = 0.5
BOW = 0.08
DOTS = 28
INK = (198, 208, 236)


@dataclass(frozen=True)
class Message:
    """Something said in a word or two, from one place (longitude, latitude) to another or (None) to all."""

    start: Point
    end: Point | None
    words: str
    at: float = 0.0
    seconds: float = SECONDS

    @property
    def until(self) -> float:
        """When it has faded."""
        return self.at + self.seconds + FADING

    def on(self, ground: Ground) -> Saying:
        """The message as drawn on a ground's present view."""
        return Saying(self, ground)


class Saying:
    """A message with its path in pixels of one view."""

    def __init__(self, message: Message, ground: Ground) -> None:
        """Lay the way of a message over a ground."""
        self._message, self._scale = message, ground.scale
        start = ground.locate(*message.start)
        end = start if message.end is None else ground.locate(*message.end)
        self._path = curve(start, end, BOW)
        self._tag = pill(message.words, ground.scale, INK, "mega")
        x, y = self._path[len(self._path) // 2].tolist()
        self.point: Point = (x, y)
        self.size = self._tag.get_size()
        self.rect = self._tag.get_rect(midbottom=(round(x), round(y)))

    def draw(self, target: pygame.Surface, time: float) -> None:
        """Draw the way so far, a ring at the speaker that widens once, and the words."""
        if not self._message.at <= time < self._message.until:
            return
        share = min((time - self._message.at) / self._message.seconds, 1.0)
        reached = round(share * (len(self._path) - 1))
        for index in np.linspace(0, reached, max(2, round(DOTS * share))).astype(int).tolist():
            pygame.draw.aacircle(target, INK, self._path[index].tolist(), 1.4 * self._scale)
        radius = (6 + 16 * share) * self._scale
        pygame.draw.aacircle(target, INK, self._path[0].tolist(), radius, max(1, round(self._scale)))
        strength = min((self._message.until - time) / FADING, (time - self._message.at) / FADING)
        target.blit(faded(self._tag, strength), self.rect)
