"""July to October 2024: held open by a promise that is broken, and paid later with interest (rules.md §1, A 10–12)."""

import numpy as np
import pytest

from game.rules.tables import Rules
from game.rules.tracks import Tally
from tests.stories.telling import Story

ASK = "us:ask_to_hold/gaza_talks_for_iran/2"
HOLD = "iran:hold_for_promise"
MASSED_SALVO = "iran:massed_fast_salvo/israel/direct/maximal/core_military/fast/none"
OWED = ("owed", "iran", "israel")
PROMISE = "gaza_talks_for_iran"


@pytest.fixture(scope="module")
def held(guest_rules: Rules) -> Story:
    """August: Iran holds while talks on Gaza are said to get there."""
    return Story(guest_rules).turn(ASK, HOLD)


@pytest.fixture(scope="module")
def broken(guest_rules: Rules) -> Story:
    """September: nobody brings the talks any further until the promise is due."""
    return Story(guest_rules).turn(ASK, HOLD).turn().turn()


@pytest.fixture(scope="module")
def paid(guest_rules: Rules) -> Story:
    """1 October: a salvo without notice, the first blow after the broken promise."""
    waited = Story(guest_rules).turn(ASK, HOLD).turn().turn()
    story = waited.keep(np.asarray(waited.state.ending == 0))
    return story.stage(MASSED_SALVO)


def test_what_is_owed_waits_while_iran_holds(held: Story) -> None:
    assert held.rose("holds for a promise", "promise_stake", PROMISE).all()
    assert (held.tally(Tally.PROMISES_HELD) == 1).all()
    assert not held.told("time passes", *OWED).any()
    assert (held.value(*OWED) >= 460).all()


def test_a_government_that_does_not_hold_is_pressed_at_once(guest_rules: Rules) -> None:
    pressed = Story(guest_rules).turn()
    assert pressed.fell("left unanswered", "credibility", "iran", "israel").all()
    assert pressed.fell("time passes", *OWED).all()


def test_the_promise_is_broken_and_what_is_owed_grows(broken: Story) -> None:
    assert broken.rose("a promise was broken", *OWED).all()
    assert broken.fell("a promise was broken", "trust", "us", "iran").all()
    assert broken.fell("a promise was broken", "credibility", "us", "iran").all()
    assert (broken.tally(Tally.PROMISES_BROKEN) == 1).all()
    assert (broken.tally(Tally.PROMISES_KEPT) == 0).all()
    assert (broken.value(*OWED) >= 460).all()


def test_the_next_blow_is_struck_with_interest(paid: Story) -> None:
    assert paid.fell("resolve shown", *OWED).all()
    assert paid.fell("paid with interest", "interest", "iran", "israel").all()
    assert (paid.tally(Tally.SETTLED_WITH_INTEREST) == 1).all()


def test_the_next_blow_is_no_overreach_although_it_is_more_than_what_is_owed(
    paid: Story, guest_rules: Rules
) -> None:
    assert not paid.told("overreach", "legitimacy", "iran").any()
    unprovoked = Story(guest_rules).turn().turn().turn().stage(MASSED_SALVO)
    assert unprovoked.fell("overreach", "legitimacy", "iran").all()


def test_the_same_promise_is_kept_when_the_talks_get_there(guest_rules: Rules) -> None:
    """The story could have gone otherwise: talks that reach the mark pay without a blow."""
    story = Story(guest_rules).turn(ASK, HOLD)
    story.state.block[guest_rules.layout.row("talks", "gaza")] = 400
    story.turn()
    assert story.fell("a promise was kept", *OWED).all()
    assert (story.tally(Tally.PROMISES_KEPT) == 1).all()
    assert (story.tally(Tally.PROMISES_BROKEN) == 0).all()
