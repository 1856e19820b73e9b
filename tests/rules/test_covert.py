"""Covert acts: what shows of them, prepared assets, penetration, disarray and complacency (rules.md §7, §8)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.choices import IllegalChoice
from game.rules.covert import true_warnings
from game.rules.effects import Recorder
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.tracks import Axis
from game.rules.view import view
from tests.rules.playing import keys_of, opening, take_stage, take_turn

SABOTAGE = "southland:sabotage/northland/border/limited/core_military/covert/none"
AIR_STRIKE = "southland:air_strike/northland/border/limited/core_military/fast/none"
NORTH, SOUTH, LAKE = range(3)


def value(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


@pytest.mark.parametrize(("order", "shown"), [(SABOTAGE, 0), (AIR_STRIKE, 1)])
def test_what_nobody_claims_is_not_remembered_as_its_authors(
    border_rules: Rules, order: str, shown: int
) -> None:
    state, _ = take_stage(border_rules, opening(border_rules), order)
    assert value(border_rules, state, "struck", "southland", "northland") == shown
    assert value(border_rules, state, "state_act", "border") == shown
    assert value(border_rules, state, "act", "border") > 0


def test_a_repeated_message_is_its_authors_own_knowledge(border_rules: Rules) -> None:
    layout = border_rules.layout
    for message in layout.names[Axis.MESSAGE]:
        author = layout.names[Axis.POWER].index(message.partition(">")[0])
        sights = border_rules.sight[:, layout.row("message", message)]
        assert [bool(each == Sight.EXACT) for each in sights] == [
            power == author for power in range(border_rules.powers)
        ]


def test_nothing_public_tells_a_bystander_who_sabotaged(border_rules: Rules) -> None:
    """What a third power knows exactly is the same, but for what was hit, as if the author had passed."""
    quiet, _ = take_stage(border_rules, opening(border_rules))
    struck, _ = take_stage(border_rules, opening(border_rules), SABOTAGE)
    exact = border_rules.sight[LAKE] == Sight.EXACT
    differing = (quiet.block[:, 0] != struck.block[:, 0]) & exact
    tracks = {border_rules.layout.entries(int(row))[0].name for row in differing.nonzero()[0]}
    assert tracks <= {"act", "rung", "killed", "displaced", "market", "impacts", "cohesion"}
    assert view(border_rules, struck, LAKE, keys_of(1)).stage == Stage.OFFER_1


BUILD, USE = "southland:prepare_fuses/fuses", "southland:use_fuses/fuses"
HUNT = "northland:spy_hunt"


def never_found(rules: Rules) -> Rules:
    return replace(rules, assets=replace(rules.assets, discovery=rules.assets.discovery * 0))


def surely_found(rules: Rules) -> Rules:
    return replace(rules, assets=replace(rules.assets, discovery=rules.assets.discovery * 0 + 100))


def test_an_asset_takes_work_and_is_used_once(border_rules: Rules) -> None:
    rules = never_found(border_rules)
    state = opening(rules)
    with pytest.raises(IllegalChoice, match="work until it is ready"):
        take_stage(rules, state, USE)
    state = take_turn(rules, state, BUILD)
    with pytest.raises(IllegalChoice, match="ready to be used"):
        take_stage(rules, state, BUILD)
    state = take_turn(rules, state, USE)
    for order in (BUILD, USE):
        with pytest.raises(IllegalChoice, match="used or lost"):
            take_stage(rules, state, order)


def test_its_use_goes_through_the_ledger_and_disorganises_the_partner(border_rules: Rules) -> None:
    rules = never_found(border_rules)
    ready = opening(rules, asset_progress={("fuses",): 2})
    state, step = take_stage(rules, ready, USE)
    assert value(rules, state, "disarray", "hill_fighters") == 1
    assert value(rules, state, "grievance", "hill_fighters") > value(
        rules, ready, "grievance", "hill_fighters"
    )
    assert value(rules, state, "owed", "northland", "southland") > value(
        rules, ready, "owed", "northland", "southland"
    )
    assert value(rules, state, "capacity", "hill_fighters") < value(rules, ready, "capacity", "hill_fighters")
    assert int(step.strikes.resolve[0]) == 200
    assert step.strikes.deaths[0] > 0


def test_an_asset_that_is_about_to_be_found_is_used_now_or_lost(border_rules: Rules) -> None:
    rules = surely_found(border_rules)
    state = take_turn(rules, opening(rules), BUILD)
    assert value(rules, state, "asset_exposed", "fuses") == 1
    used = take_turn(rules, state, USE)
    assert value(rules, used, "asset_spent", "fuses") == 1
    recorder = Recorder()
    lost = take_turn(rules, state, recorder=recorder)
    assert value(rules, lost, "asset_spent", "fuses") == 1
    assert "found before it was used" in {change.cause for change in recorder.changes}


def test_an_unfinished_asset_is_never_found(border_rules: Rules) -> None:
    rules = surely_found(border_rules)
    state = take_turn(rules, opening(rules), HUNT)
    assert value(rules, state, "asset_exposed", "fuses") == 0


def test_a_sweep_finds_more_and_costs_sources(border_rules: Rules) -> None:
    rules = never_found(border_rules)
    ready = opening(rules, games=200, asset_progress={("fuses",): 2})
    assert not take_turn(rules, ready).asset_exposed.any()
    swept = take_turn(rules, ready, HUNT)
    assert 20 <= swept.asset_exposed.sum() <= 60
    assert value(rules, swept, "penetration", "southland", "hill_fighters") == 100 - 10 - 50
    assert not swept.sweep.any()


@given(penetration=st.integers(0, 250))
def test_more_penetration_never_lowers_what_is_known_or_done(border_rules: Rules, penetration: int) -> None:
    known = [{("southland", "hill_fighters"): each} for each in (penetration, penetration + 50)]
    warning = {("southland",): 100}
    less, more = (opening(border_rules, penetration=each, warning=warning) for each in known)
    warned = [true_warnings(border_rules, state, SOUTH) for state in (less, more)]
    assert (warned[1] >= warned[0]).all()
    about = border_rules.layout.names[Axis.ACTOR].index("hill_fighters")
    assert warned[1][about, 0] - warned[0][about, 0] == border_rules.numbers.penetration_warning // 2


def test_known_leadership_loses_more_and_so_does_a_partner_in_disarray(border_rules: Rules) -> None:
    leadership = "southland:air_campaign/northland/border/large/leadership/fast/none"
    at_partner = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    for order, lost, known in (
        (leadership, ("readiness", "northland"), {"penetration": {("southland", "northland"): 300}}),
        (at_partner, ("capacity", "hill_fighters"), {"disarray": {("hill_fighters",): 1}}),
    ):
        readiness = {("southland",): 600}
        plain, _ = take_stage(border_rules, opening(border_rules, readiness=readiness), order)
        worse, _ = take_stage(border_rules, opening(border_rules, readiness=readiness, **known), order)
        assert value(border_rules, worse, *lost) < value(border_rules, plain, *lost)


def test_a_prepared_blow_opens_a_window_for_a_larger_one_in_the_turn_after(border_rules: Rules) -> None:
    """One turn of disarray lasts through the orders that follow: those who planned for it find it [A 17]."""
    rules = never_found(border_rules)
    at_partner = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"
    used = take_turn(
        rules, opening(rules, asset_progress={("fuses",): 2}, readiness={("southland",): 600}), USE
    )
    used.readiness[SOUTH] = 600
    regrouped = used.copy()
    regrouped.disarray[...] = 0
    lost = [
        value(rules, used, "capacity", "hill_fighters")
        - value(rules, take_stage(rules, state, at_partner)[0], "capacity", "hill_fighters")
        for state in (regrouped, used)
    ]
    assert value(rules, used, "disarray", "hill_fighters") == 1
    assert lost[0] < lost[1]
    assert value(rules, take_turn(rules, used, at_partner), "disarray", "hill_fighters") == 0


def test_the_cost_of_a_blow_at_leadership_comes_later(border_rules: Rules) -> None:
    state = opening(border_rules, disarray={("hill_fighters",): 2}, grievance={("hill_fighters",): 0})
    agenda = value(border_rules, state, "agenda", "hill_fighters")
    state, _ = take_stage(border_rules, state)
    assert value(border_rules, state, "agenda", "hill_fighters") == agenda
    state = opening(border_rules, disarray={("hill_fighters",): 1}, grievance={("hill_fighters",): 0})
    state, _ = take_stage(border_rules, state)
    assert (
        value(border_rules, state, "agenda", "hill_fighters") == agenda + border_rules.numbers.disarray_agenda
    )


def test_quiet_turns_lower_the_true_warning_and_not_the_one_displayed(border_rules: Rules) -> None:
    cold = {("border",): 0, ("hills",): 0, ("lake",): 0}
    before = opening(border_rules, rung=cold)
    after = take_turn(border_rules, before)
    grown = value(border_rules, after, "complacency", "southland", "northland")
    assert grown == border_rules.numbers.complacency_drift
    assert value(border_rules, after, "warning", "southland") == value(
        border_rules, before, "warning", "southland"
    )
    assert (
        true_warnings(border_rules, after, SOUTH)[NORTH] < true_warnings(border_rules, before, SOUTH)[NORTH]
    ).all()


def test_a_hot_front_or_the_assumption_switched_off_breeds_no_complacency(border_rules: Rules) -> None:
    hot = take_turn(border_rules, opening(border_rules, rung={("border",): 5}))
    assert value(border_rules, hot, "complacency", "southland", "northland") == 0
    sober = replace(border_rules, assumptions=replace(border_rules.assumptions, false_confidence=False))
    after = take_turn(sober, opening(sober, rung={("border",): 0}))
    assert value(sober, after, "complacency", "southland", "northland") == 0


def test_a_strike_shatters_the_assessment_of_whoever_thought_it_deterred(border_rules: Rules) -> None:
    recorder = Recorder()
    strike = "northland:missile_strike/southland/border/limited/core_military/fast/none"
    sure = opening(border_rules, complacency={("southland", "northland"): 80})
    state, _ = take_stage(border_rules, sure, strike, recorder=recorder)
    assert value(border_rules, state, "complacency", "southland", "northland") == 0
    assert "the assessment was wrong" in {change.cause for change in recorder.changes}


def test_nobody_sees_complacency_and_only_its_owner_an_asset(border_rules: Rules) -> None:
    state = opening(border_rules, asset_progress={("fuses",): 2})
    rows = border_rules.layout.places["complacency"].rows
    assert (border_rules.sight[:, rows] == Sight.HIDDEN).all()
    seen = [int(view(border_rules, state, seat, keys_of(1)).seen.asset_progress[0, 0]) for seat in range(3)]
    assert seen == [0, 2, 0]


def test_what_nobody_claims_is_no_overreach(border_rules: Rules) -> None:
    """Overreach costs legitimacy and alignment in public, which would name the author."""
    loud = replace(
        border_rules,
        options=replace(border_rules.options, resolve=border_rules.options.resolve * 0 + 900),
    )
    causes = []
    for order in (SABOTAGE, AIR_STRIKE):
        recorder = Recorder()
        take_stage(loud, opening(loud), order, recorder=recorder)
        causes.append({change.cause for change in recorder.changes})
    assert "overreach" not in causes[0]
    assert "overreach" in causes[1]
