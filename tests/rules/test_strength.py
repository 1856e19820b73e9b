"""How strong a partner is thought to be and is, what it can fire, and what a rapid defeat leaves (rules.md §8)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.effects import Recorder
from game.rules.partners import heat
from game.rules.tables import Rules
from game.rules.tracks import Axis
from game.rules.view import view
from tests.rules.playing import keys_of, opening, option, take_stage, take_turn

FIGHTERS = ("hill_fighters",)
ASK = "northland:request_act/hill_fighters"
RAID = "southland:air_strike/hill_fighters/hills/limited/core_military/fast/none"


def heeding(rules: Rules) -> Rules:
    return replace(rules, numbers=replace(rules.numbers, heed_least=100, heed_most=100))


def overrated(rules: Rules, rung: int) -> dict[str, dict[tuple[str, ...], int]]:
    return {"overrated": {FIGHTERS: 150}, "rung": {("hills",): rung}, "cohesion": {("northern",): 600}}


@pytest.mark.parametrize(("rung", "capacity", "left"), [(4, 600, 150), (5, 450, 0)], ids=["untried", "tried"])
def test_an_open_exchange_shows_what_a_partner_truly_has(
    border_rules: Rules, rung: int, capacity: int, left: int
) -> None:
    recorder = Recorder()
    before = opening(border_rules, **overrated(border_rules, rung))
    state = take_turn(border_rules, before, recorder=recorder)
    assert (state.capacity[0, 0], state.overrated[0, 0]) == (capacity, left)
    cohesion = border_rules.layout.row("cohesion", "northern")
    lost = [each.before - each.after for each in recorder.changes
            if each.row == cohesion and each.cause == "its true strength showed"]  # fmt: skip
    assert lost == ([150 * border_rules.numbers.proved_cohesion // 100] if rung >= 5 else [])


def test_before_it_is_tried_no_view_tells_that_a_partner_is_overrated(border_rules: Rules) -> None:
    keys = keys_of(1)
    true, false = opening(border_rules), opening(border_rules, overrated={FIGHTERS: 150})
    for seat in range(border_rules.powers):
        views = [view(border_rules, state, seat, keys) for state in (true, false)]
        np.testing.assert_array_equal(views[0].seen.block, views[1].seen.block)
        np.testing.assert_array_equal(views[0].most, views[1].most)


def test_who_thinks_itself_stronger_than_it_is_fears_less(border_rules: Rules) -> None:
    sober, proud = opening(border_rules), opening(border_rules, overrated={FIGHTERS: 100})
    dared = heat(border_rules, proud)[0, 0] - heat(border_rules, sober)[0, 0]
    assert dared == border_rules.numbers.daring * border_rules.partners.deterrability[0] // 100


@pytest.mark.parametrize(
    ("capacity", "lacking", "rockets"),
    [(600, 0, 150), (900, 0, 150), (300, 0, 75), (600, 300, 75), (1, 0, 1)],
)
def test_salvos_shrink_with_capacity_and_never_to_nothing(
    border_rules: Rules, capacity: int, lacking: int, rockets: int
) -> None:
    rules = heeding(border_rules)
    state = opening(
        rules, capacity={FIGHTERS: capacity}, overrated={FIGHTERS: lacking}, agenda={FIGHTERS: 700}
    )
    _, step = take_stage(rules, state, ASK)
    assert step.strikes.option.tolist() == [option(rules, "hill_fighters:asked")]
    assert int(step.strikes.launched.sum()) == rockets


def beaten(rules: Rules, capacities: tuple[int, ...]) -> int:
    """The dread that is left when capacity stands at these values at the books of turns in a row."""
    state = opening(rules, struck={}, standing={("southland",): 600})
    for capacity in capacities:
        state.block[rules.layout.row("capacity", *FIGHTERS)] = capacity
        state = take_turn(rules, state)
    return int(state.dread[0, 0])


@pytest.mark.parametrize(
    ("capacities", "dreaded"),
    [((600, 250), True), ((600, 400, 250), True), ((600, 450, 400, 250), False), ((600, 300), False)],
    ids=["at once", "within two turns", "slowly", "not so low"],
)
def test_only_a_defeat_within_two_turns_leaves_dread(
    border_rules: Rules, capacities: tuple[int, ...], dreaded: bool
) -> None:
    assert (beaten(border_rules, capacities) > 0) is dreaded


def test_without_the_assumption_no_defeat_does(border_rules: Rules) -> None:
    doubted = replace(border_rules, assumptions=replace(border_rules.assumptions, rapid_defeat=False))
    assert beaten(doubted, (600, 100)) == 0


def test_dread_holds_back_for_the_rest_of_the_game_and_fades_slowly(border_rules: Rules) -> None:
    calm, afraid = opening(border_rules), opening(border_rules, dread={FIGHTERS: 400})
    assert heat(border_rules, afraid)[0, 0] == heat(border_rules, calm)[0, 0] - 200
    later = take_turn(border_rules, take_turn(border_rules, afraid))
    assert 350 < later.dread[0, 0] < 400


def test_whoever_overwhelms_a_partner_is_believed_more_by_its_rivals(border_rules: Rules) -> None:
    recorder = Recorder()
    rules = replace(border_rules, numbers=replace(border_rules.numbers, damage=90))
    ready = opening(rules, capacity={FIGHTERS: 600}, readiness={("southland",): 600})
    state = take_turn(rules, ready, RAID, recorder=recorder)
    assert state.capacity[0, 0] <= border_rules.numbers.rapid_to
    gained = {
        border_rules.layout.entries(each.row)[1]: each.after - each.before
        for each in recorder.changes
        if each.cause == "a rapid defeat"
    }
    assert gained == {("southland", "northland"): border_rules.numbers.rapid_credibility}


def test_hezbollah_is_overrated_and_fires_less_than_it_would_be_thought_to(consulate_rules: Rules) -> None:
    launched = []
    for lacking in (0, 150):
        rules = heeding(consulate_rules)
        state = opening(rules, overrated={("hezbollah",): lacking})
        _, step = take_stage(rules, state, "iran:request_partner_act/hezbollah")
        own = step.strikes.attacker == rules.layout.names[Axis.ACTOR].index("hezbollah")
        launched.append(int(step.strikes.launched[:, own].sum()))
    assert launched[0] > launched[1] > 0
    assert opening(consulate_rules).overrated.any()
