"""A turn's events over the map, as a function of time: messages, launches, interceptions, what got through.

``draw`` depends on ``time`` and nothing else. Speed is how fast a caller lets time pass, skip is the last
moment.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.map.arcs import Arc
from game.ui.map.ground import Ground
from game.ui.map.messages import Message
from game.ui.map.outcomes import GotThrough, Interception, tallies
from game.ui.map.pills import Tagged
from game.ui.map.spread import spread

Event = Arc | Interception | GotThrough | Message

GAP = 4

HOLD = 1.2
"""Seconds for which the last moment stays before the playback counts as over."""


class Playback:
    """Events laid over one view of a ground; after the view changes, make another from the same events."""

    def __init__(self, ground: Ground, events: Sequence[Event], kept: Sequence[pygame.Rect] = ()) -> None:
        """Prepare to draw the events; what is written keeps off the ``kept`` rectangles."""
        self.events = tuple(events)
        self._flights = [event.on(ground) for event in events if isinstance(event, Arc)]
        self._sayings = [event.on(ground) for event in events if isinstance(event, Message)]
        outcomes = [event for event in events if isinstance(event, Interception | GotThrough)]
        self._tallies = tallies(outcomes, ground)
        self._settle(ground, kept)

    @property
    def duration(self) -> float:
        """Length in seconds at 1x speed, with a moment to read the end."""
        return max((event.until for event in self.events), default=0.0) + HOLD

    @property
    def tags(self) -> list[pygame.Rect]:
        """Where something is written at some time: counts, messages, outcomes."""
        tagged: Sequence[Tagged] = [*self._tallies, *self._flights, *self._sayings]
        return [each.rect for each in tagged]

    def draw(self, target: pygame.Surface, time: float) -> None:
        """Draw the state of things ``time`` seconds in, over a ground drawn at the target's top left."""
        for flight in self._flights:
            flight.draw_trail(target, time)
        for flight in self._flights:
            flight.draw_heads(target, time)
        for tally in self._tallies:
            tally.draw(target, time)
        for saying in self._sayings:
            saying.draw(target, time)

    def _settle(self, ground: Ground, kept: Sequence[pygame.Rect]) -> None:
        """Give each tag a spot of its own, so that none hides another however many events there are."""
        _spread_tags(self._tallies, ground, kept)
        outcomes = [tally.rect for tally in self._tallies]
        _spread_tags([*self._flights, *self._sayings], ground, [*kept, *outcomes])


def _spread_tags(tagged: Sequence[Tagged], ground: Ground, kept: Sequence[pygame.Rect]) -> None:
    points, sizes = [each.point for each in tagged], [each.size for each in tagged]
    bounds, gap = pygame.Rect((0, 0), ground.size), round(GAP * ground.scale)
    for each, rect in zip(tagged, spread(points, sizes, bounds, kept, gap), strict=True):
        each.rect = rect
