"""A box over a darkened screen that wants an answer first: focus stays inside, Esc sends ``Back(id)``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.ui.kit.canvas import Canvas
from game.ui.kit.labels import Label
from game.ui.kit.layout import Children, Column, Row, Stack
from game.ui.kit.look import Look
from game.ui.kit.scroll import ScrollArea
from game.ui.kit.widget import Area, Widget


@dataclass(eq=False)
class Dialog(Stack):
    """A modal box with a title, any widgets, and a row of buttons; put it last into a screen's ``Stack``.

    What does not fit into the window scrolls between title and buttons.
    """

    title: str
    buttons: Sequence[Widget] = field(default=(), kw_only=True)
    box_width: float = field(default=440, kw_only=True)
    modal: bool = field(default=True, kw_only=True)
    starts_at: str = field(default="", kw_only=True)
    """Id of what has the focus as it opens, such as a field to write in; else it is what Enter activates."""

    def __post_init__(self) -> None:
        """Makes the box."""
        self.body = Column(gap=10)
        self.box = Column(padding=20, gap=14, panel="panel", line="edge", radius=8)[
            Label(self.title, role="subtitle"),
            ScrollArea(id=f"{self.id}:scroll")[self.body],
            Row(gap=8, justify="end")[self.buttons] if self.buttons else None,
        ]
        self.content = [self.box]

    def __getitem__(self, children: Children) -> Dialog:
        """Puts widgets between title and buttons."""
        self.body[children]
        return self

    def describe(self) -> str:
        """The title."""
        return self.accessible or self.title

    def place(self, look: Look, area: Area) -> None:
        """Puts the box into the middle."""
        Widget.place(self, look, area)
        room = area.inset(look.px(16))
        width = min(max(look.px(self.box_width), self.box.widths(look).least), room.width)
        height = min(self.box.heights(look, width).natural, room.height)
        left, top = area.left + (area.width - width) / 2, area.top + (area.height - height) / 2
        self.box.place(look, Area(round(left), round(top), round(width), round(height)))

    def draw(self, canvas: Canvas) -> None:
        """Darkens everything behind."""
        canvas.panel(self.rect, "scrim", radius=0)
