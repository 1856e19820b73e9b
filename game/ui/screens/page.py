"""The frame that most screens stand in: a heading, a body that scrolls, and a row of buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.ui.kit import Column, Flag, Label, Paragraph, Row, Rule, ScrollArea, Segmented, Spacer, Widget
from game.ui.kit.layout import Children

NARROW = 1100
"""Logical pixels below which what stands side by side goes below each other."""

_MARGIN = 24


def is_wide(size: tuple[int, int]) -> bool:
    """Whether two columns fit beside each other in a window of this size."""
    return size[0] >= NARROW


def body_width(size: tuple[int, int], widest: float) -> float:
    """Logical pixels of a page's body: comfortable to read, whatever the window."""
    return min(widest, size[0] - 2 * _MARGIN - 12)


def page(  # noqa: PLR0913 (a frame has as many places as it has)
    title: str,
    body: Children,
    buttons: Sequence[Widget | None],
    size: tuple[int, int],
    *,
    subtitle: str = "",
    flag: str = "",
    tabs: Segmented | None = None,
    widest: float = 1160,
    body_id: str = "page",
) -> Widget:
    """A whole screen: heading with an optional flag, body, buttons.

    The last of the buttons stands at the end, the others before it. ``tabs`` stay in sight above the body, which each
    of them begins anew; in a narrow window, where they take many lines, they scroll with it. A body keeps its place
    by ``body_id``: another one begins above.
    """
    width = body_width(size, widest)
    stays = tabs if is_wide(size) else None
    whole = body if stays or tabs is None else [tabs, Column(gap=16)[body]]
    content = Column(width=width, gap=16, padding=4)[whole]
    return Column(items="stretch")[
        Row(panel="panel", radius=0, justify="center")[
            Row(width=width + 8, gap=14, padding=12, items="center")[
                Flag(flag, size=30) if flag else None,
                Column(gap=2, weight=1)[
                    Label(title, role="title", ellipsis=True),
                    Label(subtitle, role="note", ellipsis=True) if subtitle else None,
                ],
            ]
        ],
        Rule(),
        _over(width, stays) if stays else None,
        Row(weight=1, justify="center", items="stretch", padding=12)[
            ScrollArea(id=f"{body_id}:{tabs.value}" if tabs else body_id, width=width + 12, weight=0)[content]
        ],
        Rule(),
        Row(panel="panel", radius=0, justify="center")[
            Row(width=width + 8, gap=10, padding=10)[Spacer(), *buttons] if buttons else None
        ],
    ]


def _over(width: float, tabs: Widget) -> Widget:
    """Tabs just as wide as the body below them, beside whose right edge its scroll bar runs."""
    return Row(justify="center", padding=8)[Row(width=width + 12)[Column(width=width, padding=4)[tabs]]]


def section(heading: str, *content: Widget | None, width: float | None = None, weight: float = 0) -> Column:
    """A framed part of a page under its heading."""
    return Column(padding=14, gap=8, panel="panel", line="line", width=width, weight=weight)[
        Label(heading, role="heading", ellipsis=True), *content
    ]


def beside(columns: Iterable[Widget], size: tuple[int, int], weights: Sequence[float] = ()) -> Widget:
    """Parts beside each other in equal shares, or below each other in a narrow window."""
    parts = list(columns)
    if not is_wide(size):
        return Column(gap=16)[parts]
    for part, weight in zip(parts, weights or [1] * len(parts), strict=True):
        part.weight = weight
    return Row(gap=16, items="start")[parts]


def lines(texts: Iterable[str], *, role: str = "body", gap: float = 6) -> Column:
    """Short texts below each other, each with a dash or its own number, so that wrapped lines stay apart.

    Code holds paths, which may be cut anywhere.
    """
    return Column(gap=gap)[
        [
            Row(gap=8, items="start")[
                Label(mark, role=role), Paragraph(text, role=role, weight=1, cuts=role == "code")
            ]
            for mark, text in map(_marked, texts)
        ]
    ]


def _marked(text: str) -> tuple[str, str]:
    """What stands before a text: its own number, as in "2. Pass", or a dash."""
    number, _, rest = text.partition(" ")
    if rest and number[:-1].isdecimal() and number.endswith("."):
        return number, rest
    return "–", text


def fact(name: str, value: str) -> Row:
    """One named value in a line, such as the length of a scenario."""
    return Row(gap=12, items="start")[
        Label(name, role="note", width=110),
        Paragraph(value, weight=1, cuts=True),
    ]
