"""Claiming an act that nobody claimed, denying it, or leaving it open (rules.md §7)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.choices import reasons_against
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.view import View, view
from game.scenario.compile import compiled
from game.scenario.models import Scenario
from tests.rules.playing import keys_of, opening, option, take_stage, take_turn

SABOTAGE = "southland:sabotage/northland/border/limited/core_military/covert/none"
CLAIM = "southland:claim_act/northland"
DENY = "southland:deny_act/northland"


def attributed(rules: Rules, chance: int) -> Rules:
    return replace(rules, numbers=replace(rules.numbers, attribution=chance))


def at(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


def after_sabotage(rules: Rules) -> State:
    return take_turn(rules, opening(rules, owed={("southland", "northland"): 400}), SABOTAGE)


@pytest.mark.parametrize("key", [CLAIM, DENY])
def test_there_is_nothing_to_claim_or_deny_before_an_act(border_rules: Rules, key: str) -> None:
    reasons = reasons_against(border_rules, opening(border_rules), option(border_rules, key))
    assert reasons == ["No act of yours against it stands unclaimed."]


def test_a_claim_pays_by_the_resolve_held_back_and_stings(border_rules: Rules) -> None:
    rules = attributed(border_rules, 0)
    before = after_sabotage(rules)
    held_back = at(rules, before, "unclaimed", "southland", "northland")
    veiled = at(rules, before, "veiled", "northland", "southland")
    after, _ = take_stage(rules, before, CLAIM)
    paid = at(rules, before, "owed", "southland", "northland") - at(
        rules, after, "owed", "southland", "northland"
    )
    booked = at(rules, after, "owed", "northland", "southland") - at(
        rules, before, "owed", "northland", "southland"
    )
    assert paid == held_back > 0
    assert booked == veiled + 2 * held_back * rules.numbers.claim_sting // 100
    assert at(rules, after, "veiled", "northland", "southland") == 0
    assert at(rules, after, "unclaimed", "southland", "northland") == 0


def test_a_claim_is_believed_and_costs_legitimacy(border_rules: Rules) -> None:
    rules = attributed(border_rules, 0)
    before = after_sabotage(rules)
    after, _ = take_stage(rules, before, CLAIM)
    pair = ("southland", "northland")
    gained = at(rules, after, "credibility", *pair) - at(rules, before, "credibility", *pair)
    lost = at(rules, before, "legitimacy", "southland") - at(rules, after, "legitimacy", "southland")
    assert (gained, lost) == (rules.numbers.claim_credibility, rules.numbers.attributed_legitimacy)


def test_a_denial_that_does_not_hold_costs_credibility_and_legitimacy(border_rules: Rules) -> None:
    named = replace(border_rules, numbers=replace(border_rules.numbers, attribution=100, denied_share=100))
    before = after_sabotage(attributed(border_rules, 0))
    silent, denied = take_turn(named, before), take_turn(named, before, DENY)
    for track, entries in (("credibility", ("southland", "northland")), ("legitimacy", ("southland",))):
        cost = at(named, silent, track, *entries) - at(named, denied, track, *entries)
        assert cost == named.numbers.denial_cost


def test_a_denial_makes_an_act_harder_to_pin_down(border_rules: Rules) -> None:
    sure_but_for_denial = replace(
        border_rules, numbers=replace(border_rules.numbers, attribution=100, denied_share=0)
    )
    before = after_sabotage(attributed(border_rules, 0))
    denied = take_turn(sure_but_for_denial, before, DENY)
    assert at(border_rules, denied, "veiled", "northland", "southland") > 0


def test_what_is_attributed_can_be_claimed_no_more(border_rules: Rules) -> None:
    named = attributed(border_rules, 100)
    assert at(named, after_sabotage(named), "unclaimed", "southland", "northland") == 0


NORTH = 0


@pytest.fixture(scope="module")
def two_hands(border_scenario: Scenario) -> Rules:
    """The border with two powers that can commit the same act of sabotage; chance plays no part in what follows."""
    sabotage = border_scenario.orders["sabotage"].model_copy(update={"by": ("southland", "lakeland")})
    orders = {**border_scenario.orders, "sabotage": sabotage}
    rules = attributed(compiled(border_scenario.model_copy(update={"orders": orders})), 0)
    return replace(rules, spread=np.full_like(rules.spread, 100))


def views_of_the_victim(rules: Rules, author: str) -> list[View]:
    """What Northland sees after the act, after the replies and in the turns that follow."""
    games = 16
    act = f"{author}:sabotage/northland/border/limited/core_military/covert/none"
    states = [take_stage(rules, opening(rules, games), act)[0]]
    for _ in range(24):
        states.append(take_stage(rules, states[-1])[0])
    return [view(rules, state, NORTH, keys_of(games)) for state in states]


def test_the_victims_view_is_the_same_whoever_did_it(two_hands: Rules) -> None:
    """Not even the rise of what is owed tells: it is felt toward an unknown hand."""
    views = zip(
        *(views_of_the_victim(two_hands, author) for author in ("southland", "lakeland")), strict=True
    )
    for first, second in views:
        np.testing.assert_array_equal(first.seen.block, second.seen.block)
        np.testing.assert_array_equal(first.least, second.least)
        np.testing.assert_array_equal(first.most, second.most)
    assert views_of_the_victim(two_hands, "southland")[0].seen.unknown[NORTH].all()


def test_what_an_unknown_hand_did_weighs_at_home_until_it_is_named(two_hands: Rules) -> None:
    before = after_sabotage(two_hands)
    felt = at(two_hands, before, "unknown", "northland")
    whole = at(two_hands, before, "veiled", "northland", "southland")
    named = take_turn(replace(two_hands, numbers=replace(two_hands.numbers, attribution=100)), before)
    assert 0 < felt < whole
    assert at(two_hands, named, "unknown", "northland") == 0
    assert at(two_hands, named, "owed", "northland", "southland") > 0


def test_a_patron_does_not_learn_who_secretly_struck_its_partner(border_scenario: Scenario) -> None:
    """The partner's grievance rises all the same."""
    sabotage = border_scenario.orders["sabotage"]
    assert sabotage.strike is not None
    at_partner = sabotage.strike.at[0].model_copy(update={"actor": "hill_fighters", "front": "hills"})
    strike = sabotage.strike.model_copy(update={"at": (at_partner,), "target": ("core_military",)})
    orders = {**border_scenario.orders, "sabotage": sabotage.model_copy(update={"strike": strike})}
    rules = compiled(border_scenario.model_copy(update={"orders": orders}))
    before = opening(rules)
    act = "southland:sabotage/hill_fighters/hills/limited/core_military/covert/none"
    state, _ = take_stage(rules, before, act)
    np.testing.assert_array_equal(state.owed[NORTH], before.owed[NORTH])
    assert state.grievance[0, 0] > before.grievance[0, 0]


