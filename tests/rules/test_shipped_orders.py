"""Orders of the shipped conflict do in it what the two articles describe; docs/seed-coverage.md names the rows."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
import pytest

from game.rules.effects import Recorder
from game.rules.partners import heat
from game.rules.state import State
from game.rules.tables import Rules
from game.rules.tracks import Axis
from tests.loading import load_scenario
from tests.rules.playing import opening, take_stage, take_turn

GAMES, US = 24, 2
Opened = dict[tuple[str, ...], int]
NOTHING: Final[Mapping[str, Opened]] = MappingProxyType({})


class Did(NamedTuple):
    """What an order changes, against the same stage in which everybody passes."""

    order: str
    row: tuple[str, ...]
    """A track and its entry."""
    up: bool
    scenario: str = "consulate"
    before: Mapping[str, Opened] = NOTHING
    """Rows of the opening that are set otherwise."""


DONE = {
    "a prepared asset is used [A 15]": Did(
        "israel:trigger_prepared_asset/implanted_devices", ("asset_spent", "implanted_devices"), True, "north"
    ),
    "it disorganises [A 17]": Did(
        "israel:trigger_prepared_asset/implanted_devices", ("disarray", "hezbollah"), True, "north"
    ),
    "sources are placed [A 21]": Did(
        "israel:build_penetration/hezbollah", ("penetration", "israel", "hezbollah"), True
    ),
    "a client is backed without conditions [A 29]": Did(
        "us:full_backing", ("presence", "us", "israel"), True, before={"presence": {("us", "israel"): 0}}
    ),
    "a strike on partners wears them down [A 47]": Did(
        "us:strike_on_partners/iraqi_groups/syria_iraq/limited/core_military/fast/none",
        ("capacity", "iraqi_groups"),
        False,
    ),
    "it is their grievance [A 47]": Did(
        "us:strike_on_partners/iraqi_groups/syria_iraq/limited/core_military/fast/none",
        ("grievance", "iraqi_groups"),
        True,
    ),
    "a power stays out while its ally acts [A 55]": Did(
        "us:distance", ("owed", "iran", "us"), False, before={"owed": {("iran", "us"): 200}}
    ),
    "to press a client costs support [A 74]": Did("us:condition_arms/israel", ("standing", "us"), False),
    "to press a client is leverage [A 74]": Did("us:condition_arms/israel", ("leverage", "gaza"), True),
    "a new rule for all is declared [B 25]": Did(
        "iran:iran_red_line/iran_officers/3", ("line_stake", "iran_officers"), True
    ),
    "a coalition shields [B 45]": Did(
        "us:lead_coalition", ("shield", "israel"), True, before={"presence": {("us", "israel"): 200}}
    ),
}


def after(rules: Rules, did: Did, *orders: str) -> State:
    return take_stage(rules, opening(rules, GAMES, **did.before), *orders)[0]


@pytest.mark.parametrize("did", DONE.values(), ids=DONE.keys())
def test_an_order_of_the_shipped_conflict_does_what_its_row_says(did: Did) -> None:
    rules = load_scenario(did.scenario).rules
    row = rules.layout.row(*did.row)
    change = after(rules, did, did.order).block[row] - after(rules, did).block[row]
    assert (change > 0 if did.up else change < 0).any()
    assert not (change < 0 if did.up else change > 0).any()


def told(rules: Rules, state: State, turn: Callable[..., object], *orders: str) -> set[tuple[str, str]]:
    """Track and cause of everything that changed."""
    recorder = Recorder()
    turn(rules, state, *orders, recorder=recorder)
    return {(rules.layout.entries(each.row)[0].name, each.cause) for each in recorder.changes}


def test_a_strike_campaign_ends_the_balance_by_choice(consulate_rules: Rules) -> None:
    """[A 1]"""
    campaign = "israel:strike_campaign/iran/direct/maximal/core_military/fast/none"
    ready = opening(consulate_rules, readiness={("israel",): 600})
    assert ("balance", "chose to go beyond it") in told(consulate_rules, ready, take_stage, campaign)


def test_a_case_before_the_security_council_is_won_or_lost(consulate_rules: Rules) -> None:
    """[A 4]"""
    found = told(consulate_rules, opening(consulate_rules, GAMES), take_stage, "iran:security_council/israel")
    assert {("legitimacy", "a case won"), ("legitimacy", "a case lost")} <= found


def test_what_goes_to_one_is_not_collected_on_another(consulate_rules: Rules) -> None:
    """[A 22]"""
    known: Opened = {("israel", "hezbollah"): 100, ("israel", "hamas_and_allies"): 100}
    state = take_turn(
        consulate_rules, opening(consulate_rules, penetration=known), "israel:build_penetration/hezbollah"
    )
    layout = consulate_rules.layout
    tended, left = (state.block[layout.row("penetration", "israel", each), 0] for _, each in known)
    assert tended > 100 > left


def test_the_shaken_government_begins_with_a_demand_for_security(consulate_rules: Rules) -> None:
    """[A 24]: it presses on what is owed at once."""
    shaken = opening(consulate_rules, owed={("israel", "iran"): 300})
    assert ("standing", "security is demanded at home") in told(consulate_rules, shaken, take_turn)


def test_rounds_that_partners_fought_before_have_moved_their_loyalty() -> None:
    """[A 9]: closer to its patron for each in which it was stood by, further for each in which it was left alone."""
    loaded = load_scenario("consulate")
    numbers = loaded.rules.numbers
    for name, partner in loaded.scenario.partners.items():
        stood_by = sum(1 if each.supported else -1 for each in partner.rounds)
        row = loaded.rules.layout.row("loyalty", name)
        assert loaded.rules.opening[row] == round(partner.loyalty * 100) + stood_by * numbers.round_before
    assert any(partner.rounds for partner in loaded.scenario.partners.values())


def test_a_patron_may_ask_all_its_partners_to_open_their_fronts(consulate_rules: Rules) -> None:
    """[A 10]: the camp grows closer or apart by who does."""
    found = told(consulate_rules, opening(consulate_rules, GAMES), take_stage, "iran:open_fronts")
    assert ("cohesion", "asked all to open their fronts") in found


def test_what_a_patron_disowns_is_booked_to_it_less(consulate_rules: Rules) -> None:
    """[A 13, A 18]: of the same acts that it asked for."""
    request, row = "iran:request_partner_act/iraqi_groups", consulate_rules.layout.row("owed", "us", "iran")
    before = opening(consulate_rules, GAMES)
    silent, _ = take_stage(consulate_rules, before, request)
    disowned, _ = take_stage(consulate_rules, before, request, "iran:disown_partner")
    less = disowned.block[row] - silent.block[row]
    assert (less <= 0).all()
    assert (less < 0).any()


def test_a_campaign_shows_that_hezbollah_is_weaker_than_was_reckoned() -> None:
    """[A 5]"""
    rules = load_scenario("north").rules
    campaign = "israel:campaign_against_partner/hezbollah/lebanon/large/core_military/fast/none"
    ready = opening(rules, GAMES, readiness={("israel",): 600})
    assert ("overrated", "its true strength showed") in told(rules, ready, take_turn, campaign)


def test_fire_across_the_border_of_lebanon_goes_on_by_itself_and_takes_its_toll(
    consulate_rules: Rules,
) -> None:
    """[A 15]: nobody orders anything, and people are driven out on both sides."""
    before = opening(consulate_rules)
    after_it = take_turn(consulate_rules, take_turn(consulate_rules, before))
    layout = consulate_rules.layout
    assert after_it.block[layout.row("rung", "lebanon"), 0] >= 3
    for people in ("lebanese", "israelis"):
        row = layout.row("displaced", people)
        assert after_it.block[row, 0] > before.block[row, 0]


def test_a_campaign_in_lebanon_kills_hundreds_and_drives_out_hundreds_of_thousands_in_days() -> None:
    """[A 4]: in a turn of five days, many of them people who live where it strikes."""
    rules = load_scenario("north").rules
    campaign = "israel:campaign_against_partner/hezbollah/lebanon/maximal/dual_use/fast/none"
    before = opening(rules, GAMES, readiness={("israel",): 600})
    after_it = take_turn(rules, before, campaign)
    killed, displaced = (rules.layout.row(track, "lebanese") for track in ("killed", "displaced"))
    assert (after_it.block[killed] - before.block[killed]).mean() > 300
    assert (after_it.block[displaced] - before.block[displaced]).mean() > 250_000


def test_whoever_bombs_launch_sites_in_yemen_finds_its_warships_among_the_targets() -> None:
    """[A 16]"""
    rules = load_scenario("shipping").rules
    bombs = "us:strike_on_partners/ansar_allah/red_sea/limited/core_military/fast/none"
    at_warships = rules.partners.in_return[rules.layout.names[Axis.PARTNER].index("ansar_allah")]
    assert (rules.options.target[at_warships[at_warships >= 0]] == US).any()
    quiet = take_turn(rules, opening(rules, GAMES))
    bombed = take_turn(rules, opening(rules, GAMES), bombs)
    for state, added in ((quiet, False), (bombed, True)):
        _, step = take_stage(rules, state)
        assert np.isin(step.strikes.option, at_warships).any() is np.bool_(added)


def test_forces_that_are_sent_cool_a_partner_that_fears_them(consulate_rules: Rules) -> None:
    """[A 25]"""
    before = opening(consulate_rules, presence={("us", "israel"): 0})
    quiet, _ = take_stage(consulate_rules, before)
    deployed, _ = take_stage(consulate_rules, before, "us:deploy")
    hezbollah = 0
    assert heat(consulate_rules, deployed)[hezbollah, 0] < heat(consulate_rules, quiet)[hezbollah, 0]


def test_every_power_has_a_doctrine_that_waits_and_reads_restraint_as_licence() -> None:
    """[A 19, A 21]: it seeks balance, and presses where the other side has let a blow pass."""
    scenario = load_scenario("consulate").scenario
    for power in scenario.powers:
        own = [each for each in scenario.doctrines.values() if each.power == power]
        assert any(each.seeks == "balance" and each.reads_restraint_as == "licence" for each in own)
        assert any(each.seeks == "balance" and each.reads_restraint_as == "signal" for each in own)
    assert np.all([each.reads_restraint_as in ("licence", "signal") for each in scenario.doctrines.values()])
