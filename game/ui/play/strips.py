"""The strip at the top with a seat's own numbers, and the toll strip at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.kit import Bar, Button, Column, Flag, Label, Paragraph, Row, Rule, Sign, Tooltip, Widget
from game.ui.play.position import BAND_SIGNS, Position, Reading, TollReading

WIDE = 1180
"""Logical pixels from which the strips show everything."""

TOP_HEIGHT, TOLL_HEIGHT = 60, 50
"""Logical pixels that the strips take."""

_MOST_ROOM = 2.2


def top_strip(position: Position, own: Sequence[Reading], size: tuple[int, int]) -> Widget:
    """Whose turn it is, which turn and days, and the own numbers."""
    wide = size[0] >= WIDE
    return Row(id="strip", padding=8, gap=14 if wide else 9, panel="panel", radius=0, height=TOP_HEIGHT)[
        Flag(position.flag, size=22) if position.flag else None,
        _named(position.power_name, position.deciding if wide else position.turn, shortens=wide),
        Rule(upright=True),
        _named(position.turn, position.dates, role="value") if wide else None,
        Rule(upright=True) if wide else None,
        *[gauge(reading, f"own:{reading.id}", weight=_room(reading)) for reading in own],
        Button("Pause", id="menu", key="escape", kind="quiet"),
    ]


def _room(reading: Reading) -> float:
    """Share of the strip: what says toward whom is longer."""
    below = len(reading.shown) + 2 * bool(reading.word) + 0.6 * len(reading.toward)
    return min(max(len(reading.name) / 11, below / 8, 1.0), _MOST_ROOM)


def _named(name: str, below: str, role: str = "name", *, shortens: bool = True) -> Widget:
    return Column(justify="center", max_width=250)[
        Label(name, role=role), Label(below, role="small", ellipsis=shortens)
    ]


def gauge(reading: Reading, place: str, *, weight: float = 1) -> Widget:
    """A number under its name, over its bar; its causes open on hover, focus and click."""
    return Column(id=place, weight=weight, gap=2, tooltip=reading.explanation, accessible=_spoken(reading))[
        Label(reading.name, role="section", ellipsis=True),
        Row(gap=5)[
            *_shown(reading),
            Label(reading.toward, role="small", weight=1, ellipsis=True) if reading.toward else None,
        ],
        _bar(reading),
    ]


def line(reading: Reading, place: str) -> Widget:
    """A number beside its name, over its bar, as in a page about somebody."""
    return Column(id=place, gap=3, tooltip=reading.explanation, accessible=_spoken(reading))[
        Row(gap=8)[Paragraph(reading.name, role="note", tone="text", weight=1), *_shown(reading)],
        _bar(reading),
    ]


def _shown(reading: Reading) -> list[Widget | None]:
    """The number, and before it the sign of its band."""
    return [
        Sign(BAND_SIGNS[reading.word], tone=reading.tone) if reading.word in BAND_SIGNS else None,
        Label(reading.shown, role="value", tone=reading.tone if reading.word else "text"),
    ]


def _bar(reading: Reading) -> Bar:
    return Bar(
        reading.value, low=reading.low, high=reading.high, band=reading.band, tone=reading.tone, thickness=4
    )


def _spoken(reading: Reading) -> str:
    return (
        f"{reading.name} {reading.toward}: {reading.shown}"
        if reading.toward
        else f"{reading.name}: {reading.shown}"
    )


def toll_strip(toll: Sequence[TollReading], size: tuple[int, int]) -> Widget:
    """The toll of every population, always in sight; ranges and who said so on hover, focus and click."""
    brief = size[0] < WIDE
    return Row(id="toll", padding=6, gap=12, panel="panel", radius=0, height=TOLL_HEIGHT)[
        Column(tooltip=_TOLL, id="toll:about")[
            Label("Toll", role="heading"), Label("estimates", role="small")
        ],
        *[_people(each, brief=brief) for each in toll],
    ]


def _people(toll: TollReading, *, brief: bool) -> Widget:
    displaced = "" if brief or toll.displaced == "0" else f", {toll.displaced} displaced"
    counts = f"{toll.killed} killed{displaced}"
    spoken = f"{toll.name}: {toll.killed} killed, {toll.displaced} displaced"
    room = max(len(toll.name) * 1.15, len(counts))
    return Column(id=f"toll:{toll.id}", weight=room, tooltip=toll.explanation, accessible=spoken)[
        Label(toll.name, role="strong", ellipsis=True),
        Label(counts, role="small", ellipsis=True),
    ]


_TOLL = Tooltip(
    "Toll",
    "People killed and displaced, by population, as estimates. Click a population for the range and who said so. "
    "The toll is shown always and is never counted as points.",
)
