"""The rules in parts: every word of the printed sheet, and none of its dress."""

import pytest

from game.report.lesson_sheets import lesson_sheets
from game.report.rules_told import rules_told
from tests.loading import load_scenario
from tests.report.reading import Page


@pytest.fixture(scope="module", params=["two_messages", "twelve_days"])
def told(request):
    loaded = load_scenario(request.param)
    return rules_told(loaded), loaded


def test_every_part_has_a_heading_and_something_below_it(told):
    parts, _ = told
    assert parts[0].heading == "A strike is a message"
    assert parts[-1].heading == "How it ends"
    assert all(part.blocks for part in parts)


def test_nothing_of_the_markup_is_left(told):
    texts = [text for part in told[0] for block in part.blocks for text in block.texts]
    assert not any(sign in text for text in texts for sign in ("<", ">", "&amp;", "{{", "  "))


def test_what_is_said_is_what_the_printed_sheet_says(told):
    parts, loaded = told
    sheet = "".join(Page(lesson_sheets(loaded)).text.split())
    for part in parts:
        for block in part.blocks:
            assert all("".join(text.split()) in sheet for text in block.texts)


def test_rows_of_a_table_have_a_cell_under_every_heading(told):
    rows = [block for part in told[0] for block in part.blocks if block.kind == "row"]
    assert rows[0].texts == ("Dial", "Setting", "resolve", "provocation")
    assert {len(row.texts) for row in rows} == {4}


def test_the_five_numbers_are_terms_with_their_meaning(told):
    (numbers,) = [part for part in told[0] if part.heading == "Your five numbers"]
    terms = [block.texts[0] for block in numbers.blocks if block.kind == "term"]
    assert terms == ["Standing", "Readiness", "Attention", "Warning", "Owed"]