def test_nothing_is_felt_any_more_once_the_last_act_is_past(two_hands: Rules) -> None:
    """Acts of two authors that lapse together leave no remainder of rounding."""
    state = take_turn(
        two_hands,
        opening(two_hands),
        *(
            f"{author}:sabotage/northland/border/limited/core_military/covert/none"
            for author in ("southland", "lakeland")
        ),
    )
    for _ in range(3):
        state = take_turn(two_hands, state)
    assert not state.veiled.any()
    assert not state.unknown.any()


@pytest.fixture(scope="module")
def northern_act(border_scenario: Scenario) -> Rules:
    """The border where Northland, which holds for a promise and has drawn a line, can commit an act of sabotage."""
    sabotage = border_scenario.orders["sabotage"]
    assert sabotage.strike is not None
    at_south = sabotage.strike.at[0].model_copy(update={"actor": "southland"})
    strike = sabotage.strike.model_copy(update={"at": (at_south,), "target": ("core_military",)})
    act = sabotage.model_copy(update={"by": ("northland",), "strike": strike})
    claim = border_scenario.orders["claim_act"].model_copy(update={"by": ("northland",)})
    orders = {**border_scenario.orders, "sabotage": act, "claim_act": claim}
    return attributed(compiled(border_scenario.model_copy(update={"orders": orders})), 0)


NORTHERN_ACT = "northland:sabotage/southland/border/limited/core_military/covert/none"
AT_STAKE = {
    "a debt": {"owed": {("northland", "southland"): 500}},
    "interest": {"interest": {("northland", "southland"): 1}},
    "a promise": {"promise_stake": {("quiet_for_north",): 2}, "promise_left": {("quiet_for_north",): 3}},
    "a crossed line": {"line_stake": {("north_soil",): 1}, "line_crossed": {("north_soil",): 1}},
}


@pytest.mark.parametrize("stakes", AT_STAKE.values(), ids=AT_STAKE)
def test_nothing_of_its_authors_that_others_see_moves_with_an_act_that_nobody_claims(
    northern_act: Rules, stakes: dict[str, dict[tuple[str, ...], int]]
) -> None:
    """Not its camp, nor a promise or a line of its, nor what is counted: any of them would tell whose act it was."""
    before = opening(northern_act, **stakes)
    quiet, _ = take_stage(northern_act, before)
    struck, step = take_stage(northern_act, before, NORTHERN_ACT)
    assert len(step.strikes) == 1
    seen = (northern_act.sight[1:] == Sight.EXACT).any(axis=0)
    moved = np.flatnonzero((quiet.block[:, 0] != struck.block[:, 0]) & seen)
    told = [northern_act.layout.entries(int(row)) for row in moved]
    of_author = {"northland", "northern", "north_soil", "quiet_for_north"}
    assert moved.size
    assert not [(track.name, of) for track, of in told if of_author & set(of[:1]) or track.name == "tally"]


def test_a_debt_is_paid_by_an_act_that_nobody_claims_and_the_camp_hears_of_it_with_the_claim(
    northern_act: Rules,
) -> None:
    before = opening(northern_act, owed={("northland", "southland"): 500})
    acted, _ = take_stage(northern_act, before, NORTHERN_ACT)
    assert at(northern_act, acted, "owed", "northland", "southland") < 500
    assert at(northern_act, acted, "cohesion", "northern") == at(northern_act, before, "cohesion", "northern")
    next_turn = take_turn(northern_act, before, NORTHERN_ACT)
    silent = take_stage(northern_act, next_turn)[0]
    claimed = take_stage(northern_act, next_turn, "northland:claim_act/southland")[0]
    assert at(northern_act, claimed, "cohesion", "northern") > at(
        northern_act, silent, "cohesion", "northern"
    )
