"""Advisers of the people at the table: in the game's words, and never from more than the seat can see."""

from game.session.counsel import Advisers
from game.session.seats import SeatPlan
from game.session.session import Session


def test_advice_is_in_the_games_words(border):
    session = Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4)
    heard = Advisers(session).heard(0, session.draft(0).keys())
    own = [each.name for each in session.scenario.doctrines.values() if each.power == "northland"]
    assert sorted(each.doctrine for each in heard) == sorted(own)
    for counsel in heard:
        told = " ".join((*counsel.choices, *counsel.reasons))
        assert "northland:" not in told
        assert "/" not in told
        assert "than what you have drafted. " in counsel.prospects or "As good as " in counsel.prospects
        assert "scores run from 0 to about 20" in counsel.prospects


def test_advice_does_not_know_the_dice(border):
    """Two games that differ in nothing but their seed are imagined alike."""
    first, second = (
        Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), seed) for seed in (4, 5)
    )
    assert first.imagination(0) == second.imagination(0)
