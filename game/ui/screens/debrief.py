"""The debrief: what was decided and why, what each believed and was owed in truth, the toll, history, assumptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from game.report.charts import top_of
from game.report.compared import Asked
from game.report.debrief import Assumption, Course, Debrief, Historical
from game.report.decisions import Decision
from game.report.figures import rounded
from game.report.luck import LuckTold
from game.session.luck import OtherDice
from game.session.what_if import WhatIf
from game.session.wording import begun
from game.ui.kit import (
    Back,
    Button,
    Checkbox,
    Chip,
    Choose,
    Click,
    Column,
    Intent,
    Label,
    LineChart,
    Paragraph,
    Row,
    Rule,
    Screen,
    Segmented,
    Series,
    Table,
    TableColumn,
    Toggle,
    Widget,
)
from game.ui.screens.luck import LuckPart
from game.ui.screens.page import beside, lines, page, section
from game.ui.screens.sought import balance, sought
from game.ui.screens.understood import understood
from game.ui.screens.what_if import WhatIfPart
from game.ui.screens.words import listed

TABS = {
    "decisions": "Decisions",
    "sought": "Sought and got",
    "understood": "Meant and understood",
    "fronts": "Fronts",
    "ledger": "Owed",
    "belief": "Beliefs",
    "toll": "Toll",
    "luck": "Luck",
    "what_if": "What if",
    "history": "History",
    "assumptions": "Assumptions",
}
"""The parts of the debrief, in the order in which a group looks at them."""

_PARTS: dict[str, Callable[[Debrief, tuple[int, int]], list[Widget]]] = {
    "sought": lambda debrief, _: sought(debrief.gaps),
    "understood": lambda debrief, size: understood(debrief.understood, size),
}
"""Those that a module of their own shows, in a window of some size."""

_TONES = ("accent", "caution", "good", "violet", "danger", "notice", "teal", "muted")


@dataclass
class DebriefScreen(Screen):
    """Tabs; every hidden value is revealed here."""

    debrief: Debrief
    what_if: WhatIf
    other_dice: OtherDice
    on_done: Callable[[], None]
    on_export: Callable[[Sequence[Asked], LuckTold], None]
    """Writes it to files, with the what-ifs that were asked since it was opened, and how much of it was luck."""
    on_turns: Callable[[], None]
    """Shows the game turn by turn, as it was told while it was played."""
    tab: str = "decisions"
    power: str = ""
    """The power whose decisions alone are shown; empty for all."""
    with_steps: bool = True
    """Whether the steps that led computer players to their decisions are shown."""
    _changing: WhatIfPart = field(init=False)
    _luck: LuckPart = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is changed yet."""
        self._changing = WhatIfPart(self.what_if)
        self._luck = LuckPart(self.other_dice)

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """The tabs above the chosen part."""
        tabs = Segmented(list(TABS.items()), id="tab", value=self.tab)
        worked_out: dict[str, WhatIfPart | LuckPart] = {"what_if": self._changing, "luck": self._luck}
        part = worked_out[self.tab].widgets(size) if self.tab in worked_out else self._part(size)
        return page(
            "Debrief",
            part,
            [
                Button("Turn by turn", id="turns", key="t"),
                Button("Export…", id="export", key="e"),
                Button("Done", id="done", key="return", kind="primary"),
            ],
            size,
            subtitle=f"{self.debrief.title} · true values",
            tabs=tabs,
        )

    def handle(self, intent: Intent) -> None:
        """Changes the tab, writes files, or leaves."""
        match intent:
            case Choose("tab", value):
                self.tab = value
            case Choose("power", value):
                self.power = "" if value == "all" else value
            case Toggle("steps", on):
                self.with_steps = on
            case Click("turns"):
                self.on_turns()
            case Click("export"):
                self._export()
            case Click("done") | Back():
                self.on_done()
            case _:
                _ = self._luck.hears(intent, self.app) or self._changing.hears(intent, self.app)

    def _export(self) -> None:
        """Files tell how much was luck, too: that is worked out first, where it can be seen and given up."""
        if self._luck.found is None:
            self.tab = "luck"
            self._luck.work_out(self.app, then=self._export)
        else:
            self.on_export(tuple(self._changing.asked.values()), self._luck.found)

    def animate(self, dt: float) -> bool:
        """Shows how far what is played is."""
        working = self._changing.working or self._luck.working
        if working:
            self.refresh()
        return working

    def closing(self) -> None:
        """Gives up what is being played."""
        self._changing.give_up()
        self._luck.give_up()

    def _part(self, size: tuple[int, int]) -> list[Widget]:
        debrief = self.debrief
        if self.tab in _PARTS:
            return _PARTS[self.tab](debrief, size)
        match self.tab:
            case "fronts":
                return [
                    balance(debrief.balance),
                    self._chart(
                        "Rungs by front", debrief.rungs, "rung 0 to 7, at the start of each turn", 7, 1
                    ),
                ]
            case "ledger":
                return self._by_power(debrief.owed, "Owed by", "points, at the start of each turn", size)
            case "belief":
                images = lines([image.words for image in debrief.images])
                return [
                    section("What each took its rivals to be", images),
                    *self._by_power(
                        debrief.credibility, "Credibility of", "points, as others believed it", size
                    ),
                ]
            case "toll":
                return [self._killed()]
            case "history":
                return [_historical(each) for each in debrief.historical] or [
                    _none("No history to compare with: this was invented, or played under invented names.")
                ]
            case "assumptions":
                return [*[_assumption(each) for each in debrief.assumptions], *_bases(debrief)]
            case _:
                return self._decisions()

    # --- decisions -------------------------------------------------------------------------------------

    def _decisions(self) -> list[Widget]:
        powers = {decision.power: decision.name for decision in self.debrief.decisions}
        choice = Segmented([("all", "All"), *powers.items()], id="power", value=self.power or "all")
        shown = [each for each in self.debrief.decisions if self.power in ("", each.power)]
        turns = sorted({each.turn for each in shown})
        acts = [f"Turn {act.turn}, {act.stage}: {act.words}" for act in self.debrief.facilitated]
        return [
            choice,
            Checkbox("How computer players came to their decisions", id="steps", on=self.with_steps),
            *[
                section(
                    f"Turn {turn}", *_apart([self._decision(each) for each in shown if each.turn == turn])
                )
                for turn in turns
            ],
            section("What the facilitator did", lines(acts)) if acts else _none("No facilitator intervened."),
        ]

    def _decision(self, decision: Decision) -> Widget:
        return Column(gap=4)[
            Row(gap=8, items="center")[
                Label(decision.name, role="strong"),
                Label(decision.stage, role="note"),
                Chip(decision.by, tone="accent" if decision.by == "person" else "muted"),
                None if decision.carried_out else Chip("not carried out", tone="caution"),
            ],
            lines([begun(choice) for choice in decision.choices] or ["Passed."], gap=2),
            Paragraph(decision.note, role="note") if decision.note else None,
            Paragraph(f"“{decision.reason}”", role="quotation", tone="notice") if decision.reason else None,
            lines(decision.steps, role="small", gap=2) if decision.steps and self.with_steps else None,
        ]

    # --- charts ----------------------------------------------------------------------------------------

    def _chart(self, title: str, courses: Sequence[Course], unit: str, high: float, step: float) -> Widget:
        series = [
            Series(
                course.name, course.values, tone=_TONES[index % len(_TONES)], dash=6 * (index >= len(_TONES))
            )
            for index, course in enumerate(courses)
        ]
        return Column(padding=14, panel="panel", line="line")[
            LineChart(title, series, self.debrief.turns, unit=unit, high=high, step=step, tall=300)
        ]

    def _by_power(
        self, courses: Sequence[Course], title: str, unit: str, size: tuple[int, int]
    ) -> list[Widget]:
        """One chart for each power, so that lines do not crowd."""
        powers = dict.fromkeys(course.power for course in courses)
        high = top_of(courses)
        charts = [
            self._chart(
                f"{title} {power}", [each for each in courses if each.power == power], unit, high, high / 5
            )
            for power in powers
        ]
        return [beside(charts[first : first + 2], size) for first in range(0, len(charts), 2)]

    def _killed(self) -> Widget:
        heads = [TableColumn("People", weight=2)]
        heads += [TableColumn(turn, side="end", weight=1, role="value") for turn in self.debrief.turns]
        rows = [
            (course.name, *(rounded(int(value)) for value in course.values)) for course in self.debrief.toll
        ]
        said = "People killed since the game began, estimated, at the start of each turn and at the end."
        return section("Killed in this game", Table(heads, rows, id="killed"), Paragraph(said, role="note"))


def _apart(parts: Sequence[Widget]) -> Iterator[Widget]:
    """The parts with a line between each two."""
    for number, part in enumerate(parts):
        if number:
            yield Rule()
        yield part


def _historical(choice: Historical) -> Widget:
    return section(
        f"{choice.date} · {choice.power}",
        Paragraph(choice.text, measure=1000),
        lines(choice.sources, role="small", gap=2),
    )


def _assumption(assumption: Assumption) -> Widget:
    return section(
        assumption.name,
        Row(gap=8, items="start")[
            Chip("on", tone="good", sign="check")
            if assumption.on
            else Chip("off", tone="muted", sign="cross"),
            Paragraph(assumption.claim, weight=1),
        ],
        Paragraph(f"Disputed: {assumption.disputed}", role="note"),
        lines(assumption.sources, role="small", gap=2) if assumption.sources else None,
    )


def _bases(debrief: Debrief) -> list[Widget]:
    """What the orders rest on, in the same words for all powers; those that share a basis stand together."""
    told = [f"{listed(names)}: {text}" for text, names in debrief.shared_bases.items()]
    return [section("What the orders rest on", lines(told, role="note"))] if told else []


def _none(words: str) -> Paragraph:
    return Paragraph(words, role="note")
