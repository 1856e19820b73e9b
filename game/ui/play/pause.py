"""The pause menu and plain notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.session.countdown import Countdown
from game.ui.kit import (
    Back,
    Banner,
    Button,
    Click,
    Column,
    Dialog,
    Intent,
    Label,
    Paragraph,
    Row,
    Stack,
    TextField,
    Widget,
    Write,
)
from game.ui.play.clock import figures
from game.ui.screens.backdrop import OverMap

LONGEST_NAME = 60
_SAVED = "The game is also saved by itself with every commit. A draft is not kept when you leave."


@dataclass(frozen=True, slots=True)
class ToRead:
    """Something that can be read again from the pause: its id, its name on the button, and its key."""

    id: str
    name: str
    key: str
    on_open: Callable[[], None]


@dataclass
class Pause(OverMap):
    """Continue, read again, save under a name, the facilitator's acts, settings, leave. ``on_save`` returns a line.

    Where the decision has a clock, ``countdown``, it stands still.
    The decision behind it is covered, so that a break is also a screen that anybody may see.
    """

    title: str
    name: str
    on_save: Callable[[str], str]
    on_settings: Callable[[], None]
    on_leave: Callable[[], None]
    on_facilitate: Callable[[], None]
    to_read: Sequence[ToRead] = ()
    warning: str = ""
    countdown: Countdown | None = None
    told: str = field(default="", init=False)
    """What came of saving."""

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """A box with the ways out."""
        return Stack(id="pause")[
            Dialog(
                "Paused",
                id="pause:box",
                buttons=[Button("Continue", id="pause:on", kind="primary", key="return")],
            )[
                Paragraph(self.title, role="note"),
                Paragraph("You may stop at any time. Nobody needs to explain why.", role="note"),
                Banner(self.warning, tone="caution") if self.warning else None,
                self._time(),
                self._reading(),
                Label("Save under a name", role="section"),
                Row(gap=8)[
                    TextField(
                        self.name, id="pause:name", hint="Name of the save", limit=LONGEST_NAME, weight=1
                    ),
                    Button("Save", id="pause:save"),
                ],
                Paragraph(self.told or _SAVED, role="small"),
                Column(gap=8)[
                    Button("Facilitator…", id="pause:facilitator", key="f"),
                    Button("Settings", id="pause:settings", key="s"),
                    Button("Leave to the start", id="pause:leave", kind="danger"),
                ],
            ]
        ]

    def _reading(self) -> Widget | None:
        if not self.to_read:
            return None
        buttons = [Button(each.name, id=f"read:{each.id}", key=each.key, weight=1) for each in self.to_read]
        return Row(gap=8)[buttons]

    def _time(self) -> Widget | None:
        if self.countdown is None:
            return None
        left = figures(self.countdown.seconds)
        return Paragraph(
            f"The clock stands still at {left}. Under Facilitator there is more time.", role="strong"
        )

    def handle(self, intent: Intent) -> None:
        """Goes where the button says."""
        match intent:
            case Click("pause:on") | Back():
                self.app.pop()
            case Click("pause:save"):
                self.told = self.on_save(self.name.strip())
            case Click("pause:settings"):
                self.on_settings()
            case Click("pause:facilitator"):
                self.on_facilitate()
            case Click(id) if id.startswith("read:"):
                next(each for each in self.to_read if each.id == id.removeprefix("read:")).on_open()
            case Click("pause:leave"):
                self.on_leave()
            case Write("pause:name", text):
                self.name = text
            case _:
                pass


class Notice(OverMap):
    """One thing that went wrong, or that must be known, in plain words; then on."""

    def __init__(self, title: str, text: str, on_done: Callable[[], None]) -> None:
        self.title, self.text, self.on_done = title, text, on_done

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The words and a button."""
        return Stack(id="notice")[
            Dialog(
                self.title,
                id="notice:box",
                box_width=560,
                buttons=[Button("Go on", id="notice:on", kind="primary", key="return")],
            )[Paragraph(self.text, cuts=True)]
        ]

    def handle(self, intent: Intent) -> None:
        """Goes on."""
        if isinstance(intent, Back) or intent == Click("notice:on"):
            self.on_done()
