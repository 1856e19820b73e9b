"""What the bulletin says of prepared assets, and to whom."""

import pytest

from game.rules.effects import Change
from game.rules.state import State
from game.session.headlines import Facts, written
from game.session.stage_report import Headline
from game.session.wording import Wording
from tests.rules.playing import opening

NORTH, SOUTH = 0, 1


@pytest.fixture
def wording(border_scenario, border_rules):
    return Wording(border_scenario, border_rules)


def told(wording: Wording, track: str, entries: tuple[str, ...], cause: str) -> Headline:
    """The line of the bulletin about one change."""
    state: State = opening(wording.rules)
    row = wording.rules.layout.row(track, *entries)
    change = Change(turn=1, stage=7, row=row, before=0, after=1, cause=cause, rule="covert.find_assets")
    [line] = written(Facts(wording, state, state, (change,), (), ()))
    return line


def test_only_its_owner_learns_that_an_asset_is_about_to_be_found(wording):
    line = told(wording, "asset_exposed", ("fuses",), "about to be found")
    assert line.text == "Fuses with a fault: about to be found. Use it this turn or lose it."
    assert line.audience == {SOUTH}


def test_what_was_found_is_told_to_both_sides(wording):
    line = told(wording, "asset_spent", ("fuses",), "found before it was used")
    assert line.text == "Northland found what Southland had prepared: Fuses with a fault."
    assert line.audience == {NORTH, SOUTH}


def test_a_shattered_assessment_is_public(wording):
    line = told(wording, "complacency", ("southland", "hill_fighters"), "the assessment was wrong")
    assert line.text == "Southland had thought Hill fighters deterred; the assessment was wrong."
    assert line.audience is None
