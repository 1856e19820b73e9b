"""Luck: a finished game's choices with other dice, and the throws of the game beside what else might have fallen."""

import numpy as np
import pytest

from game.players.slices import finished
from game.rules.chance import game_keys
from game.rules.ladder import control_chance
from game.rules.tables import Ending, Stage
from game.scenario.library import all_files
from game.session.luck import OtherDice, Replayed
from game.session.playing_on import called_in, logged
from game.session.seats import SeatPlan
from game.session.session import Session, SessionError
from tests.loading import load_scenario
from tests.session.people import exhaust, play_out


def played(loaded, seed, seats=None):
    """A game in which people choose at random, for every power where no seats are named."""
    seats = [f"{power}=human" for power in loaded.scenario.powers] if seats is None else seats
    return play_out(Session.new(loaded, SeatPlan.parse(loaded.scenario, seats), seed), seed)


@pytest.fixture(autouse=True)
def _few_games(monkeypatch):
    monkeypatch.setattr("game.session.luck.RUNS", 24)
    monkeypatch.setattr("game.session.luck._AT_ONCE", 16)
    monkeypatch.setattr("game.session.throws.COPIES", 24)
    monkeypatch.setattr("game.session.throws._ENOUGH", 4)


@pytest.fixture(scope="module")
def game(border):
    return played(border, 3, ["northland=human"])


def again(session, keys):
    """A game's choices with these dice, played to the end."""
    replay = Replayed(session, finished(called_in(session)), logged(session), keys)
    for _ in replay.playing():
        pass
    return replay


def own_dice(session):
    return game_keys(session.seed, np.zeros(1, dtype=np.int32))


def as_it_ended(session, replay):
    """Whether the games of a replay stand as the game itself does at its end."""
    return np.array_equal(replay.final.block, session.history()[-1].block)


@pytest.mark.parametrize("seed", range(1, 7))
def test_with_the_logs_own_dice_the_game_is_played_again_to_the_last_number(border, seed):
    for session in (played(border, seed), played(border, seed, ["northland=human"])):
        replay = again(session, own_dice(session))
        assert as_it_ended(session, replay)
        assert replay.carried_out[0] == replay.carried_out[1]
        assert not replay.asked_anew.any()


def test_with_the_logs_own_dice_nothing_could_have_fallen_otherwise(game, monkeypatch):
    monkeypatch.setattr(
        "game.session.throws.game_keys", lambda seed, games: own_dice(game).repeat(len(games))
    )
    assert finished(OtherDice(game).working()).throws == ()


@pytest.mark.parametrize("file", all_files(), ids=lambda file: file.stem)
def test_it_is_worked_out_for_a_random_game_of_every_shipped_scenario(file):
    session = played(load_scenario(file), 1)
    luck = finished(OtherDice(session).working())
    assert luck.others.scores.shape == (session.rules.powers, 24)
    assert (luck.others.killed >= 0).all()
    assert 0 < luck.carried_out <= 100
    assert as_it_ended(session, again(session, own_dice(session)))


def test_to_pass_is_no_order_that_could_be_carried_out(border):
    session = Session.new(
        border, SeatPlan.parse(border.scenario, [f"{power}=human" for power in border.scenario.powers]), 2
    )
    while not session.over:
        exhaust(session)
        for seat in session.waiting:
            session.commit(seat, session.draft(seat).nothing)
    assert again(session, own_dice(session)).carried_out == (0, 0)


def test_the_same_game_gives_the_same_figures(game):
    first, second = (finished(OtherDice(game).working()) for _ in range(2))
    assert first.throws == second.throws
    assert np.array_equal(first.others.scores, second.others.scores)
    assert np.array_equal(first.others.killed, second.others.killed)


def test_other_dice_lead_elsewhere(game):
    luck = finished(OtherDice(game).working())
    assert len(np.unique(luck.others.scores, axis=1).T) > 1


