"""What the interface itself remembers between two builds of a screen, all of it by widget id."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.kit.editing import Caret

RETURN = "return"
"""The key that a screen's main button goes by, and that activates what has the focus."""


@dataclass
class Memory:
    """Focus, hover, pressed button, pinned explanation, scroll positions and text carets of one screen."""

    focus: str = ""
    by_keyboard: bool = False
    """Whether the focus was last moved by a key: only then is its ring drawn."""
    enter_taken: bool = False
    """Whether Enter is for the control with the focus, so that the main button goes by Ctrl+Enter."""
    hover: str = ""
    hovered_for: float = 0.0
    """Seconds that the mouse has rested on the hovered widget."""
    pressed: str = ""
    pinned: str = ""
    """The widget whose explanation was opened by a click and stays."""
    dismissed: str = ""
    """The widget whose explanation was closed by Esc and stays closed until focus and mouse have left it."""
    pointer: tuple[int, int] = (-1, -1)
    scroll: dict[str, int] = field(default_factory=dict)
    carets: dict[str, Caret] = field(default_factory=dict)
    last_in_group: dict[str, str] = field(default_factory=dict)
    stops: list[str] = field(default_factory=list)
    """The order of TAB at the last build, to find a neighbour of a focused widget that is gone."""
    before_dialog: dict[str, str] = field(default_factory=dict)
    """The focus to return to when a dialog closes, by the dialog's id."""
