"""The clock of a decision on its screen: how much time is left, in figures, words and signs, without any haste.

It runs while its screen is on top, and only then: a pause, the settings, a hand-over, a playback lie over the
decision or in its place, and stop it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.rules.tables import Stage
from game.session.countdown import Countdown
from game.ui.app import App
from game.ui.kit import Label, Paragraph, Row, Sign, Widget

LAST_MINUTE, LAST_HALF = 60, 30
"""Seconds from which the clock says so, by colour, sign and words; the cue is heard at the second."""

KEPT_EVERY = 15
"""Seconds of time for a decision that a killed process gives back at the most."""

SIZE = WIDTH, HEIGHT = 236, 60
"""Logical pixels that the clock takes over the map."""

_LONGEST_FRAME = 1.0
"""What takes longer between two frames was a machine asleep or a window held: nobody could decide meanwhile."""

_OFFERS = (Stage.OFFER_1, Stage.OFFER_2, Stage.OFFER_3)
_LEFT = {
    Stage.ORDERS: "left for these orders",
    Stage.BRINK: "left at the brink",
    **dict.fromkeys(_OFFERS, "left for this offer"),
}


@dataclass
class Clock:
    """Shows a countdown, lets it run by the app's own time while the setting is on, and calls ``on_end`` once."""

    app: App
    countdown: Countdown
    stage: Stage
    on_end: Callable[[], None]
    on_keep: Callable[[], None]
    """Called now and then, and when the screen of the decision leaves the stack: what is left is to be kept."""

    @property
    def shown(self) -> bool:
        """Whether there is a clock at all: switched off, it neither shows nor runs."""
        return self.app.settings.minutes is not None

    def run(self, dt: float) -> bool:
        """Lets ``dt`` seconds pass; whether what the clock shows changed."""
        if not self.shown:
            return False
        before = self.countdown.seconds
        ended = self.countdown.run(min(dt, _LONGEST_FRAME))
        now = self.countdown.seconds
        if now <= LAST_HALF < before:
            self.app.cue()
        if ended:
            self.on_end()
        elif now // KEPT_EVERY != before // KEPT_EVERY:
            self.on_keep()
        return now != before

    def panel(self) -> Widget | None:
        """The clock over the map, to be read across a room; none where it is switched off."""
        if not self.shown:
            return None
        sign, tone, words = self._state()
        return Row(
            id="clock", width=WIDTH, height=HEIGHT, padding=8, gap=8, panel="panel", line=tone or "edge",
            items="center", justify="center", accessible=f"Time left {figures(self.countdown.seconds)}. {words}",
        )[
            Sign(sign, tone=tone, size=20) if sign else None,
            Label(figures(self.countdown.seconds), role="clock", tone=tone or "text"),
            Paragraph(words, role="strong", tone=tone or "muted", weight=1),
        ]  # fmt: skip

    def line(self) -> Widget | None:
        """The same in one line, for the question that lies over the decision."""
        if not self.shown:
            return None
        sign, tone, _ = self._state()
        return Row(id="clock:line", gap=8, items="center")[
            Sign(sign, tone=tone, size=14) if sign else None,
            Label(figures(self.countdown.seconds), role="figure", tone=tone or "text"),
            Label("left. Then nothing is committed.", role="note", tone=tone or "muted"),
        ]

    def _state(self) -> tuple[str, str, str]:
        """The sign, the tone and the words that go with what is left."""
        if self.countdown.seconds <= LAST_HALF:
            return "warning", "danger", "Last half minute"
        if self.countdown.seconds <= LAST_MINUTE:
            return "diamond", "caution", "Last minute"
        return "", "", _LEFT.get(self.stage, "left for this answer")


def figures(seconds: int) -> str:
    """Minutes and seconds, as 4:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"
