"""What the bulletin says of partners, camps and balances, and to whom."""

import pytest

from game.rules.effects import Change
from game.session.headlines import Facts, written
from game.session.stage_report import Headline
from game.session.wording import Wording
from tests.rules.playing import opening

NORTH, UNKNOWN, SEVERAL, COLLAPSED_FIGHTERS = 1, 5, 6, 10
FIGHTERS = ("hill_fighters",)
BY_CHOICE = "The border: the balance ended by choice;"
BEYOND = "chose to go far beyond what this front had seen."


@pytest.fixture
def wording(border_scenario, border_rules):
    return Wording(border_scenario, border_rules)


def told(
    wording: Wording, track: str, entries: tuple[str, ...], cause: str, values: tuple[int, int] = (0, 1)
) -> Headline:
    """The line of the bulletin about one change."""
    state = opening(wording.rules)
    row = wording.rules.layout.row(track, *entries)
    change = Change(turn=1, stage=7, row=row, before=values[0], after=values[1], cause=cause, rule="")
    [line] = written(Facts(wording, state, state, (change,), (), ()))
    return line


@pytest.mark.parametrize(
    ("cause", "code", "line"),
    [
        (
            "chose to go beyond it",
            NORTH,
            f"{BY_CHOICE} Northland {BEYOND}",
        ),
        (
            "chose to go beyond it",
            UNKNOWN,
            f"{BY_CHOICE} somebody unknown {BEYOND}",
        ),
        (
            "chose to go beyond it",
            SEVERAL,
            f"{BY_CHOICE} several sides at once {BEYOND}",
        ),
        (
            "can act no more",
            COLLAPSED_FIGHTERS,
            "The border: the balance ended by collapse; too little is left of Hill fighters to hold this side.",
        ),
    ],
)
def test_how_a_balance_ended_is_said_in_public(wording, cause, code, line):
    headline = told(wording, "balance", ("border",), cause, (0, code))
    assert headline.text == line
    assert headline.audience is None


def test_a_front_that_found_a_new_balance_is_told(wording):
    assert (
        told(wording, "balance", ("border",), "a new balance", (1, 0)).text
        == "The border: a new balance was found."
    )


def test_a_camp_that_comes_apart_is_public(wording):
    line = told(wording, "collapsed", ("northern",), "came apart")
    assert line.text == "Northern camp came apart: partners act no more because Northland asks."
    assert line.audience is None


@pytest.mark.parametrize(
    ("track", "cause", "line"),
    [
        (
            "overrated",
            "its true strength showed",
            "Hill fighters proved weaker than had been reckoned.",
        ),
        (
            "blunted",
            "nothing of its salvo got through",
            "Hill fighters got nothing through; what is less defended comes next.",
        ),
        (
            "dread",
            "overwhelmed within two turns",
            "Hill fighters: overwhelmed within two turns. The fear that this leaves will last.",
        ),
        ("round", "a round of fighting", "A round of fighting began for Hill fighters."),
        ("disarray", "disorganised", "Hill fighters: in disarray. It cannot act for now."),
    ],
)
def test_what_a_partner_goes_through_is_public(wording, track, cause, line):
    headline = told(wording, track, FIGHTERS, cause)
    assert headline.text == line
    assert headline.audience is None


@pytest.mark.parametrize(
    ("cause", "line"),
    [
        (
            "waited in vain for others to open fronts",
            "Hill fighters waited in vain for Northland and its partners to open other fronts.",
        ),
        (
            "held back because its patron asked",
            "Hill fighters held back because Northland asked, and resented it.",
        ),
        (
            "its patron left it alone in a round",
            "Hill fighters took note that Northland gave no support in this round.",
        ),
    ],
)
def test_what_it_holds_against_its_patron_its_patron_alone_is_told(wording, cause, line):
    headline = told(wording, "loyalty", FIGHTERS, cause, (500, 480))
    assert headline.text == line
    assert headline.audience == {0}


def test_another_dose_than_was_asked_is_told_to_whoever_asked(wording):
    line = told(wording, "cohesion", ("northern",), "a partner did less than it was asked", (600, 585))
    assert line.text == "A partner did less than Northland had asked."
    assert line.audience == {0}


def test_a_refusal_is_told_to_whoever_asked(wording):
    line = told(wording, "cohesion", ("northern",), "a partner refused", (600, 585))
    assert line.text == "A partner refused what Northland had asked."
    assert line.audience == {0}


def test_whose_support_a_round_found_is_told(wording):
    line = told(wording, "round", FIGHTERS, "a round of fighting", (1, 2))
    assert line.text == "Northland supported Hill fighters in this round of fighting."
