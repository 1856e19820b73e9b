"""What if: one choice of a finished game changed, both courses played on with the same dice."""

import pytest

from game.players.slices import finished
from game.rules.tables import Slot
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from game.session.what_if import WhatIf
from tests.session.people import play_out


@pytest.fixture(scope="module")
def what_if(border):
    return WhatIf(play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 3)))


@pytest.fixture(autouse=True)
def _few_games(monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 48)
    monkeypatch.setattr("game.session.what_if._AT_ONCE", 32)


def test_every_choice_of_the_game_can_be_changed(what_if):
    made = [chosen for entry in what_if._session.entries for chosen in entry.choices]
    assert len(what_if.taken) == sum(len(chosen.options) for chosen in made)
    assert len({taken.id for taken in what_if.taken}) == len(what_if.taken)


def test_whatever_could_have_been_chosen_instead_can_be_carried_out(what_if, monkeypatch):
    monkeypatch.setattr("game.session.what_if.RUNS", 1)
    by_kind = {(taken.stage, taken.slot): taken for taken in what_if.taken if what_if.others(taken)}
    for taken in by_kind.values():
        others = what_if.others(taken)
        assert taken.option not in {other.option for other in others}
        compared = finished(what_if.working(taken, others[-1].option))
        assert len(compared.changed.scores) == len(what_if.powers)


def test_a_choice_that_is_not_changed_changes_nothing(what_if):
    taken = what_if.taken[0]
    compared = finished(what_if.working(taken, taken.option))
    assert compared.was == compared.changed
    assert compared.same_dice_was == compared.same_dice_changed


def test_another_choice_changes_what_comes_of_it(what_if):
    taken = next(each for each in what_if.taken if each.slot is Slot.FORCE and what_if.others(each))
    compared = finished(what_if.working(taken, what_if.others(taken)[0].option))
    assert compared.was != compared.changed
    assert all(
        sum(course.endings.values()) == pytest.approx(100) for course in (compared.was, compared.changed)
    )


def test_the_game_with_its_own_dice_is_one_of_those_that_are_played(what_if, monkeypatch):
    taken = what_if.taken[0]
    many = finished(what_if.working(taken, taken.option))
    monkeypatch.setattr("game.session.what_if.RUNS", 1)
    alone = finished(what_if.working(taken, taken.option))
    assert alone.was == many.same_dice_was


def test_nothing_is_asked_while_the_game_goes_on(border):
    with pytest.raises(SessionError, match="when the game is over"):
        WhatIf(Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 3))
