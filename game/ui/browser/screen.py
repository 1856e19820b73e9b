"""The browser: the scenarios there are beside what there is to know about the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.ui.browser.about import about
from game.ui.browser.card import ScenarioCard
from game.ui.browser.listing import Narrowing, narrowing_controls, rows
from game.ui.browser.shelf import Shelf
from game.ui.browser.sources import SourcesScreen
from game.ui.kit import (
    Back,
    Banner,
    Button,
    Choose,
    Click,
    Column,
    Drop,
    Focus,
    Intent,
    Key,
    Label,
    Paragraph,
    Row,
    Rule,
    ScrollArea,
    Segmented,
    Spacer,
    Tooltip,
    Widget,
    Write,
)
from game.ui.screens.reading import ReadingScreen

WATCHED_SECONDS = 1.0
"""How often files are looked at for changes."""

_MARGIN = 16
_WIDEST = 1500
_LIST = {False: 300, True: 400}
_ROOMY = 1200
_NAMES_TIP = Tooltip(
    "Names",
    "Invented names leave play as it is: every power, place and date gets another name, and the map becomes a scheme. "
    "Choose them where real names would turn a lesson into an argument about who is right.",
)


@dataclass
class BrowserScreen(ReadingScreen):
    """Hands ``on_choose`` the key of the scenario to play; ``on_names`` is told of real or invented names."""

    shelf: Shelf
    on_choose: Callable[[str], None]
    on_back: Callable[[], None]
    on_add: Callable[[Path | None], None]
    on_names: Callable[[bool], None]
    on_sheets: Callable[[str], None]
    """Writes the sheets of a scenario, given by its key."""
    chosen: str = ""
    narrowing: Narrowing = field(default_factory=Narrowing)
    _since_look: float = field(default=WATCHED_SECONDS, init=False)

    # --- what is shown ---------------------------------------------------------------------------------

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Heading and filters above, the list beside the chosen scenario, the ways on below."""
        width = min(size[0] - 2 * _MARGIN, _WIDEST)
        return Column(items="stretch")[
            _across(width, self._heading()),
            Rule(),
            Row(weight=1, justify="center", items="stretch", padding=10)[self._panes(width)],
            Rule(),
            _across(width, self._ways_on()),
        ]

    def _heading(self) -> Widget:
        invented = "invented" if self.shelf.skin else "real"
        return Column(gap=8)[
            Row(gap=10, items="center")[
                Label("Scenarios", role="title", weight=1),
                Label("Names", role="note", tooltip=_NAMES_TIP, id="names_tip"),
                Segmented(
                    [("real", "Real"), ("invented", "Invented")],
                    id="names",
                    value=invented,
                    explanations={"invented": _NAMES_TIP},
                ),
            ],
            narrowing_controls(self.narrowing, self.shelf.cards),
        ]

    def _panes(self, width: float) -> Widget:
        listed = _LIST[width >= _ROOMY]
        beside = width - listed - 12
        card = self.card
        shown = Paragraph("Choose a scenario.", role="note")
        return Row(width=width, gap=12, items="stretch")[
            Column(width=listed, panel="panel", line="line", padding=6, gap=6)[
                ScrollArea(id="list")[rows(self.left, self.chosen, self.shelf.picture)], self._progress()
            ],
            Column(width=beside, panel="panel", line="line", padding=14)[
                ScrollArea(id="page")[
                    shown if card is None else about(card, self.shelf.picture(card.key), beside - 40)
                ]
            ],
        ]

    def _progress(self) -> Widget | None:
        if self.shelf.trouble:
            return Banner(self.shelf.trouble, tone="danger")
        return self.how_far()

    def _ways_on(self) -> Widget:
        return Row(gap=10)[
            Button("Back", id="back", key="escape"),
            Spacer(),
            Button("Add a scenario", id="add", key="a"),
            Button(
                "Read again",
                id="again",
                key="f5",
                tooltip="Files that change on the disk are read again by themselves.",
            ),
            Button("Choose seats", id="choose", key="return", kind="primary", disabled=_refusal(self.card)),
        ]

    # --- what is known ---------------------------------------------------------------------------------

    @property
    def left(self) -> list[ScenarioCard]:
        """The cards that the list is narrowed to."""
        return [card for card in self.shelf.cards if self.narrowing.holds(card)]

    @property
    def card(self) -> ScenarioCard | None:
        """The chosen one."""
        return next((card for card in self.shelf.cards if card.key == self.chosen), None)

    # --- what happens ----------------------------------------------------------------------------------

    def animate(self, dt: float) -> bool:
        """Looks once a second whether files changed, and has them read."""
        self._since_look += dt
        if self._since_look >= WATCHED_SECONDS:
            self._since_look = 0.0
            if self.shelf.look() or self.work is None:
                self._settle()
                self._read()
                self.refresh()
        return super().animate(dt)

    def handle(self, intent: Intent) -> None:
        """Chooses, narrows, reads again, goes on or back."""
        match intent:
            case Click("choose"):
                self.on_choose(self.chosen)
            case Click("back") | Back():
                self.on_back()
            case Click("add"):
                self.on_add(None)
            case Drop(path):
                self.on_add(Path(path))
            case Choose("names", value):
                self.on_names(value == "invented")
                self._read()
            case Click("again"):
                self.shelf.look(again=True)
                self._read()
            case Click(id) if id == f"scenario:{self.chosen}" and self.app.view.memory.by_keyboard:
                self._go_on()
            case Click(id) | Focus(id) if id.startswith("scenario:"):
                self._choose(id.removeprefix("scenario:"))
            case _:
                self._narrow_or_show(intent)

    def _narrow_or_show(self, intent: Intent) -> None:
        match intent:
            case Write("search", text):
                self.narrowing = replace(self.narrowing, words=text)
                self._settle()
            case Choose("kind", value):
                self.narrowing = replace(self.narrowing, kind=value)
                self._settle()
            case Key("ctrl+f"):
                self.app.view.focus("search", by_keyboard=True)
            case Key("down" | "up" as key):
                self._step(1 if key == "down" else -1)
            case Click("sources") if self.card is not None:
                self.app.push(SourcesScreen(self.card, on_done=self.app.pop))
            case Click("sheets"):
                self.on_sheets(self.chosen)
            case Click("copy") if self.card is not None:
                self.app.copy("\n".join(self.card.problems))

    def _go_on(self) -> None:
        """To the seats: whoever came to a scenario by key has chosen it, and means with Enter to play it."""
        if not _refusal(self.card):
            self.on_choose(self.chosen)

    def _choose(self, key: str) -> None:
        if key != self.chosen:
            self.chosen = key
            self._read()

    def _step(self, by: int) -> None:
        keys = [card.key for card in self.left]
        if keys:
            at = keys.index(self.chosen) if self.chosen in keys else -1
            self._choose(keys[max(0, min(at + by, len(keys) - 1))])
            self.app.view.focus(f"scenario:{self.chosen}", by_keyboard=True)

    def _settle(self) -> None:
        """Keeps the choice among what is left: else the first that ships, for it can be played."""
        left = self.left
        if left and self.chosen not in {card.key for card in left}:
            shipped = (card.key for card in left if card.origin == "shipped")
            self.chosen = next(shipped, left[0].key)

    def _read(self) -> None:
        """Reads what is not read yet, the chosen one first."""
        self.closing()
        self.work = self.app.run_work(self.shelf.reading(self.chosen))


def _across(width: float, content: Widget) -> Widget:
    """A bar over the whole window with its content in the middle."""
    content.width = width
    return Row(panel="panel", radius=0, justify="center", padding=10)[content]


def _refusal(card: ScenarioCard | None) -> str:
    if card is None:
        return "Choose a scenario first."
    if card.problems:
        return "This scenario's file has errors; mend them first."
    return "" if card.read else "It is still being read."
