"""Where the keyboard focus can go: TAB in reading order, arrows inside groups, and where after a rebuild."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.ui.kit.memory import Memory
from game.ui.kit.widget import Widget, walk

DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
"""Arrow keys and where they point, to the right and down."""


def stops(scope: Widget, memory: Memory) -> list[str]:
    """Ids of the widgets that TAB visits inside ``scope``, a group being one stop."""
    return [widget.id for widget in _stops(scope, memory)]


def _stops(widget: Widget, memory: Memory) -> Iterator[Widget]:
    if widget.group:
        inside = members(widget)
        if inside:
            yield _entry(widget, inside, memory)
        return
    if widget.focusable:
        yield widget
    for child in widget.children:
        yield from _stops(child, memory)


def members(group: Widget) -> list[Widget]:
    """The focusable widgets of a group, in reading order."""
    return [widget for widget in walk(group) if widget is not group and widget.focusable]


def _entry(group: Widget, inside: list[Widget], memory: Memory) -> Widget:
    """Where TAB enters a group: the focused one, the chosen one, the last one visited, the first."""
    by_id = {widget.id: widget for widget in inside}
    chosen = next((widget.id for widget in inside if widget.chosen), "")
    for wanted in (memory.focus, chosen, memory.last_in_group.get(group.id, "")):
        if wanted in by_id:
            return by_id[wanted]
    return inside[0]


def next_stop(scope: Widget, memory: Memory, forward: bool) -> str:
    """The id that TAB (or shift TAB) leads to; empty where there is nothing to stop at."""
    order = stops(scope, memory)
    if not order:
        return ""
    if memory.focus not in order:
        return order[0 if forward else -1]
    return order[(order.index(memory.focus) + (1 if forward else -1)) % len(order)]


def neighbour(group: Widget, current: Widget, key: str) -> str:
    """The id of the group's nearest member in the direction of an arrow key; empty where there is none."""
    right, down = DIRECTIONS[key]
    here = current.rect
    found = []
    for widget in members(group):
        across, below = widget.rect.centerx - here.centerx, widget.rect.centery - here.centery
        ahead, aside = across * right + below * down, abs(across * down) + abs(below * right)
        if widget is not current and ahead > 0 and aside <= 3 * ahead + max(here.size):
            found.append((ahead + 2 * aside, widget.id))
    return min(found)[1] if found else ""


def settle(scope: Widget, widgets: Mapping[str, Widget], memory: Memory) -> None:
    """Keeps the focus by id after a rebuild; where its widget is gone, the nearest stop left gets it."""
    inside = {widget.id for widget in walk(scope) if widget.focusable}
    if memory.focus not in inside:
        memory.focus = _nearest_left(memory, inside)
    memory.stops = stops(scope, memory)
    if memory.pinned not in widgets:
        memory.pinned = ""
    if memory.hover not in widgets:
        memory.hover = ""


def _nearest_left(memory: Memory, inside: set[str]) -> str:
    if memory.focus not in memory.stops:
        return ""
    index = memory.stops.index(memory.focus)
    candidates = memory.stops[index + 1 :] + memory.stops[:index][::-1]
    return next((candidate for candidate in candidates if candidate in inside), "")
