"""What a page says of talks and of a case before a court: the chance as things stand, and who helps."""

from game.rules.appeals import chance
from game.rules.talks import step_chance
from game.session.wording import Wording
from tests.rules.playing import opening


def test_a_track_of_talks_names_its_chance_and_who_lends_good_offices(border_scenario, border_rules):
    wording, state = Wording(border_scenario, border_rules), opening(border_rules)
    moved = (
        f"as things stand an attempt moves them with a chance of {step_chance(border_rules, state)[0, 0]} %"
    )
    assert wording.prospects(state, 0) == f"{moved}; good offices: Coastland"
    state.affronted[0] = 1
    assert wording.prospects(state, 0).endswith("; not lent now: Coastland")


def test_a_case_is_told_to_whoever_could_put_one(border_scenario, border_rules):
    wording, state = Wording(border_scenario, border_rules), opening(border_rules)
    won = chance(border_rules, state)[0, 0]
    assert (
        wording.case(state, 0)
        == f"A case before an assembly of states or a court would be won with a chance of {won} %."
    )
    assert not wording.case(state, 2)
