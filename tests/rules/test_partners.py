"""Partners act by rule: heat, requests, refusals, disarray, and what their acts book (rules.md §7, §8)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.partners import heat
from game.rules.reputation import feared_by_partners
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.tracks import Axis
from tests.rules.playing import chance_to_heed, opening, option, take_stage, take_turn

ASK = "northland:request_act/hill_fighters"
RESTRAIN = "northland:request_restraint/hill_fighters"
CREDIT = "northland:credit_partner"
DISOWN = "northland:disown_partner"
FIGHTERS = ("hill_fighters",)
NORTH, SOUTH = 0, 1


def always_heeds(rules: Rules, heeds: bool) -> Rules:
    chance = 100 if heeds else 0
    return replace(rules, numbers=replace(rules.numbers, heed_least=chance, heed_most=chance))


def row(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


def test_heat_is_agenda_and_half_the_grievance_less_fear(border_rules: Rules) -> None:
    """Deterrability 0.5 × (rung 2 + 2 × losses 0.35 + the reply expected; no presence of the feared power)."""
    state = opening(
        border_rules, partner_losses_before={FIGHTERS: 35}, presence={("lakeland", "southland"): 0}
    )
    reply = int(feared_by_partners(border_rules, state)[0, 0])
    assert heat(border_rules, state)[0, 0] == 500 + 50 - -(-(200 + 70 + reply) // 2)


def test_presence_of_the_feared_power_cools_a_partner(border_rules: Rules) -> None:
    heats = [
        int(heat(border_rules, opening(border_rules, presence={("lakeland", "southland"): presence}))[0, 0])
        for presence in (0, 100, 300)
    ]
    assert heats == sorted(heats, reverse=True)
    assert heats[0] - heats[2] == 150


def test_two_fronts_in_open_exchange_heat_every_partner(border_rules: Rules) -> None:
    one = heat(border_rules, opening(border_rules, rung={("border",): 5}))
    two = heat(border_rules, opening(border_rules, rung={("border",): 5, ("lake",): 5}))
    assert (two - one == 100).all()


def test_without_deterrability_fear_holds_nobody_back(border_rules: Rules) -> None:
    undeterred = replace(border_rules, assumptions=replace(border_rules.assumptions, deterrability=False))
    assert heat(undeterred, opening(undeterred))[0, 0] == 550


@pytest.mark.parametrize(
    ("loyalty", "aid", "agenda"), [(500, 0, 500), (700, 1, 700), (200, 0, 900), (1000, 1, 1000)]
)
def test_chance_to_heed_follows_loyalty_aid_and_heat(
    border_rules: Rules, loyalty: int, aid: int, agenda: int
) -> None:
    values = {"loyalty": {FIGHTERS: loyalty}, "aid_before": {FIGHTERS: aid}, "agenda": {FIGHTERS: agenda}}
    state = opening(border_rules, **values)
    by_heat = 5 * (int(heat(border_rules, state)[0, 0]) - 500) // 100
    base = 50 + 8 * (loyalty - 500) // 100 + 10 * aid
    assert chance_to_heed(border_rules, state, restraint=False) == np.clip(base + by_heat, 5, 95)
    assert chance_to_heed(border_rules, state, restraint=True) == np.clip(base - by_heat, 5, 95)


def test_a_partner_that_heeds_a_request_strikes_as_it_was_asked(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, True)
    _, step = take_stage(rules, opening(rules), ASK)
    assert step.strikes.option.tolist() == [option(rules, "hill_fighters:asked")]
    assert step.strikes.asked.tolist() == [True]


def test_a_refusal_costs_the_camp_cohesion(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, False)
    before = opening(rules)
    state, step = take_stage(rules, before, ASK)
    assert not len(step.strikes)
    lost = row(rules, before, "cohesion", "northern") - row(rules, state, "cohesion", "northern")
    assert lost == rules.numbers.refused_cohesion


def test_a_hot_partner_acts_unasked_unless_it_heeds_restraint(border_rules: Rules) -> None:
    for heeds in (False, True):
        rules = always_heeds(border_rules, heeds)
        hot = opening(rules, agenda={FIGHTERS: 1000})
        _, alone = take_stage(rules, hot)
        assert alone.strikes.option.tolist() == [option(rules, "hill_fighters:unasked")]
        _, restrained = take_stage(rules, hot, RESTRAIN)
        assert len(restrained.strikes) == (0 if heeds else 1)


@pytest.mark.parametrize("reason", [{"capacity": {FIGHTERS: 0}}, {"disarray": {FIGHTERS: 1}}], ids=str)
def test_a_partner_that_cannot_act_does_not(
    border_rules: Rules, reason: dict[str, dict[tuple[str], int]]
) -> None:
    rules = always_heeds(border_rules, True)
    _, step = take_stage(rules, opening(rules, agenda={FIGHTERS: 1000}, **reason))
    assert not len(step.strikes)


def test_a_partner_without_munitions_does_not_strike(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, True)
    empty = opening(rules, agenda={FIGHTERS: 1000}, stock={("hill_fighters", "rocket"): 0})
    _, step = take_stage(rules, empty)
    assert not len(step.strikes)


def test_disarray_lasts_through_the_turn_after_the_blow(border_rules: Rules) -> None:
    """A turn of disarray that ends at the books of its own turn would keep nobody from acting."""
    rules = always_heeds(border_rules, True)
    hot = opening(rules, agenda={FIGHTERS: 1000}, disarray={FIGHTERS: 1})
    state, step = take_stage(rules, hot)
    assert not len(step.strikes)
    while state.stage:
        state, _ = take_stage(rules, state)
    state.block[rules.layout.row("agenda", "hill_fighters")] = 1000
    _, step = take_stage(rules, state)
    assert len(step.strikes) == 1


@pytest.mark.parametrize(
    ("words", "asked", "share"),
    [((), True, 60), ((), False, 30), ((CREDIT,), False, 60), ((DISOWN,), True, 30)],
    ids=["requested", "unasked", "credited", "disowned"],
)
def test_a_partners_strike_is_booked_in_part_to_its_patron(
    border_rules: Rules, words: tuple[str, ...], asked: bool, share: int
) -> None:
    rules = always_heeds(border_rules, True)
    before = opening(rules, agenda={FIGHTERS: 500 if asked else 1000})
    state, _ = take_stage(rules, before, *words, *((ASK,) if asked else ()))
    toward_partner = row(rules, state, "booked", "southland", "hill_fighters")
    assert toward_partner > 0
    assert row(rules, state, "booked", "southland", "northland") == toward_partner * share // 100


def test_without_guilt_by_alliance_nothing_is_booked_to_the_patron(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, True)
    rules = replace(rules, assumptions=replace(rules.assumptions, guilt_by_alliance=False))
    state, _ = take_stage(rules, opening(rules), ASK)
    assert row(rules, state, "booked", "southland", "northland") == 0
    assert row(rules, state, "booked", "southland", "hill_fighters") > 0


def test_a_credited_act_pays_half_of_its_resolve_humiliation_in_full(border_rules: Rules) -> None:
    rules = always_heeds(border_rules, True)
    before = opening(
        rules, owed={("northland", "southland"): 120}, humiliation={("northland", "southland"): 120}
    )
    state, step = take_stage(rules, before, ASK, CREDIT)
    paid = int(step.strikes.resolve[0]) * rules.numbers.credit_paid // 100
    assert state.owed[NORTH, SOUTH, 0] == 120 - paid
    assert state.humiliation[NORTH, SOUTH, 0] == 120 - paid


def test_two_credited_partners_never_pay_the_same_debt_twice(consulate_rules: Rules) -> None:
    rules = always_heeds(consulate_rules, True)
    hot = {(partner,): 1000 for partner in ("hezbollah", "hamas_and_allies")}
    before = opening(
        rules,
        agenda=hot,
        owed={("iran", "israel"): 40, ("iran", "us"): 0},
        humiliation={("iran", "israel"): 20},
        standing={("iran",): 500},
    )
    state, step = take_stage(rules, before, "iran:credit_partner")
    on_israel = rules.options.target[step.strikes.option] == 1
    assert on_israel.sum() == 2
    assert state.owed[0, 1, 0] == 0
    gained = int(state.standing[0, 0]) - 500
    assert gained <= 40 * rules.numbers.paid_standing // 100


def test_a_strike_on_a_partner_is_its_grievance_and_two_fifths_its_patrons(border_rules: Rules) -> None:
    raid = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    before = opening(border_rules)
    state, _ = take_stage(border_rules, before, raid)
    grievance = int(state.grievance[0, 0] - before.grievance[0, 0])
    assert grievance > 0
    assert row(border_rules, state, "booked", "northland", "southland") == grievance * 40 // 100


def test_a_struck_partner_is_afraid_at_once_and_more_driven_later(border_rules: Rules) -> None:
    raid = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    left, struck = (take_turn(border_rules, opening(border_rules), *orders) for orders in ((), (raid,)))
    assert struck.partner_losses_before[0, 0] > left.partner_losses_before[0, 0]
    assert struck.agenda[0, 0] > left.agenda[0, 0]
    assert struck.capacity[0, 0] < left.capacity[0, 0]


def test_a_patron_that_stands_by_while_its_client_is_hurt_loses_faith(border_rules: Rules) -> None:
    blow = "northland:missile_strike/southland/border/maximal/energy/fast/none"
    ready = opening(border_rules, readiness={("northland",): 600, ("lakeland",): 400})
    alone = take_turn(border_rules, ready, blow)
    backed = take_turn(border_rules, ready, blow, "lakeland:deploy")
    pair = ("lakeland", "southland")
    lost = row(border_rules, ready, "credibility", *pair) - row(border_rules, alone, "credibility", *pair)
    assert lost == border_rules.numbers.unprotected_credibility
    assert row(border_rules, backed, "credibility", *pair) == row(border_rules, ready, "credibility", *pair)


def test_the_direct_attacks_of_minor_partners_do_less(consulate_rules: Rules) -> None:
    """What they launch and the resolve that it shows fall from Lebanon's front to those farther away [A 16]."""
    launched = {}
    for partner in ("hezbollah", "iraqi_groups", "ansar_allah"):
        rules = always_heeds(consulate_rules, heeds=True)
        asked = take_stage(rules, opening(rules), f"iran:request_partner_act/{partner}")[1].strikes
        own = asked.attacker == rules.layout.names[Axis.ACTOR].index(partner)
        launched[partner] = (int(asked.launched[:, own].sum()), int(asked.resolve[own].sum()))
    assert launched["hezbollah"] > launched["iraqi_groups"]
    assert launched["hezbollah"] > launched["ansar_allah"]
    assert launched["hezbollah"][1] > max(launched["iraqi_groups"][1], launched["ansar_allah"][1])
