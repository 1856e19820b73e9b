"""What a strike would say, as told before it is ordered."""

import pytest

from game.rules.tables import Slot
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.play.message import message
from game.ui.play.reader import Reader
from tests.loading import load_scenario

COVERT = "israel:sabotage/iran/direct/limited/core_military/covert/none"
OPEN = "israel:limited_air_strike/iran/direct/limited/core_military/fast/none"


@pytest.mark.parametrize(("key", "more"), [(OPEN, True), (COVERT, False)], ids=["open", "covert"])
def test_interest_after_a_broken_promise_is_told_of_open_blows_alone(key: str, more: bool) -> None:
    """What nobody claims shows no more, and the interest waits."""
    loaded = load_scenario("consulate")
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["israel=human"]), 1)
    seat = 1
    choice = session.draft(seat).menu(Slot.FORCE).choice(key)
    view = session.view(seat)
    shown = []
    for interest in (0, 1):
        view.seen.block[loaded.rules.layout.row("interest", "israel", "iran")] = interest
        shown.append(message(Reader(view, session.wording), "israel", choice).resolve)
    assert (shown[1] > shown[0]) is more