def test_dice_do_not_depend_on_how_many_games_are_played_side_by_side(game, monkeypatch):
    many = finished(OtherDice(game).working())
    monkeypatch.setattr("game.session.luck._AT_ONCE", 5)
    few = finished(OtherDice(game).working())
    assert np.array_equal(many.others.scores, few.others.scores)


def test_games_end_when_the_last_government_that_a_person_played_has_fallen():
    session = played(load_scenario("guest"), 6, ["iran=human"])
    assert session.ending == "fallen"
    assert as_it_ended(session, again(session, own_dice(session)))
    luck = finished(OtherDice(session).working())
    assert luck.real.endings[0] == Ending.PLAYING
    fell = luck.others.endings == Ending.PLAYING
    assert (luck.others.fallen[session.seats.people[0], fell] == 1).all()


def test_a_regional_war_in_the_first_turn_is_a_game_of_one_turn(consulate):
    session = played(consulate, 3)
    assert (session.ending, session.turn) == ("regional_war", 1)
    assert as_it_ended(session, again(session, own_dice(session)))
    luck = finished(OtherDice(session).working())
    assert luck.real.endings[0] == Ending.REGIONAL_WAR
    assert (luck.others.endings == Ending.HORIZON).any()
    assert {throw.turn for throw in luck.throws} == {1}


def test_a_throw_is_told_with_how_often_it_falls_so(game):
    luck = finished(OtherDice(game).working())
    assert luck.throws
    for throw in luck.throws:
        assert 0 <= throw.chance < 100
        assert throw.chance <= throw.surprise <= min(100, 2 * throw.chance)
        if throw.leaked is not None:
            assert 0 <= throw.leaked.fell <= throw.launched
            assert 0 <= throw.leaked.mean <= throw.launched


def test_salvos_are_told_as_they_fell_in_the_game(game):
    fell = {
        (report.turn, sum(salvo.launched.values()), sum(salvo.leaked.values()), salvo.deaths)
        for report in game.reports
        for salvo in report.salvos
    }
    told = [throw for throw in finished(OtherDice(game).working()).throws if throw.killed is not None]
    assert told
    for throw in told:
        through = throw.leaked.fell if throw.leaked else 0
        assert (throw.turn, throw.launched, through, throw.killed.fell) in fell


def test_the_odds_of_losing_control_are_the_engines_own(consulate, monkeypatch):
    monkeypatch.setattr("game.session.throws.COPIES", 400)
    session = played(consulate, 17)
    told = [throw for throw in finished(OtherDice(session).working()).throws if "ontrol was" in throw.what]
    assert told
    for throw in told:
        place = next(
            i for i, r in enumerate(session.reports) if (r.turn, r.stage) == (throw.turn, Stage.ANSWER_3)
        )
        kept = np.prod(1 - control_chance(session.rules, session.history()[place])[:, 0] / 100)
        assert throw.chance == pytest.approx(100 * (kept if "not" in throw.what else 1 - kept), abs=8)


def test_what_is_given_up_half_way_is_begun_again(game):
    other_dice = OtherDice(game)
    working = other_dice.working()
    for _ in range(5):
        assert 0 <= next(working) <= 1
    working.close()
    assert other_dice.found is None
    assert finished(other_dice.working()) is other_dice.found


def test_what_was_found_is_kept(game):
    other_dice = OtherDice(game)
    found = finished(other_dice.working())
    assert list(other_dice.working()) == []
    assert finished(other_dice.working()) is found


def test_how_far_it_is_only_rises(game):
    done = list(OtherDice(game).working())
    assert done == sorted(done)
    assert done[-1] <= 1


def test_it_leaves_the_game_as_it_was(game):
    before = [state.block.copy() for state in game.history()]
    finished(OtherDice(game).working())
    assert all(np.array_equal(state.block, was) for state, was in zip(game.history(), before, strict=True))


def test_nothing_is_told_while_the_game_goes_on(border):
    with pytest.raises(SessionError, match="when the game is over"):
        OtherDice(Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 3))
