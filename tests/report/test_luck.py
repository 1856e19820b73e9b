"""Luck in words and figures: toll first, no score after a regional war, and never a verdict on a decision."""

from dataclasses import replace

import numpy as np
import pytest

from game.players.slices import finished
from game.report.distribution import HEIGHT, WIDTH, distributions
from game.report.luck import CANNOT, MOST_SHOWN, QUESTION, LuckTold, ThrowTold, luck_told, of_100, worked_out
from game.report.page import page
from game.report.sheet import rows
from game.rules.tables import Ending
from game.session.luck import OtherDice
from game.session.session import SessionError
from tests.report.reading import Page


@pytest.fixture(autouse=True, scope="module")
def _few_games():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.session.luck.RUNS", 40)
        patch.setattr("game.session.throws.COPIES", 40)
        patch.setattr("game.session.throws._ENOUGH", 4)
        yield


@pytest.fixture(scope="module")
def luck(finished_game, _few_games):
    return finished(OtherDice(finished_game).working())


@pytest.fixture(scope="module")
def told(finished_game, luck):
    return luck_told(finished_game, luck)


def ended(luck, real=None, others=None):
    """The same with other endings."""

    def so(games, ending):
        return games if ending is None else replace(games, endings=np.full_like(games.endings, int(ending)))

    return replace(luck, real=so(luck.real, real), others=so(luck.others, others))


def test_nothing_is_said_of_a_game_that_goes_on(begun_game):
    with pytest.raises(SessionError):
        worked_out(begun_game)


def test_how_far_it_is_is_told_to_the_end(finished_game, told):
    heard = []
    assert worked_out(finished_game, heard.append) == told
    assert heard[-1] == 1.0
    assert heard == sorted(heard)


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (0, "0 of 100"),
        (0.4, "fewer than 1 of 100"),
        (12.5, "12 of 100"),
        (83.2, "83 of 100"),
        (99.6, "more than 99 of 100"),
        (100, "100 of 100"),
    ],
)
def test_a_share_is_told_of_a_hundred_and_never_as_none_or_all_when_it_is_not(percent, words):
    assert of_100(percent) == words


def test_the_range_of_the_toll_holds_four_of_five_games(luck, told):
    for people in told.toll:
        assert people.low <= people.high
    assert {people.here for people in told.toll} <= set(luck.real.killed[:, 0].tolist())


def test_ways_to_end_add_up_to_all_games_and_one_of_them_is_this_games(told):
    assert sum(each.percent for each in told.endings) == pytest.approx(100)
    assert [each.here for each in told.endings].count(True) == 1


def test_a_power_is_told_with_where_the_game_lies(told):
    for power in told.powers:
        assert power.low <= power.mean <= power.high
        assert power.better + power.worse <= 100
        assert f"Better than in {of_100(power.better)}" in power.words


def test_after_a_regional_war_there_is_a_spread_but_no_place_in_it(finished_game, luck):
    told = luck_told(finished_game, ended(luck, real=Ending.REGIONAL_WAR))
    assert told.notes[0] == "This game ended in a regional war and has no score."
    assert "counted up to its regional war only" in told.toll_note
    for power in told.powers:
        assert (power.here, power.chart.mark) == (None, None)
        assert "This game:" not in power.words
        assert "Better than" not in power.words


def test_where_every_other_game_is_a_regional_war_no_score_is_told(finished_game, luck):
    told = luck_told(finished_game, ended(luck, others=Ending.REGIONAL_WAR))
    for power in told.powers:
        assert power.chart is None
        assert "No game with other dice has a score." in power.words
    assert any("100 of 100, are left out" in note for note in told.notes)
    for people in told.toll:
        assert people.cells[1:] == ("not counted", "not counted")


def test_the_toll_of_a_regional_war_is_not_told_as_a_small_one(finished_game, luck):
    endings, killed = luck.others.endings.copy(), luck.others.killed.copy()
    endings[:20] = Ending.REGIONAL_WAR
    killed[:, :20] = 0
    told = luck_told(
        finished_game, replace(luck, others=replace(luck.others, endings=endings, killed=killed))
    )
    for people in told.toll:
        assert people.low > 0


