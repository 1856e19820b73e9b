"""The plain effects of orders: where an order does what it says, and what does not add up (rules.md §3, §9, §11)."""

import pytest

from game.rules.effects import Recorder
from game.rules.tables import Rules, Slot, Stage
from tests.loading import load_scenario
from tests.rules.playing import opening, option, take_stage, take_turn

CAMPAIGN = "israel:strike_campaign/iran/direct/large/core_military/fast/none"


def ordered(recorder: Recorder) -> dict[int, int]:
    """What orders' own effects changed, by row."""
    return {
        change.row: change.after - change.before
        for change in recorder.changes
        if change.rule == "orders.shift"
    }


@pytest.mark.parametrize("stage", [Stage.ORDERS, Stage.ANSWER_1])
def test_an_order_does_in_a_reply_what_it_does_else(consulate_rules: Rules, stage: Stage) -> None:
    """A campaign of which the coalition's leader is told late costs cohesion whenever it is ordered."""
    state = opening(consulate_rules, window={("israel", "iran"): 1}, readiness={("israel",): 600})
    state.stage = stage
    key = CAMPAIGN if stage is Stage.ORDERS else CAMPAIGN.replace(":", ":reply/")
    recorder = Recorder()
    take_stage(consulate_rules, state, key, recorder=recorder)
    assert ordered(recorder) == {consulate_rules.layout.row("cohesion", "coalition"): -100}


def test_every_reply_says_the_same_of_itself_as_the_order_that_it_is(consulate_rules: Rules) -> None:
    options = consulate_rules.options
    replies = [
        place
        for place, key in enumerate(options.keys)
        if options.slot[place] == Slot.ANSWER and ":reply/" in key
    ]
    assert replies
    for reply in replies:
        order = option(consulate_rules, options.keys[reply].replace(":reply/", ":"))
        assert options.shift_row[reply].tolist() == options.shift_row[order].tolist()
        assert options.shift_by[reply].tolist() == options.shift_by[order].tolist()


def test_acts_of_two_powers_on_one_front_never_add_up() -> None:
    """Two exercises by one border are no line-crossing: the highest act counts, and it is remembered as that."""
    rules = load_scenario("two_messages").rules
    state, _ = take_stage(rules, opening(rules), "avel:show_of_force", "boren:show_of_force")
    alone, _ = take_stage(rules, opening(rules), "avel:show_of_force")
    assert state.act.tolist() == alone.act.tolist() == [[2]]
    assert state.rung.tolist() == alone.rung.tolist()


def test_a_campaign_that_goes_on_marks_its_power_for_no_longer_than_one(consulate_rules: Rules) -> None:
    """Who strikes a partner is among its targets for the three turns that follow, however often it struck before."""
    marked = consulate_rules.layout.row("marked", "ansar_allah", "us")
    state = opening(consulate_rules)
    for _ in range(3):
        state.readiness[:] = 600
        state = take_turn(consulate_rules, state, "us:maritime_campaign")
        assert state.block[marked, 0] == consulate_rules.numbers.marked_turns - 1


def test_escorts_of_two_powers_put_a_front_no_higher_than_one() -> None:
    rules = load_scenario("straits_of_marrow").rules
    state, _ = take_stage(rules, opening(rules), "corrin:escort", "hallow:escort", "veyra:close_narrows")
    narrows = rules.layout.row("act", "narrows")
    assert state.block[narrows, 0] == 3
