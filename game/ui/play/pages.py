"""The panel at the side: the list of fronts, and pages on whatever was clicked on the map or in a list."""

from __future__ import annotations

from collections.abc import Iterable

from game.session.wording import RUNGS
from game.ui.kit import (
    Button,
    Cause,
    Column,
    Flag,
    Icon,
    Item,
    Label,
    Paragraph,
    Row,
    Rule,
    Rungs,
    ScrollArea,
    Sign,
    Widget,
)
from game.ui.play.position import Dossier, FrontReading, Group, Position
from game.ui.play.strips import line
from game.ui.theme import rung_tone

WIDTH = 248
"""Logical pixels of the panel at the side."""

FRONTS, INDEX, FRONT, WHO = "", "index", "front:", "who:"
"""What the panel shows: the fronts, the list of everybody, a front (with its id) or somebody (with an id)."""

_TRENDS = {1: ("up", "rising"), -1: ("down", "falling")}


def side_panel(position: Position, page: str, inset: str = "") -> Widget:
    """The page that is open; the list of fronts where none is, or where what it was about is gone.

    ``inset`` is what the enlarged part of the map is called, if it has one.
    """
    if page == INDEX:
        return _page("Who is who", "", [_everybody(position), *_words_given(position)])
    front = position.front(page.removeprefix(FRONT)) if page.startswith(FRONT) else None
    if front is not None:
        return _front_page(front)
    dossier = position.dossier(page.removeprefix(WHO)) if page.startswith(WHO) else None
    return _dossier_page(dossier) if dossier is not None else _fronts(position, inset)


def _fronts(position: Position, inset: str) -> Widget:
    powers = [dossier for dossier in position.dossiers if dossier.of_power]
    return _panel([
        Row()[Label("Fronts", role="heading", weight=1), Label("rung 0 to 7", role="section")],
        Column(id="fronts", gap=1, grouped=True)[[_front(front) for front in position.fronts]],
        Rule(),
        Column(id="powers", gap=1, grouped=True)[
            *[_entry(dossier) for dossier in powers],
            Item(id=f"page:{INDEX}")[
                Sign("right", tone="muted"),
                Label("Partners, hosts, talks, red lines", role="note", tone="text", weight=1),
            ],
        ],
        Row(gap=6)[
            Button("Close", id="side", key="f", kind="quiet"),
            Button(inset, id="inset", key="l", kind="quiet") if inset else None,
        ],
    ])  # fmt: skip


def _front(front: FrontReading) -> Widget:
    mark = front.mark
    sign, word = _TRENDS.get(mark.trend, ("", ""))
    return Item(id=f"page:{FRONT}{mark.id}", accessible=mark.accessible, padding=4)[
        Icon(mark.icon, size=26, ground=rung_tone(mark.rung), tone="on_accent"),
        Column(weight=1, gap=2)[
            Row(gap=4)[
                Label(mark.name, role="strong", weight=1, ellipsis=True),
                Sign(sign, size=10, tone="caution" if mark.trend > 0 else "good", accessible=word)
                if sign
                else None,
                Label(f"{mark.rung} {mark.rung_word}", role="small", tone=rung_tone(mark.rung)),
            ],
            Rungs(mark.rung),
        ],
    ]


def _entry(dossier: Dossier) -> Widget:
    picture = Flag(dossier.flag, size=14) if dossier.flag else Sign("diamond", tone="muted")
    return Item(id=f"page:{WHO}{dossier.id}", padding=5)[
        picture,
        Label(dossier.name, role="body", weight=1, ellipsis=True),
        Label(dossier.briefly, role="small", ellipsis=True),
    ]


def _everybody(position: Position) -> Widget:
    return Column(id="everybody", gap=1, grouped=True)[[_entry(dossier) for dossier in position.dossiers]]


def _words_given(position: Position) -> list[Widget]:
    told = [Paragraph(each, role="note", tone="text") for each in position.lines]
    return [Rule(), Label("Red lines and promises", role="section"), *told] if told else []


def _front_page(front: FrontReading) -> Widget:
    mark, explained = front.mark, front.explanation
    return _page(front.name, f"rung {mark.rung}, {mark.rung_word}", [
        Rungs(mark.rung), Paragraph(explained.text, role="note", tone="text"), *_causes(explained.causes),
        Label("The ladder", role="section"), _ladder(mark.rung),
    ])  # fmt: skip


def _ladder(now: int) -> Widget:
    """All rungs with their words, the highest above, and where the front stands."""
    rungs = reversed(list(enumerate(RUNGS)))
    return Column(gap=2)[
        [
            Label(
                f"{rung} {word}",
                role="strong" if rung == now else "note",
                tone=rung_tone(rung) if rung == now else "",
            )
            for rung, word in rungs
        ]
    ]


def _causes(causes: Iterable[Cause]) -> list[Widget]:
    return [
        Row(gap=8, items="start")[
            Paragraph(cause.name, role="small", weight=1), Label(cause.value, role="value", tone=cause.tone)
        ]
        for cause in causes
    ]


def _dossier_page(dossier: Dossier) -> Widget:
    about = [Paragraph(dossier.about, role="note", tone="text")] if dossier.about else []
    notes = [Paragraph(note, role="note", tone="text") for note in dossier.notes]
    groups = [_group(dossier, group) for group in dossier.groups]
    return _page(dossier.name, dossier.kind, [*about, *groups, *notes], flag=dossier.flag)


def _group(dossier: Dossier, group: Group) -> Widget:
    readings = [line(reading, f"known:{dossier.id}:{reading.id}") for reading in group.readings]
    return Column(gap=6)[Label(group.title, role="section", ellipsis=True), *readings]


def _page(title: str, below: str, inside: Iterable[Widget], flag: str = "") -> Widget:
    return _panel([
        Row(gap=8, items="start")[
            Flag(flag, size=18) if flag else None,
            Column(weight=1)[Paragraph(title, role="strong"), Paragraph(below, role="small") if below else None],
            Button("Back", id="page:", key="b", kind="quiet"),
        ],
        Rule(),
        *inside,
    ])  # fmt: skip


def _panel(inside: Iterable[Widget]) -> Widget:
    return Column(id="page", width=WIDTH, padding=8, panel="glass", line="line")[
        ScrollArea(id="side:scroll")[Column(gap=8)[list(inside)]]
    ]
