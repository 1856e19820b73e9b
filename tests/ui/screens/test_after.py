"""Bulletin, end and debrief, of a game that was really played."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.players.slices import finished
from game.report.compared import asked
from game.report.debrief import debrief
from game.report.decisions import Decision
from game.report.luck import CANNOT, QUESTION
from game.report.outcome import WAR, Outcome, TollLine, outcome
from game.session.luck import OtherDice
from game.session.what_if import WhatIf
from game.ui.kit import Histogram, walk
from game.ui.screens.adapters import briefing_model, bulletin_model, seat_texts, seats_model
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.bulletin import BulletinScreen
from game.ui.screens.debrief import TABS, DebriefScreen
from game.ui.screens.ending import EndScreen
from game.ui.screens.page import lines
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.what_if import WhatIfPart

LAST = tuple(
    Decision(number, "orders", "north", "Northland", "person", ("limited strike: at Southland",))
    for number in (1, 2, 3)
)
REGIONAL_WAR = Outcome(
    "The border", True, WAR, (TollLine("Northerners", 40, 36, 12_000, 9_000, 38, 46),), last=LAST
)


def opened(game, told=None, what_if=None, **how):
    """The debrief of a game as a screen, that leads nowhere and writes nothing."""
    told, what_if = told or debrief(game), what_if or WhatIf(game)
    return DebriefScreen(told, what_if, OtherDice(game), lambda: None, lambda *_: None, lambda: None, **how)


def test_the_bulletin_fits_every_size(shown, game):
    shown(BulletinScreen(lambda turn: bulletin_model(game, turn, 0), 2, lambda: None, lambda _: None))


def test_the_public_bulletin_holds_nothing_that_one_seat_alone_was_told(game):
    for turn in range(1, game.turn + 1):
        model = bulletin_model(game, turn)
        told = [line for _, lines in model.headlines for line in lines]
        public = [
            line for report in game.reports if report.turn == turn for line in report.headlines_for(None)
        ]
        assert told == public
        assert (model.seen, model.movements, model.whose) == ((), (), "")


def test_what_moved_is_broken_down_in_the_bulletin(drive, game):
    model = bulletin_model(game, 1, 0)
    driver = drive(BulletinScreen(lambda _: model, 1, lambda: None, lambda _: None))
    driver.hover("moved:0")
    driver.step(1.0)
    assert list(driver.explanation().causes) == list(model.movements[0].causes)


def test_bulletins_are_paged_back_to_the_first_and_forth_again_by_keyboard(drive, game):
    driver = drive(
        BulletinScreen(lambda turn: bulletin_model(game, turn, 0), game.turn, lambda: None, lambda _: None)
    )
    turns = [*range(game.turn, 0, -1), *range(2, game.turn + 1)]
    assert len(turns) >= 3
    for turn, then in pairwise(turns):
        assert f"Bulletin of turn {turn}" in driver.words()
        driver.press("left" if then < turn else "right")
        driver.step()
    assert f"Bulletin of turn {game.turn}" in driver.words()
    assert driver.find("later").refusal
    assert not driver.find("earlier").refusal


def test_the_toll_of_all_turns_adds_up_to_the_toll_at_the_end(game):
    last = {each.name: each.killed_in_all for each in bulletin_model(game, game.turn).toll}
    assert last == {line.name: line.killed for line in outcome(game).toll}


def test_the_end_fits_every_size(shown, game):
    shown(EndScreen(outcome(game), *[lambda: None] * 3))


def test_every_column_of_the_toll_says_what_it_counts(drive, game):
    words = drive(EndScreen(outcome(game), *[lambda: None] * 3)).words()
    heads = ("killed in play", "killed in all", "displaced in play", "displaced in all")
    assert all(words.count(head) == 1 for head in heads)


def test_the_end_shows_toll_then_what_ended_it_then_criteria_then_score(drive, game):
    words = drive(EndScreen(outcome(game), *[lambda: None] * 3)).words()
    places = [words.index(heading) for heading in ("Toll", "What ended it", "Criteria", "Score")]
    assert places == sorted(places)


def test_every_power_has_exactly_one_weakest_criterion(drive, game):
    words = drive(EndScreen(outcome(game), *[lambda: None] * 3)).words()
    assert words.count("weakest") == len(game.scenario.powers)


def test_after_a_regional_war_there_is_a_paragraph_the_toll_and_three_decisions_and_nothing_else(drive):
    words = drive(EndScreen(REGIONAL_WAR, *[lambda: None] * 3)).words()
    assert words[2] == WAR
    assert sum("Limited strike: at Southland" in text for text in words) == 3
    assert not {"Criteria", "Score", "What ended it", "weakest"} & set(words)


def test_a_regional_war_fits_every_size_with_every_way_on(shown):
    shown(EndScreen(REGIONAL_WAR, *[lambda: None] * 4))


@pytest.mark.parametrize(
    ("key", "way"), [("return", "debrief"), ("l", "leave"), ("escape", "leave"), ("a", "again")]
)
def test_the_end_leads_to_the_debrief_out_or_to_the_same_scenario(drive, key, way):
    called = []
    end = EndScreen(
        REGIONAL_WAR, *[lambda way=way: called.append(way) for way in ("debrief", "leave", "again")]
    )
    drive(end).press(key)
    assert called == [way]


@pytest.mark.parametrize("tab", TABS)
def test_every_part_of_the_debrief_fits_every_size(shown, game, tab):
    shown(opened(game, tab=tab))


def test_the_tabs_stay_in_sight_while_a_part_scrolls_and_the_next_begins_at_its_top(drive, game):
    driver = drive(opened(game))
    area = driver.find("page:decisions")
    driver.point(area.rect.center)
    driver.wheel(-9)
    assert driver.find("page:decisions").offset > 0
    place = driver.find("tab").rect
    driver.click_at((place.right - 20, place.centery))
    assert driver.app.screen.tab == list(TABS)[-1]
    assert driver.find(f"page:{list(TABS)[-1]}").offset == 0


def test_the_debrief_is_walked_through_by_keys_alone(drive, game):
    driver = drive(opened(game))
    driver.press("tab")
    for tab in list(TABS)[1:]:
        driver.press("right", "space")
        assert driver.app.screen.tab == tab


def test_written_reasons_are_in_the_debrief(drive, game):
    words = " ".join(drive(opened(game)).words())
    assert "What is owed is answered, and then it is over." in words


def test_the_debrief_shows_what_was_sought_beside_what_was_got(drive, game):
    words = drive(opened(game, tab="sought")).words()
    for gap in debrief(game).gaps:
        assert {gap.name, *(aim.text for aim in gap.aims), *(act.act for act in gap.acts)} <= set(words)
    assert {"when it chose", "at the end"} <= set(words)


def test_after_a_regional_war_that_is_what_was_got(drive, game):
    told = debrief(game)
    gaps = tuple(replace(gap, acts=tuple(replace(act, got=None) for act in gap.acts)) for gap in told.gaps)
    words = drive(
        opened(
            game,
            replace(told, gaps=gaps),
            tab="sought",
        )
    ).words()
    assert any(text.endswith("What it got was a regional war.") for text in words)


def test_the_debrief_says_how_the_balance_on_each_front_ended(drive, game):
    words = drive(opened(game, tab="fronts")).words()
    ends = debrief(game).balance
    assert {end.words for end in ends} <= set(words)
    assert ("The balance held on every front." in words) == (not ends)


def test_decisions_of_one_power_can_be_looked_at_alone(drive, game):
    driver = drive(opened(game))
    driver.click("power:southland")
    assert (
        "Northland" not in [text for text in driver.words() if text != "Northland"] or driver.app.screen.power
    )
    assert driver.app.screen.power == "southland"


def test_the_historical_choice_is_only_in_the_debrief(game):
    briefing = briefing_model(game, 0)
    for choice in game.scenario.historical:
        assert choice.text not in (briefing.situation, *briefing.known)


# --- adapters --------------------------------------------------------------------------------------------


def test_the_seats_of_a_scenario_fit_every_size(shown, opening):
    shown(SeatsScreen(seats_model(opening.scenario), lambda *_: None, lambda: None))


def test_the_players_that_are_chosen_become_seats():
    assert seat_texts({"iran": "", "israel": "hard:israel_balance"}) == [
        "iran=human",
        "israel=hard:israel_balance",
    ]


def test_the_first_power_is_suggested_to_a_person_and_the_others_to_computer_players(opening):
    players = [power.player for power in seats_model(opening.scenario).powers]
    assert players[0] == ""
    assert all(players[1:])


@pytest.mark.parametrize("seat", [0, 1, 2])
def test_the_briefing_of_every_seat_fits(shown, opening, seat):
    shown(BriefingScreen(briefing_model(opening, seat), lambda: None))


def test_a_briefing_says_how_much_of_what_each_number_is_and_what_it_means(drive, opening):
    driver = drive(BriefingScreen(briefing_model(opening, 0), lambda: None))
    for number, value in (("standing", " of 10"), ("readiness", " of 6"), ("attention", "3 of 3")):
        row = driver.find(f"own:{number}")
        assert row.children[1].text.endswith(value)
        driver.hover(row.id)
        driver.step(1.0)
        assert driver.explanation().text


def test_a_briefing_shows_no_secret_mandate_of_another_power(opening):
    powers = list(opening.scenario.powers.values())
    for seat, own in enumerate(powers):
        shown = {mandate.text for mandate in briefing_model(opening, seat).mandates}
        assert shown == {mandate.text for mandate in own.mandates.values()}


def test_the_debrief_tells_what_the_orders_rest_on(game):
    told = debrief(game)
    assert {basis.text for basis in told.bases} == {o.basis for o in game.scenario.orders.values() if o.basis}


def test_a_list_whose_lines_are_numbered_has_no_dashes_before_the_numbers():
    rows = lines(
        ["Weighed two drafts; best first:", "1. A limited strike.", "2. Nothing.", "3.5 is owed."]
    ).children
    assert [[part.text for part in row.children] for row in rows] == [
        ["–", "Weighed two drafts; best first:"],
        ["1.", "A limited strike."],
        ["2.", "Nothing."],
        ["–", "3.5 is owed."],
    ]


def test_another_decision_is_picked_by_clicks_and_both_courses_are_shown(drive, game, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 16)
    driver = drive(opened(game, tab="what_if"))
    first = WhatIf(game).taken[0]
    driver.click(f"if:taken:{first.id}")
    driver.click(f"if:other:{WhatIf(game).others(first)[0].option}")
    assert driver.app.screen.animate(0.0)
    while driver.app.screen.animate(0.0):
        driver.step()
    driver.step()
    assert {"as decided", "changed", "difference"} <= set(driver.words())
    assert driver.overflowing() == []


def test_what_if_begins_with_what_a_person_chose(drive, game, monkeypatch):
    monkeypatch.setattr(WhatIf, "people", (1,))
    driver = drive(opened(game, tab="what_if"))
    assert driver.find("if:power:1").chosen
    person = next(each for each in WhatIf(game).taken if each.seat == 1)
    assert person.words in driver.words()


def test_a_stage_with_several_choices_is_named_once(drive, game):
    driver = drive(opened(game, tab="what_if"))
    assert driver.words().count("orders") == 1


def test_leaving_the_debrief_gives_up_what_is_played(drive, game):
    screen = opened(game, tab="what_if")
    driver = drive(screen)
    first = WhatIf(game).taken[0]
    driver.click(f"if:taken:{first.id}")
    driver.click(f"if:other:{WhatIf(game).others(first)[0].option}")
    screen.closing()
    assert not screen.animate(0.0)


def test_what_if_fits_every_size_with_a_result(shown, game, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 16)
    what_if = WhatIf(game)
    screen = opened(game, what_if=what_if, tab="what_if")
    driver = shown(screen)
    part = WhatIfPart(what_if)
    part.taken = what_if.taken[0]
    part.others = what_if.others(part.taken)
    part.other = part.others[0]
    found = finished(what_if.working(part.taken, part.other.option))
    part.found = asked(what_if, part.taken, part.other, found)
    screen._changing = part
    screen.refresh()
    driver.step()
    assert driver.overflowing() == []


def test_where_the_result_stands_out_of_sight_it_is_said_where_it_is(drive, game):
    driver = drive(
        opened(game, tab="what_if"),
        (1024, 600),
    )
    first = WhatIf(game).taken[0]
    driver.click(f"if:taken:{first.id}")
    driver.wheel(-3)
    driver.click(f"if:other:{WhatIf(game).others(first)[0].option}")
    driver.step()
    assert "stands below" in driver.app._notice
    driver.app.screen.closing()


def test_the_steps_of_computer_players_can_be_put_away_and_taken_out_again(drive, game):
    told = debrief(game)
    steps = [step for decision in told.decisions for step in decision.steps]
    driver = drive(opened(game, told))
    assert any(step in driver.words() for step in steps)
    driver.click("steps")
    assert not any(step in driver.words() for step in steps)
    driver.click("steps")
    assert any(step in driver.words() for step in steps)


@pytest.fixture
def _few_dice(monkeypatch):
    monkeypatch.setattr("game.session.luck.RUNS", 24)
    monkeypatch.setattr("game.session.throws.COPIES", 24)
    monkeypatch.setattr("game.session.throws._ENOUGH", 4)


def work_ends(driver):
    """Lets what a screen works out come to its end."""
    while driver.app.screen.animate(0.0):
        driver.step()
    driver.step()


@pytest.mark.usefixtures("_few_dice")
def test_luck_is_worked_out_by_a_button_and_shown_toll_first(drive, game):
    driver = drive(opened(game, tab="luck"))
    assert "Toll with other dice" not in driver.words()
    driver.click("luck:play")
    assert driver.app.screen.animate(0.0)
    work_ends(driver)
    words = driver.words()
    assert (
        words.index("Toll with other dice")
        < words.index("Score with other dice")
        < words.index("Where it was")
    )
    assert {CANNOT, QUESTION} <= set(words)
    drawn = [widget for widget in walk(driver.app.view.root) if isinstance(widget, Histogram)]
    assert [each.mark for each in drawn] == [
        power.chart.mark for power in driver.app.screen._luck.found.powers
    ]


@pytest.mark.usefixtures("_few_dice")
def test_luck_fits_every_size_with_a_result(shown, game):
    other_dice = OtherDice(game)
    finished(other_dice.working())
    driver = shown(
        DebriefScreen(
            debrief(game), WhatIf(game), other_dice, lambda: None, lambda *_: None, lambda: None, tab="luck"
        )
    )
    assert "Score with other dice" in driver.words()


@pytest.mark.usefixtures("_few_dice")
def test_luck_that_was_worked_out_is_there_when_the_debrief_is_opened_again(drive, game):
    screen = opened(game, tab="luck")
    driver = drive(screen)
    driver.press("p")
    work_ends(driver)
    driver = drive(replace(screen))
    assert "Score with other dice" in driver.words()


@pytest.mark.parametrize("way", ["button", "leaving"])
def test_what_is_played_with_other_dice_is_given_up_by_a_button_or_by_leaving(drive, game, way):
    driver = drive(opened(game, tab="luck"))
    driver.click("luck:play")
    driver.step()
    assert driver.app.screen.animate(0.0)
    driver.click("luck:stop") if way == "button" else driver.app.screen.closing()
    driver.step()
    assert not driver.app.screen.animate(0.0)
    assert driver.app.screen.other_dice.found is None
    assert "luck:play" in driver.app.view.widgets
