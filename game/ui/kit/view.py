"""A tree of widgets in its place, laid out for a window; focus and scroll positions are found by id."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.ui.kit.buttons import Control
from game.ui.kit.canvas import Canvas
from game.ui.kit.field import TextField
from game.ui.kit.focus import settle, stops
from game.ui.kit.layout import Container
from game.ui.kit.look import Look
from game.ui.kit.memory import RETURN, Memory
from game.ui.kit.scroll import ScrollArea
from game.ui.kit.tooltip import Tooltip, bubble, explanation, place_beside
from game.ui.kit.widget import Area, Widget, name_all, walk

HOVER_SECONDS = 0.25
"""How long the mouse rests on a widget before its explanation opens."""


class View:
    """What is on screen now. Built anew from ``root`` whenever a screen changed; ``memory`` outlives it."""

    def __init__(self, root: Widget, look: Look, memory: Memory, size: tuple[int, int]) -> None:
        self.root, self.look, self.memory, self.size = root, look, memory, size
        self.widgets = name_all(root)
        self.parents = {child.id: widget for widget in self.widgets.values() for child in widget.children}
        root.place(look, Area(0, 0, *size))
        dialogs = [widget for widget in self.widgets.values() if getattr(widget, "modal", False)]
        self.dialog: Widget | None = dialogs[-1] if dialogs else None
        self._scroll_back()
        self._enter_or_leave_dialog()
        settle(self.scope, self.widgets, memory)

    @property
    def scope(self) -> Widget:
        """What can be used now: the open dialog, or everything."""
        return self.dialog or self.root

    @property
    def focused(self) -> Widget | None:
        """The widget with the keyboard focus."""
        return self.widgets.get(self.memory.focus)

    def ancestors(self, widget: Widget) -> Iterator[Widget]:
        """The widget and all it stands in, from the inside out."""
        current: Widget | None = widget
        while current is not None:
            yield current
            current = self.parents.get(current.id)

    def at(self, position: tuple[int, int]) -> Widget | None:
        """The topmost widget at a position with a use for the mouse, or a panel that covers what is below."""
        found = _at(self.scope, position)
        return found or self.dialog

    def control(self, widget: Widget | None) -> Widget | None:
        """The control that a click on this widget activates: itself, or one that it stands in."""
        if widget is None:
            return None
        return next((found for found in self.ancestors(widget) if isinstance(found, Control)), None)

    def scrolling(self, position: tuple[int, int]) -> ScrollArea | None:
        """The innermost area at a position with something to scroll."""
        found = [
            widget
            for widget in walk(self.scope)
            if isinstance(widget, ScrollArea) and widget.overflow and widget.rect.collidepoint(position)
        ]
        return found[-1] if found else None

    def focus(self, target: str, *, by_keyboard: bool) -> None:
        """Moves the focus and remembers it for its group; by keyboard it is scrolled into sight.

        Under a mouse nothing moves: what is pressed would be gone from below it before it is let go.
        """
        memory = self.memory
        if memory.focus != target:
            memory.dismissed = ""
        memory.focus, memory.by_keyboard = target, by_keyboard
        widget = self.widgets.get(target)
        if widget is None:
            return
        for outer in self.ancestors(widget):
            if outer.group:
                memory.last_in_group[outer.id] = target
            if by_keyboard and isinstance(outer, ScrollArea) and outer is not widget:
                outer.reveal(widget.rect.inflate(0, self.look.whole(8)), memory)

    def explained(self) -> tuple[Widget, Tooltip] | None:
        """The widget whose explanation is open, and what it says."""
        memory = self.memory
        wanted = [memory.pinned, memory.focus if memory.by_keyboard else ""]
        wanted.append(memory.hover if memory.hovered_for >= HOVER_SECONDS else "")
        for candidate in wanted:
            widget = self.widgets.get(candidate)
            open_now = widget is not None and candidate != memory.dismissed and self._in_sight(widget)
            says = explanation(widget) if widget is not None and open_now else None
            if widget is not None and says is not None:
                return widget, says
        return None

    def _in_sight(self, widget: Widget) -> bool:
        """Whether any of a widget shows: what was scrolled away explains nothing."""
        areas = (outer for outer in self.ancestors(widget) if isinstance(outer, ScrollArea))
        return all(widget is area or widget.rect.colliderect(area.rect) for area in areas)

    def draw(self, surface: pygame.Surface) -> None:
        """Draws everything: widgets, the focus ring, and an open explanation on top."""
        canvas = Canvas(surface, self.look, self.memory)
        self.memory.enter_taken = self._enter_is_taken()
        _draw(self.root, canvas, surface.get_rect())
        self._draw_ring(canvas)
        explained = self.explained()
        if explained is not None:
            widget, says = explained
            box, window = bubble(says), surface.get_rect()
            place_beside(box, self.look, widget.rect.clip(window), window, self._list_of(widget))
            _draw(box, canvas, window)

    def _list_of(self, widget: Widget) -> pygame.Rect | None:
        """Where the area is that a widget scrolls in; none if it stands still."""
        areas = (outer.rect for outer in self.ancestors(widget) if isinstance(outer, ScrollArea))
        return next(areas, None)

    def _enter_is_taken(self) -> bool:
        """Whether Enter is for what has the focus: a field of several lines, or a control that a key led to."""
        focused = self.focused
        if isinstance(focused, TextField):
            return focused.rows > 1
        return self.memory.by_keyboard and isinstance(focused, Control) and focused.shortcut != RETURN

    def _draw_ring(self, canvas: Canvas) -> None:
        widget = self.focused
        if widget is None or not self.memory.by_keyboard:
            return
        before = canvas.surface.get_clip()
        for outer in self.ancestors(widget):
            if isinstance(outer, ScrollArea) and outer is not widget:
                canvas.surface.set_clip(outer.rect.inflate(8, 8).clip(canvas.surface.get_clip()))
        gap = self.look.whole(3)
        canvas.panel(widget.rect.inflate(2 * gap, 2 * gap), "", "focus", self.look.theme.radius + 2, 2)
        canvas.surface.set_clip(before)

    def _scroll_back(self) -> None:
        for widget in self.widgets.values():
            if isinstance(widget, ScrollArea):
                widget.scroll_to(self.memory.scroll.get(widget.id, 0), self.memory)

    def _enter_or_leave_dialog(self) -> None:
        memory = self.memory
        for gone in [dialog for dialog in memory.before_dialog if dialog not in self.widgets]:
            memory.focus = memory.before_dialog.pop(gone)
        if self.dialog is not None and self.dialog.id not in memory.before_dialog:
            memory.before_dialog[self.dialog.id] = memory.focus
            entries = stops(self.dialog, memory)
            wanted = [entry for entry in entries if entry == getattr(self.dialog, "starts_at", "")]
            wanted += [entry for entry in entries if self.widgets[entry].shortcut == "return"]
            memory.focus = next(iter(wanted or entries), "")
            memory.pinned = ""


def _at(widget: Widget, position: tuple[int, int]) -> Widget | None:
    inside = widget.rect.collidepoint(position)
    if isinstance(widget, ScrollArea) and (not inside or widget.bar().collidepoint(position)):
        return widget if inside else None
    for child in reversed(widget.children):
        found = _at(child, position)
        if found is not None:
            return found
    covers = isinstance(widget, Container) and bool(widget.panel)
    return widget if inside and (widget.focusable or covers) else None


def _draw(widget: Widget, canvas: Canvas, clip: pygame.Rect) -> None:
    """Draws a widget and what is inside, as far as it is in sight."""
    if not widget.rect.colliderect(clip) and not widget.children:
        return
    widget.draw(canvas)
    if isinstance(widget, ScrollArea):
        clip = clip.clip(widget.rect)
        if clip.width and clip.height:
            before = canvas.surface.get_clip()
            canvas.surface.set_clip(clip)
            for child in widget.children:
                _draw(child, canvas, clip)
            canvas.surface.set_clip(before)
    else:
        for child in widget.children:
            _draw(child, canvas, clip)
    widget.draw_over(canvas)
