"""The debrief's part on what each power sought beside what came of it, and on how the balance ended."""

from collections.abc import Iterator, Sequence

from game.report.balance import BalanceEnd
from game.report.gap import ActGap, Gap
from game.report.outcome import MandateLine
from game.ui.kit import Column, Label, Paragraph, Row, Sign, Table, TableColumn, Widget
from game.ui.screens.page import lines, section

_HELD = "The balance held on every front."
_WAR = "What it got was a regional war."
_NO_ACTS = "It struck nobody."


def sought(gaps: Sequence[Gap]) -> list[Widget]:
    """One section for each power: its aims, then its acts with true values when chosen and at the end."""
    return [_gap(gap) for gap in gaps]


def balance(ends: Sequence[BalanceEnd]) -> Widget:
    """On which fronts the balance ended, in whose choice or collapse."""
    return section("How the balance ended", lines([end.words for end in ends] or [_HELD]))


def _gap(gap: Gap) -> Widget:
    acts = [widget for place, act in enumerate(gap.acts) for widget in _act(f"{gap.power}:{place}", act)]
    return section(
        gap.name,
        Label("Sought", role="section"),
        *[_aim(aim) for aim in gap.aims],
        Label("Chose, and got", role="section"),
        *(acts or [Paragraph(_NO_ACTS, role="note")]),
    )


def _aim(aim: MandateLine) -> Widget:
    return Row(gap=8, items="start")[
        Sign("check" if aim.met else "cross", tone="good" if aim.met else "danger", size=14),
        Paragraph(aim.text, weight=1),
        Label("met" if aim.met else "not met", role="small"),
    ]


def _act(place: str, act: ActGap) -> Iterator[Widget]:
    yield Column(gap=4)[
        Label(f"Turn {act.turn}, {act.stage}", role="note"),
        Paragraph(act.act, role="strong"),
        Paragraph(f"“{act.reason}”", role="quotation", tone="notice") if act.reason else None,
    ]
    names = (f"Owed to {act.toward}", f"Credibility with {act.believer}", "Standing")
    then = (act.chose.owed, act.chose.credibility, act.chose.standing)
    if act.got is None:
        told = ", ".join(f"{name.lower()} {value:.1f}" for name, value in zip(names, then, strict=True))
        yield Paragraph(f"When it chose: {told}. {_WAR}")
        return
    end = (act.got.owed, act.got.credibility, act.got.standing)
    heads = [
        TableColumn("", weight=2),
        TableColumn("when it chose", side="end", weight=1, role="value"),
        TableColumn("at the end", side="end", weight=1, role="value"),
    ]
    rows = [(name, f"{was:.1f}", f"{now:.1f}") for name, was, now in zip(names, then, end, strict=True)]
    yield Table(heads, rows, id=f"got:{place}")
