"""Another conflict than the catalogue's runs with no line of code for it: four powers, no programme, no geography."""

import pytest

from game.lab.run import simulate
from game.scenario.shipped import load_scenario
from game.session.seats import SeatPlan
from game.session.session import Session
from game.ui.map.atlas import atlas_of

GAMES = 600
ALL = ["corrin=ai", "veyra=ai", "hallow=ai", "dunmere=ai"]


@pytest.fixture(scope="module")
def loaded():
    return load_scenario("straits_of_marrow", [])


def test_it_stands_alone_and_shares_nothing_with_the_catalogue(loaded):
    scenario, catalogue = loaded.scenario, load_scenario("consulate", []).scenario
    assert loaded.warnings == ()
    for kind in ("powers", "partners", "hosts", "fronts", "munitions", "defences", "camps", "populations"):
        assert not set(getattr(scenario, kind)) & set(getattr(catalogue, kind)), kind
    assert len(scenario.powers) == 4
    assert len(scenario.camps) == 3
    assert scenario.nuclear is None
    assert atlas_of(scenario).inset is None


def test_every_ending_is_reached_by_computer_players(loaded):
    summary = simulate(loaded.scenario, loaded.rules, GAMES, 1, "doctrine")
    assert summary["stuck"] == 0
    assert min(summary["ends"].values()) > 0
    assert set(summary["ends"]) == {"regional_war", "settlement", "horizon"}
    assert sum(summary["governments_fallen"].values()) > 0


def test_four_computer_players_play_a_session_to_its_end(loaded):
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ALL), 3)
    for _ in session.work():
        pass
    assert session.over


def test_no_programme_shows_or_grows(loaded):
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, ALL), 3)
    for _ in session.work():
        pass
    assert all(int(state.nuclear[0]) == 0 for state in session.history())


def test_briefings_are_alike_in_length(loaded):
    lengths = [sum(map(len, vars(power.briefing).values())) for power in loaded.scenario.powers.values()]
    assert max(lengths) < 1.15 * min(lengths)
