"""The bulletin at the end of a turn: what is public, the toll, and what a seat saw since its last turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.report.figures import rounded
from game.ui.kit import (
    Back,
    Button,
    Click,
    Column,
    Flow,
    Intent,
    Label,
    Paragraph,
    Row,
    Rungs,
    Sign,
    Table,
    TableColumn,
    Tooltip,
    Widget,
)
from game.ui.screens.backdrop import OverMap
from game.ui.screens.movement import Movement, RungMove
from game.ui.screens.page import beside, lines, page, section

NEXT_TURN = "Next turn"


@dataclass(frozen=True, slots=True)
class TollOfTurn:
    """People of one population killed and displaced in a turn, and in all; estimates."""

    name: str
    killed: int
    displaced: int
    killed_in_all: int


@dataclass(frozen=True, slots=True)
class BulletinModel:
    """A turn as the public reads it, and below it what one seat saw (nothing where ``whose`` is empty)."""

    title: str
    subtitle: str
    headlines: tuple[tuple[str, tuple[str, ...]], ...]
    """Lines of the bulletin, by stage."""
    rungs: tuple[RungMove, ...]
    talks: tuple[str, ...]
    toll: tuple[TollOfTurn, ...]
    flag: str = ""
    whose: str = ""
    seen: tuple[str, ...] = ()
    """What the seat was told and the public was not."""
    movements: tuple[Movement, ...] = ()


@dataclass
class BulletinScreen(OverMap):
    """One page a turn: it opens on the turn before, those before it can be paged back to; Enter begins the next.

    ``of_turn`` gives what one and the same reader was told of a turn, from the first to ``turn``.
    """

    of_turn: Callable[[int], BulletinModel]
    turn: int
    on_done: Callable[[], None]
    on_play: Callable[[int], None]
    """Plays a turn on the map once more."""
    button: str = NEXT_TURN
    model: BulletinModel = field(init=False)
    """What is shown."""

    def __post_init__(self) -> None:
        """Opens on the last turn."""
        self._last = self.turn
        self.model = self.of_turn(self.turn)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The seat's own before the headlines on the left; fronts, talks and the toll on the right."""
        model = self.model
        news = Column(gap=16)[
            self._own() if model.whose else None,
            section("Bulletin", *self._headlines()),
        ]
        tables = Column(gap=16)[
            section("Toll of this turn", *_toll(model.toll)),
            section("Fronts that moved", *_rungs(model.rungs)),
            section("Talks", lines(model.talks)) if model.talks else None,
        ]
        return page(
            model.title,
            beside([news, tables], size, (5, 4)),
            [
                Button("See it again", id="play", key="m"),
                *self._other_turns(),
                Button(self.button, id="on", key="return", kind="primary"),
            ],
            size,
            subtitle=model.subtitle,
            flag=model.flag,
            body_id=f"page:{self.turn}",
        )

    def _other_turns(self) -> list[Widget]:
        """To the turns before and back again, once there are any."""
        if self._last == 1:
            return []
        first, last = "This is the first turn.", "No later turn is over yet."
        return [
            Button("Earlier turn", id="earlier", key="left", disabled=first if self.turn == 1 else None),
            Button("Later turn", id="later", key="right", disabled=last if self.turn == self._last else None),
        ]

    def handle(self, intent: Intent) -> None:
        """Goes on, or to another turn."""
        match intent:
            case Click("on") | Back():
                self.on_done()
            case Click("earlier"):
                self._page(-1)
            case Click("later"):
                self._page(+1)
            case Click("play"):
                self.on_play(self.turn)

    def _page(self, by: int) -> None:
        self.turn += by
        self.model = self.of_turn(self.turn)

    def _headlines(self) -> list[Widget]:
        if not self.model.headlines:
            return [Paragraph("Nothing happened that the public was told of.", role="note")]
        return [
            Column(gap=6)[Label(stage, role="section"), lines(told)] for stage, told in self.model.headlines
        ]

    def _own(self) -> Widget:
        model = self.model
        return section(
            f"What {model.whose} saw this turn",
            lines(model.seen) if model.seen else None,
            Flow(gap=14)[[_moved(*each) for each in enumerate(model.movements)]] if model.movements else None,
            None
            if model.seen or model.movements
            else Paragraph("Nothing more than the public, and none of its numbers moved.", role="note"),
        )


def _moved(number: int, movement: Movement) -> Row:
    causes = Tooltip(movement.name, causes=movement.causes, total=movement.change)
    return Row(id=f"moved:{number}", gap=6, items="center", tooltip=causes)[
        Sign("up" if movement.after > movement.before else "down", tone=movement.tone, size=10),
        Label(movement.name, role="note"),
        Label(movement.shown, role="key", tone=movement.tone),
    ]


def _rungs(moves: tuple[RungMove, ...]) -> list[Widget]:
    if not moves:
        return [Paragraph("No front moved.", role="note")]
    return [rung_line(each) for each in moves]


def rung_line(move: RungMove) -> Row:
    """A front that moved: whether up or down, its name, its rung with the one before, and the word for it."""
    up = move.after > move.before
    return Row(gap=8, items="center")[
        Sign("up" if up else "down", tone="caution" if up else "good"),
        Label(move.name, weight=1, ellipsis=True),
        Rungs(move.after, ghost=None if up else move.before, width=88),
        Label(move.word, role="note", width=112, ellipsis=True),
    ]


def _toll(toll: tuple[TollOfTurn, ...]) -> list[Widget]:
    if not toll:
        return [Paragraph("Nobody was killed or displaced by what happened this turn.", role="note")]
    heads = [
        TableColumn("People", weight=3),
        TableColumn("killed", side="end", weight=2, role="value"),
        TableColumn("displaced", side="end", weight=2, role="value"),
        TableColumn("killed in all", side="end", weight=2, role="code"),
    ]
    rows = [
        (each.name, *(rounded(count) for count in (each.killed, each.displaced, each.killed_in_all)))
        for each in toll
    ]
    return [
        Table(heads, rows, id="toll", gap=8),
        Paragraph("Estimates. The toll is never counted as points.", role="small"),
    ]
