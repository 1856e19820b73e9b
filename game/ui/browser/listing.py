"""The list of scenarios: what it is narrowed to, and a row for each that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.session.wording import begun
from game.ui.browser.card import ScenarioCard
from game.ui.browser.drawn import Drawn
from game.ui.kit import Column, Flow, Item, Label, Paragraph, Segmented, Sign, TextField, Widget
from game.ui.screens.words import KINDS

ALL, BROKEN = "all", "broken"

_ORIGINS = {"shipped": "", "own": "yours", "given": "from a file"}
_PICTURE = (80, 45)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the list is narrowed to: a kind (or all, or those with errors), and words that all must be found."""

    kind: str = ALL
    words: str = ""

    def holds(self, card: ScenarioCard) -> bool:
        """Whether a card is left."""
        fits = self.kind == ALL or (bool(card.problems) if self.kind == BROKEN else card.kind == self.kind)
        return fits and all(word in card.searched for word in self.words.casefold().split())


def narrowing_controls(narrowing: Narrowing, cards: Sequence[ScenarioCard]) -> Widget:
    """A field to search in, and the kinds that there are with how many of each."""
    counts = {kind: sum(card.kind == kind for card in cards) for kind in KINDS}
    broken = sum(bool(card.problems) for card in cards)
    kinds = [(ALL, f"All {len(cards)}")]
    kinds += [(kind, f"{begun(KINDS[kind])} {count}") for kind, count in counts.items() if count]
    kinds += [(BROKEN, f"With errors {broken}")] if broken else []
    return Flow(gap=8)[
        TextField(
            narrowing.words,
            id="search",
            hint="Search (Ctrl F)",
            accessible="Search titles, decisions and powers",
            limit=60,
            width=200,
        ),
        Segmented(kinds, id="kind", value=narrowing.kind),
    ]


def rows(
    cards: Sequence[ScenarioCard],
    chosen: str,
    picture: Callable[[str], pygame.Surface | None],
) -> Widget:
    """A row for each scenario; Tab stops once, arrow keys go along."""
    if not cards:
        return Paragraph("Nothing fits. Clear the search, or choose All.", role="note")
    return Column(id="scenarios", gap=2, grouped=True)[
        [_row(card, card.key == chosen, picture(card.key)) for card in cards]
    ]


def _row(card: ScenarioCard, selected: bool, picture: pygame.Surface | None) -> Item:
    width, height = _PICTURE
    return Item(id=f"scenario:{card.key}", selected=selected, items="center", padding=6)[
        Drawn(picture, width=width, height=height),
        Column(weight=1)[
            Label(card.title, role="strong", ellipsis=True), Label(_below(card), role="small", ellipsis=True)
        ],
        Sign("warning", tone="caution", size=16) if card.problems else None,
    ]


def _below(card: ScenarioCard) -> str:
    kind = "cannot be played" if card.problems else KINDS.get(card.kind, "kind not known")
    length = card.length.partition(",")[0] if card.read else "not read yet"
    return " · ".join(filter(None, (kind, "" if card.problems else length, _ORIGINS[card.origin])))
