"""A bar for work under way, with a button to stop it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.kit.buttons import Button
from game.ui.kit.labels import Label
from game.ui.kit.layout import Column, Row
from game.ui.kit.meters import Bar


@dataclass(eq=False)
class ProgressBar(Column):
    """How far some work is, 0 to 1, and what it does. ``cancel`` is the id of a button to stop it."""

    label: str
    fraction: float
    cancel: str = field(default="", kw_only=True)
    gap: float = field(default=6, kw_only=True)

    def __post_init__(self) -> None:
        """Makes the parts."""
        share = Label(f"{round(100 * self.fraction)} %", role="value")
        bar = Bar(self.fraction, high=1, thickness=8, weight=1)
        stop = Button("Cancel", id=self.cancel, kind="quiet") if self.cancel else None
        self[
            Row(gap=8)[Label(self.label, weight=1, ellipsis=True), share],
            Row(gap=10)[bar, stop],
        ]

    def describe(self) -> str:
        """What is done and how far."""
        return self.accessible or f"{self.label}, {round(100 * self.fraction)} %"
