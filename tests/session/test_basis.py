"""The basis of an order tells nothing that comes after the opening."""

from datetime import date

import pytest

from game.scenario.models import Clock
from game.scenario.shipped import scenarios
from game.session.basis import known_basis
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.loading import load_scenario


def clock(start):
    return Clock(start=start, days_per_turn=2, turns=4, hidden_end=False, facts_until=date(2025, 6, 24))


@pytest.mark.parametrize(
    ("basis", "opening", "known"),
    [
        ("A retort [A 61]; 19 April 2024.", date(2024, 4, 1), "A retort [A 61]."),
        ("A retort [A 61]; 19 April 2024.", date(2024, 4, 19), "A retort [A 61]; 19 April 2024."),
        ("September 2024 in Lebanon [A 4].", date(2024, 9, 16), ""),
        ("September 2024 in Lebanon [A 4].", date(2024, 10, 1), "September 2024 in Lebanon [A 4]."),
        ("Words bind (Fearon 1994).", date(2023, 10, 8), "Words bind (Fearon 1994)."),
        ("Deaths were few in 2024 and 2025.", date(2024, 10, 1), ""),
        ("", date(2024, 4, 1), ""),
    ],
)
def test_what_is_dated_after_the_opening_is_left_out(basis, opening, known):
    assert known_basis(basis, clock(opening)) == known


def test_a_scenario_without_dates_leaves_out_every_day_of_a_real_case():
    undated = clock(date(2030, 1, 1)).model_copy(update={"calendar": "days"})
    assert known_basis("A retort [A 61]; 19 April 2024.", undated) == "A retort [A 61]."


def test_no_order_card_of_the_first_historical_scenario_names_a_later_year():
    loaded = load_scenario("eighth_of_october")
    assert "eighth_of_october" in scenarios([])
    power = next(iter(loaded.scenario.powers))
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, [f"{power}=human"]), 1)
    seat = session.waiting[0]
    draft = session.draft(seat)
    shown = " ".join(card.basis for slot in draft.slots for card in draft.menu(slot).cards)
    assert shown
    assert "2024" not in shown
    assert "2025" not in shown
