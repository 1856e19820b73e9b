"""What there is to know about the chosen scenario, or all that is wrong with its file."""

from __future__ import annotations

import pygame

from game.session.wording import begun
from game.ui.browser.card import ScenarioCard
from game.ui.browser.drawn import Drawn
from game.ui.kit import Banner, Button, Chip, Column, Flow, Label, Paragraph, Row, Rule, Widget
from game.ui.screens.page import fact, lines
from game.ui.screens.words import KINDS, counted

KIND_MEANINGS = {
    "historical": "It opens as things stood on a real day. What happens from there on is decided in the game.",
    "campaign": "It opens as things stood on a real day and runs over a long time, with events between its turns.",
    "hypothetical": "This did not happen: the opening is made up, with real powers and places.",
    "fictional": "Powers, places and events are made up.",
}
"""What each kind promises."""

_SHEETS = (
    "Writes a page to print for a lesson: a role sheet for each power, the rules on one page, reasons, ground rules, "
    "questions and whom to turn to."
)

_ORIGINS = {"shipped": "ships with the game", "own": "yours", "given": "from a file"}
_TONES = {"hypothetical": "notice", "fictional": "violet"}
_PICTURE = (320, 180)
_SMALL_PICTURE = (192, 108)
_BESIDE = 640


def about(card: ScenarioCard, picture: pygame.Surface | None, width: float) -> Widget:
    """The page of a scenario in so many logical pixels."""
    if card.problems:
        return _problems(card)
    return Column(gap=12)[
        _head(card, picture, width),
        Paragraph(f"{begun(KINDS.get(card.kind, ''))}: {KIND_MEANINGS.get(card.kind, '')}", role="note")
        if card.read
        else None,
        *(_facts(card) if card.read else [Paragraph("The file is being read.", role="note")]),
        *(_note(card) if card.content_note else []),
        *(_advice(card) if card.advice else []),
    ]


def _head(card: ScenarioCard, picture: pygame.Surface | None, width: float) -> Widget:
    """Picture, title and decision; where there is little room the decision goes below a smaller picture."""
    decision = Paragraph(card.decision, role="subtitle", measure=900)
    roomy = width >= _BESIDE
    wide, high = _PICTURE if roomy else _SMALL_PICTURE
    words = Column(gap=8, weight=1)[
        Paragraph(card.title, role="display"), _chips(card), decision if roomy else None
    ]
    head = Row(gap=16, items="start")[Drawn(picture, id="picture", width=wide, height=high), words]
    return Column(gap=10)[head, None if roomy else decision]


def _chips(card: ScenarioCard) -> Widget:
    kind = begun(KINDS.get(card.kind, "kind not known"))
    return Flow(gap=6)[Chip(kind, tone=_TONES.get(card.kind, "accent")), Chip(_ORIGINS[card.origin])]


def _facts(card: ScenarioCard) -> list[Widget | None]:
    return [
        Column(gap=5)[
            fact("Powers", card.powers),
            fact("Length", card.length),
            fact("Takes", card.minutes),
            fact("Facts until", card.facts_until) if card.facts_until and card.kind != "fictional" else None,
            fact("File", card.file) if card.origin != "shipped" else None,
        ],
        Flow(gap=8)[
            Button(
                f"{counted(len(card.sources), 'source')}: show the list",
                id="sources",
                key="s",
                disabled="" if card.sources else "This scenario names no sources.",
            ),
            Button("Print sheets…", id="sheets", key="p", tooltip=_SHEETS),
        ],
    ]


def _note(card: ScenarioCard) -> list[Widget]:
    return [Rule(), Label("Before you play", role="section"), Paragraph(card.content_note)]


def _advice(card: ScenarioCard) -> list[Widget]:
    return [
        Rule(),
        Label("For its author", role="section"),
        Paragraph("It can be played; this should be looked at:", role="note"),
        lines(card.advice, role="code"),
    ]


def _problems(card: ScenarioCard) -> Widget:
    return Column(gap=12)[
        Paragraph(card.title, role="display"),
        Banner(
            "It cannot be played until this is mended. Save the file, and it is read again by itself.",
            tone="caution",
        ),
        fact("File", card.file),
        Label(counted(len(card.problems), "line"), role="section"),
        lines(card.problems, role="code"),
        Button("Copy these lines", id="copy", key="ctrl+c", align="start"),
    ]
