"""Answers, offers and the brink: what they are about, what follows, and that nothing is committed by accident."""

from dataclasses import replace

import pytest

from game.rules.tables import Stage
from game.session.stage_report import Headline
from game.ui.play.positions import reader
from game.ui.play.situation import situation
from tests.ui.play.conftest import LAKELAND, NORTHLAND, SOUTHLAND, commit, work

EVERYBODY = ("northland=human", "southland=human", "lakeland=human")


@pytest.fixture
def struck(play):
    """Northland has struck; Lakeland may offer, then Southland may answer."""
    session = play(*EVERYBODY)
    commit(session, NORTHLAND, "announced_salvo/southland/border/maximal/core_military")
    for seat in session.waiting:
        commit(session, seat)
    work(session)
    return session


@pytest.fixture
def answering(struck):
    if struck.stage is Stage.OFFER_1:
        commit(struck, LAKELAND)
        work(struck)
    assert struck.stage is Stage.ANSWER_1
    return struck


def test_an_answer_is_not_called_orders(answering, answer, plan, play):
    assert "secret choice" in answer(answering, SOUTHLAND)[0].words()
    assert "secret orders" in plan(play("northland=human"))[0].words()


def test_what_is_offered_can_be_read_before_it_is_accepted(play, answer):
    session = play(*EVERYBODY)
    _hit_hardest(session, SOUTHLAND)
    for seat in session.waiting:
        commit(session, seat)
    work(session)
    assert session.stage is Stage.OFFER_1
    commit(session, LAKELAND, "quiet_for_north")
    work(session)
    driver, _ = answer(session, NORTHLAND)
    note = driver.find("order:ANSWER:accept").note
    assert note.startswith("Lakeland stakes its word (")
    assert "within" in note
    assert driver.overflowing() == []
    driver.click("order:ANSWER:accept")
    assert len([words for words in driver.words() if "stakes its word" in words]) == 1


def test_an_answer_tells_what_happened_and_what_is_owed(answering, answer):
    assert answering.waiting == (SOUTHLAND,)
    driver, _ = answer(answering, SOUTHLAND)
    assert any("launched" in text for text in driver.words())
    assert driver.find("now:owed:northland").accessible.startswith("Owed to Northland")
    assert driver.overflowing() == []


def test_nothing_is_committed_before_something_is_chosen(answering, answer):
    driver, committed = answer(answering, SOUTHLAND)
    driver.press("return")
    assert "Choose first" in driver.find("commit").refusal
    driver.click("order:ANSWER:absorb")
    driver.press("return", "return")
    assert committed[0][0] == ("southland:absorb",)


def test_a_reply_strike_opens_the_dials(answering, answer):
    driver, committed = answer(answering, SOUTHLAND)
    driver.click("order:ANSWER:air_strike")
    driver.click("dial:ANSWER:target:core_military")
    driver.click("commit")
    driver.click("commit:go")
    assert committed[0][0][0].startswith("southland:reply/air_strike/northland/border/limited/core_military")


def test_at_the_brink_every_chance_is_in_plain_sight(play, answer):
    session = _at_the_brink(play)
    driver, committed = answer(session, session.waiting[0])
    for text in ("Chance of a regional war", "12 %", "35 %", "100 %"):
        assert text in driver.words()
    assert driver.overflowing() == []
    sight = driver.app.view.scrolling(driver.find("order:BRINK:stop").rect.center)
    assert sight is None or sight.rect.contains(driver.find("order:BRINK:go_on").rect)
    driver.click("order:BRINK:go_on")
    assert driver.overflowing() == []
    driver.press("backspace")
    driver.click("order:BRINK:stop")
    driver.press("return", "return")
    assert committed[0][0][0].endswith(":stop")


def _at_the_brink(play):
    """The first game in which two sides that strike with all they have lose control."""
    for seed in range(40):
        session = play(*EVERYBODY, seed=seed)
        while not session.over:
            if session.stage is Stage.BRINK and session.waiting:
                return session
            for seat in session.waiting:
                _hit_hardest(session, seat)
            work(session)
    raise AssertionError("no seed leads to the brink")


def _hit_hardest(session, seat):
    draft = session.draft(seat)
    for slot in draft.slots:
        strikes = [
            choice
            for card in draft.menu(slot).cards
            for choice in card.choices
            if choice.legal and choice.strike and seat != LAKELAND
        ]
        if strikes:
            draft.choose(slot, max(strikes, key=lambda choice: choice.strike.provocation).key)
    session.commit(seat, draft.keys())


def test_what_happened_begins_with_the_blows(struck):
    seat = struck.waiting[0]
    shown = situation(struck, seat, reader(struck, seat))
    parts = {line.text: line.part for report in struck.reports for line in report.headlines}
    told = [parts[line] for line in shown.happened]
    assert told[0] == "strike"
    assert told == sorted(told, key=("strike", "outcome", "order").index)


def test_who_answers_still_reads_of_the_blow_after_an_offer_was_made(answering):
    offer = replace(answering.reports[-1], headlines=(Headline("Lakeland: an offer.", None, "order"),))
    answering.reports.append(offer)
    answering.entries.append(answering.entries[-1].model_copy(update={"choices": ()}))
    shown = situation(answering, SOUTHLAND, reader(answering, SOUTHLAND))
    assert "launched" in shown.happened[0]
    assert "Lakeland: an offer." in shown.happened
