"""A screen that reads files in slices while it is open."""

from __future__ import annotations

from typing import Any

from game.ui.kit import ProgressBar, Widget, Work
from game.ui.screens.backdrop import OverMap


class ReadingScreen(OverMap):
    """The base of screens that list files. Subclasses begin ``work``; leaving the screen ends it."""

    work: Work[Any] | None = None
    """What is being read, or was."""

    def closing(self) -> None:
        """Stops reading."""
        if self.work is not None:
            self.work.cancel()

    def how_far(self) -> Widget | None:
        """What is being read now, and how far it is; None when nothing is."""
        if self.work is None or self.work.done:
            return None
        return ProgressBar(self.work.progress.label, self.work.progress.fraction)
