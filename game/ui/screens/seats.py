"""Seats: who plays each power, a person at this screen or a computer player with a doctrine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.session.seats import USUAL_LEVEL
from game.session.wording import begun
from game.ui.kit import (
    Back,
    Banner,
    Button,
    Checkbox,
    Choose,
    Click,
    Column,
    Flag,
    Grid,
    Intent,
    Label,
    Paragraph,
    Row,
    Segmented,
    TextField,
    Toggle,
    Tooltip,
    Widget,
    Write,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.page import page, section
from game.ui.screens.words import listed

PERSON = ""
"""The player of a seat that a person has; a computer player is named by its doctrine."""

_BY_PERSON = "Someone at this screen decides."
_LONGEST_SEED = 18

_SWITCHES = (
    "Mechanisms that this model assumes and others dispute. Leave them as they are for a first game; then play "
    "again with one of them changed, the same seed and the same orders, and compare."
)


@dataclass(frozen=True, slots=True)
class DoctrineCard:
    """A computer player: its id, name, what it seeks, and how it decides in a sentence."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class LevelCard:
    """How strong a computer player is: its id, name, and what it does in a sentence."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class MechanismCard:
    """A contested mechanism of the rules: its id and name, whether it is on, what it says and who disputes it."""

    id: str
    name: str
    on: bool
    claim: str
    disputed: str


@dataclass(frozen=True, slots=True)
class PowerSeat:
    """A power that can be played, and the computer players there are for it."""

    id: str
    name: str
    flag: str
    role: str
    doctrines: tuple[DoctrineCard, ...]
    player: str = PERSON
    """Who plays it unless somebody changes it: a person, or the id of a doctrine."""
    in_text: str = ""
    """Its name inside a sentence, where that is another."""
    level: str = USUAL_LEVEL
    """How strong a computer player is unless somebody changes it."""


@dataclass(frozen=True, slots=True)
class SeatsModel:
    """The scenario's title, its powers, and the levels of computer players."""

    title: str
    powers: tuple[PowerSeat, ...]
    levels: tuple[LevelCard, ...]
    content_note: str = ""
    mechanisms: tuple[MechanismCard, ...] = ()


@dataclass
class SeatsScreen(OverMap):
    """Hands ``on_start`` the player of each power (empty for a person, else level and doctrine), and any seed given.

    ``switched`` are the ids of mechanisms that are to be otherwise than the scenario has them.
    """

    model: SeatsModel
    on_start: Callable[[dict[str, str], int | None], None]
    on_back: Callable[[], None]
    seed: str = ""
    players: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    switched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Puts everybody on the seat that the model suggests."""
        self.players = {power.id: power.player for power in self.model.powers}
        self.levels = {power.id: power.level for power in self.model.powers}

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """One row for each power, then the seed, the content note, and what is disputed."""
        people = [
            power.in_text or power.name for power in self.model.powers if self.players[power.id] == PERSON
        ]
        return page(
            "Seats",
            [
                *[self._seat(power) for power in self.model.powers],
                self._dice(),
                _sharing(people) if len(people) > 1 else None,
                section("Before you play", Paragraph(self.model.content_note))
                if self.model.content_note
                else None,
                self._disputed() if self.model.mechanisms else None,
            ],
            [
                Button("Back", id="back", key="escape"),
                Button("Start", id="start", key="return", kind="primary", disabled=self._refusal(people)),
            ],
            size,
            subtitle=self.model.title,
            widest=960,
        )

    def handle(self, intent: Intent) -> None:
        """Changes a seat or the seed, goes on or back."""
        match intent:
            case Choose(id, value) if id.startswith("seat:"):
                self.players[id.removeprefix("seat:")] = "" if value == "person" else value
            case Choose(id, value) if id.startswith("level:"):
                self.levels[id.removeprefix("level:")] = value
            case Toggle(id) if id.startswith("mechanism:"):
                self.switched ^= {id.removeprefix("mechanism:")}
            case Write("seed", text):
                self.seed = text
            case Click("start"):
                self.on_start(self._chosen(), int(self.seed) if self.seed.strip() else None)
            case Click("back") | Back():
                self.on_back()

    def _chosen(self) -> dict[str, str]:
        return {
            power: f"{self.levels[power]}:{player}" if player else PERSON
            for power, player in self.players.items()
        }

    def _seat(self, power: PowerSeat) -> Widget:
        player = self.players[power.id]
        settings = [("person", "Person"), *[(each.id, f"Computer: {each.name}") for each in power.doctrines]]
        told = {each.id: each.text for each in power.doctrines}
        return Column(padding=14, gap=8, panel="panel", line="accent" if player == PERSON else "line")[
            Row(gap=10, items="center")[
                Flag(power.flag, size=20) if power.flag else None,
                Label(power.name, role="name"),
                Paragraph(power.role, role="note", weight=1),
            ],
            Segmented(
                settings,
                id=f"seat:{power.id}",
                value=player or "person",
                explanations={"person": _BY_PERSON, **told},
            ),
            Paragraph(told.get(player, _BY_PERSON), role="note", tone="text"),
            self._level(power.id) if player else None,
        ]

    def _level(self, power: str) -> Widget:
        told = {each.id: each.text for each in self.model.levels}
        return Column(gap=8)[
            Segmented(
                [(each.id, each.name) for each in self.model.levels],
                id=f"level:{power}",
                value=self.levels[power],
                explanations=dict(told),
            ),
            Paragraph(told[self.levels[power]], role="note", tone="text"),
        ]

    def _dice(self) -> Widget:
        return section(
            "Chance",
            Row(gap=12, items="center")[
                Label("Seed", role="body"),
                TextField(self.seed, id="seed", hint="none: new dice", limit=_LONGEST_SEED, width=220),
                Paragraph(
                    self._luck_and_time(),
                    role="note",
                    weight=1,
                ),
            ],
        )

    def _disputed(self) -> Widget:
        return section(
            "What is disputed",
            Paragraph(_SWITCHES, role="note"),
            Grid(column_width=280, gap=4)[
                [
                    Checkbox(
                        each.name,
                        id=f"mechanism:{each.id}",
                        on=each.on != (each.id in self.switched),
                        tooltip=Tooltip(each.name, each.claim, source=f"Disputed: {each.disputed}"),
                    )
                    for each in self.model.mechanisms
                ]
            ],
        )

    def _luck_and_time(self) -> str:
        minutes = self.app.settings.minutes
        clock = (
            f"Each decision has {minutes} minutes, half for an offer or answer: see Settings."
            if minutes
            else "There is no time limit."
        )
        return f"The same seed and the same choices give the same game. {clock}"

    def _refusal(self, people: list[str]) -> str:
        if self.seed.strip() and not (self.seed.strip().isascii() and self.seed.strip().isdigit()):
            return "The seed is a whole number, or nothing."
        return "" if people else "At least one power is played by a person."


def _sharing(people: list[str]) -> Banner:
    return Banner(
        f"{begun(listed(people))} share this screen. A blank page comes before each turn: hand over, then go on.",
        sign="circle",
    )
