"""Tables: a heading and rows of texts or widgets, numbers on the far side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.ui.kit.canvas import Canvas, Side
from game.ui.kit.labels import Label, Paragraph
from game.ui.kit.layout import Grid
from game.ui.kit.widget import Align, Widget


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its heading, its side, and its share of the free width (0: as wide as its texts need)."""

    heading: str
    side: Side = "start"
    weight: float = 0.0
    role: str = "body"


@dataclass(eq=False)
class Table(Grid):
    """Rows under headings. A cell is a text, which wraps where its column has a weight, or a widget."""

    heads: Sequence[TableColumn]
    rows: Sequence[Sequence[str | Widget]]
    gap: float = field(default=10, kw_only=True)
    items: Align = field(default="center", kw_only=True)

    def __post_init__(self) -> None:
        """Makes the cells."""
        self.columns = len(self.heads)
        self.weights = [head.weight for head in self.heads]
        self.content = [Label(head.heading, role="section", side=head.side) for head in self.heads]
        for row in self.rows:
            if len(row) != len(self.heads):
                raise ValueError(
                    f"a row of table {self.id!r} has {len(row)} cells for {len(self.heads)} columns"
                )
            self.content += [_cell(cell, head) for cell, head in zip(row, self.heads, strict=True)]

    def draw(self, canvas: Canvas) -> None:
        """Draws a line below each row but the last."""
        super().draw(canvas)
        rows = [
            self.content[first : first + self.columns] for first in range(0, len(self.content), self.columns)
        ]
        for row, below in pairwise(rows):
            middle = (max(cell.rect.bottom for cell in row) + min(cell.rect.top for cell in below)) // 2
            canvas.surface.fill(
                canvas.look.tone("line"), (self.rect.left, middle, self.rect.width, canvas.look.whole(1))
            )


def _cell(cell: str | Widget, head: TableColumn) -> Widget:
    if isinstance(cell, Widget):
        return cell
    if head.weight:
        return Paragraph(cell, role=head.role, side=head.side)
    return Label(cell, role=head.role, side=head.side)
