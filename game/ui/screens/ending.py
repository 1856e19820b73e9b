"""The end screen, in the order of rules.md §10: toll, what ended it, criteria, score; a war in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.report.decisions import Decision
from game.report.figures import rounded
from game.report.outcome import CRITERIA, MEANINGS, MandateLine, Outcome, PowerResult, TollLine
from game.session.wording import begun
from game.ui.kit import (
    Back,
    Bar,
    Button,
    Chip,
    Click,
    Column,
    Flag,
    Intent,
    Label,
    Paragraph,
    Row,
    Rule,
    Screen,
    Sign,
    Table,
    TableColumn,
    Tooltip,
    Widget,
)
from game.ui.screens.page import beside, lines, page, section

_AS_THEY_STOOD = ", as they stood"


@dataclass
class EndScreen(Screen):
    """How it ended; then the debrief, or back to the start. With ``on_take_back`` the last turn may be taken back.

    ``on_again`` leads to the same scenario: to play it from another seat, or with another choice.
    """

    outcome: Outcome
    on_debrief: Callable[[], None]
    on_leave: Callable[[], None]
    on_again: Callable[[], None]
    on_take_back: Callable[[], None] | None = None

    def build(self, size: tuple[int, int], scale: float) -> Widget:
        """Toll first, always."""
        outcome = self.outcome
        body: list[Widget] = _war(outcome) if outcome.war else _ended(outcome, size)
        return page(
            "Regional war" if outcome.war else "Ended here" if outcome.unfinished else "The end",
            body,
            [
                Button("Leave", id="leave", key="l"),
                Button("Take back…", id="take_back", key="t") if self.on_take_back is not None else None,
                Button("Play again…", id="again", key="a"),
                Button("Debrief", id="debrief", key="return", kind="primary"),
            ],
            size,
            subtitle=outcome.title,
            widest=820 if outcome.war else 1160,
        )

    def handle(self, intent: Intent) -> None:
        """Goes to the debrief, takes back, plays again, or leaves."""
        match intent:
            case Click("debrief"):
                self.on_debrief()
            case Click("take_back") if self.on_take_back is not None:
                self.on_take_back()
            case Click("again"):
                self.on_again()
            case Click("leave") | Back():
                self.on_leave()


def _war(outcome: Outcome) -> list[Widget]:
    """One plain paragraph, the toll, the last decisions, nothing else."""
    return [
        Paragraph(outcome.words, role="body", measure=780),
        _toll(outcome.toll),
        section("The last decisions", lines([_in_a_line(decision) for decision in outcome.last])),
    ]


def _in_a_line(decision: Decision) -> str:
    chosen = "; ".join(begun(choice) for choice in decision.choices)
    return f"Turn {decision.turn}, {decision.stage}, {decision.name}: {chosen}"


def _ended(outcome: Outcome, size: tuple[int, int]) -> list[Widget]:
    return [
        _toll(outcome.toll),
        section(
            "What ended it",
            Paragraph(outcome.words, role="subtitle"),
            Paragraph(outcome.unfinished, tone="notice") if outcome.unfinished else None,
        ),
        section(
            f"Criteria{_AS_THEY_STOOD if outcome.unfinished else ''}",
            Paragraph("0 to 10. A government fails by its weakest.", role="note"),
            beside([_criteria(each) for each in outcome.results], size),
        ),
        _scores(outcome, size),
    ]


def _scores(outcome: Outcome, size: tuple[int, int]) -> Widget:
    columns = beside([_score(each) for each in outcome.results], size)
    if outcome.unfinished:
        return section(f"Aims{_AS_THEY_STOOD}", columns)
    made_of = "Mean and minimum of the criteria, a settlement, and the mandates together."
    return section("Score", Paragraph(made_of, role="note"), columns)


def _toll(toll: tuple[TollLine, ...]) -> Widget:
    heads = [
        TableColumn("People", weight=3),
        TableColumn("killed in play", side="end", weight=2, role="value"),
        TableColumn("killed in all", side="end", weight=2, role="code"),
        TableColumn("from … to", side="end", weight=3, role="small"),
        TableColumn("displaced in play", side="end", weight=2, role="value"),
        TableColumn("displaced in all", side="end", weight=2, role="code"),
    ]
    rows = [
        (
            each.name,
            rounded(each.killed_here),
            rounded(each.killed),
            each.span,
            rounded(each.displaced_here),
            rounded(each.displaced),
        )
        for each in toll
    ]
    return section(
        "Toll",
        Table(heads, rows, id="toll", gap=14),
        Paragraph(
            "Estimates. In play: in the turns of this game. In all: with those before it, of whom counts differ.",
            role="small",
        ),
    )


def _criteria(result: PowerResult) -> Widget:
    return Column(gap=8)[
        _name(result),
        *[_criterion(result, name) for name in CRITERIA],
    ]


def _criterion(result: PowerResult, name: str) -> Widget:
    value, weakest = result.criteria[name], name == result.weakest
    tone = "caution" if weakest else "accent"
    return Column(
        id=f"criterion:{result.power}:{name}", gap=3, tooltip=Tooltip(name.capitalize(), MEANINGS[name])
    )[
        Row(gap=8, items="center")[
            Label(name.capitalize()),
            Chip("weakest", tone="caution", sign="down") if weakest else None,
            Label(f"{value:.1f}", role="value", side="end", weight=1),
        ],
        Bar(value, tone=tone),
    ]


def _score(result: PowerResult) -> Widget:
    return Column(gap=8)[
        Row(gap=10, items="center")[
            _name(result),
            Label(f"{result.score:.1f}", role="figure", side="end", weight=1)
            if result.score is not None
            else None,
        ],
        Paragraph(_fell(result), role="note", tone="caution") if result.fell else None,
        Rule(),
        *[_mandate(each) for each in result.mandates],
    ]


def _fell(result: PowerResult) -> str:
    return "Its government fell." if result.score is None else "Its government fell: two fifths of the score."


def _mandate(mandate: MandateLine) -> Widget:
    said = f"{mandate.text}{' (secret)' if mandate.secret else ''}"
    return Row(gap=8, items="start")[
        Sign("check" if mandate.met else "cross", tone="good" if mandate.met else "danger", size=14),
        Column(weight=1)[
            Paragraph(said),
            Label("met" if mandate.met else "not met", role="small"),
        ],
    ]


def _name(result: PowerResult) -> Row:
    return Row(gap=8, items="center")[
        Flag(result.flag, size=16) if result.flag else None,
        Label(result.name, role="strong"),
    ]
