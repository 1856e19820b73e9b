"""The ledger: booked, paid and carried as the rulebook says, and as a plain reading of it does (rules.md §5, §7)."""

from dataclasses import asdict, fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.arrays import integers
from game.rules.chance import Purpose
from game.rules.effects import carry_out
from game.rules.ledger import book, settle
from game.rules.numbers import Numbers
from game.rules.state import State
from game.rules.tables import Rules, Stage
from tests.rules import reference
from tests.rules.playing import opening, option, take_stage, take_turn

NORTH, SOUTH, LAKE, FIGHTERS = range(4)
NONE = {("northland", "southland"): 0}
SABOTAGE = "southland:sabotage/northland/border/limited/core_military/covert/none"
MISSILES = "northland:missile_strike/southland/border/limited/core_military/fast/none"


def with_numbers(rules: Rules, **numbers: int) -> Rules:
    return replace(rules, numbers=replace(rules.numbers, **numbers))


def account(state: State, power: int, actor: int, camp: int, game: int = 0) -> reference.Account:
    return reference.Account(
        owed=int(state.owed[power, actor, game]),
        humiliation=int(state.humiliation[power, actor, game]),
        standing=int(state.standing[power, game]),
        cohesion=int(state.cohesion[camp, game]),
    )


def set_account(state: State, power: int, actor: int, camp: int, owed: int, share: int, level: int) -> None:
    state.owed[power, actor] = owed
    state.humiliation[power, actor] = owed * share // 100
    state.standing[power] = state.cohesion[camp] = level


ACCOUNTS = {
    "actor": st.sampled_from([SOUTH, LAKE, FIGHTERS]),
    "owed": st.integers(0, 1200),
    "share": st.integers(0, 100),
    "level": st.integers(0, 1000),
}


@settings(max_examples=60)
@given(amount=st.integers(0, 1500), whole=st.booleans(), **ACCOUNTS)
def test_paying_is_as_a_plain_reading_has_it(
    border_rules: Rules, amount: int, whole: bool, actor: int, owed: int, share: int, level: int
) -> None:
    state = opening(border_rules)
    set_account(state, NORTH, actor, 0, owed, share, level)
    before = account(state, NORTH, actor, 0)
    places = (integers([NORTH]), integers([actor]), integers([0]))
    effects = settle(border_rules, state, places, integers([amount]), np.array([whole]), "test")
    carry_out(border_rules, state, effects, "ledger.pay", None)
    after = account(state, NORTH, actor, 0)
    assert after == reference.pay(before, amount, whole, actor == FIGHTERS, asdict(border_rules.numbers))
    assert 0 <= after.humiliation <= after.owed <= before.owed


def test_that_a_blow_restores_who_governs_is_an_assumption_and_that_a_promise_kept_does_is_none(
    border_rules: Rules,
) -> None:
    """What is owed is paid either way [A 25]."""
    doubted = replace(border_rules, assumptions=replace(border_rules.assumptions, political_survival=False))
    before = opening(border_rules, owed={("northland", "southland"): 300})
    places = (integers([NORTH]), integers([SOUTH]), integers([0]))
    for by_blow in (True, False):
        for rules in (border_rules, doubted):
            after = before.copy()
            effects = settle(rules, after, places, integers([200]), np.array([True]), "paid", by_blow=by_blow)
            carry_out(rules, after, effects, "ledger.pay", None)
            assert after.owed[NORTH, SOUTH, 0] == 100
            gains = after.standing[NORTH, 0] > before.standing[NORTH, 0]
            assert gains == (not by_blow or rules is border_rules)


