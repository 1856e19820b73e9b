"""Planning: three desks with order cards over the map, and the dials of the order that is open."""

from __future__ import annotations

from game.rules.tables import Slot
from game.ui.kit import Card, Click, Column, Intent, Row, ScrollArea, Widget
from game.ui.play.deciding import Deciding, Wiring
from game.ui.play.desk import capital, opened_order, order_list
from game.ui.play.position import Position

DESKS: tuple[tuple[str, tuple[Slot, ...]], ...] = (
    ("Force", (Slot.FORCE,)),
    ("Guard", (Slot.GUARD,)),
    ("Voice", (Slot.DIPLOMATIC, Slot.DECLARATORY)),
)
"""The desks and the slots that each fills."""

_TITLES = {Slot.DIPLOMATIC: "Diplomatic", Slot.DECLARATORY: "Declaratory"}

_TALL = 700
"""Logical pixels of height from which an opened order is described in full."""


class Planning(Deciding):
    """One person's orders of a turn."""

    question, button = "Commit these orders?", "Commit orders"

    def __init__(self, position: Position, wiring: Wiring) -> None:
        super().__init__(position, wiring)
        self.desk = 0

    def panel(self, size: tuple[int, int]) -> Widget:
        """The desks, the orders of the one that is open, undo and commit."""
        inside = self._inside(brief=size[1] < _TALL)
        return Column(padding=12, gap=10, weight=1)[
            Row(id="desks", gap=6, items="stretch", grouped=True)[
                [self._desk(number) for number in range(len(DESKS))]
            ],
            ScrollArea(id=f"desk:{self.desk}:{self.opened}")[Column(padding=1, gap=12)[inside]],
            self.commit_row(),
        ]

    def name_of(self, slot: Slot) -> str:
        """The desk, or the part of it."""
        return _TITLES.get(slot, slot.name.capitalize())

    def picked(self, intent: Intent) -> None:
        """Changes the desk; the rest as on every deciding screen."""
        match intent:
            case Click(id) if id.startswith("desk:") and id != "desk:list":
                self.desk, self.opened = int(id.removeprefix("desk:")), None
            case _:
                super().picked(intent)

    def _desk(self, number: int) -> Widget:
        name, slots = DESKS[number]
        cards = [self.decision.card(slot) for slot in slots]
        note = "\n".join(capital(card.name) for card in cards if card is not None) or "nothing yet"
        key = str(number + 1)
        selected = number == self.desk
        return Card(name, id=f"desk:{number}", key=key, cost=key, note=note, selected=selected, weight=1)

    def _inside(self, *, brief: bool) -> list[Widget]:
        name, slots = DESKS[self.desk]
        card = self.decision.card(self.opened) if self.opened is not None else None
        if self.opened is not None and card is not None:
            return [opened_order(self.decision, self.opened, card, f"All orders of {name}", brief=brief)]
        return [order_list(self.decision, slot, title=_TITLES.get(slot, "")) for slot in slots]
