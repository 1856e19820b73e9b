"""Explanations that open beside a widget: words, or a number broken down into its named causes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit.labels import Label, Paragraph, Rule
from game.ui.kit.layout import Column, Row
from game.ui.kit.look import Look
from game.ui.kit.widget import Area, Widget

WIDEST = 340.0
"""Logical pixels of the widest explanation."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One named part of a number: ``"let a line pass"``, ``"−0.8"``, and the tone of its value."""

    name: str
    value: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Tooltip:
    """What opens on hover, focus and click: a title, a text, causes that add up to a total, a source."""

    title: str = ""
    text: str = ""
    causes: Sequence[Cause] = ()
    total: str = ""
    source: str = ""

    @property
    def words(self) -> str:
        """Everything it says, in one line for a screen reader."""
        causes = [f"{cause.name} {cause.value}" for cause in self.causes]
        total = f"total {self.total}" if self.total else ""
        return ". ".join(part for part in (self.title, self.text, *causes, total, self.source) if part)


def explanation(widget: Widget) -> Tooltip | None:
    """What there is to say about a widget: its explanation, and before all why it is disabled."""
    given = Tooltip(text=widget.tooltip) if isinstance(widget.tooltip, str) else widget.tooltip
    if not widget.refusal:
        return given
    if given is None:
        return Tooltip("Not available", widget.refusal)
    return Tooltip(
        "Not available", f"{widget.refusal}\n{given.text}".strip(), given.causes, given.total, given.source
    )


def bubble(tooltip: Tooltip) -> Column:
    """The widgets of an open explanation."""
    box = Column(id="explanation", padding=10, gap=5, panel="panel", line="edge", max_width=WIDEST)
    box[
        Label(tooltip.title, role="strong") if tooltip.title else None,
        Paragraph(tooltip.text, role="note", tone="text", measure=WIDEST - 20) if tooltip.text else None,
        *[_line(cause) for cause in tooltip.causes],
    ]
    if tooltip.total:
        box[Rule(), _line(Cause("Total", tooltip.total))]
    if tooltip.source:
        box[Paragraph(tooltip.source, role="small", measure=WIDEST - 20)]
    return box


def _line(cause: Cause) -> Row:
    return Row(gap=16, items="start")[
        Paragraph(cause.name, role="note", tone="text", weight=1),
        Label(cause.value, role="value", tone=cause.tone),
    ]


def place_beside(
    box: Widget, look: Look, anchor: pygame.Rect, window: pygame.Rect, among: pygame.Rect | None = None
) -> None:
    """Places the box where it covers least of what it explains.

    Beside the narrow list ``among`` whose row it explains, for the next row stands below; else below its anchor, or
    above, or wherever it covers least of it inside the window.
    """
    width = min(box.widths(look).natural, window.width)
    height = min(box.heights(look, width).natural, window.height)
    size = (width, height)
    left, top = _aside(look, anchor, window, among, size) or _below(look, anchor, window, size)
    box.place(look, Area(round(left), round(top), width, height))


def _aside(
    look: Look, anchor: pygame.Rect, window: pygame.Rect, among: pygame.Rect | None, size: tuple[float, float]
) -> tuple[float, float] | None:
    """Before or after the list, where there is more room; none where that is not enough, or the list is wide."""
    if among is None or 2 * among.width > window.width:
        return None
    gap, (width, height) = look.px(10), size
    before = among.left - window.left > window.right - among.right
    left = among.left - gap - width if before else among.right + gap
    if left < window.left or left + width > window.right:
        return None
    return left, max(window.top, min(anchor.top, window.bottom - height))


def _below(
    look: Look, anchor: pygame.Rect, window: pygame.Rect, size: tuple[float, float]
) -> tuple[float, float]:
    gap, (width, height) = look.px(6), size
    left = max(window.left, min(anchor.left, window.right - width))
    top = anchor.bottom + gap
    if top + height > window.bottom:
        top = anchor.top - gap - height
    if top < window.top:
        top = max(window.top, min(anchor.top, window.bottom - height))
        left = anchor.left - gap - width if anchor.left - gap - width >= window.left else anchor.right + gap
        left = max(window.left, min(left, window.right - width))
    return left, top
