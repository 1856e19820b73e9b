"""What computer players let others see beforehand differs by level, and is what they then do."""

import pytest

from game.rules.tables import PASSES
from game.session.intents import intents
from game.session.naming import Naming
from game.session.seats import SeatPlan
from game.session.session import Session


def begun(loaded, *seats):
    return Session.new(loaded, SeatPlan.parse(loaded.scenario, ["iran=human", *seats]), 4)


def test_easy_tells_what_it_then_orders(consulate):
    session = begun(consulate, "israel=easy", "us=hard")
    (told,) = intents(session)
    draft = session.draft(0)
    session.commit(0, [draft.menu(slot).cards[0].choices[0].key for slot in draft.slots])
    next(progress for progress in session.work() if session.entries)
    israel = session.entries[0].choices[1]
    naming = Naming(session.rules, session.wording)
    assert israel.power == "israel"
    assert all(naming.describe(key) in told for key in israel.options if not key.endswith(PASSES))


def test_normal_tells_only_where_it_leans(consulate):
    (told,) = intents(begun(consulate, "israel=normal", "us=hard"))
    assert told.startswith("Israel leans to ")


@pytest.mark.parametrize("level", ["story", "hard", "grand"])
def test_other_levels_tell_nothing(consulate, level):
    assert intents(begun(consulate, f"israel={level}", f"us={level}")) == ()
