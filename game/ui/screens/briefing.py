"""The briefing of one power: its role card in its own reasons, its mandates, and what it knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.kit import (
    Back,
    Button,
    Chip,
    Click,
    Column,
    Intent,
    Label,
    Paragraph,
    Row,
    Rungs,
    Tooltip,
    Widget,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import beside, fact, lines, page, section


@dataclass(frozen=True, slots=True)
class Mandate:
    """An aim of a power's own."""

    text: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A front as everybody sees it at the start."""

    name: str
    rung: int
    word: str


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """One of the seat's own numbers: its name, its value of its highest, and what it means in a sentence."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class BriefingModel:
    """A role card. All powers have the same parts, in the same order."""

    government: str
    flag: str
    scenario: str
    dates: str
    decision: str
    role: str
    situation: str
    reasons: str
    audiences: str
    mandates: tuple[Mandate, ...]
    own: tuple[OwnNumber, ...]
    fronts: tuple[FrontLine, ...]
    known: tuple[str, ...]
    """Lines drawn, what is owed, promises: each in a sentence."""


@dataclass
class BriefingScreen(OverMap):
    """The role card; Enter begins."""

    model: BriefingModel
    on_done: Callable[[], None]
    on_back: Callable[[], None] | None = None
    on_rules: Callable[[], None] | None = None
    button: str = "Begin"

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Who you are and why on the left; what you want and know on the right."""
        model = self.model
        reasons = Column(gap=16)[
            section("Who you are", Paragraph(model.role)),
            section("The situation", Paragraph(model.situation)),
            section("What your government says", Paragraph(model.reasons)),
            section("Who is watching", Paragraph(model.audiences)),
        ]
        knowledge = Column(gap=16)[
            section("Your mandates", *[_mandate(each) for each in model.mandates]),
            section("Where you stand", *[_own(each) for each in model.own]),
            section("Fronts", *[_front(each) for each in model.fronts]),
            section("What is known", lines(model.known)) if model.known else None,
        ]
        return page(
            model.government,
            [
                section("The decision", Paragraph(model.decision, role="subtitle", measure=1100)),
                beside([reasons, knowledge], size, (3, 2)),
            ],
            [
                Button("Back", id="back", key="escape") if self.on_back else None,
                Button("Rules", id="rules", key="r") if self.on_rules else None,
                Button(self.button, id="begin", key="return", kind="primary"),
            ],
            size,
            subtitle=f"{model.scenario} · {model.dates}",
            flag=model.flag,
        )

    def handle(self, intent: Intent) -> None:
        """Begins, opens the rules, or goes back."""
        match intent:
            case Click("begin"):
                self.on_done()
            case Click("rules") if self.on_rules:
                self.on_rules()
            case Click("back") | Back():
                if self.on_back:
                    self.on_back()


def _mandate(mandate: Mandate) -> Row:
    return Row(gap=10, items="start")[
        Paragraph(mandate.text, weight=1),
        Chip("secret", tone="violet", sign="lock") if mandate.secret else Chip("public", tone="muted"),
    ]


def _own(number: OwnNumber) -> Row:
    line = fact(number.name, number.value)
    line.id, line.tooltip = f"own:{number.name.lower()}", Tooltip(number.name, number.meaning)
    return line


def _front(front: FrontLine) -> Row:
    return Row(gap=10, items="center")[
        Label(front.name, ellipsis=True, weight=1),
        Rungs(front.rung, width=84),
        Label(f"{front.rung} {front.word}", role="note", width=110),
    ]
