"""The debrief's part on what was meant by every strike and what was understood: two bars each, on one scale."""

from collections.abc import Iterator, Sequence

from game.report.said import Said
from game.report.understood import HOW, NO_STRIKES, QUESTION, Blow, Understood, Weight
from game.ui.kit import Bar, Chip, Column, Label, Paragraph, Row, Rule, Sign, Table, TableColumn, Widget
from game.ui.screens.page import lines, section
from game.ui.screens.words import sentence

_NAME, _FIGURE, _PART = 92, 44, 124
"""Logical pixels of a bar's name, of its figure, and of the part of it that is humiliation."""

_TONES = {"calibrated": "good", "measured": "notice", "decisive": "danger"}


def understood(told: Understood) -> list[Widget]:
    """How it is read, the question for the class, then each strike by turn, then what else was said."""
    if not told.blows:
        return [Paragraph(NO_STRIKES, role="note"), *_said(told.said)]
    return [
        Column(gap=6)[Paragraph(HOW, measure=1000), Paragraph(QUESTION, role="strong", measure=1000)],
        *_strikes(told),
        *_said(told.said),
    ]


def _strikes(told: Understood) -> Iterator[Widget]:
    for turn in dict.fromkeys(blow.turn for blow in told.blows):
        own = [blow for blow in told.blows if blow.turn == turn]
        parts: list[Widget] = []
        for blow in own:
            parts += [Rule(), _strike(blow, told.longest)]
        yield section(f"Turn {turn}", *parts[1:])


def _strike(blow: Blow, longest: float) -> Widget:
    return Column(gap=6)[
        Row(gap=8, items="center")[
            Label(blow.stage, role="note"),
            Chip(blow.label, tone=_TONES[blow.label]),
            Chip("widest gap", tone="caution", sign="warning") if blow.widest else None,
        ],
        Paragraph(f"{blow.striker} → {blow.target}: {blow.act}", role="strong", measure=1000),
        _bar("meant", blow.meant, longest, "accent", None),
        _bar("understood", blow.understood, longest, "caution", blow.meant.total),
        Row(gap=8, items="start")[
            Sign(_sign(blow), tone="caution", size=12),
            Paragraph(f"{sentence(blow.verdict)}, {blow.toward}. {blow.why}", weight=1),
        ],
        Paragraph(" ".join(blow.circumstances), role="note", measure=1000),
        lines(blow.brought, role="small", gap=2),
    ]


def _bar(name: str, weight: Weight, longest: float, tone: str, mark: float | None) -> Widget:
    part = f"{weight.humiliation:.2f} humiliation" if weight.humiliation else ""
    told = f"{name} {weight.total:.2f} points"
    return Row(gap=8, items="center")[
        Label(name, role="note", width=_NAME),
        Bar(weight.total, high=longest, mark=mark, tone=tone, thickness=9, weight=1, accessible=told),
        Label(f"{weight.total:.2f}", role="value", side="end", width=_FIGURE),
        Label(part, role="small", width=_PART),
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
        TableColumn("When", weight=2, role="note"),
        TableColumn("Who", weight=2),
        TableColumn("What was meant", weight=5),
        TableColumn("What was understood", weight=6),
    ]
    rows = [(each.when, each.power, f"{sentence(each.kind)}. {each.meant}", each.understood) for each in said]
    return [
        section("What else was said, or shown by holding back", Table(heads, rows, id="said", items="start"))
    ]
