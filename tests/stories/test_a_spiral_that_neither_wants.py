"""Both strike decisively, replies follow replies, and control is lost though nobody sought it (rules.md §1, §9)."""

import pytest

from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Tally
from tests.stories.telling import Story

FIRST = "iran:massed_fast_salvo/israel/direct/large/energy/fast/none"
REPLY = "israel:reply/strike_campaign/iran/direct/large/energy/fast/none"
STOP = ("iran:stop", "israel:stop")
GO_ON = ("iran:go_on/direct", "israel:go_on/direct")


def spiral(rules: Rules) -> Story:
    """Two decisive blows, each an answer in the eyes of whoever strikes it."""
    return Story(rules).stage(FIRST).finish(Stage.ANSWER_1).stage(REPLY).finish(Stage.BRINK)


@pytest.fixture(scope="module")
def story(spiral_rules: Rules) -> Story:
    return spiral(spiral_rules)


def brink(rules: Rules) -> Story:
    """The games in which control is lost, at the brink."""
    story = spiral(rules)
    return story.keep(story.value("brink") >= 0)


def test_both_strike_decisively_and_each_books_the_other_s_blow(story: Story) -> None:
    for power, rival in (("iran", "israel"), ("israel", "iran")):
        assert story.rose("struck decisively", "decisive", power, rival).all()
        assert story.rose("struck", "owed", power, rival).all()
        assert story.told("a reply window", "window", power, rival).all()
    assert (story.value("rung", "direct") == 6).all()
    assert (story.value("exchanges", "direct") >= 1).all()


def test_control_is_lost_more_often_than_not_and_the_brink_is_counted(story: Story) -> None:
    lost = story.told("control is lost", "brink")
    assert lost.mean() > 0.5
    assert (story.tally(Tally.BRINKS) == lost).all()


def test_an_exchange_that_ends_at_the_brink_does_not_count_as_closed(story: Story) -> None:
    lost = story.value("brink") >= 0
    assert (story.tally(Tally.EXCHANGES_CLOSED)[lost] == 0).all()


def test_when_both_stop_they_pay_for_it_and_the_front_falls_back(spiral_rules: Rules) -> None:
    stopped = brink(spiral_rules).stage(*STOP)
    back = stopped.fell("both stopped at the brink", "rung", "direct")
    assert back.mean() > 0.5
    for power in ("iran", "israel"):
        assert (stopped.fell("both stopped at the brink", "standing", power) == back).all()
    assert (stopped.value("rung", "direct")[back] <= 5).all()
    assert not stopped.ended(Ending.REGIONAL_WAR)[back].any()


def test_it_can_be_too_late_although_both_stop(spiral_rules: Rules) -> None:
    """Nobody wanted it: the threat leaves something to chance."""
    stopped = brink(spiral_rules).stage(*STOP)
    war = stopped.ended(Ending.REGIONAL_WAR)
    assert war.any()
    assert (stopped.told("general war", "ending") == war).all()
    assert (stopped.value("rung", "direct")[war] == 7).all()


def test_one_that_goes_on_wins_or_takes_everybody_into_war(spiral_rules: Rules) -> None:
    chicken = brink(spiral_rules).stage("iran:go_on/direct", "israel:stop")
    war = chicken.ended(Ending.REGIONAL_WAR)
    assert (chicken.fell("stopped alone at the brink", "standing", "israel") == ~war).all()
    assert (chicken.rose("went on at the brink", "credibility", "iran", "israel") == ~war).all()
    assert war.any()
    assert not war.all()


def test_both_going_on_is_war_in_every_game(spiral_rules: Rules) -> None:
    collided = brink(spiral_rules).stage(*GO_ON)
    assert collided.ended(Ending.REGIONAL_WAR).all()
    assert collided.rose("general war", "rung", "direct").all()
