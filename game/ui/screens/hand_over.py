"""The hand-over between people at one machine: opaque, and nothing on it but whose turn it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.ui.kit import Back, Button, Click, Column, Flag, Intent, Label, Paragraph, Screen, Spacer, Widget

GUARD_SECONDS = 0.25
"""For so long nothing is taken: the second half of a double click must not open the next view."""


@dataclass
class HandOverScreen(Screen):
    """Asks for the person who plays ``power``. Enter or a click on the button goes on, after a moment.

    ``on_public`` opens what everybody knows: teams that wait, and a class that looks on, have something to look at.
    """

    power: str
    flag: str
    on_ready: Callable[[], None]
    on_public: Callable[[], None]
    on_menu: Callable[[], None]
    """Opens the pause: a group stops between two teams as often as within one's turn."""
    _shown_for: float = field(default=0.0, init=False)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The flag, the name, one sentence and the ways on, on the plain room."""
        return Column(padding=24, gap=18, items="center")[
            Spacer(),
            Flag(self.flag, size=72) if self.flag else None,
            Label(self.power, role="masthead"),
            Paragraph(f"Only whoever plays {self.power} should look now.", role="subtitle", tone="muted"),
            Button("Ready", id="ready", key="return", kind="primary", width=240),
            Button("What everybody knows", id="public", key="p", width=240),
            Button("Pause", id="menu", key="escape", kind="quiet", width=240),
            Spacer(),
        ]

    def animate(self, dt: float) -> bool:
        """Counts the moment for which nothing is taken."""
        self._shown_for += dt
        return self._shown_for < GUARD_SECONDS

    def handle(self, intent: Intent) -> None:
        """Goes on, shows what everybody knows, or opens the pause."""
        match intent:
            case Click("ready") if self._shown_for >= GUARD_SECONDS:
                self.on_ready()
            case Click("public"):
                self.on_public()
            case Click("menu") | Back():
                self.on_menu()
