"""What the bulletin says of prepared assets, and to whom."""

import pytest

from game.rules.effects import Change
from game.rules.state import State
from game.rules.strikes import Taken
from game.session.headlines import Facts, written
from game.session.stage_report import Headline, Salvo
from game.session.wording import Wording
from tests.rules.playing import opening

NORTH, SOUTH = 0, 1


@pytest.fixture
def wording(border_scenario, border_rules):
    return Wording(border_scenario, border_rules)


def told(wording: Wording, track: str, entries: tuple[str, ...], cause: str) -> Headline:
    """The line of the bulletin about one change."""
    row = wording.rules.layout.row(track, *entries)
    [line] = lines(wording, Change(1, 7, row, before=0, after=1, cause=cause, rule="covert.find_assets"))
    return line


def lines(wording: Wording, change: Change) -> list[Headline]:
    """All that the bulletin says of one change."""
    state: State = opening(wording.rules)
    return list(written(Facts(wording, state, state, (change,), (), ())))


def test_only_its_owner_learns_that_an_asset_is_about_to_be_found(wording):
    line = told(wording, "asset_exposed", ("fuses",), "about to be found")
    assert line.text == "Fuses with a fault: about to be found. Use it this turn or lose it."
    assert line.audience == {SOUTH}


def test_of_an_asset_that_was_used_in_time_nothing_more_is_told(wording):
    row = wording.rules.layout.row("asset_exposed", "fuses")
    over = Change(2, 7, row, before=1, after=0, cause="about to be found", rule="covert.find_assets")
    assert lines(wording, over) == []


def test_what_was_found_is_told_to_both_sides(wording):
    line = told(wording, "asset_spent", ("fuses",), "found before it was used")
    assert line.text == "Northland found what Southland had prepared: Fuses with a fault."
    assert line.audience == {NORTH, SOUTH}


def test_a_shattered_assessment_is_public(wording):
    line = told(wording, "complacency", ("southland", "hill_fighters"), "the assessment was wrong")
    assert line.text == "Southland had thought Hill fighters deterred; the assessment was wrong."
    assert line.audience is None


def test_a_host_that_is_struck_on_its_ground_is_said_to_withdraw_its_good_offices(wording):
    line = told(wording, "affronted", ("coastland",), "struck on its ground")
    assert line.text == "Coastland was struck on its own ground. It withdraws its good offices for now."
    assert line.audience is None


def test_that_a_client_was_asked_to_hold_is_between_the_two(wording):
    line = told(
        wording, "asked_to_hold", ("lakeland", "southland"), "struck although its patron asked it to hold"
    )
    assert line.text == "Southland struck although Lakeland had asked it to hold."
    assert line.audience == {1, 2}


@pytest.mark.parametrize(("track", "words"), [("killed", "killed"), ("displaced", "driven out")])
def test_people_whom_no_order_harmed_are_told_with_what_harmed_them(wording, track, words):
    harmed = told(wording, track, ("hill_villagers",), "the war goes on")
    assert harmed.text == f"Hill villagers: about 1 {words}, as the war goes on where they are."
    assert harmed.audience is None


def test_people_who_flee_again_and_a_case_before_a_court_are_told(wording):
    fled = told(wording, "displaced_again", ("hill_villagers",), "safe areas shrink")
    assert fled.text == "Hill villagers: about 1 people had to flee again, as the war goes on where they are."
    won = told(wording, "legitimacy", ("northland",), "a case won")
    assert won.text == "Northland won its case before an assembly of states or a court."


def test_an_unclaimed_act_that_humiliates_has_an_author_in_everybodys_eyes(wording):
    """The bulletin says who did it, and that it is not claimed; of another such act it names nobody."""
    options = wording.rules.options
    used = options.keys.index("southland:use_fuses/fuses")
    hidden = options.keys.index("southland:sabotage/northland/border/limited/core_military/covert/none")
    for option, plain in ((used, True), (hidden, False)):
        humiliates = bool(options.humiliation[option])
        blow = salvo(wording, option, covert=not humiliates)
        state = opening(wording.rules)
        public = [
            line.text for line in written(Facts(wording, state, state, (), (), (blow,))) if not line.audience
        ]
        assert any("Southland" in line for line in public) is plain
        assert any("nobody doubts whose it was" in line for line in public) is plain


def salvo(wording: Wording, option: int, covert: bool) -> Salvo:
    """A blow that nobody claims, as a report has it."""
    options = wording.rules.options
    return Salvo(
        attacker=SOUTH, target=int(options.target[option]), front=int(options.front[option]), option=option,
        asked=True, covert=covert, unclaimed=True, launched={}, arrived={}, engaged={}, layers=(), leaked={},
        populated=0, on_target=0, fell=0, deaths=0, resolve=0, taken=Taken(*[0] * 9),
    )  # fmt: skip
