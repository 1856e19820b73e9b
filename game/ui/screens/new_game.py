"""New game: the scenarios there are, each with its decision, length, sources and content note."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

from game.ui.kit import (
    Back,
    Banner,
    Button,
    Checkbox,
    Click,
    Column,
    Intent,
    Item,
    Label,
    Paragraph,
    Progress,
    ProgressBar,
    Row,
    Rule,
    Sign,
    Toggle,
    Widget,
    Work,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import fact, is_wide, lines, page, section
from game.ui.screens.words import CONTENT_NOTE


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario as it is offered; one that cannot be read has ``problems`` and little else."""

    id: str
    title: str
    kind: str = ""
    decision: str = ""
    length: str = ""
    powers: str = ""
    sources: str = ""
    facts_until: str = ""
    content_note: str = CONTENT_NOTE
    file: str = ""
    problems: tuple[str, ...] = ()


Reading = Generator[Progress, None, Sequence[ScenarioCard]]
"""Reads scenario files one by one and returns their cards."""


@dataclass
class NewGameScreen(OverMap):
    """A list of scenarios, and what there is to know about the chosen one before it is played."""

    reading: Callable[[], Reading]
    on_choose: Callable[[str], None]
    on_back: Callable[[], None]
    cards: Sequence[ScenarioCard] = ()
    chosen: str = ""
    invented: bool = False
    """Whether the cards are told under invented names; ``on_names`` is asked to change that."""
    on_names: Callable[[bool], None] | None = None
    _work: Work[Sequence[ScenarioCard]] | None = field(default=None, init=False)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The list on the left, the chosen scenario beside it or below."""
        card = self._card()
        return page(
            "New game",
            self._waiting() if card is None else self._listed(card, size),
            [
                Button("Back", id="back", key="escape"),
                Button(
                    "Choose seats",
                    id="choose",
                    key="return",
                    kind="primary",
                    disabled=_refusal(card),
                ),
            ],
            size,
            subtitle="Choose a scenario",
        )

    def animate(self, dt: float) -> bool:
        """Begins to read the scenarios once the screen stands."""
        if self._work is None:
            self._work = self.app.run_work(self.reading(), self._have)
        return super().animate(dt)

    def closing(self) -> None:
        """Stops reading."""
        if self._work is not None:
            self._work.cancel()

    def handle(self, intent: Intent) -> None:
        """Chooses a scenario, goes on or back."""
        match intent:
            case Click("choose"):
                self.on_choose(self.chosen)
            case Click("back") | Back():
                self.on_back()
            case Toggle("names", on) if self.on_names is not None:
                self.on_names(on)
            case Click(id) if id.startswith("scenario:"):
                self.chosen = id.removeprefix("scenario:")

    def _have(self, cards: Sequence[ScenarioCard]) -> None:
        self.cards = cards
        playable = [card.id for card in cards if not card.problems]
        if self.chosen not in {card.id for card in cards}:
            self.chosen = next(iter(playable or [card.id for card in cards]), "")

    def _card(self) -> ScenarioCard | None:
        return next((card for card in self.cards if card.id == self.chosen), None)

    def _waiting(self) -> Widget:
        if self._work is not None and self._work.done:
            return Banner("There is no scenario to play. Reinstall the game.", tone="danger")
        progress = self._work.progress if self._work is not None else Progress(0.0, "Reading scenarios")
        return ProgressBar(progress.label, progress.fraction)

    def _listed(self, card: ScenarioCard, size: tuple[int, int]) -> Widget:
        items = [_item(each, each.id == card.id) for each in self.cards]
        about = _problems(card) if card.problems else _about(card)
        if not is_wide(size):
            return Column(gap=16)[
                section("Scenarios", self._names(), Column(gap=2, grouped=True)[items]), about
            ]
        about.weight = 1
        return Row(gap=16, items="start")[
            section("Scenarios", self._names(), Column(gap=2, grouped=True)[items], width=360), about
        ]

    def _names(self) -> Widget | None:
        """Whether real or invented names are played with."""
        if self.on_names is None:
            return None
        return Checkbox(
            "Invented names: the same scenarios, told of no real place",
            id="names",
            on=self.invented,
            tooltip="Every power, place and date gets an invented name, and the map becomes a scheme.",
        )


def _refusal(card: ScenarioCard | None) -> str:
    if card is None:
        return "Choose a scenario first."
    return "This scenario's file has errors; mend them first." if card.problems else ""


def _item(card: ScenarioCard, selected: bool) -> Item:
    below = "cannot be read" if card.problems else f"{card.kind} · {card.length}"
    return Item(id=f"scenario:{card.id}", selected=selected, items="center", padding=8)[
        Sign("warning", tone="caution", size=14) if card.problems else None,
        Column(weight=1)[
            Label(card.title, role="strong", ellipsis=True),
            Label(below, role="small", ellipsis=True),
        ],
    ]


def _about(card: ScenarioCard) -> Column:
    return section(
        card.title,
        Paragraph(card.decision, role="subtitle"),
        fact("Kind", card.kind),
        fact("Length", card.length),
        fact("Powers", card.powers),
        fact("Sources", card.sources),
        fact("Facts until", card.facts_until) if card.facts_until else None,
        Rule(),
        Label("Before you play", role="section"),
        Paragraph(card.content_note),
    )


def _problems(card: ScenarioCard) -> Column:
    return section(
        card.title,
        Banner(f"{card.file} cannot be played until this is mended:", tone="caution"),
        lines(card.problems, role="code"),
    )
