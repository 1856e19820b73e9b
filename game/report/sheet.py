"""The debrief as a table for a spreadsheet: one row for each decision and each number, in long form.

Comma-separated values with a mark of UTF-8 at their beginning, by which spreadsheets on Windows know letters beyond
ASCII; others skip it. A cell of text is never taken for a formula.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from io import StringIO
from typing import Final

from game.report.compared import Asked
from game.report.debrief import Course, Debrief, debrief
from game.report.luck import LuckTold
from game.report.outcome import Outcome, TollLine, outcome
from game.report.text import readable
from game.rules.tracks import Axis
from game.session.kinds import caption
from game.session.reporting import stage_of
from game.session.session import Session
from game.session.wording import begun

MARK: Final = "\ufeff"
"""Stands before the first cell."""

START, END = "start of the turn", "end of the game"
"""Where a number is of no stage."""

SCORE: Final = "score"
"""The kind of rows that hold scores."""

_FORMULA: Final = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; its fields are the columns after the first."""

    turn: int | str = ""
    stage: str = ""
    power: str = ""
    kind: str = ""
    """What sort of row it is, as ``decision`` or ``owed``: what to filter by."""
    what: str = ""
    value: float | str = ""
    change: float | str = ""
    unit: str = ""
    by: str = ""
    """Who decided: a person, computer or caretaker."""
    cause: str = ""
    """Why: what was written with a decision, a computer player's steps, or what changed a number."""


COLUMNS: Final = ("game", *Row.__dataclass_fields__)
"""The first tells one group's game from another's where tables are put below each other."""


def sheet(session: Session, name: str, asked: Sequence[Asked] = (), luck: LuckTold | None = None) -> str:
    """The whole table of a finished game, called so, with what was asked of it, as the text of a CSV file.

    Raises SessionError while the game goes on.
    """
    return _as_csv((name, row) for row in rows(session, asked, luck))


def sheets(games: Iterable[tuple[str, Session]]) -> str:
    """The tables of several finished games, each called by its name, below each other as one.

    Without their scores, which would be a ranking.
    """
    return _as_csv((name, row) for name, session in games for row in rows(session) if row.kind != SCORE)


def _as_csv(named: Iterable[tuple[str, Row]]) -> str:
    """Rows of games by their name, as text below the columns."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([cell(name), *map(cell, astuple(row))] for name, row in named)
    return MARK + text.getvalue()


def rows(session: Session, asked: Sequence[Asked] = (), luck: LuckTold | None = None) -> Iterator[Row]:
    """Every row in the order of the debrief, then every change of a number with its cause."""
    ended, told = outcome(session), debrief(session)
    yield from _game(session, ended)
    for line in ended.toll:
        yield from _toll(session.turn, line)
    yield from _results(session.turn, ended)
    yield from _decisions(told)
    yield from _understood(told)
    yield from _courses(told)
    yield from _asked(asked)
    if luck is not None:
        yield from _luck(session.turn, luck)
    yield from _history(told)
    yield from _changes(session)


def cell(value: object) -> str:
    """A cell as it is written: text that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, float):
        return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
    text = readable(str(value))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _game(session: Session, ended: Outcome) -> Iterator[Row]:
    facts = {
        "scenario": ended.title,
        "what it is": caption(session.scenario),
        "ending": f"{ended.words} {ended.unfinished}".rstrip(),
        "turns": str(session.turn),
        "seed": str(session.seed),
    }
    yield from (Row(kind="game", what=name, value=fact) for name, fact in facts.items() if fact)


def _toll(turn: int, line: TollLine) -> Iterator[Row]:
    counts = {
        "killed in this game": line.killed_here,
        "killed in all": line.killed,
        "killed in all, at least": line.killed_least,
        "killed in all, at most": line.killed_most,
        "displaced in this game": line.displaced_here,
        "displaced in all": line.displaced,
    }
    for kind, count in counts.items():
        yield Row(turn, END, kind=kind, what=line.name, value=count, unit="people")


def _results(turn: int, ended: Outcome) -> Iterator[Row]:
    for each in ended.results:
        for name, value in each.criteria.items():
            yield Row(turn, END, each.name, "criterion", name, value, unit="points")
        if each.score is not None:
            yield Row(turn, END, each.name, SCORE, "score", each.score, unit="points")
        for aim in each.mandates:
            yield Row(turn, END, each.name, "mandate", aim.text, "met" if aim.met else "not met")


