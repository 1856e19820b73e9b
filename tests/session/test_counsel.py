"""Advisers of the people at the table: in the game's words, and never from more than the seat can see."""

from random import Random

from game.session.counsel import Advisers
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.session.people import exhaust, random_keys


def test_advice_is_in_the_games_words(border):
    session = Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4)
    heard = Advisers(session).heard(0, session.draft(0).keys())
    own = [each.name for each in session.scenario.doctrines.values() if each.power == "northland"]
    assert sorted(each.doctrine for each in heard) == sorted(own)
    for counsel in heard:
        told = " ".join((*counsel.choices, *counsel.reasons))
        assert "northland:" not in told
        assert "/" not in told
        assert counsel.prospects.startswith("About ")
        assert "doing nothing. " in counsel.prospects
        assert "scores run from 0 to about 20" in counsel.prospects


def test_advice_does_not_know_the_dice(border):
    """Two games that differ in nothing but their seed are imagined alike."""
    first, second = (
        Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), seed) for seed in (4, 5)
    )
    assert first.imagination(0) == second.imagination(0)


def test_there_is_advice_at_every_stage_where_a_person_decides(border):
    everybody = SeatPlan.parse(border.scenario, [f"{power}=human" for power in border.scenario.powers])
    missing, seed = {"ORDERS", "OFFER", "ANSWER", "BRINK"}, 0
    while missing and seed < 60:
        session, random = Session.new(border, everybody, seed), Random(seed)
        while missing and session.waiting:
            seat, kind = session.waiting[0], session.stage.name.partition("_")[0]
            if kind in missing:
                missing.remove(kind)
                heard = Advisers(session).heard(seat, session.draft(seat).keys())
                assert all(counsel.reasons and counsel.prospects for counsel in heard)
                offered = {choice.words for slot in session.draft(seat).slots for card in
                           session.draft(seat).menu(slot).cards for choice in card.choices}  # fmt: skip
                assert {choice for counsel in heard for choice in counsel.choices} <= offered
            session.commit(seat, random_keys(session, seat, random))
            exhaust(session)
        seed += 1
    assert not missing
