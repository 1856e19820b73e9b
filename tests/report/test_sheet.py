"""The table of a finished game: every decision and number once, as spreadsheets read them, and never as a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.players.slices import finished
from game.report.compared import asked
from game.report.debrief import debrief
from game.report.outcome import outcome
from game.report.sheet import COLUMNS, MARK, Row, cell, rows, sheet
from game.session.session import SessionError
from game.session.what_if import WhatIf
from tests.report.conftest import WRITTEN


def read(text):
    """The rows of a file as a spreadsheet reads it."""
    assert text.startswith(MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(MARK), newline=""), strict=True))


@pytest.fixture(scope="module")
def table(finished_game):
    return read(sheet(finished_game, "border-1"))


def of(table, kind):
    return [row for row in table if row["kind"] == kind]


def test_nothing_is_said_of_a_game_that_goes_on(begun_game):
    with pytest.raises(SessionError):
        sheet(begun_game, "border-1")


def test_rows_end_as_spreadsheets_on_windows_end_them(finished_game):
    assert "\n" not in sheet(finished_game, "border-1").replace("\r\n", "")


def test_every_row_has_every_column(finished_game, table):
    assert tuple(table[0]) == COLUMNS
    assert len(table) == len(list(rows(finished_game)))
    assert all(None not in row and None not in row.values() for row in table)
    assert {row["game"] for row in table} == {"border-1"}


def test_every_choice_is_a_row_with_what_was_written(finished_game, table):
    told = debrief(finished_game).decisions
    decisions = of(table, "decision")
    assert len(decisions) == sum(max(1, len(each.choices)) for each in told)
    assert {row["cause"] for row in decisions if row["by"] == "person"} == {WRITTEN}
    assert all(row["turn"] and row["stage"] and row["power"] and row["what"] for row in decisions)


def test_the_numbers_are_those_of_the_end_and_of_the_debrief(finished_game, table):
    ended, told = outcome(finished_game), debrief(finished_game)
    assert [int(row["value"]) for row in of(table, "killed in this game")] == [
        line.killed_here for line in ended.toll
    ]
    assert [float(row["value"]) for row in of(table, "criterion")] == [
        value for result in ended.results for value in result.criteria.values()
    ]
    assert [float(row["value"]) for row in of(table, "score")] == [result.score for result in ended.results]
    courses = {
        "rung": told.rungs,
        "owed": told.owed,
        "credibility": told.credibility,
        "killed so far": told.toll,
    }
    for kind, own in courses.items():
        assert [float(row["value"]) for row in of(table, kind)] == [
            value for course in own for value in course.values
        ]


def test_every_change_of_a_number_is_a_row_with_its_cause(finished_game, table):
    told = [each for report in finished_game.reports for _, each in report.told]
    changes = of(table, "change")
    assert [row["cause"] for row in changes] == [each.cause for each in told]
    for row, each in zip(changes, told, strict=True):
        whole = 100 if row["unit"] == "points" else 1
        assert float(row["value"]) == each.change.after / whole
        assert float(row["change"]) == pytest.approx((each.change.after - each.change.before) / whole)


def test_what_if_is_told_only_if_it_was_asked(finished_game, table, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 4)
    what_if = WhatIf(finished_game)
    taken = what_if.taken[0]
    other = what_if.others(taken)[0]
    found = asked(what_if, taken, other, finished(what_if.working(taken, other.option)))
    told = of(read(sheet(finished_game, "border-1", [found])), "what if")
    assert not of(table, "what if")
    assert [row["what"] for row in told] == [figure.name for figure in found.figures]
    assert all(row["cause"] == f"{other.words}, in place of: {taken.words}" for row in told)


def test_a_written_formula_stays_a_text(play):
    game = play("=HYPERLINK(1)")
    told = {row["cause"] for row in of(read(sheet(game, "border-1")), "decision") if row["by"] == "person"}
    assert told == {"'=HYPERLINK(1)"}


@pytest.mark.parametrize(
    "written", ["=1+1", "+1 if so", "-1 step", "@SUM(A1)", "\t=1", " \n=cmd", "＝1", "=1\r\n2", "-", "+-1"]
)
def test_no_cell_of_text_is_taken_for_a_formula(written):
    assert cell(written) == f"'{written}"


@pytest.mark.parametrize("written", ["-3", "+2.5", "Rung 3 = too far", "5", ""])
def test_plain_numbers_and_plain_text_stand_as_they_were_written(written):
    assert cell(written) == written


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])))
def test_any_text_comes_back_as_it_was_but_for_what_keeps_it_from_being_a_formula(text):
    assert cell(text).removeprefix("'") == text.removeprefix("'")
    assert cell(text)[:1] not in ("=", "@")


def test_numbers_are_written_plainly():
    assert [cell(value) for value in (3.0, -0.5, 2.25, -0.001, 0, 1200, 12.3)] == [
        "3", "-0.5", "2.25", "0", "0", "1200", "12.3",
    ]  # fmt: skip


def test_columns_are_the_game_and_the_fields_of_a_row():
    assert COLUMNS == (
        "game",
        "turn",
        "stage",
        "power",
        "kind",
        "what",
        "value",
        "change",
        "unit",
        "by",
        "cause",
    )
    assert Row().value == ""