@settings(max_examples=60)
@given(injury=st.integers(0, 1500), humiliation=st.integers(0, 400), **ACCOUNTS)
def test_booking_is_as_a_plain_reading_has_it(
    border_rules: Rules, injury: int, humiliation: int, actor: int, owed: int, share: int, level: int
) -> None:
    state = opening(border_rules)
    set_account(state, SOUTH, actor if actor != SOUTH else NORTH, 1, owed, share, level)
    actor = actor if actor != SOUTH else NORTH
    before = account(state, SOUTH, actor, 1)
    places = (integers([SOUTH]), integers([actor]), integers([0]))
    effects = book(border_rules, *places, integers([injury]), "test", integers([humiliation]))
    carry_out(border_rules, state, effects, "ledger.injure", None)
    after = account(state, SOUTH, actor, 1)
    audience = int(border_rules.audience[SOUTH])
    assert after == reference.book(
        before, injury, humiliation, audience, actor == FIGHTERS, asdict(border_rules.numbers)
    )
    assert after.humiliation <= after.owed
    assert after.standing <= before.standing  # nobody profits from being hit


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(
    "key", [MISSILES, "northland:missile_strike/southland/border/maximal/energy/fast/hours"]
)
def test_a_blow_is_booked_by_bias_leak_and_spread_and_stings(
    border_rules: Rules, key: str, bias: bool
) -> None:
    rules = replace(border_rules, assumptions=replace(border_rules.assumptions, injury_bias=bias))
    state, step = take_stage(rules, opening(rules, games=60, readiness={("northland",): 600}), key)
    number = option(rules, key)
    words = step.chance.words(Purpose.SPREAD, 1, NORTH)[0]
    for game in range(60):
        injury, humiliation = reference.weight_of_blow(
            int(rules.options.provocation[number]),
            int(rules.options.humiliation[number]),
            int(step.strikes.resolve[game]),
            int(step.strikes.leak[game]),
            int(rules.spread[words[game] >> 24]),
            rules.numbers.injury_bias if bias else 100,
            asdict(rules.numbers),
        )
        assert state.booked[SOUTH, NORTH, game] == injury + humiliation
        taken = step.strikes.taken
        assert (taken.felt[game], taken.humiliation[game]) == (injury, humiliation)


def test_a_fully_intercepted_salvo_still_injures_by_half(border_rules: Rules) -> None:
    numbers = asdict(border_rules.numbers)
    none, _ = reference.weight_of_blow(200, 0, 0, 0, 100, 100, numbers)
    full, _ = reference.weight_of_blow(200, 0, 0, 30, 100, 100, numbers)
    assert (none, full) == (100, 200)


@settings(max_examples=25)
@given(
    owed=st.lists(st.integers(0, 1200), min_size=4, max_size=4),
    share=st.integers(0, 100),
    insecurity=st.sampled_from([0, 250, 1000]),
)
def test_the_books_carry_a_debt_as_a_plain_reading_has_it(
    border_rules: Rules, owed: list[int], share: int, insecurity: int
) -> None:
    rules = with_numbers(border_rules, stop_standing=0, presence_standing=0, talks_failed_standing=0)
    state = opening(rules, insecurity={("northland",): insecurity})
    state.standing[:] = state.cohesion[:] = state.credibility[:] = 600
    for actor, amount in enumerate(owed):
        state.owed[NORTH, actor] = amount if actor != NORTH else 0
        state.humiliation[NORTH, actor] = state.owed[NORTH, actor] * share // 100
    after = take_turn(rules, state)
    lost, at_stake = 0, []
    for actor in (SOUTH, LAKE, FIGHTERS):
        cost, faded, heavy, drain = reference.carried(
            owed[actor], int(rules.audience[NORTH]), actor == FIGHTERS, insecurity, asdict(rules.numbers)
        )
        lost += cost
        at_stake.append(drain)
        assert after.owed[NORTH, actor, 0] == owed[actor] - faded
        assert after.humiliation[NORTH, actor, 0] <= after.owed[NORTH, actor, 0]
        if actor != FIGHTERS:
            assert after.credibility[NORTH, actor, 0] == 600 - rules.numbers.carry_credibility * heavy
    assert after.standing[NORTH, 0] == 600 - lost
    assert after.cohesion[0, 0] == 600 - sum(at_stake)


