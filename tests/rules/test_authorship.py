"""Claiming an act that nobody claimed, denying it, or leaving it open (rules.md §7)."""

from dataclasses import replace

import pytest

from game.rules.choices import reasons_against
from game.rules.state import State
from game.rules.tables import Rules
from tests.rules.playing import opening, option, take_stage, take_turn

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
