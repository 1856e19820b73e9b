"""Time ran out on a decision: said to those who had it, before anything else is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.rules.tables import Stage
from game.ui.kit import Button, Click, Column, Flag, Intent, Label, Paragraph, Screen, Spacer, Widget

GUARD_SECONDS = 1.0
"""For so long nothing is taken: a key that was meant for the orders must not close this unread."""

_WHAT = {
    Stage.ORDERS: "Nothing was ordered.",
    Stage.OFFER_1: "Nothing was offered.",
    Stage.OFFER_2: "Nothing was offered.",
    Stage.OFFER_3: "Nothing was offered.",
    Stage.BRINK: "Nothing was ordered: your government stopped.",
}
_USUAL = "Nothing was done: it was let pass."
_WHY = (
    "The clock passed for you: what lay in the draft was not committed. The debrief will say that it was the clock. "
    "The game goes on."
)


@dataclass
class TimeUpScreen(Screen):
    """Says what the clock committed for ``power`` at ``stage``. Enter or the button goes on, after a moment."""

    power: str
    flag: str
    stage: Stage
    on_done: Callable[[], None]
    _shown_for: float = field(default=0.0, init=False)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The flag, what happened, why, and one button on the plain room."""
        return Column(padding=24, gap=18, items="center")[
            Spacer(),
            Flag(self.flag, size=48) if self.flag else None,
            Label(self.power, role="subtitle"),
            Label("Time is up.", role="display"),
            Paragraph(_WHAT.get(self.stage, _USUAL), role="title", side="center"),
            Paragraph(_WHY, tone="muted", side="center"),
            Button("Go on", id="time_up:on", key="return", kind="primary", width=240),
            Spacer(),
        ]

    def animate(self, dt: float) -> bool:
        """Counts the moment for which nothing is taken."""
        self._shown_for += dt
        return self._shown_for < GUARD_SECONDS

    def handle(self, intent: Intent) -> None:
        """Goes on."""
        if intent == Click("time_up:on") and self._shown_for >= GUARD_SECONDS:
            self.on_done()
