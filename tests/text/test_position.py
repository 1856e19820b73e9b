"""What the position in the terminal says: what everybody may see to everybody, and secrets to their owner alone."""

import pytest

from game.session.seats import SeatPlan
from game.session.session import Session
from game.text.position import position
from tests.loading import load_scenario


def lines(scenario: str, power: str, **changed: dict[tuple[str, ...], int]) -> list[str]:
    """The position of a power at the opening of a scenario, with some rows of it set."""
    loaded = load_scenario(scenario)
    session = Session.new(loaded, SeatPlan.parse(loaded.scenario, [f"{power}=human"]), seed=1)
    for track, entries in changed.items():
        for names, value in entries.items():
            session._state.block[loaded.rules.layout.row(track, *names)] = value
    return [line.text for line in position(session, list(loaded.scenario.powers).index(power))]


def test_everybody_sees_every_partner_and_its_patron_what_moves_it():
    own, other = lines("north", "iran"), lines("north", "israel")
    assert "Hezbollah, a partner of yours:" in own
    assert "Hezbollah, a partner of Iran:" in other
    assert sum(line.startswith("capacity:") for line in other) == 4
    for track in ("loyalty:", "agenda:", "grievance:"):
        assert any(line.startswith(track) for line in own)
        assert not any(line.startswith(track) for line in other)


def test_whom_a_partner_strikes_back_at_is_told_while_it_does():
    """Who bombs its launch sites is among its targets [A 16]."""
    told = "turns for which it strikes back at the United States: 2"
    assert told in lines("north", "israel", marked={("ansar_allah", "us"): 2})
    assert not any("strikes back" in line for line in lines("north", "israel"))


@pytest.mark.parametrize(("power", "knows"), [("israel", True), ("iran", False), ("us", False)])
def test_what_is_known_from_inside_or_prepared_its_owner_alone_is_told(power, knows):
    """Penetration and prepared assets [A 15, A 21]."""
    told = lines("north", power)
    assert ("Hezbollah, known to you from inside (0 to 3): 3.0" in told) is knows
    assert ("Devices prepared long before, turns of work of 5: 5" in told) is knows
    assert ("What only you know:" in told) is knows


def test_hosts_trust_and_forces_near_are_told_to_whom_they_concern():
    """What a mediator's word and a patron's presence are worth [A 3, A 25]."""
    for power, words in (
        ("israel", ["your trust in its word (0 to 3)", "its forces with Israel (0 to 3)"]),
        ("us", ["its trust in your word (0 to 3)", "your forces with it (0 to 3)"]),
    ):
        told = lines("north", power)
        assert "Hosts, how close they stand to you (−2 to 2):" in told
        for each in words:
            assert any(line.startswith(each) for line in told)


def test_ones_own_mandates_are_told_with_the_number_that_each_turns_on():
    told = lines("consulate", "iran")
    place = told.index("Your mandates, and how they stand:")
    assert told[place + 1] == "Let no more than 1.5 be owed toward Israel when it ends. Now 4.2."
    assert told[place + 3].endswith(" Now 2. (secret)")
    assert not any("toward Israel when it ends" in line for line in lines("consulate", "us"))
