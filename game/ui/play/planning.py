"""Planning: three desks with order cards over the map, and the dials of the order that is open."""

from __future__ import annotations

from dataclasses import replace

from game.rules.tables import Slot
from game.session.wording import begun
from game.ui.kit import (
    Card,
    Chip,
    Click,
    Column,
    Intent,
    Item,
    Label,
    Paragraph,
    Row,
    ScrollArea,
    Widget,
    Work,
)
from game.ui.play.deciding import ADVISERS, Deciding, Wiring
from game.ui.play.desk import opened_order, order_list
from game.ui.play.outlook import Outlook, forecast_part
from game.ui.play.position import Position, Reading

DESKS: tuple[tuple[str, tuple[Slot, ...]], ...] = (
    ("Force", (Slot.FORCE,)),
    ("Guard", (Slot.GUARD,)),
    ("Voice", (Slot.DIPLOMATIC, Slot.DECLARATORY)),
)
"""The desks and the slots that each fills."""

_INTENTIONS = (
    "Easy computer players show all that they mean to do; normal ones whom their doctrine would strike, and may decide "
    "otherwise."
)
_FIRST = "Choose an order at each desk, or none. Nothing counts before you commit; the forecast says what it may bring."
"""What is told above the orders of the first turn, for whoever has never given any."""

_TITLES = {Slot.DIPLOMATIC: "Diplomatic", Slot.DECLARATORY: "Declaratory"}

_TALL = 800
"""Logical pixels of height from which an opened order is described in full."""


class Planning(Deciding):
    """One person's orders of a turn."""

    question, button = "Commit these orders?", "Commit orders"

    def __init__(self, position: Position, wiring: Wiring) -> None:
        super().__init__(position, wiring)
        self.desk = 0
        self._foresee = wiring.foresee
        self._forecasting: Work[Outlook] | None = None
        self._forecast_of: tuple[str, ...] = ()
        self.forecast: Outlook | None = None
        self._look_on = wiring.look_on
        self._looking: Work[tuple[Reading, ...]] | None = None
        self._intents = wiring.intents

    def panel(self, size: tuple[int, int]) -> Widget:
        """The desks, the orders of the one that is open, undo and commit."""
        inside = self._inside(brief=size[1] < _TALL)
        return Column(padding=12, gap=10, weight=1)[
            Row(id="desks", gap=6, items="stretch", grouped=True)[
                [self._desk(number) for number in range(len(DESKS))]
            ],
            ScrollArea(id=f"desk:{self.desk}:{self.opened}:{self.opened_part}")[
                Column(padding=1, gap=12)[inside]
            ],
            self._outlook_line(),
            *self._counsel(beside=size[1] < _TALL),
            self.commit_row(),
        ]

    def name_of(self, slot: Slot) -> str:
        """The desk, or the part of it."""
        return _TITLES.get(slot, slot.name.capitalize())

    def picked(self, intent: Intent) -> None:
        """Changes the desk; the rest as on every deciding screen."""
        match intent:
            case Click(id) if id.startswith("desk:") and id != "desk:list":
                self.desk, self.opened, self.opened_part = int(id.removeprefix("desk:")), None, ""
                self.lead_by_key(id, "order:")
            case Click(("forecast" | "intents") as part):
                self.open_part(part)
            case _:
                super().picked(intent)

    def _desk(self, number: int) -> Widget:
        name, slots = DESKS[number]
        cards = [self.decision.card(slot) for slot in slots]
        note = "\n".join(begun(card.name) for card in cards if card is not None) or "nothing yet"
        key = str(number + 1)
        selected = number == self.desk
        return Card(name, id=f"desk:{number}", key=key, cost=key, note=note, selected=selected, weight=1)

    def _inside(self, *, brief: bool) -> list[Widget]:
        name, slots = DESKS[self.desk]
        card = self.decision.card(self.opened) if self.opened is not None else None
        match self.opened_part:
            case "forecast":
                return [self._outlook()]
            case "advisers":
                return [self.hearing.part()]
            case "intents":
                told = [Paragraph(intent, role="body") for intent in self._intents]
                return [Label("Intentions", role="heading"), *told, Paragraph(_INTENTIONS, role="note")]
        if self.opened is not None and card is not None:
            opened = opened_order(self.decision, self.opened, card, f"All orders of {name}", brief=brief)
            return [opened, self._outlook()]
        lists = [order_list(self.decision, slot, title=_TITLES.get(slot, "")) for slot in slots]
        if self.position.opening:
            return [Paragraph(_FIRST, role="note", tone="text"), *lists]
        return [*lists]

    # --- the forecast ----------------------------------------------------------------------------------

    def animate(self, dt: float) -> bool:
        """Brings the map up to date, and the forecast once the draft rests."""
        moving = super().animate(dt)
        self._forecast_anew()
        return moving or self._working or (self._looking is not None and not self._looking.done)

    def closing(self) -> None:
        """Gives the forecast and the advisers up."""
        super().closing()
        self._give_forecast_up()

    def _give_forecast_up(self) -> None:
        for work in (self._forecasting, self._looking):
            if work is not None:
                work.cancel()

    @property
    def _working(self) -> bool:
        return self._forecasting is not None and not self._forecasting.done

    def _forecast_anew(self) -> None:
        keys = self.decision.keys()
        if keys == self._forecast_of:
            return
        self._give_forecast_up()
        self._forecast_of = keys
        self._forecasting = self.app.run_work(self._foresee(keys), self._foreseen)

    def _foreseen(self, found: Outlook) -> None:
        self.forecast = found
        self.refresh()
        self._looking = self.app.run_work(self._look_on(self._forecast_of), self._looked_on)

    def _looked_on(self, end: tuple[Reading, ...]) -> None:
        if self.forecast is not None:
            self.forecast = replace(self.forecast, end=end)
            self.refresh()

    def _outlook(self) -> Widget:
        progress = self._forecasting.progress if self._forecasting is not None else None
        return forecast_part(self.forecast, progress)

    def _outlook_line(self) -> Widget:
        """The forecast in one line, below every list of orders; it opens the whole of it."""
        told = (
            self.forecast.brief if self.forecast is not None and not self._working else "is being worked out"
        )
        return Item(id="forecast", key="o", selected=self.opened_part == "forecast", padding=6)[
            Label("Forecast", role="strong"),
            Paragraph(told, role="small", lines=2, weight=1),
            Chip("O"),
        ]

    def _counsel(self, *, beside: bool) -> list[Widget]:
        """What advisers say and what others intend: a line each, or one for both where height is dear."""
        parts = [ADVISERS]
        if self._intents:
            parts.append(("intents", "Intentions", " ".join(self._intents), "i"))
        if not beside or len(parts) < 2:
            return [self.part_line(*part) for part in parts]
        return [Row(gap=8)[[self.part_line(part, name, "", key) for part, name, _, key in parts]]]
