"""Answers in a reply window, a mediator's offers, and the brink: one decision each, beside what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.tables import Slot
from game.ui.kit import Column, Label, Paragraph, Row, Rule, ScrollArea, Sign, Widget
from game.ui.play.deciding import ADVISERS, Deciding, Wiring
from game.ui.play.desk import opened_order, order_list
from game.ui.play.position import Position
from game.ui.play.situation import Consequence, Situation
from game.ui.play.strips import line

_MOST_TOLD = 6


class Reply(Deciding):
    """One decision outside ORDERS. Nothing is chosen from the start: doing nothing is a choice, too."""

    button = "Commit"

    def __init__(self, position: Position, wiring: Wiring, situation: Situation) -> None:
        super().__init__(position, wiring)
        self.situation = situation
        self.question = situation.question
        self.slot = wiring.decision.slots[0]

    def panel(self, size: tuple[int, int]) -> Widget:
        """What it is about, the choices or the dials of the one that is open, and commit."""
        return Column(padding=12, gap=10, weight=1)[
            Label(self.situation.title, role="title"),
            ScrollArea(id=f"reply:{self.opened}:{self.opened_part}")[
                Column(padding=1, gap=10)[self._inside()]
            ],
            self.part_line(*ADVISERS),
            self.commit_row(),
        ]

    def _inside(self) -> Sequence[Widget | None]:
        if self.opened_part == "advisers":
            return [self.hearing.part()]
        card = self.decision.card(self.slot) if self.opened is not None else None
        return self._choosing() if card is None else self._opened()

    def name_of(self, slot: Slot) -> str:
        """The one thing decided here."""
        return self.situation.title

    @property
    def refusal(self) -> str:
        """Why nothing can be committed yet."""
        chosen = self.decision.chosen(self.slot)
        return "" if chosen is not None else "Choose first. Doing nothing is on the list, too."

    def _choosing(self) -> list[Widget | None]:
        told = self.situation
        return [
            Paragraph(told.about),
            _consequences(told.consequences) if told.consequences else None,
            *[line(reading, f"now:{reading.id}") for reading in told.owed],
            Rule(),
            order_list(self.decision, self.slot, notes=told.notes),
            *([Rule(), Label("What happened", role="section")] if told.happened else []),
            *[Paragraph(text, role="note") for text in told.happened[:_MOST_TOLD]],
        ]

    def _opened(self) -> list[Widget]:
        card, chosen = self.decision.card(self.slot), self.decision.chosen(self.slot)
        if card is None or chosen is None:
            return []
        notes = self.situation.notes
        in_full = [notes[value] for value in chosen.settings.values() if value in notes]
        in_short = [notes[card.order]] if card.order in notes else []
        return [
            opened_order(self.decision, self.slot, card, "All choices"),
            *[Paragraph(note, role="note", tone="text") for note in in_full or in_short],
        ]


def _consequences(consequences: Sequence[Consequence]) -> Widget:
    """All that may follow, with what the chances are of said once, so that the choices below are in sight, too."""
    heading = Label("Chance of a regional war", role="section", tone="danger")
    return Column(gap=5)[heading, *[_consequence(each) for each in consequences]]


def _consequence(each: Consequence) -> Widget:
    certain = each.war == "100 %"
    return Column(padding=6, panel="raised", line="danger" if certain else "line")[
        Row(gap=8)[
            Paragraph(each.when, role="strong", weight=1),
            Sign("warning", tone="danger"),
            Label(each.war, role="value", tone="danger"),
        ],
        Paragraph(
            f"Otherwise {each.otherwise}." if not certain else "The game ends.", role="note", tone="text"
        ),
    ]
