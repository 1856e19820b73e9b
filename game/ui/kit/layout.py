"""Rows, columns, grids and stacks: they measure what is inside, and share out the room they get.

Containers read like lists: ``Column(gap=8)[Label("Force"), Button("Commit", id="commit")]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Self

from game.ui.kit.look import Look
from game.ui.kit.widget import Align, Area, Extent, Widget

if TYPE_CHECKING:
    from game.ui.kit.canvas import Canvas

Justify = Literal["start", "center", "end", "between"]
"""Where the widgets of a row or column stand along it when nothing takes up the room that is left."""

Children = Widget | Iterable[Widget | None] | None
"""What may stand between the brackets of a container: one widget or several; ``None`` is left out."""


def share(room: float, extents: Sequence[Extent], weights: Sequence[float]) -> list[float]:
    """Divides ``room`` among neighbours, in the same unit.

    Those with a weight share what the others leave, by weight, none below its least. Without enough room,
    all shrink towards their least; when that is not enough either, the sum is more than ``room``.
    """
    if not any(weights) or sum(extent.natural for extent in extents) > room:
        sizes = _shrunk(room, extents)
    else:
        sizes = [extent.natural for extent in extents]
    weighted = [index for index, weight in enumerate(weights) if weight > 0]
    pool = room - sum(size for index, size in enumerate(sizes) if index not in set(weighted))
    while weighted:
        unit = pool / sum(weights[index] for index in weighted)
        tight = [index for index in weighted if unit * weights[index] < extents[index].least]
        if not tight:
            for index in weighted:
                sizes[index] = unit * weights[index]
            break
        for index in tight:
            sizes[index] = extents[index].least
            pool -= sizes[index]
        weighted = [index for index in weighted if index not in set(tight)]
    return sizes


def _shrunk(room: float, extents: Sequence[Extent]) -> list[float]:
    lacking = sum(extent.natural for extent in extents) - room
    slack = sum(extent.natural - extent.least for extent in extents)
    if lacking <= 0 or slack <= 0:
        return [extent.natural for extent in extents]
    part = min(1.0, lacking / slack)
    return [extent.natural - (extent.natural - extent.least) * part for extent in extents]


def _largest(extents: Sequence[Extent]) -> Extent:
    """What holds any of them; nothing where there are none."""
    return Extent(max((e.least for e in extents), default=0), max((e.natural for e in extents), default=0))


def _together(extents: Sequence[Extent]) -> Extent:
    """What holds all of them one after the other."""
    return Extent(sum(e.least for e in extents), sum(e.natural for e in extents))


def _aligned(start: float, room: float, wanted: Extent, align: Align) -> tuple[float, float]:
    """Start and size of something across the room it stands in."""
    if align == "stretch":
        return start, room
    size = min(room, max(wanted.natural, wanted.least))
    spare = room - size
    return start + {"start": 0.0, "center": spare / 2, "end": spare}[align], size


@dataclass(eq=False)
class Container(Widget):
    """A widget with others inside: gap between, padding around, and a panel behind them if one is named.

    ``group`` makes the focusable widgets inside one stop for TAB, with arrow keys among them.
    """

    gap: float = field(default=0, kw_only=True)
    padding: float = field(default=0, kw_only=True)
    panel: str = field(default="", kw_only=True)
    line: str = field(default="", kw_only=True)
    radius: float | None = field(default=None, kw_only=True)
    items: Align = field(default="stretch", kw_only=True)
    justify: Justify = field(default="start", kw_only=True)
    grouped: bool = field(default=False, kw_only=True)
    content: list[Widget] = field(default_factory=list, kw_only=True, repr=False)

    def __getitem__(self, children: Children) -> Self:
        """Puts widgets inside: one, or several with commas or a star; ``None`` is left out."""
        given = [children] if isinstance(children, Widget) else (children or ())
        self.content += [child for child in given if child is not None]
        return self

    @property
    def children(self) -> Sequence[Widget]:
        """The widgets inside."""
        return self.content

    @property
    def group(self) -> bool:
        """Whether the widgets inside are one stop for TAB."""
        return self.grouped

    def draw(self, canvas: Canvas) -> None:
        """Draws the panel behind the widgets."""
        if self.panel or self.line:
            canvas.panel(self.rect, self.panel, self.line, self.radius)

    def _gaps(self, look: Look) -> float:
        return look.px(self.gap) * max(0, len(self.content) - 1)

    def _border(self, look: Look) -> float:
        return 2 * look.px(self.padding)

    def _offset(self, spare: float) -> tuple[float, float]:
        """Room before the first widget, and extra room between any two."""
        if self.justify == "between" and len(self.content) > 1:
            return 0.0, spare / (len(self.content) - 1)
        return {"start": 0.0, "between": 0.0, "center": spare / 2, "end": spare}[self.justify], 0.0


@dataclass(eq=False)
class Column(Container):
    """Widgets below each other."""

    def measure_widths(self, look: Look) -> Extent:
        """As wide as the widest."""
        return _largest([child.widths(look) for child in self.content]).grown(self._border(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As high as all together."""
        together = _together(self._extents(look, width - self._border(look)))
        return together.grown(self._gaps(look) + self._border(look))

    def place(self, look: Look, area: Area) -> None:
        """Places the widgets from the top down."""
        super().place(look, area)
        inner = area.inset(look.px(self.padding))
        room = inner.height - self._gaps(look)
        sizes = share(room, self._extents(look, inner.width), [child.weight for child in self.content])
        top, between = self._offset(max(0.0, room - sum(sizes)))
        top += inner.top
        for child, height in zip(self.content, sizes, strict=True):
            left, width = self._across(look, child, inner)
            child.place(look, Area(left, top, width, height))
            top += height + look.px(self.gap) + between

    def _extents(self, look: Look, width: float) -> list[Extent]:
        return [
            child.heights(look, self._across(look, child, Area(0, 0, width, 0))[1]) for child in self.content
        ]

    def _across(self, look: Look, child: Widget, inner: Area) -> tuple[float, float]:
        """Left and width of a widget; one that is stretched keeps to its own width where it has one."""
        align = child.align or self.items
        wanted = child.widths(look)
        if align == "stretch":
            widest = min(inner.width, look.px(child.max_width))
            wanted = wanted if child.width is not None else Extent(wanted.least, widest)
            align = "start"
        if look.mirrored and align != "center":
            align = "end" if align == "start" else "start"
        return _aligned(inner.left, inner.width, wanted, align)