def _decisions(told: Debrief) -> Iterator[Row]:
    """One row for each choice; what was written with several stands at each of them."""
    for each in told.decisions:
        kind = "decision" if each.carried_out else "decision, not carried out"
        for choice in each.choices or ("passed",):
            why = each.reason or " ".join(each.steps)
            yield Row(each.turn, each.stage, each.name, kind, begun(choice), by=each.by, cause=why)
    for act in told.facilitated:
        yield Row(act.turn, act.stage, kind="facilitator", what=act.words, by="person")


def _understood(told: Debrief) -> Iterator[Row]:
    """Two rows for each strike, what was meant and what was understood, and one for what else was said."""
    for blow in told.understood.blows:
        act = f"{begun(blow.act)} ({blow.label})"
        when = (blow.turn, blow.stage)
        how = " ".join(blow.circumstances)
        came = " ".join((blow.taken, *blow.brought))
        yield Row(*when, blow.striker, "meant", act, blow.meant.total, unit="points", cause=how)
        yield Row(
            *when, blow.target, "understood", act, blow.understood.total, blow.gap, "points", cause=came
        )
    for each in told.understood.said:
        yield Row(each.turn, "", each.power, "said", f"{each.kind}: {each.meant}", cause=each.understood)


def _courses(told: Debrief) -> Iterator[Row]:
    tables: tuple[tuple[str, str, tuple[Course, ...]], ...] = (
        ("rung", "rungs", told.rungs),
        ("owed", "points", told.owed),
        ("credibility", "points", told.credibility),
        ("killed so far", "people", told.toll),
    )
    last = len(told.turns) - 1
    for kind, unit, courses in tables:
        for course in courses:
            for place, value in enumerate(course.values):
                when = (last, END) if place == last else (place + 1, START)
                yield Row(*when, course.power, kind, course.name, value, unit=unit)


def _asked(asked: Sequence[Asked]) -> Iterator[Row]:
    for each in asked:
        instead = f"{each.other.words}, in place of: {each.taken.words}"
        for figure in each.figures:
            yield Row(
                turn=each.taken.turn,
                stage=each.taken.stage,
                power=each.power,
                kind="what if",
                what=figure.name,
                value=figure.changed,
                change=figure.changed - figure.was,
                unit=figure.unit,
                cause=instead,
            )


def _luck(turn: int, luck: LuckTold) -> Iterator[Row]:
    """What the same orders led to with other dice, and every throw of the game with how likely it was."""
    for people in luck.toll:
        counts = {"mean": people.mean, "low": people.low, "high": people.high}
        for name, count in counts.items():
            yield Row(
                turn,
                END,
                kind=f"killed with other dice, {name}",
                what=people.name,
                value=count,
                unit="people",
            )
    for each in luck.endings:
        yield Row(
            turn, END, kind="ending with other dice", what=each.name, value=each.percent, unit="games of 100"
        )
    for power in luck.powers:
        if power.chart is not None:
            points = {"mean": power.mean, "low": power.low, "high": power.high}
            for name, value in points.items():
                yield Row(
                    turn, END, power.name, f"score with other dice, {name}", "score", value, unit="points"
                )
    for throw in luck.throws:
        yield Row(
            throw.turn,
            throw.stage,
            kind="throw of the dice",
            what=throw.what,
            value=throw.chance,
            unit="of 100",
            cause=throw.words,
        )


def _history(told: Debrief) -> Iterator[Row]:
    for each in told.historical:
        yield Row(
            power=each.power, kind="history", what=each.text, value=each.date, cause="; ".join(each.sources)
        )


def _changes(session: Session) -> Iterator[Row]:
    """What every stage changed, true values, as far as the game puts it into words at all."""
    layout, wording = session.rules.layout, session.wording
    for report in session.reports:
        for _, told in report.told:
            track, entries = layout.entries(told.row)
            whole = 100 if track.unit == "points" else 1
            owner = entries[0] if entries and entries[0] in layout.names[Axis.POWER] else ""
            yield Row(
                turn=report.turn,
                stage=stage_of(wording, report),
                power=wording.named(Axis.POWER, owner) if owner else "",
                kind="change",
                what=told.what,
                value=told.change.after / whole,
                change=(told.change.after - told.change.before) / whole,
                unit=track.unit,
                cause=told.cause,
            )
