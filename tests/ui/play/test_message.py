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


def test_a_blow_that_nobody_claims_is_said_to_be_felt_toward_nobody_until_it_is_attributed() -> None:
    loaded = load_scenario("consulate")
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["israel=human"]), 1)
    reader, menu = Reader(session.view(1), session.wording), session.draft(1).menu(Slot.FORCE)
    told = [message(reader, "israel", menu.choice(key)) for key in (OPEN, COVERT)]
    assert told[0].booked.startswith("booked as ")
    assert "nobody" not in told[0].booked + told[0].on_provocation.text
    assert told[1].booked == "felt as 0.3, toward nobody; booked as 0.6 if attributed"
    assert "toward nobody" in told[1].on_provocation.text


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
