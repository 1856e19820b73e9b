"""While the other governments decide: the map, and how far it is. They may be told to move now."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

import pygame

from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Intent,
    Label,
    Progress,
    ProgressBar,
    Row,
    Screen,
    Spacer,
    Widget,
    Work,
)
from game.ui.map.fronts import FrontMark
from game.ui.play.theatre import Theatre

_ROOM_BESIDE = 300
"""Logical pixels beside the map from which the box stands there, and covers nothing of it."""

Steps = Generator[Progress, None, None]
"""Carries the game on, yielding how far it is."""


class Thinking(Screen):
    """Drives ``steps`` in slices, then calls ``on_done``. The map stays where the screen before had it."""

    def __init__(
        self,
        title: str,
        theatre: Theatre,
        marks: Sequence[FrontMark],
        steps: Steps,
        on_done: Callable[[], None],
        on_hurry: Callable[[], None],
    ) -> None:
        self.title, self.theatre, self.marks = title, theatre, tuple(marks)
        self._steps, self._on_done, self._on_hurry = steps, on_done, on_hurry
        self._work: Work[None] | None = None

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """A box beside the map, or over it where it goes across the window."""
        window = pygame.Rect(0, 0, round(size[0] * scale), round(size[1] * scale))
        if not self.theatre.area.width or not window.contains(self.theatre.area):
            self.theatre.place(window, scale, self.marks)
        beside = size[0] - self.theatre.area.right / scale
        if beside >= _ROOM_BESIDE:
            return Row(items="stretch")[
                Spacer(), Column(width=beside, panel="panel", padding=12)[self._box()]
            ]
        return Column(padding=24, justify="end", items="center")[Spacer(), self._box(380), Row(height=24)]

    def _box(self, width: float | None = None) -> Widget:
        progress = self._work.progress if self._work else Progress(0.0, "")
        return Column(id="thinking", width=width, padding=18, gap=10, panel="raised", line="edge", radius=8)[
            Label(self.title, role="subtitle"),
            ProgressBar(progress.label or "Beginning", progress.fraction),
            Button("Move now", id="hurry", key="m", kind="quiet"),
        ]

    def handle(self, intent: Intent) -> None:
        """Who thinks may be told to take the best found so far; nothing else is decided here."""
        if intent == Click("hurry"):
            self._on_hurry()
        elif not isinstance(intent, Click | Back):
            self.theatre.heard(intent)

    def animate(self, dt: float) -> bool:
        """Begins the work once the screen is there; brings the map up to date."""
        if self._work is None:
            self._work = self.app.run_work(self._steps, lambda _: self._on_done())
        return self.theatre.advance() or not self._work.done

    def background(self, surface: pygame.Surface) -> None:
        """The map."""
        surface.fill(self.app.look.tone("room"))
        self.theatre.draw(surface)

    def closing(self) -> None:
        """Gives up what is not done."""
        if self._work is not None:
            self._work.cancel()
