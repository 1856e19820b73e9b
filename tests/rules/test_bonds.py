"""What ties a partner to its patron: rounds, hope of rescue, doses (rules.md §8)."""

from dataclasses import replace

import pytest

from game.rules.effects import Recorder
from game.rules.partners import heat
from game.rules.state import State
from game.rules.tables import Rules
from game.scenario.compile import compiled
from game.scenario.models import Scenario
from tests.rules.playing import opening, option, take_stage, take_turn

FIGHTERS = ("hill_fighters",)
ASK = "northland:request_act/hill_fighters"
RESTRAIN = "northland:request_restraint/hill_fighters"
SUPPLY = "northland:resupply_partner"
BLOW = "northland:missile_strike/southland/border/limited/core_military/fast/none"


def heeding(rules: Rules, heeds: bool = True) -> Rules:
    chance = 100 if heeds else 0
    return replace(rules, numbers=replace(rules.numbers, heed_least=chance, heed_most=chance))


def moved(rules: Rules, recorder: Recorder, track: str, entry: str) -> dict[str, int]:
    """By what each cause moved a row."""
    row = rules.layout.row(track, entry)
    found: dict[str, int] = {}
    for each in recorder.changes:
        if each.row == row:
            found[each.cause] = found.get(each.cause, 0) + each.after - each.before
    return found


def loyalty_moved(rules: Rules, state: State, *keys: str) -> dict[str, int]:
    recorder = Recorder()
    take_turn(rules, state, *keys, recorder=recorder)
    return moved(rules, recorder, "loyalty", *FIGHTERS)


def test_a_partner_under_a_campaign_hopes_the_more_the_closer_its_camp(border_rules: Rules) -> None:
    rungs = {("hills",): 6}
    divided, close = (
        heat(border_rules, opening(border_rules, rung=rungs, cohesion={("northern",): cohesion}))[0, 0]
        for cohesion in (300, 800)
    )
    assert close - divided == 500 * border_rules.numbers.hope_heat // 100


def test_it_is_disappointed_while_nobody_opens_a_front(border_rules: Rules) -> None:
    besieged = opening(border_rules, rung={("hills",): 6}, readiness={("northland",): 600})
    lost = -border_rules.numbers.hope_lost
    assert loyalty_moved(border_rules, besieged) == {"waited in vain for others to open fronts": lost}
    assert "waited in vain for others to open fronts" not in loyalty_moved(border_rules, besieged, BLOW)


def test_another_partners_front_relieves_it_too_if_it_is_more_than_solidarity(consulate_rules: Rules) -> None:
    rules = heeding(consulate_rules)
    recorder = Recorder()
    take_turn(rules, opening(rules), "iran:request_partner_act/hezbollah", recorder=recorder)
    assert "waited in vain for others to open fronts" not in moved(
        rules, recorder, "loyalty", "hamas_and_allies"
    )
    alone = Recorder()
    take_turn(rules, opening(rules), recorder=alone)
    assert "waited in vain for others to open fronts" in moved(rules, alone, "loyalty", "hamas_and_allies")


@pytest.mark.parametrize(
    ("orders", "cause", "sign"),
    [((), "its patron left it alone in a round", -1), ((SUPPLY,), "its patron stood by it in a round", 1)],
    ids=["alone", "supported"],
)
def test_a_round_is_remembered_by_who_stood_by_it(
    border_rules: Rules, orders: tuple[str, ...], cause: str, sign: int
) -> None:
    """The front opens at open exchange and cools; ``border_talks`` have ended the war that goes on by itself."""
    state = opening(border_rules, rung={("hills",): 5, ("border",): 7}, talks={("border_talks",): 400})
    recorder = Recorder()
    state = take_turn(border_rules, state, *orders, recorder=recorder)
    assert state.round[0, 0] == (2 if orders else 1)
    state = take_turn(border_rules, state, recorder=recorder)
    assert state.rung[border_rules.partners.front[0], 0] == 3
    assert state.round[0, 0] == 0
    assert (
        moved(border_rules, recorder, "loyalty", *FIGHTERS)[cause]
        == sign * border_rules.numbers.round_loyalty
    )


def test_rounds_fought_before_the_game_moved_its_loyalty(
    border_rules: Rules, border_scenario: Scenario
) -> None:
    told = border_scenario.partners["hill_fighters"]
    left_alone = told.model_copy(update={"rounds": tuple(each for each in told.rounds if not each.supported)})
    drifted = border_scenario.model_copy(update={"partners": {"hill_fighters": left_alone}})
    balanced, alone = (opening(compiled(each)).loyalty[0, 0] for each in (border_scenario, drifted))
    assert (balanced, alone) == (500, 500 - border_rules.numbers.round_before)


def test_a_partner_that_holds_back_as_asked_resents_it(border_rules: Rules) -> None:
    rules = heeding(border_rules)
    hot = opening(rules, agenda={FIGHTERS: 1000})
    assert loyalty_moved(rules, hot, RESTRAIN) == {
        "held back because its patron asked": -rules.numbers.restrained_loyalty
    }
    assert loyalty_moved(rules, opening(rules), RESTRAIN) == {}, "who would not have acted holds nothing back"


@pytest.mark.parametrize(
    ("agenda", "does", "cause"),
    [
        (700, "asked", None),
        (350, "unasked", "a partner did less than it was asked"),
    ],
)
def test_another_dose_than_was_asked_costs_cohesion(
    border_rules: Rules, agenda: int, does: str, cause: str | None
) -> None:
    rules, recorder = heeding(border_rules), Recorder()
    _, step = take_stage(rules, opening(rules, agenda={FIGHTERS: agenda}), ASK, recorder=recorder)
    assert step.strikes.option.tolist() == [option(rules, f"hill_fighters:{does}")]
    vexed = {
        each: by for each, by in moved(rules, recorder, "cohesion", "northern").items() if "asked" in each
    }
    assert vexed == ({cause: -rules.numbers.dose_cohesion} if cause else {})


def test_a_furious_partner_does_more_than_it_is_asked(consulate_rules: Rules) -> None:
    rules, recorder = heeding(consulate_rules), Recorder()
    furious = opening(rules, agenda={("ansar_allah",): 1000}, grievance={("ansar_allah",): 1000})
    _, step = take_stage(rules, furious, "iran:request_partner_act/ansar_allah", recorder=recorder)
    assert option(rules, "ansar_allah:larger") in step.strikes.option
    assert moved(rules, recorder, "cohesion", "axis")["a partner did more than it was asked"] < 0


def test_a_war_that_is_on_at_the_opening_is_a_round_already(consulate_rules: Rules) -> None:
    state = opening(consulate_rules)
    open_exchange = state.rung[consulate_rules.partners.front] >= 5
    assert open_exchange.any()
    assert ((state.round > 0) == open_exchange).all()
