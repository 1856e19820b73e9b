"""Counts of munitions are told in the singular where there is one."""

from game.session.wording import Wording
from tests.loading import load_scenario


def test_one_of_a_kind_is_told_in_the_singular():
    loaded = load_scenario("consulate")
    wording = Wording(loaded.scenario, loaded.rules)
    assert wording.munitions({"drone": 2, "ballistic": 1, "cruise": 0}) == (
        "2 one-way drones, 1 ballistic missile of an older type"
    )


def test_every_class_that_ships_has_a_name_of_one():
    for name in ("consulate", "straits_of_marrow"):
        assert all(munition.one for munition in load_scenario(name).scenario.munitions.values())
