"""The start screen: what the game is, what it is about, and the ways into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from game.session.calendar import day
from game.session.kinds import STATEMENT
from game.ui.kit import (
    Banner,
    Button,
    Click,
    Column,
    Intent,
    Label,
    Paragraph,
    Row,
    Rule,
    Tooltip,
    Widget,
)
from game.ui.map.style import DISCLAIMER
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import is_wide
from game.ui.screens.words import CONTENT_NOTE, FACTS_UNTIL

_LEARN_TIP = Tooltip(
    "Two messages",
    "A game between two invented neighbours, about five minutes: secret orders, a strike, a reply, and the end.",
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The game that can be continued: its scenario, and where it stands (turn, date, seats)."""

    scenario: str
    stands: str
    damage: str = ""
    """What is wrong with the newest save, if an older one is offered in its place."""
    over: bool = False
    """Whether it has ended, so that what is left of it is its end and debrief."""


@dataclass(frozen=True, slots=True)
class StartModel:
    """What the start screen knows. ``trouble`` names a save that cannot be opened at all."""

    unfinished: Unfinished | None = None
    trouble: str = ""
    saved: bool = False
    """Whether there is any saved game to choose from."""
    facts_until: date = FACTS_UNTIL


@dataclass
class StartScreen(OverMap):
    """Continue, learn, new game, saved games, settings, credits, quit; the content note stands beside them."""

    model: StartModel
    on_new: Callable[[], None]
    on_learn: Callable[[], None]
    on_saved: Callable[[], None]
    on_settings: Callable[[], None]
    on_credits: Callable[[], None]
    on_quit: Callable[[], None]
    on_continue: Callable[[], None] | None = None

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Title and ways in on the left, the note on the right or below."""
        wide = is_wide(size)
        ways = Column(width=430 if wide else 370, padding=24, gap=10, panel="glass", line="line", radius=8)[
            Label("Calibrated", role="masthead"),
            Paragraph(STATEMENT, role="body", tone="muted"),
            self._continuing(),
            self._beginning(),
            Button("Learn in two turns", id="learn", key="l", tooltip=_LEARN_TIP),
            Button("Saved games", id="saved", key="g") if self.model.saved else None,
            Row(gap=10)[
                Button("Settings", id="settings", key="s", weight=1),
                Button("Credits", id="credits", key="c", weight=1),
                Button("Quit", id="quit", key="q", weight=1),
            ],
        ]
        note = Column(
            width=min(430, size[0] - 370 - 3 * 24), padding=20, gap=10, panel="glass", line="line", radius=8
        )[
            Label("Before you play", role="heading"),
            Paragraph(CONTENT_NOTE),
            Rule(),
            Paragraph(
                f"Facts stop at {day(self.model.facts_until)}. The game does not follow the news.",
                role="note",
            ),
        ]
        return Column(padding=24, gap=12)[
            Row(weight=1, items="center", justify="between", gap=24)[ways, note],
            Paragraph(DISCLAIMER, role="small", measure=1200),
        ]

    def handle(self, intent: Intent) -> None:
        """Goes where the button says."""
        ways: Mapping[str, Callable[[], None] | None] = {
            "continue": self.on_continue,
            "new": self.on_new,
            "learn": self.on_learn,
            "saved": self.on_saved,
            "settings": self.on_settings,
            "credits": self.on_credits,
            "quit": self.on_quit,
        }
        if isinstance(intent, Click) and (way := ways.get(intent.id)):
            way()

    def _beginning(self) -> Button:
        if self.model.unfinished is None:
            return Button("New game", id="new", key="return", kind="primary")
        return Button("New game", id="new", key="n")

    def _continuing(self) -> Widget | None:
        unfinished = self.model.unfinished
        if unfinished is None:
            return Banner(self.model.trouble, tone="caution") if self.model.trouble else None
        return Column(gap=6)[
            Button(
                "See how it ended" if unfinished.over else "Continue",
                id="continue",
                key="return",
                kind="primary",
            ),
            Paragraph(f"{unfinished.scenario} · {unfinished.stands}", role="note"),
            Banner(unfinished.damage, tone="caution") if unfinished.damage else None,
        ]