@dataclass(eq=False)
class Row(Container):
    """Widgets beside each other, in reading direction."""

    items: Align = field(default="center", kw_only=True)

    def measure_widths(self, look: Look) -> Extent:
        """As wide as all together."""
        together = _together([child.widths(look) for child in self.content])
        return together.grown(self._gaps(look) + self._border(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As high as the highest, each at the width it will get."""
        sizes = self._sizes(look, width - self._border(look))
        highest = _largest(
            [child.heights(look, size) for child, size in zip(self.content, sizes, strict=True)]
        )
        return highest.grown(self._border(look))

    def place(self, look: Look, area: Area) -> None:
        """Places the widgets along the row."""
        super().place(look, area)
        inner = area.inset(look.px(self.padding))
        sizes = self._sizes(look, inner.width)
        start, between = self._offset(max(0.0, inner.width - self._gaps(look) - sum(sizes)))
        for child, width in zip(self.content, sizes, strict=True):
            left = inner.width - start - width if look.mirrored else start
            wanted = child.heights(look, width)
            top, height = _aligned(inner.top, inner.height, wanted, child.align or self.items)
            child.place(look, Area(inner.left + left, top, width, height))
            start += width + look.px(self.gap) + between

    def _sizes(self, look: Look, width: float) -> list[float]:
        extents = [child.widths(look) for child in self.content]
        return share(width - self._gaps(look), extents, [child.weight for child in self.content])


@dataclass(eq=False)
class Grid(Container):
    """Widgets in cells, row by row. ``columns`` of equal width, or as many as are ``column_width`` wide.

    ``weights`` makes columns unequal; a weight of 0 gives a column its natural width.
    """

    columns: int = field(default=2, kw_only=True)
    column_width: float = field(default=0, kw_only=True)
    weights: Sequence[float] = field(default=(), kw_only=True)

    def measure_widths(self, look: Look) -> Extent:
        """The columns beside each other; a grid that reflows needs only one."""
        if self.column_width:
            widest = max((child.widths(look).least for child in self.content), default=0.0)
            least = max(widest, look.px(self.column_width))
            natural = max(least, look.px(self.column_width * min(len(self.content), 4)))
            return Extent(least, natural).grown(self._border(look))
        extents = self._column_extents(look, self.columns)
        extra = look.px(self.gap) * (self.columns - 1) + self._border(look)
        if not self.weights:
            column = _largest(extents)
            return Extent(column.least * self.columns, column.natural * self.columns).grown(extra)
        return _together(extents).grown(extra)

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The rows below each other."""
        _, rows = self._cells(look, width - self._border(look))
        extra = look.px(self.gap) * max(0, len(rows) - 1) + self._border(look)
        return Extent(sum(rows), sum(rows)).grown(extra)

    def place(self, look: Look, area: Area) -> None:
        """Places each widget in its cell."""
        super().place(look, area)
        inner = area.inset(look.px(self.padding))
        widths, rows = self._cells(look, inner.width)
        gap = look.px(self.gap)
        for index, child in enumerate(self.content):
            row, column = divmod(index, len(widths))
            start = sum(widths[:column]) + gap * column
            left = inner.width - start - widths[column] if look.mirrored else start
            top = inner.top + sum(rows[:row]) + gap * row
            align = child.align or self.items
            down, height = _aligned(top, rows[row], child.heights(look, widths[column]), align)
            child.place(look, Area(inner.left + left, down, widths[column], height))

    def _count(self, look: Look, width: float) -> int:
        if not self.column_width:
            return max(1, self.columns)
        gap = look.px(self.gap)
        fitting = int((width + gap + 0.5) // (look.px(self.column_width) + gap))
        return max(1, min(fitting, len(self.content) or 1))

    def _cells(self, look: Look, width: float) -> tuple[list[float], list[float]]:
        count = self._count(look, width)
        weights = list(self.weights) or [1.0] * count
        widths = share(width - look.px(self.gap) * (count - 1), self._column_extents(look, count), weights)
        rows = [self.content[first : first + count] for first in range(0, len(self.content), count)]
        return widths, [
            max(child.heights(look, size).natural for child, size in zip(row, widths, strict=False))
            for row in rows
        ]

    def _column_extents(self, look: Look, count: int) -> list[Extent]:
        columns = (self.content[column::count] for column in range(count))
        return [_largest([child.widths(look) for child in column]) for column in columns]


@dataclass(eq=False)
class Flow(Container):
    """Widgets beside each other that go on in the next line where the width ends, like words."""

    def measure_widths(self, look: Look) -> Extent:
        """At least the widest; best all in one line."""
        extents = [child.widths(look) for child in self.content]
        in_a_line = _together(extents).natural + self._gaps(look)
        return Extent(_largest(extents).least, in_a_line).grown(self._border(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """The lines below each other."""
        areas = self._areas(look, width - self._border(look))
        height = max((area.top + area.height for area in areas), default=0.0)
        return Extent(height, height).grown(self._border(look))

    def place(self, look: Look, area: Area) -> None:
        """Places the widgets line by line."""
        super().place(look, area)
        inner = area.inset(look.px(self.padding))
        for child, found in zip(self.content, self._areas(look, inner.width), strict=True):
            left = inner.width - found.left - found.width if look.mirrored else found.left
            child.place(look, found._replace(left=inner.left + left, top=inner.top + found.top))

    def _areas(self, look: Look, width: float) -> list[Area]:
        areas: list[Area] = []
        left = top = line = 0.0
        for child in self.content:
            wide = min(child.widths(look).natural, max(width, child.widths(look).least))
            if left and left + wide > width + 0.5:
                left, top, line = 0.0, top + line + look.px(self.gap), 0.0
            high = child.heights(look, wide).natural
            areas.append(Area(left, top, wide, high))
            left += wide + look.px(self.gap)
            line = max(line, high)
        return areas


@dataclass(eq=False)
class Stack(Container):
    """Widgets above one another in the same place, the last on top."""

    def measure_widths(self, look: Look) -> Extent:
        """As wide as the widest."""
        return _largest([child.widths(look) for child in self.content]).grown(self._border(look))

    def measure_heights(self, look: Look, width: float) -> Extent:
        """As high as the highest."""
        inner = [child.heights(look, width - self._border(look)) for child in self.content]
        return _largest(inner).grown(self._border(look))

    def place(self, look: Look, area: Area) -> None:
        """Gives all of them the whole place."""
        super().place(look, area)
        for child in self.content:
            child.place(look, area.inset(look.px(self.padding)))


@dataclass(eq=False)
class Spacer(Widget):
    """Empty room: takes what is left, or ``width`` and ``height`` where those are given."""

    weight: float = field(default=1, kw_only=True)