def test_a_government_that_fell_is_told_in_plain_words(finished_game, luck):
    fallen = np.ones_like(luck.real.fallen)
    told = luck_told(finished_game, replace(luck, real=replace(luck.real, fallen=fallen)))
    assert all("Its government fell in this game; with other dice in" in power.words for power in told.powers)


def throw(surprise, *, salvo=False):
    return ThrowTold(1, "orders", "it", "so", surprise / 2, surprise, salvo)


def thrown(*throws):
    return LuckTold((), (), (), (), throws)


def test_the_least_likely_throws_come_first_and_salvos_are_among_them():
    shown = thrown(*(throw(surprise, salvo=surprise % 2 == 1) for surprise in range(1, 101))).unlikely
    assert [each.surprise for each in shown] == [1, 2, 3, 4, 5, 6]
    assert sum(each.salvo for each in shown) == MOST_SHOWN


def test_what_is_likely_is_not_told_as_unlikely_but_salvos_are_told_all_the_same():
    assert thrown(throw(60)).unlikely == ()
    assert len(thrown(throw(60, salvo=True)).unlikely) == 1


def test_how_many_rare_throws_so_many_bring_is_told_beside_how_many_there_were():
    told = thrown(*(throw(surprise) for surprise in range(5, 95, 3))).throws_words
    assert told.startswith("The dice decided 30 things in this game. Of so many, up to 3 may be expected")
    assert told.endswith("here 2 did.")
    assert thrown(throw(5)).throws_words == "The dice decided 1 thing in this game."
    assert thrown().throws_words == "The dice decided nothing in this game."


def test_every_game_is_in_a_bar_and_the_real_one_is_marked():
    scores = np.array([[100, 149, 150, 900], [300, 300, 300, 1250]])
    first, second = distributions(scores, [130, None])
    assert (first.low, first.high) == (second.low, second.high) == (1.0, 13.0)
    assert sum(first.counts) == sum(second.counts) == 4
    assert (first.mark, second.mark) == (0, None)
    assert first.counts[0] == 2
    for bar in (*first.bars, *second.bars):
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert bar.y + bar.height == pytest.approx(HEIGHT, abs=0.2)


def test_one_score_alone_is_one_bar():
    (only,) = distributions(np.array([[400, 400]]), [400])
    assert (only.low, only.high, only.mark, only.usual) == (4.0, 5.0, 0, (0, 0))


def test_the_page_tells_luck_only_if_it_was_worked_out(finished_game, told):
    without, read = Page(page(finished_game)), Page(page(finished_game, luck=told))
    assert "luck" not in without.attributes("id")
    assert "luck" in read.attributes("id")
    assert "#luck" in read.attributes("href")
    for power in told.powers:
        assert power.words in read.text
    for throw in told.unlikely:
        assert throw.words in read.text
    assert {CANNOT, QUESTION} <= set(read.pieces)


def test_the_page_tells_the_toll_before_any_score(finished_game, told):
    read = Page(page(finished_game, luck=told))
    assert read.pieces.index("Toll with other dice") < read.pieces.index("Score with other dice")


def test_the_page_of_a_regional_war_has_a_chart_without_an_arrow(finished_game, luck):
    war = luck_told(finished_game, ended(luck, real=Ending.REGIONAL_WAR))
    read = Page(page(finished_game, luck=war))
    assert "here" not in " ".join(read.attributes("class")).split()


def test_the_table_has_a_row_for_every_throw_and_no_toll_among_scores(finished_game, told):
    table = [row for row in rows(finished_game, luck=told) if "dice" in row.kind]
    assert sum(row.kind == "throw of the dice" for row in table) == len(told.throws)
    assert [row.cause for row in table if row.kind == "throw of the dice"] == [t.words for t in told.throws]
    assert table[0].kind.startswith("killed with other dice")
    assert not [row for row in rows(finished_game) if "dice" in row.kind]
