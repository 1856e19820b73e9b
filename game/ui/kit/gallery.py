"""Every widget in every state on one screen, for looking at: ``python -m game.ui.kit.gallery``.

With a path it writes a PNG and closes: ``python -m game.ui.kit.gallery out.png 1920 1080 1.5``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from game.ui.app import App
from game.ui.kit import (
    Adjust,
    Back,
    Banner,
    Button,
    Card,
    Cause,
    Checkbox,
    Chip,
    Choose,
    Click,
    Column,
    Dialog,
    Flag,
    Flow,
    Histogram,
    Icon,
    Intent,
    Item,
    Label,
    LineChart,
    Meter,
    Paragraph,
    ProgressBar,
    Row,
    Rule,
    Rungs,
    Screen,
    ScrollArea,
    Segmented,
    Series,
    Settings,
    Slider,
    Spacer,
    Stack,
    Table,
    TableColumn,
    TextField,
    Toggle,
    Tooltip,
    Widget,
    Write,
)
from game.ui.kit.window import NoDisplay
from game.ui.theme import rung_tone

OWED = Tooltip(
    "Owed to the rival",
    causes=(
        Cause("Carried from last turn", "2.0"),
        Cause("Injured by the rival's strike", "+3.1", "danger"),
        Cause("Resolve shown in answer", "−0.9", "good"),
    ),
    total="4.2",
    source="rules.md §7: injuries are booked dearer by those who suffer them.",
)

FRONTS = (
    ("rockets", "Northern border", 3, "tit-for-tat"),
    ("missile", "Direct", 4, "line-crossing"),
    ("tank", "Strip", 6, "campaign"),
    ("ship", "Strait", 2, "harassment"),
)

NO_READINESS = "Needs 3 readiness, 2 are left. Pass on Force this turn to save one."


EXPLAINED = (
    "Each side books its own injuries dearer than those it causes. The lines show what was owed at the end "
    "of every turn, as it truly was, and what the other side believed."
)

TURNS = tuple(f"Turn {turn}" for turn in range(1, 7))

OWED_LINES = (
    Series("first power", (1.0, 2.5, 4.2, 3.1, 5.0, 2.2), "accent"),
    Series("second power", (0.5, 3.8, 2.2, 6.4, 4.1, 3.0), "caution", dash=7),
    Series("as believed", (1.0, 2.0, None, 5.0, 5.5, 5.8), "violet", dash=3),
)

DECISION_HEADS = (
    TableColumn("Decision", weight=2),
    TableColumn("Reason written", weight=3, role="note"),
    TableColumn("Owed", "end", role="value"),
    TableColumn("Chance", "end", role="value"),
)

DECISIONS = (
    ("Announced salvo", "Shows resolve and leaves the other side a way to stop.", "4.2", "1 to 5 %"),
    ("Absorb", "The line was not crossed; nothing is gained by an answer now.", "3.1", "under 1 %"),
)


class Gallery(Screen):
    """Shows the kit. Its controls work, and remember what they were set to."""

    def __init__(self) -> None:
        self.order, self.front = "salvo", "Direct"
        self.dials = {"scale": "large", "target": "military", "notice": "hours"}
        self.reason, self.certainty, self.saves = "", 0.6, True
        self.asks = False

    def handle(self, intent: Intent) -> None:
        """Takes over what was chosen."""
        match intent:
            case Click(id) if id.startswith("order:"):
                self.order = id.removeprefix("order:")
            case Click(id) if id.startswith("front:"):
                self.front = id.removeprefix("front:")
            case Click("commit"):
                self.asks = True
            case Click("go" | "stay") | Back("sure"):
                self.asks = False
            case Choose(id, value):
                self.dials[id] = value
            case Write("reason", text):
                self.reason = text
            case Adjust("certainty", value):
                self.certainty = value
            case Toggle("saves", on):
                self.saves = on
            case Back(""):
                self.app.quit()
            case _:
                pass

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """A strip at the top, three columns that scroll, a dialog over them."""
        wide = size[0] >= 1160
        middle = ScrollArea(id="middle", weight=1)[Column(gap=14, padding=14)[self._debrief()]]
        return Stack(id="gallery")[
            Column()[
                self._strip(size),
                Row(items="stretch", weight=1)[
                    self._fronts(),
                    middle if wide else None,
                    self._desk(340 if wide else 0),
                ],
                self._toll(),
            ],
            self._sure() if self.asks else None,
        ]

    def _strip(self, size: tuple[int, int]) -> Widget:
        return Row(id="strip", padding=9, gap=20, panel="panel", radius=0, items="center")[
            Flag("us", size=20),
            Column()[Label("Gallery", role="name"), Label("every widget of the kit", role="small")],
            Rule(upright=True),
            Column()[Label("Turn 1 of about 4", role="value"), Label("1 to 5 April", role="small")],
            Meter("Standing", "5.6", 5.6, tone="teal", stacked=True, weight=1, id="standing", tooltip=OWED),
            Meter("Readiness", "4 of 6", 4, high=6, stacked=True, weight=1),
            Meter("Owed", "about 4", band=(3, 5), tone="caution", stacked=True, weight=1),
            Meter("Pressure", "high", 8, tone="danger", mark=7, stacked=True, weight=1)
            if size[0] > 1100
            else None,
        ]

    def _fronts(self) -> Widget:
        return Column(width=250, padding=10, gap=12, panel="panel", radius=0)[
            Row()[Label("Fronts", role="heading"), Spacer(), Label("rung 0 to 7", role="section")],
            ScrollArea(id="left")[
                Column(gap=12)[
                    Column(id="fronts", gap=2, grouped=True)[[self._front(*front) for front in FRONTS]],
                    Rule(),
                    Label("Progress", role="heading"),
                    ProgressBar("Forecast, 2,000 runs of this turn", 0.62, cancel="cancel"),
                    Rule(),
                    Label("Chips", role="heading"),
                    Flow(gap=6)[
                        Chip("calibrated", tone="good", sign="check"),
                        Chip("measured", tone="notice", sign="minus"),
                        Chip("decisive", tone="danger", sign="warning"),
                        Chip("partner", tone="violet", sign="diamond"),
                    ],
                    Checkbox("Save before every commit", id="saves", on=self.saves),
                    Checkbox("Sound", id="sound", disabled="No sound device was found."),
                ]
            ],
        ]

    def _front(self, icon: str, name: str, rung: int, word: str) -> Widget:
        return Item(id=f"front:{name}", selected=name == self.front)[
            Icon(icon, size=26, ground=rung_tone(rung), tone="on_accent"),
            Column(weight=1, gap=2)[
                Label(name, role="strong"),
                Row(gap=8)[
                    Rungs(rung, weight=1), Label(f"{rung} {word}", role="small", tone=rung_tone(rung))
                ],
            ],
        ]

    def _desk(self, width: float) -> Widget:
        return Column(
            width=width or None, weight=0 if width else 1, padding=14, gap=10, panel="panel", radius=0
        )[
            ScrollArea(id="desk")[
                Column(gap=9)[
                    Label("Force", role="heading"),
                    self._orders(),
                    Rule(),
                    *self._dial("scale", "limited", "large", "maximal"),
                    *self._dial("target", "symbolic", "military", "leaders", "energy", "nuclear"),
                    *self._dial("notice", "announced", "hours", "none"),
                    Rule(),
                    *self._forecast(),
                ]
            ],
            Row(gap=8)[
                Button("Undo", id="undo", key="u", disabled="Nothing to undo: no order is chosen yet."),
                Button("Commit", id="commit", key="return", kind="primary", weight=1),
            ],
        ]

    def _orders(self) -> Widget:
        large = "170 drones, 30 cruise, 120 ballistic"
        return Column(id="orders", gap=6, grouped=True)[
            self._card("salvo", "Announced salvo", large, "2 A · 3 R", "rockets"),
            self._card(
                "limited", "Limited strike", "a few aimed missiles at one site", "2 A · 1 R", "target"
            ),
            self._card("covert", "Covert act", "deniable, slow to prepare", "2 A", "spy", NO_READINESS),
        ]

    def _forecast(self) -> list[Widget]:
        counts = (1, 2, 6, 11, 18, 26, 32, 33, 30, 24, 17, 10, 6, 3, 1)
        paid, booked = "pays 3.1 of the 4.2 owed", "booked as about 2.0"
        return [
            Row(gap=16)[
                Meter("Resolve shown", "4.0", 4, note=paid, weight=1, id="resolve", tooltip=OWED),
                Meter("Provocation", "1.5", 1.5, tone="caution", note=booked, weight=1),
            ],
            Banner("Calibrated: much resolve for little provocation", tone="good", sign="plus"),
            Row()[Label("Forecast", role="heading", weight=1), Label("2,000 runs", role="small")],
            Row()[Label("Missiles that get through", weight=1), Label("3 to 17", role="value")],
            Histogram(counts, likely=(3, 11), labels=("0", "likely 9", "28"), mark=5),
            Meter("Control is lost", "1 to 5 %", band=(1, 5), high=100, tone="danger"),
        ]

    def _card(
        self, order: str, title: str, note: str, cost: str, icon: str, disabled: str | None = None
    ) -> Widget:
        chosen = self.order == order
        return Card(
            title, id=f"order:{order}", note=note, cost=cost, icon=icon, selected=chosen, disabled=disabled
        )

    def _dial(self, dial: str, *settings: str) -> list[Widget]:
        reasons = {
            "nuclear": "Beyond reach: needs bombers within range.",
            "none": "The salvo is announced by its nature.",
        }
        return [
            Label(dial, role="section"),
            Segmented(settings, id=dial, value=self.dials[dial], reasons=reasons),
        ]

    def _debrief(self) -> list[Widget]:
        return [
            Paragraph("What was meant, and what was understood", role="title"),
            Paragraph(EXPLAINED, tone="muted"),
            LineChart("Owed", OWED_LINES, TURNS, unit="0 to 10, end of turn", mark=3, tall=200),
            Table(DECISION_HEADS, DECISIONS),
            *self._writing(),
            Flow(gap=8)[
                Button("Plain", id="plain"),
                Button("With an icon", id="icon", icon="radar"),
                Button("Primary", id="primary", kind="primary"),
                Button("Quiet", id="quiet", kind="quiet", key="q"),
                Button("End the game", id="danger", kind="danger", sign="cross"),
            ],
            Paragraph("שלום: 3 מתוך 7    سلام، ۳ از ۷"),
        ]

    def _writing(self) -> list[Widget]:
        shown = f"{100 * self.certainty:.0f} %"
        return [
            Label("Your reason", role="section"),
            TextField(
                self.reason, id="reason", rows=3, hint="Why this order, and what should they understand?"
            ),
            Row(gap=12)[
                Label("How certain are you?", weight=1),
                Slider(
                    self.certainty,
                    id="certainty",
                    step=0.05,
                    shown=shown,
                    accessible="How certain",
                    width=260,
                ),
            ],
        ]

    def _toll(self) -> Widget:
        return Row(padding=8, gap=24, panel="panel", radius=0)[
            Label("Toll", role="heading"),
            Label("about 1,500 killed, 100,000 displaced", role="note", ellipsis=True, weight=1),
            Label("click for ranges and sources", role="small"),
        ]

    def _sure(self) -> Widget:
        return Dialog(
            "Commit these orders?",
            id="sure",
            buttons=[Button("Not yet", id="stay"), Button("Commit", id="go", kind="primary", key="return")],
        )[
            Paragraph("Orders cannot be undone after this. One desk is unused:"),
            Paragraph("Voice has 1 attention left and no message.", tone="notice"),
        ]


def main(arguments: list[str]) -> None:
    """Opens the gallery, or writes a picture of it."""
    if not arguments:
        try:
            App().run(Gallery())
        except NoDisplay as error:
            sys.exit(str(error))
        return
    path, width, height, scale = (*arguments, *("1280", "720", "1")[len(arguments) - 1 :])
    app = App(Settings(scale=float(scale)), (int(width), int(height)))
    app.push(Gallery())
    app.step(0)
    app.window.save_picture(Path(path).parent).replace(path)
    app.close()


if __name__ == "__main__":
    main(sys.argv[1:])
