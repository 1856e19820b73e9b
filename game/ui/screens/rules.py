"""The rules of a game, to be read at any moment of it: the words of the sheet to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.report.rules_told import Block, Part
from game.ui.kit import Back, Button, Click, Column, Intent, Paragraph, Row, Table, TableColumn, Widget
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import beside, is_wide, lines, page, section

_TERM_WIDTH = 96


@dataclass
class RulesScreen(OverMap):
    """One part of the rules below the other, in two columns where there is room."""

    parts: tuple[Part, ...]
    title: str
    on_done: Callable[[], None]

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The parts in their order, each in the column that is shorter so far."""
        return page(
            "The rules",
            [beside([Column(gap=16)[map(_part, column)] for column in self._columns(size)], size)],
            [Button("Done", id="done", key="return", kind="primary")],
            size,
            subtitle=self.title,
        )

    def handle(self, intent: Intent) -> None:
        """Goes back."""
        match intent:
            case Click("done") | Back():
                self.on_done()

    def _columns(self, size: tuple[int, int]) -> list[list[Part]]:
        columns: list[list[Part]] = [[], []] if is_wide(size) else [[]]
        for part in self.parts:
            min(columns, key=lambda column: sum(map(_length, column))).append(part)
        return columns


def _length(part: Part) -> int:
    """About how tall a part is, in letters: a row takes a line, however short."""
    return sum(max(90, len("".join(block.texts))) for block in part.blocks)


def _part(part: Part) -> Widget:
    return section(part.heading, *[each for kind, run in _runs(part) for each in _shown(kind, run)])


def _runs(part: Part) -> Iterator[tuple[str, list[Block]]]:
    """Blocks of one kind that follow each other."""
    return ((kind, list(run)) for kind, run in groupby(part.blocks, lambda block: block.kind))


def _shown(kind: str, run: Sequence[Block]) -> list[Widget]:
    match kind:
        case "item":
            return [lines([f"{number}. {block.texts[0]}" for number, block in enumerate(run, start=1)])]
        case "term":
            return [_term(*block.texts) for block in run]
        case "row":
            return [_table(run)]
        case _:
            return [Paragraph(block.texts[0]) for block in run]


def _term(name: str, meaning: str) -> Row:
    return Row(gap=12, items="start")[
        Paragraph(name, role="strong", width=_TERM_WIDTH), Paragraph(meaning, weight=1)
    ]


def _table(rows: Sequence[Block]) -> Table:
    """The first row has the headings; the last two columns are numbers."""
    names = rows[0].texts
    heads = [
        TableColumn(name, "end", 0, "code")
        if place >= len(names) - 2
        else TableColumn(name, weight=place + 1)
        for place, name in enumerate(names)
    ]
    return Table(heads, [block.texts for block in rows[1:]], id="dials", gap=8)
