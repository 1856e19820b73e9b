"""Reads what pygame reports of mouse, keyboard and window, and says what the player meant by it.

``read`` is the only place that looks at pygame's events. It moves focus, opens explanations and scrolls by
itself, and returns as ``Intent`` what a screen has to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pygame

from game.ui.kit import mouse
from game.ui.kit.field import TextField
from game.ui.kit.focus import DIRECTIONS, neighbour, next_stop
from game.ui.kit.intents import Back, Drop, Focus, Intent, Key, Quit, Resize
from game.ui.kit.memory import RETURN
from game.ui.kit.tooltip import explanation
from game.ui.kit.view import View
from game.ui.kit.widget import Widget, walk


def key_name(key: int, modifiers: int) -> str:
    """A key's name as screens write it: ``"n"``, ``"ctrl+s"``, ``"shift+tab"``, ``"return"``, ``"f5"``."""
    name = pygame.key.name(key).lower()
    name = name[1:-1] if len(name) == 3 and name.startswith("[") else name
    name = {"enter": "return"}.get(name, name)
    pressed = (
        ("ctrl", pygame.KMOD_CTRL | pygame.KMOD_META),
        ("alt", pygame.KMOD_ALT),
        ("shift", pygame.KMOD_SHIFT),
    )
    return "+".join([word for word, mask in pressed if modifiers & mask] + [name])


def read(event: pygame.event.Event, view: View) -> list[Intent]:
    """What one event means on this view."""
    if event.type in _OF_THE_WINDOW:
        return [_OF_THE_WINDOW[event.type](event)]
    if event.type == pygame.WINDOWLEAVE:
        return mouse.left_window(view)
    if event.type == pygame.MOUSEMOTION:
        return mouse.moved(view, event.pos, event.rel, event.buttons)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button <= mouse.LAST_BUTTON:
        return mouse.pressed(view, event.pos, event.button)
    if event.type == pygame.MOUSEBUTTONUP and event.button <= mouse.LAST_BUTTON:
        return mouse.released(view, event.pos, event.button)
    if event.type == pygame.MOUSEWHEEL:
        return mouse.wheeled(view, event.precise_y, event.precise_x)
    return _read_keyboard(event, view)


_OF_THE_WINDOW: Mapping[int, Callable[[pygame.event.Event], Intent]] = {
    pygame.QUIT: lambda _: Quit(),
    pygame.VIDEORESIZE: lambda event: Resize((event.w, event.h)),
    pygame.DROPFILE: lambda event: Drop(event.file),
}


def _read_keyboard(event: pygame.event.Event, view: View) -> list[Intent]:
    field = writing(view)
    if event.type == pygame.KEYDOWN:
        return keyed(view, key_name(event.key, event.mod))
    if event.type == pygame.TEXTINPUT and field is not None:
        return field.typed(event.text, view.memory)
    if event.type == pygame.TEXTEDITING and field is not None:
        return field.composed(event.text, view.memory)
    return []


def writing(view: View) -> TextField | None:
    """The field that typed letters go to now."""
    focused = view.focused
    return focused if isinstance(focused, TextField) and not focused.refusal else None


def keyed(view: View, key: str) -> list[Intent]:
    """What a key means: first to the focused widget, then to what it stands in, then to the whole screen."""
    if key in ("tab", "shift+tab"):
        return _move_focus(view, next_stop(view.scope, view.memory, key == "tab"))
    if key == "escape":
        return _escape(view)
    focused = view.focused
    if focused is not None and not _meant_for_screen(view, key):
        answer = _for_focused(view, focused, key)
        if answer is not None:
            return answer
    return _for_screen(view, key)


def _meant_for_screen(view: View, key: str) -> bool:
    """Enter after a click: the focus is not seen then, the button that says Enter is."""
    if key != RETURN or view.memory.by_keyboard or writing(view) is not None:
        return False
    return any(widget.shortcut == key for widget in walk(view.scope))


def _for_focused(view: View, focused: Widget, key: str) -> list[Intent] | None:
    answer = focused.keyed(key, view.memory)
    if answer is not None:
        return answer
    if writing(view) is not None:
        letter = key.removeprefix("shift+")
        return [] if len(letter) == 1 or letter == "space" else None
    if key in (RETURN, "space"):
        return _activate(view, focused)
    group = next((outer for outer in view.ancestors(focused) if outer.group), None)
    if group is not None and key in DIRECTIONS:
        return _move_focus(view, neighbour(group, focused, key))
    return None


def _for_screen(view: View, key: str) -> list[Intent]:
    for widget in walk(view.scope):
        if widget.shortcut == (RETURN if key == f"ctrl+{RETURN}" else key):
            view.memory.pinned = widget.id if widget.refusal else ""
            return widget.activate()
    return _scroll_or_pass(view, key)


def _scroll_or_pass(view: View, key: str) -> list[Intent]:
    areas = [widget for widget in walk(view.scope) if getattr(widget, "scrolls", False)]
    around = [outer for outer in view.ancestors(view.focused) if outer in areas] if view.focused else []
    for area in around or areas[:1]:
        if key not in DIRECTIONS or around:
            answer = area.keyed(key, view.memory)
            if answer is not None:
                return answer
    return [Key(key)] if view.dialog is None else []


def _activate(view: View, widget: Widget) -> list[Intent]:
    memory = view.memory
    memory.by_keyboard = True
    meant = widget.activate()
    if not meant and explanation(widget) is not None:
        memory.dismissed = "" if memory.dismissed == widget.id else widget.id
    return meant


def _move_focus(view: View, target: str) -> list[Intent]:
    if not target:
        return []
    view.memory.pinned = ""
    view.focus(target, by_keyboard=True)
    return [Focus(target)]


def _escape(view: View) -> list[Intent]:
    """Closes an explanation that was opened on purpose; else goes back."""
    if view.memory.pinned:
        view.memory.pinned = ""
        return []
    return [Back(view.dialog.id if view.dialog else "")]
