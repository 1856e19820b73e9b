"""The debrief's part on what would have come of another decision: pick one, pick what else, see both courses."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from game.players.slices import Found, Slices
from game.report.compared import HOW, Asked, asked
from game.session.what_if import Compared, Other, Taken, WhatIf
from game.ui.app import App
from game.ui.kit import (
    Choose,
    Click,
    Column,
    Intent,
    Item,
    Label,
    Paragraph,
    Progress,
    ProgressBar,
    Segmented,
    Sign,
    Table,
    TableColumn,
    Widget,
    Work,
)
from game.ui.screens.page import beside, is_wide, section

_STAGE_WIDTH = 120
_WORKING = "Both courses are played"
_BELOW = "What would have come of it is worked out, and stands below."


@dataclass
class WhatIfPart:
    """Keeps what is looked at while the debrief is open: at first, what the first person there chose."""

    what_if: WhatIf
    turn: int = 1
    seat: int = 0
    taken: Taken | None = None
    others: tuple[Other, ...] = ()
    """What could have been chosen in its place."""
    other: Other | None = None
    found: Asked | None = None
    asked: dict[tuple[str, int], Asked] = field(default_factory=dict)
    """Everything that was worked out while the debrief was open, by the decision and what was put in its place."""
    _work: Work[Compared] | None = field(default=None, init=False)
    _wide: bool = field(default=True, init=False)

    def __post_init__(self) -> None:
        """Looks at a person's own choices first, for these are the ones that are asked about."""
        self.seat = next(iter(self.what_if.people), self.seat)

    @property
    def working(self) -> bool:
        """Whether the courses are still played."""
        return self._work is not None and not self._work.done

    def widgets(self, size: tuple[int, int]) -> list[Widget]:
        """The decisions of one power in one turn; then what else it could have chosen; then what comes of it."""
        self._wide = is_wide(size)
        if not self.what_if.taken:
            return [section("Which decision", Paragraph("The game was ended before anybody chose anything."))]
        turns = sorted({each.turn for each in self.what_if.taken})
        powers = [(str(seat), name) for seat, name in enumerate(self.what_if.powers)]
        shown = [each for each in self.what_if.taken if (each.turn, each.seat) == (self.turn, self.seat)]
        choosing: list[Widget] = [
            section(
                "Which decision",
                Segmented(
                    [(str(turn), f"Turn {turn}") for turn in turns], id="if:turn", value=str(self.turn)
                ),
                Segmented(powers, id="if:power", value=str(self.seat)),
                Column(gap=2)[
                    [self._choice(each, before) for before, each in pairwise([None, *shown]) if each]
                ],
                None if shown else Paragraph("It had nothing to decide in this turn.", role="note"),
            )
        ]
        if self.taken is not None:
            choosing.append(section("What else could have been chosen", *self._others()))
        outcome = section("What would have come of it", *self._outcome())
        return [beside([Column(gap=16)[choosing], outcome], size, (1, 1))]

    def hears(self, intent: Intent, app: App) -> bool:
        """Changes what is looked at; whether the intent was about that."""
        match intent:
            case Choose("if:turn", value):
                self.turn = int(value)
                self._forget()
            case Choose("if:power", value):
                self.seat = int(value)
                self._forget()
            case Click(id) if id.startswith("if:taken:"):
                self._forget()
                self.taken = next(each for each in self.what_if.taken if f"if:taken:{each.id}" == id)
                self.others = self.what_if.others(self.taken)
            case Click(id) if id.startswith("if:other:") and self.taken is not None:
                option = int(id.removeprefix("if:other:"))
                self._change(next(each for each in self.others if each.option == option))
                working = self.what_if.working(self.taken, option)
                self._work = app.run_work(told(working, _WORKING), self._show)
                if not self._wide:
                    app.say(_BELOW)
            case _:
                return False
        return True

    def give_up(self) -> None:
        """Ends what is being played."""
        if self._work is not None:
            self._work.cancel()

    def _show(self, found: Compared) -> None:
        if self.taken is not None and self.other is not None:
            self.found = asked(self.what_if, self.taken, self.other, found)
            self.asked[self.taken.id, self.other.option] = self.found

    def _change(self, other: Other | None) -> None:
        self.give_up()
        self.other, self.found, self._work = other, None, None

    def _forget(self) -> None:
        self._change(None)
        self.taken = None

    # --- what is shown ---------------------------------------------------------------------------------

    def _choice(self, taken: Taken, before: Taken | None) -> Widget:
        """One choice; the stage is named with the first of it."""
        selected = self.taken is not None and self.taken.id == taken.id
        return Item(id=f"if:taken:{taken.id}", selected=selected, padding=6, gap=10)[
            Label(
                "" if before and before.stage == taken.stage else taken.stage, role="note", width=_STAGE_WIDTH
            ),
            Paragraph(taken.words, weight=1),
            Sign("right", tone="muted"),
        ]

    def _others(self) -> Iterator[Widget]:
        if not self.others:
            yield Paragraph("Nothing else was possible.", role="note")
        for group in sorted({each.group for each in self.others}, reverse=True):
            yield Label(group, role="section")
            yield Column(gap=2)[[self._other(each) for each in self.others if each.group == group]]

    def _other(self, other: Other) -> Widget:
        selected = self.other is not None and self.other.option == other.option
        return Item(id=f"if:other:{other.option}", selected=selected, padding=6)[
            Paragraph(other.words, weight=1),
            Sign("right", tone="muted"),
        ]

    def _outcome(self) -> Iterator[Widget]:
        if self.other is None:
            yield Paragraph("Choose a decision, and what else could have been chosen in its place.")
        elif self.found is None:
            yield ProgressBar(_WORKING, self._work.progress.fraction if self._work else 0.0)
        else:
            yield from self._compared(self.found)
        yield Paragraph(HOW, role="note", measure=1000)

    def _compared(self, asked: Asked) -> Iterator[Widget]:
        heads = [
            TableColumn("", weight=3),
            TableColumn("as decided", side="end", weight=2, role="value"),
            TableColumn("changed", side="end", weight=2, role="value"),
            TableColumn("difference", side="end", weight=2, role="value"),
        ]
        rows = [(figure.name, *figure.cells) for figure in asked.figures]
        yield Table(heads, rows, id="if:table", gap=8)
        yield Column(gap=4)[
            Label("With the dice that fell in this game", role="section"),
            *[
                Paragraph(f"{name}: {told}")
                for name, told in zip(("As decided", "Changed"), asked.same_dice, strict=True)
            ],
            Paragraph(asked.left_out) if asked.left_out else None,
        ]


def told(working: Generator[float, None, Found], words: str) -> Generator[Progress, None, Found]:
    """The same work, saying in ``words`` and how far it is in the way of a window."""
    slices = Slices(working)
    for share in slices:
        yield Progress(share, words)
    return slices.found
