"""The debrief's part on luck against choice: the same orders with other dice, and the throws that were least likely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.report.luck import CANNOT, HOW, HOW_THROWS, QUESTION, LuckTold, PowerLuck, ThrowTold, luck_told
from game.session.luck import Luck, OtherDice
from game.ui.app import App
from game.ui.kit import (
    Button,
    Click,
    Column,
    Histogram,
    Intent,
    Label,
    Paragraph,
    ProgressBar,
    Row,
    Spacer,
    Table,
    TableColumn,
    Widget,
    Work,
)
from game.ui.screens.page import beside, lines, section
from game.ui.screens.what_if import told

_PLAY, _STOP = "luck:play", "luck:stop"
_WORKING = "The same orders are played with other dice"
_BARS = "Bright bars are four of five games with other dice. One scale for all."
_ARROW = "The arrow points at this game."


@dataclass
class LuckPart:
    """Keeps what was worked out while the debrief is open."""

    other_dice: OtherDice
    found: LuckTold | None = field(default=None, init=False)
    _work: Work[Luck] | None = field(default=None, init=False)
    _then: Callable[[], None] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """What was worked out before is there at once."""
        if self.other_dice.found is not None:
            self._show(self.other_dice.found)

    @property
    def working(self) -> bool:
        """Whether games are still played."""
        return self._work is not None and not self._work.done

    def widgets(self, size: tuple[int, int]) -> list[Widget]:
        """How to read it; then a button, how far it is, or what was found."""
        reading = section(
            "How to read this", Paragraph(HOW, measure=1000), Paragraph(CANNOT, role="strong", measure=1000)
        )
        if self.found is not None:
            return [reading, *_found(self.found, size)]
        if self._work is not None and self.working:
            return [reading, ProgressBar(_WORKING, self._work.progress.fraction, cancel=_STOP)]
        return [
            reading,
            Row()[Button("Play it with other dice", id=_PLAY, key="p", kind="primary"), Spacer()],
        ]

    def hears(self, intent: Intent, app: App) -> bool:
        """Begins or gives up; whether the intent was about that."""
        match intent:
            case Click(id) if id == _PLAY:
                self.work_out(app)
            case Click(id) if id == _STOP:
                self.give_up()
            case _:
                return False
        return True

    def work_out(self, app: App, then: Callable[[], None] | None = None) -> None:
        """Plays the games with other dice, unless they are being played, and calls ``then`` once they are."""
        self._then = then
        if not self.working:
            self._work = app.run_work(told(self.other_dice.working(), _WORKING), self._show)

    def give_up(self) -> None:
        """Ends what is being played."""
        if self._work is not None:
            self._work.cancel()

    def _show(self, luck: Luck) -> None:
        self.found = luck_told(self.other_dice.session, luck)
        if self._then is not None:
            self._then()


def _found(found: LuckTold, size: tuple[int, int]) -> Iterator[Widget]:
    ends = section("How the games ended", lines([each.words for each in found.endings]))
    yield beside([_toll(found), ends], size, (3, 2))
    notes = Paragraph(" ".join(found.notes), role="note", measure=1000)
    if found.powers:
        powers = beside([_power(each) for each in found.powers], size)
        bars = Paragraph(_BARS if found.war else f"{_ARROW} {_BARS}", role="note")
        yield section("Score with other dice", powers, bars, notes)
    else:
        yield section("What to know of these games", notes)
    yield section(
        "Where it was",
        Paragraph(f"{found.throws_words} {HOW_THROWS if found.unlikely else ''}".strip(), measure=1000),
        *[_throw(each) for each in found.unlikely],
    )
    yield section("A question", Paragraph(QUESTION, role="strong", measure=1000))


def _toll(found: LuckTold) -> Widget:
    heads = [
        TableColumn("People killed", weight=3),
        TableColumn("this game", side="end", weight=2, role="value"),
        TableColumn("on average", side="end", weight=2, role="value"),
        TableColumn("four of five", side="end", weight=3, role="value"),
    ]
    rows = [(each.name, *each.cells) for each in found.toll]
    return section(
        "Toll with other dice",
        Table(heads, rows, id="luck:toll", gap=8),
        Paragraph(found.toll_note, role="note"),
    )


def _power(power: PowerLuck) -> Widget:
    return Column(gap=6)[
        Label(power.name, role="strong", ellipsis=True), _histogram(power), Paragraph(power.words)
    ]


def _histogram(power: PowerLuck) -> Widget | None:
    chart = power.chart
    if chart is None:
        return None
    labels = (f"{chart.low:.0f}", "points", f"{chart.high:.0f}")
    return Histogram(
        chart.counts, likely=chart.usual, labels=labels, mark=chart.mark, tall=54, accessible=power.words
    )


def _throw(throw: ThrowTold) -> Widget:
    return Column(gap=2)[
        Label(throw.when, role="note"), Paragraph(throw.what, role="strong"), Paragraph(throw.words)
    ]
