"""The debrief's part on what was meant by every strike and what was understood: two bars each, on one scale."""

from collections.abc import Iterator, Sequence

from game.report.blow import Blow, Weight
from game.report.said import Said
from game.report.understood import HOW, NO_STRIKES, QUESTION, Understood
from game.session.wording import begun
from game.ui.kit import Bar, Chip, Column, Label, Paragraph, Row, Rule, Sign, Table, TableColumn, Widget
from game.ui.screens.page import beside, lines, section

_NAME, _FIGURE = 92, 44
"""Logical pixels of a bar's name and of its figure."""


def understood(told: Understood, size: tuple[int, int]) -> list[Widget]:
    """How it is read, the question for the class, then each strike by turn, then what else was said."""
    if not told.blows:
        return [Paragraph(NO_STRIKES, role="note"), *_said(told.said)]
    return [
        Column(gap=6)[Paragraph(HOW, measure=1000), Paragraph(QUESTION, role="strong", measure=1000)],
        *_strikes(told, size),
        *_said(told.said),
    ]


def _strikes(told: Understood, size: tuple[int, int]) -> Iterator[Widget]:
    for turn in dict.fromkeys(blow.turn for blow in told.blows):
        parts: list[Widget] = []
        for blow in (each for each in told.blows if each.turn == turn):
            parts += [Rule(), _strike(blow, told.longest, size)]
        yield section(f"Turn {turn}", *parts[1:])


def _strike(blow: Blow, longest: float, size: tuple[int, int]) -> Widget:
    return Column(gap=6)[
        Row(gap=8, items="center")[
            Label(blow.stage, role="note"),
            Chip(blow.label, tone="muted"),
            Chip("widest gap", tone="caution", sign="warning") if blow.widest else None,
        ],
        Paragraph(f"{blow.striker} → {blow.target}: {blow.act}", role="strong", measure=1000),
        beside([_weighed(blow, longest), _told(blow)], size, (5, 4)),
    ]


def _weighed(blow: Blow, longest: float) -> Widget:
    """The two bars, and what made the difference."""
    return Column(gap=6)[
        _bar("meant", blow.meant, longest, "accent", None),
        _bar("understood", blow.understood, longest, "caution", blow.meant.total),
        Row(gap=8, items="start")[
            Sign(_sign(blow), tone="caution", size=12),
            Paragraph(blow.taken, weight=1),
        ],
    ]


def _told(blow: Blow) -> Widget:
    """How it was meant, and what came of it."""
    return Column(gap=6)[
        Paragraph(" ".join(blow.circumstances), role="note"), lines(blow.brought, role="small", gap=2)
    ]


def _bar(name: str, weight: Weight, longest: float, tone: str, mark: float | None) -> Widget:
    told = f"{name} {weight.total:.2f} points"
    return Row(gap=8, items="center")[
        Label(name, role="note", width=_NAME),
        Bar(weight.total, high=longest, mark=mark, tone=tone, thickness=9, weight=1, accessible=told),
        Label(f"{weight.total:.2f}", role="value", side="end", width=_FIGURE),
    ]


def _sign(blow: Blow) -> str:
    if not round(blow.gap, 2):
        return "check"
    return "up" if blow.gap > 0 else "down"


def _said(said: Sequence[Said]) -> list[Widget]:
    """Red lines, assurances, denials and restraint; nothing where there was none."""
    if not said:
        return []
    heads = [
        TableColumn("When", weight=3, role="note"),
        TableColumn("Who", weight=4),
        TableColumn("What was meant", weight=10),
        TableColumn("What was understood", weight=12),
    ]
    rows = [(each.when, each.power, f"{begun(each.kind)}. {each.meant}", each.understood) for each in said]
    return [
        section("What else was said, or shown by holding back", Table(heads, rows, id="said", items="start"))
    ]
