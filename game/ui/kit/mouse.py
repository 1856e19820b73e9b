"""What moving, pressing and turning the mouse means on a view."""

from __future__ import annotations

from game.ui.kit.intents import Drag, Focus, Hover, Intent, Point, Position, Press, Release, Scroll
from game.ui.kit.tooltip import explanation
from game.ui.kit.view import View
from game.ui.kit.widget import Widget

LAST_BUTTON = 3
"""Left, middle, right; higher numbers are wheels."""

_BACKGROUND = "\0background"
_NOTCH = 56.0
_LEFT = 1


def moved(view: View, at: Position, by: Position, buttons: tuple[int, ...]) -> list[Intent]:
    """The mouse moved: a held widget or the background is dragged, else what is below is hovered."""
    memory = view.memory
    memory.pointer = at
    if memory.pressed.startswith(_BACKGROUND):
        return [Drag(at, by, int(memory.pressed.removeprefix(_BACKGROUND)))]
    if memory.pressed and buttons[0]:
        held = view.widgets.get(memory.pressed)
        return held.dragged(at, memory) if held is not None else []
    found = view.at(at)
    meant: list[Intent] = [] if found is not None else [Point(at)]
    return _hover(view, found) + meant


def left_window(view: View) -> list[Intent]:
    """The mouse is outside: nothing is hovered."""
    view.memory.pointer = (-1, -1)
    return _hover(view, None)


def pressed(view: View, at: Position, button: int) -> list[Intent]:
    """A button went down: focus goes there, and the widget is held."""
    memory = view.memory
    memory.pointer = at
    found = view.at(at)
    if found is None:
        memory.pinned = ""
        memory.pressed = f"{_BACKGROUND}{button}"
        return [Press(at, button)]
    if button != _LEFT:
        return []
    target = view.control(found) or found
    memory.pressed = target.id
    meant: list[Intent] = []
    if target.focusable and memory.focus != target.id:
        meant.append(Focus(target.id))
    if target.focusable:
        view.focus(target.id, by_keyboard=False)
    return meant + target.pressed(at, memory)


def released(view: View, at: Position, button: int) -> list[Intent]:
    """A button came up: a widget that was pressed and is still below the mouse is activated."""
    memory = view.memory
    held, memory.pressed = memory.pressed, ""
    if held.startswith(_BACKGROUND):
        return [Release(at, int(held.removeprefix(_BACKGROUND)))]
    widget = view.widgets.get(held)
    if button != _LEFT or widget is None or not widget.rect.collidepoint(at):
        return []
    found = view.at(at)
    _pin(view, found if found is not None and explanation(found) else widget)
    return widget.activate()


def wheeled(view: View, up: float, right: float) -> list[Intent]:
    """The wheel scrolls what is below the mouse, or is the screen's to use."""
    memory = view.memory
    area = view.scrolling(memory.pointer)
    if area is not None:
        area.scroll_to(area.offset - round(up * view.look.px(_NOTCH)), memory)
        return []
    return [] if view.at(memory.pointer) is not None else [Scroll(memory.pointer, up, right)]


def _pin(view: View, widget: Widget) -> None:
    """Opens the explanation of what was clicked, or closes it again; buttons that work just do their work."""
    memory = view.memory
    works = view.control(widget) is widget and not widget.refusal
    if explanation(widget) is None or works:
        # What was used needs no explanation: were it disabled by that, a refusal would open under the mouse.
        memory.pinned, memory.dismissed = "", widget.id
    else:
        memory.dismissed = ""
        memory.pinned = "" if memory.pinned == widget.id else widget.id


def _hover(view: View, found: Widget | None) -> list[Intent]:
    memory = view.memory
    hovered = found.id if found is not None else ""
    if hovered == memory.hover:
        return []
    memory.hover, memory.hovered_for = hovered, 0.0
    _let_go(view)
    return [Hover(hovered)]


def _let_go(view: View) -> None:
    """The mouse went elsewhere: a refusal gives way to another control, and what was put aside may open again."""
    memory = view.memory
    pinned = view.widgets.get(memory.pinned)
    if pinned is not None and pinned.refusal and memory.hover not in ("", memory.pinned):
        memory.pinned = ""
    if memory.dismissed not in (memory.hover, memory.focus if memory.by_keyboard else ""):
        memory.dismissed = ""
