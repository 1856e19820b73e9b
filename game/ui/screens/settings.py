"""The settings screen: what makes the window legible and calm. Changes show at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.ui.kit import (
    Back,
    Button,
    Checkbox,
    Choose,
    Click,
    Column,
    Intent,
    Label,
    Paragraph,
    Row,
    Segmented,
    Settings,
    Toggle,
    Widget,
)
from game.ui.kit.settings import DECISION_MINUTES
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import beside, page, section
from game.ui.theme import SCALES, largest_scale

SWITCHES = {
    "projector": ("Projector", "Brighter text and lines, nothing half-transparent, everything larger."),
    "reduced_motion": ("Reduced motion", "Nothing fades or glides. Salvos are shown where they end."),
    "full_screen": ("Full screen", "F11 switches it from anywhere."),
    "sound": (
        "Sound",
        "Quiet clicks of controls, and one when half a minute is left. No sirens, no explosions.",
    ),
}
"""Each switch with its name and what it does."""

FOLLOWS = "follows"
"""The value of the scale that follows the window."""

UNHURRIED = "unhurried"
"""The value of the time for a decision that has no end."""

_TIME = (
    "For orders; an offer, an answer and the brink have half of it. It runs only while a decision is before its team. "
    "When it runs out nothing is ordered: the clock passes, whatever was chosen. Another time counts from the next "
    "decision on, none at once. In a game, Menu, Facilitator gives five more minutes."
)

KEYS = (
    ("Tab, Shift+Tab", "from one control to the next"),
    ("Arrow keys", "within a dial or a list; scroll"),
    ("Enter", "the coloured button"),
    ("Space", "the control with the white frame"),
    ("Esc", "close, or go back"),
    ("Ctrl + and Ctrl −", "interface scale; Ctrl 0 lets it follow the window"),
    ("F11", "full screen"),
    ("F12", "save a picture of the window"),
)


@dataclass
class SettingsScreen(OverMap):
    """Interface scale, switches, and the keys that work everywhere."""

    on_done: Callable[[], None]

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Scale and switches on the left, the clock and keys on the right."""
        return page(
            "Settings",
            beside([self._legibility(), Column(gap=16)[self._time(), _keys()]], size),
            [Button("Done", id="done", key="return", kind="primary")],
            size,
            subtitle="Kept in your user folder",
        )

    def handle(self, intent: Intent) -> None:
        """Applies what was set; the app has it kept."""
        settings = self.app.settings
        match intent:
            case Choose("scale", value):
                self.app.change(replace(settings, scale=None if value == FOLLOWS else float(value)))
            case Choose("minutes", value):
                self.app.change(replace(settings, minutes=None if value == UNHURRIED else int(value)))
            case Toggle(id, on) if id in SWITCHES:
                self.app.change(_with(settings, id, on))
            case Click("usual"):
                self.app.change(Settings())
            case Click("done") | Back():
                self.on_done()

    def _legibility(self) -> Widget:
        settings = self.app.settings
        return section(
            "Legibility",
            Label("Interface scale", role="section"),
            Segmented(
                [(FOLLOWS, "Automatic"), *[(str(each), f"{100 * each:.0f} %") for each in SCALES]],
                id="scale",
                value=FOLLOWS if settings.scale is None else str(settings.scale),
                reasons=self._too_large(),
            ),
            Paragraph(
                f"Automatic follows the height of the window. Now {100 * self.app.look.scale:.0f} %.",
                role="note",
            ),
            *[_switch(settings, name) for name in SWITCHES],
            Button("Usual settings", id="usual", align="start"),
        )

    def _time(self) -> Widget:
        minutes = self.app.settings.minutes
        return section(
            "Time for a decision",
            Segmented(
                [(UNHURRIED, "None"), *[(str(each), f"{each} min") for each in DECISION_MINUTES]],
                id="minutes",
                value=UNHURRIED if minutes is None else str(minutes),
            ),
            Paragraph(_TIME, role="note"),
        )

    def _too_large(self) -> dict[str, str]:
        """Why a scale cannot be had in this window, by scale."""
        window = self.app.window.layout_size
        return {
            str(each): "The window is too small for it; enlarge the window first."
            for each in SCALES
            if largest_scale(window, each) < each
        }


def _switch(settings: Settings, name: str) -> Checkbox:
    title, meaning = SWITCHES[name]
    return Checkbox(f"{title}. {meaning}", id=name, on=getattr(settings, name))


def _with(settings: Settings, name: str, on: bool) -> Settings:
    values: dict[str, bool] = {name: on}
    return replace(settings, **values)


def _keys() -> Widget:
    return section(
        "Keys",
        *[
            Row(gap=12, items="start")[
                Label(keys, role="key", width=150), Paragraph(meaning, role="note", weight=1)
            ]
            for keys, meaning in KEYS
        ],
        Paragraph("Every other key stands on its button.", role="note"),
    )