@given(owed=st.integers(0, 1200), share=st.integers(0, 100), turns=st.integers(1, 3))
@settings(max_examples=20)
def test_memory_fades_and_never_the_humiliation_faster_than_the_whole(
    border_rules: Rules, owed: int, share: int, turns: int
) -> None:
    state = opening(border_rules, owed={("northland", "southland"): owed})
    state.humiliation[NORTH, SOUTH] = owed * share // 100
    for _ in range(turns):
        before = state
        state = take_turn(border_rules, state)
        assert state.owed[NORTH, SOUTH, 0] <= before.owed[NORTH, SOUTH, 0]
        assert 0 <= state.humiliation[NORTH, SOUTH, 0] <= state.owed[NORTH, SOUTH, 0]


def test_humiliation_is_paid_at_half_unless_the_strike_is_decisive(border_rules: Rules) -> None:
    shamed = {"owed": {("northland", "southland"): 400}, "humiliation": {("northland", "southland"): 400}}
    before = opening(border_rules, readiness={("northland",): 600}, **shamed)
    decisive = "northland:missile_strike/southland/border/maximal/core_military/fast/none"
    for key, share in ((MISSILES, 50), (decisive, 100)):
        state, step = take_stage(border_rules, before, key)
        paid = min(int(step.strikes.resolve[0]) * share // 100, 400)
        assert state.humiliation[NORTH, SOUTH, 0] == 400 - paid


def test_resolve_toward_a_partner_pays_it_in_full_and_its_patron_by_half(border_rules: Rules) -> None:
    debts = {("southland", "hill_fighters"): 1000, ("southland", "northland"): 1000}
    raid = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    state, step = take_stage(border_rules, opening(border_rules, owed=debts), raid)
    resolve = int(step.strikes.resolve[0])
    assert state.owed[SOUTH, FIGHTERS, 0] == 1000 - resolve
    assert state.owed[SOUTH, NORTH, 0] == 1000 - resolve // 2


@pytest.mark.parametrize(("owed", "presence"), [(0, 0), (0, 200), (100, 0), (500, 0)])
def test_overreach_costs_legitimacy_less_for_a_client_under_its_patrons_presence(
    border_rules: Rules, owed: int, presence: int
) -> None:
    before = opening(
        border_rules,
        owed={("southland", "northland"): owed},
        presence={("lakeland", "southland"): presence},
    )
    raid = "southland:air_strike/northland/border/limited/core_military/fast/none"
    state, step = take_stage(border_rules, before, raid)
    excess = max(int(step.strikes.resolve[0]) - owed - border_rules.numbers.overreach_free, 0)
    cost = excess * border_rules.numbers.overreach_cost // 100
    cost = cost // 2 if presence >= 200 else cost
    assert before.legitimacy[SOUTH, 0] - state.legitimacy[SOUTH, 0] == cost
    assert (state.alignment[0, SOUTH, 0] < before.alignment[0, SOUTH, 0]) == (cost > 0)


def test_the_same_message_again_shows_less_and_recovers(border_rules: Rules) -> None:
    state = opening(border_rules, readiness={("northland",): 600})
    shown = []
    for _ in range(3):
        state.readiness[NORTH] = 600
        state, step = take_stage(border_rules, state, MISSILES)
        shown.append(int(step.strikes.resolve[0]))
        while state.stage != Stage.ORDERS:
            state, _ = take_stage(border_rules, state)
    full = int(border_rules.options.resolve[option(border_rules, MISSILES)])
    assert shown == [
        full,
        full * 90 // 100,
        full * 82 // 100,
    ]  # less a fifth, plus a tenth at each turn's end


def veiled(rules: Rules, attribution: int) -> tuple[State, State]:
    """Before the books and after a turn with an act of sabotage that nobody claims."""
    rules = with_numbers(rules, attribution=attribution)
    begun, _ = take_stage(rules, opening(rules, owed=NONE, humiliation=NONE), SABOTAGE)
    state = begun
    while state.stage != Stage.ORDERS:
        state, _ = take_stage(rules, state)
    return begun, state


def test_an_act_that_nobody_claims_is_felt_by_half_and_toward_nobody(border_rules: Rules) -> None:
    begun, _ = veiled(border_rules, attribution=0)
    before = opening(border_rules, owed=NONE, humiliation=NONE)
    felt, hidden = int(begun.unknown[NORTH, 0]), int(begun.veiled[NORTH, SOUTH, 0])
    assert felt == hidden - hidden * border_rules.numbers.veiled_share // 100 > 0
    assert not begun.owed[NORTH].any()
    lost = before.standing[NORTH, 0] - begun.standing[NORTH, 0]
    assert lost == felt * border_rules.numbers.injury_standing // 100


def test_what_is_never_attributed_lapses_after_two_turns(border_rules: Rules) -> None:
    rules = with_numbers(border_rules, attribution=0)
    _, state = veiled(border_rules, attribution=0)
    state = take_turn(rules, state)
    assert state.veiled[NORTH, SOUTH, 0] > 0
    state = take_turn(rules, state)
    assert state.veiled[NORTH, SOUTH, 0] == 0
    assert state.owed[NORTH, SOUTH, 0] == state.unknown[NORTH, 0] == 0


def test_what_is_attributed_is_booked_whole_and_costs_legitimacy(border_rules: Rules) -> None:
    begun, state = veiled(border_rules, attribution=100)
    _, unknown = veiled(border_rules, attribution=0)
    assert state.veiled[NORTH, SOUTH, 0] == 0
    whole, fades = int(begun.veiled[NORTH, SOUTH, 0]), border_rules.numbers.fade
    assert state.owed[NORTH, SOUTH, 0] == whole - whole * fades // 100
    assert state.unknown[NORTH, 0] == 0 < unknown.unknown[NORTH, 0]
    lost = unknown.legitimacy[SOUTH, 0] - state.legitimacy[SOUTH, 0]
    assert lost == border_rules.numbers.attributed_legitimacy


def test_an_act_whose_author_is_not_known_costs_it_no_legitimacy(border_rules: Rules) -> None:
    nuclear = "southland:sabotage/northland/border/limited/nuclear/covert/none"
    before = opening(border_rules, owed={("southland", "northland"): 500})
    state, _ = take_stage(border_rules, before, nuclear)
    assert state.legitimacy[SOUTH, 0] == before.legitimacy[SOUTH, 0]


def test_being_hit_after_saying_that_it_is_concluded_counts_double(border_rules: Rules) -> None:
    raid = "southland:air_strike/northland/border/limited/core_military/fast/none"
    plain = take_turn(border_rules, opening(border_rules))
    closed = take_turn(border_rules, opening(border_rules), "northland:north_concluded/southland")
    hit, doubled = (take_stage(border_rules, state, raid)[0] for state in (plain, closed))
    assert doubled.booked[NORTH, SOUTH, 0] == 2 * hit.booked[NORTH, SOUTH, 0]


def test_a_blow_that_nobody_claims_does_not_tell_by_its_weight_whose_it_is(border_rules: Rules) -> None:
    """Were it doubled after a word to its author, what is felt would name the author."""
    owed = {("southland", "northland"): 500}
    plain = take_turn(border_rules, opening(border_rules, owed=owed))
    closed = take_turn(border_rules, opening(border_rules, owed=owed), "northland:north_concluded/southland")
    hit, after_word = (take_stage(border_rules, state, SABOTAGE)[0] for state in (plain, closed))
    assert after_word.unknown[NORTH, 0] == hit.unknown[NORTH, 0] > 0


def test_every_default_of_the_rules_is_exact_in_the_engines_units() -> None:
    """A number that cannot be held in hundredths would be another number in play."""
    for number in fields(Numbers):
        natural, per = number.metadata["natural"], number.metadata["per"]
        assert round(natural * per) == pytest.approx(natural * per), number.name
