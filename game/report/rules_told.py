"""The page of the rules in parts, for a screen or a terminal: the words of the printed sheet, without their dress.

The sheet is the only place where these words are written; what is told elsewhere is read from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from game.report.outcome import CRITERIA, MEANINGS
from game.report.rules_sheet import rules_sheet
from game.report.templates import filled
from game.scenario.shipped import Loaded

BlockKind = Literal["text", "item", "term", "row"]

_KINDS: dict[str, BlockKind] = {"p": "text", "caption": "text", "li": "item", "dd": "term", "tr": "row"}
_CELLS = ("dt", "td", "th")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or step (one text), a term with its meaning (two), or a row of a table (one for each cell)."""

    kind: BlockKind
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the rules under its heading."""

    heading: str
    blocks: tuple[Block, ...]


def rules_told(loaded: Loaded) -> tuple[Part, ...]:
    """The rules of a scenario with its own numbers, as the sheet to print has them."""
    rules = rules_sheet(loaded.scenario, loaded.rules)
    page = filled(
        "rules_sheet.html",
        rules=rules,
        n=rules.numbers,
        head=lambda *_: "",
        CRITERIA=CRITERIA,
        MEANINGS=MEANINGS,
    )
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(Part(heading, tuple(blocks)) for heading, blocks in reader.parts)


@dataclass
class _Reader(HTMLParser):
    """Takes headings, paragraphs, steps, terms and rows out of the sheet; what stands before a heading is dropped."""

    parts: list[tuple[str, list[Block]]] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_data(self, data: str) -> None:
        """Words of whatever is open."""
        self._words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whatever has words of its own begins without any."""
        if tag == "h3" or tag in _KINDS or tag in _CELLS:
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        """Keeps what was read until here."""
        text = " ".join("".join(self._words).split())
        if tag == "h3":
            self.parts.append((text, []))
        elif tag in _CELLS:
            self._cells.append(text)
        elif tag == "section" or not self.parts:
            self._cells = []
        elif tag in _KINDS:
            self._keep(_KINDS[tag], text)

    def _keep(self, kind: BlockKind, text: str) -> None:
        texts = self._cells if kind == "row" else [*self._cells, text] if kind == "term" else [text]
        self.parts[-1][1].append(Block(kind, tuple(texts)))
        self._cells = [] if kind in ("row", "term") else self._cells
