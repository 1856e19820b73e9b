"""April 2024: an announced salvo, a limited reply, and a matter declared concluded (rules.md §1, §12)."""

import pytest

from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Tally
from tests.stories.telling import Story

SALVO = "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
CONCLUDED = "iran:iran_message_concluded/israel"
LIMITED_REPLY = "israel:reply/limited_air_strike/iran/direct/limited/core_military/fast/none"


def salvo(rules: Rules) -> Story:
    """13 April: the salvo meets an alert and a common defence, and Iran says that it is over."""
    return Story(rules).stage(SALVO, CONCLUDED, "israel:air_defence_alert", "us:lead_coalition")


def exchange(rules: Rules) -> Story:
    """19 April: Israel answers on a small scale, and nobody answers that."""
    return salvo(rules).finish(Stage.ANSWER_1).stage(LIMITED_REPLY).finish(Stage.BRINK)


@pytest.fixture(scope="module")
def opened(consulate_rules: Rules) -> Story:
    return salvo(consulate_rules)


@pytest.fixture(scope="module")
def closed(consulate_rules: Rules) -> Story:
    """The exchange in the games in which control was kept."""
    story = exchange(consulate_rules)
    assert (story.value("brink") < 0).mean() > 0.5
    return story


def test_the_salvo_pays_what_iran_is_owed_and_israel_books_it(opened: Story) -> None:
    assert opened.fell("resolve shown", "owed", "iran", "israel").all()
    assert opened.rose("resolve shown", "standing", "iran").all()
    assert opened.rose("struck", "owed", "israel", "iran").all()
    assert opened.fell("struck", "standing", "israel").all()


def test_it_crosses_a_line_and_opens_a_window(opened: Story) -> None:
    assert opened.told("a red line was crossed", "crossed_now", "israel", "iran").all()
    assert opened.rose("a reply window", "window", "israel", "iran").all()
    assert (opened.tally(Tally.LINES_CROSSED) >= 1).all()


def test_the_reply_is_resolve_too_and_answers_the_crossing(closed: Story) -> None:
    assert closed.fell("resolve shown", "owed", "israel", "iran").all()
    assert closed.rose("struck", "owed", "iran", "israel").all()
    line = ("line_answer", "israel_territory")
    assert closed.told("answered the crossing", *line).all()


def test_the_window_of_whoever_called_it_concluded_stays_shut(closed: Story) -> None:
    assert closed.rose("said that the matter is concluded", "concluded", "iran", "israel").all()
    assert not closed.told("a reply window", "window", "iran", "israel").any()


def test_the_exchange_closes_and_is_counted_once(closed: Story) -> None:
    kept = closed.value("brink") < 0
    assert closed.rose("the exchange closed", "tally", Tally.EXCHANGES_CLOSED)[kept].all()
    assert (closed.tally(Tally.EXCHANGES_CLOSED)[kept] == 1).all()


def test_the_front_cools_afterwards_and_the_shortfall_costs_belief(closed: Story) -> None:
    """The vow had a stake of two, the answer a scale of one; it is judged at the end of the next turn."""
    after = closed.keep(closed.value("brink") < 0)
    after.finish().turn()
    assert after.fell("the front cools", "rung", "direct").all()
    assert after.fell("let a line pass", "credibility", "israel", "iran").all()
    assert not after.ended(Ending.REGIONAL_WAR).any()
    assert (after.tally(Tally.EXCHANGES_CLOSED) == 1).mean() > 0.9
