import numpy as np
import pytest

from game.lab.simulate import play_tile, random_policy
from game.rules.tables import Slot
from game.rules.tracks import Axis
from game.scenario.shipped import load_scenario
from game.session.injurers import never_answered
from game.session.seats import SeatPlan
from game.session.session import Session


@pytest.mark.parametrize("name", ["consulate", "year", "straits_of_marrow"])
def test_no_window_ever_opens_toward_whom_no_answer_is_left(name):
    rules = load_scenario(name).rules
    options, never = rules.options, never_answered(rules)
    left_out = {(int(options.power[option]), int(options.target[option])) for option in never}
    opened = set()

    def watching(rules, state, keys, asked=None):
        power, actor, _ = np.nonzero(state.window)
        opened.update(zip(power.tolist(), actor.tolist(), strict=True))
        return random_policy(rules, state, keys, asked)

    play_tile(rules, watching, 5, np.arange(96))
    assert opened
    assert not opened & left_out


def test_a_protest_names_whoever_could_be_answered_and_never_ones_own_partner():
    loaded = load_scenario("consulate")
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ["iran=human"]), 5)
    actors = loaded.rules.layout.names[Axis.ACTOR]
    menu = session.menus.menu(session.true_position(), actors.index("iran"), Slot.ANSWER)
    toward = [actors[loaded.rules.options.target[each.option]] for each in menu.card("protest").choices]
    assert toward == ["israel", "us"]
    assert all(choice.reasons for choice in menu.card("protest").choices)
