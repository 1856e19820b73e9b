"""What was chosen in a game, read back from its log."""

import numpy as np

from game.rules.choices import passes
from game.rules.tables import Stage
from game.session.chosen import chosen_options
from game.session.seats import SeatPlan
from game.session.session import Session
from tests.session.people import exhaust, play_out


def test_every_slot_is_read_as_an_option_of_its_own_menu(border):
    session = play_out(Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4), 4)
    menu, keys = session.rules.options.menu, session.rules.options.keys
    found = list(chosen_options(session))
    assert all(each.option in range(*menu[each.seat, each.slot]) for each in found)
    logged = [key for entry in session.entries for chosen in entry.choices for key in chosen.options]
    assert [keys[each.option] for each in found] == logged


def test_passes_of_different_slots_are_different_options_though_they_are_called_alike(border):
    session = Session.new(border, SeatPlan.parse(border.scenario, ["northland=human"]), 4)
    exhaust(session)
    (seat,) = session.waiting
    nothing = session.draft(seat).nothing
    assert len(set(nothing)) == 1
    options = session.ballots.options(Stage.ORDERS, seat, nothing)
    assert np.array_equal(options, passes(session.rules, Stage.ORDERS, 1)[seat, :, 0])
