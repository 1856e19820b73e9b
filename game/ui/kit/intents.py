"""What a player meant: the only thing that a screen hears of the keyboard and the mouse."""

from __future__ import annotations

from dataclasses import dataclass

Position = tuple[int, int]
"""A place in the window, in pixels from its top left."""


@dataclass(frozen=True, slots=True)
class Click:
    """A button, card or other control was activated, by mouse or keyboard."""

    id: str


@dataclass(frozen=True, slots=True)
class Choose:
    """One of several settings was chosen in the control ``id``."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """A checkbox was switched."""

    id: str
    on: bool


@dataclass(frozen=True, slots=True)
class Adjust:
    """A slider or stepper was moved to ``value``."""

    id: str
    value: float


@dataclass(frozen=True, slots=True)
class Write:
    """The text in a field is now ``text``; the screen keeps it and hands it back at the next build."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A disabled control was activated; its reason is on screen already."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hover:
    """The mouse came over the control ``id``; an empty id when it left the last one."""

    id: str


@dataclass(frozen=True, slots=True)
class Focus:
    """The keyboard focus moved to the widget ``id``."""

    id: str


@dataclass(frozen=True, slots=True)
class Back:
    """Esc: close the dialog ``id``, or leave the screen where the id is empty."""

    id: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that no widget wanted, such as ``"n"``, ``"ctrl+s"`` or ``"f5"``."""

    name: str


@dataclass(frozen=True, slots=True)
class Press:
    """A mouse button (1 left, 2 middle, 3 right) went down where there is no control, as on a map."""

    at: Position
    button: int


@dataclass(frozen=True, slots=True)
class Drag:
    """The mouse moved by ``by`` pixels with the button held that was pressed where there is no control."""

    at: Position
    by: Position
    button: int


@dataclass(frozen=True, slots=True)
class Release:
    """The button of a ``Press`` came up again."""

    at: Position
    button: int


@dataclass(frozen=True, slots=True)
class Point:
    """The mouse moved where there is no control."""

    at: Position


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned where nothing scrolls: ``up`` notches away from the player, ``right`` to the right."""

    at: Position
    up: float
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Drop:
    """A file was dropped on the window; its path."""

    path: str


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has a new size in pixels, or the interface scale changed."""

    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quit:
    """The window is asked to close."""


Intent = (
    Click
    | Choose
    | Toggle
    | Adjust
    | Write
    | Refused
    | Hover
    | Focus
    | Back
    | Key
    | Press
    | Drag
    | Release
    | Point
    | Scroll
    | Drop
    | Resize
    | Quit
)
"""Anything a player can mean. Screens ``match`` on it."""
