"""Red lines (rules.md §7)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules import causes
from game.rules.choices import reasons_against
from game.rules.effects import Recorder
from game.rules.state import State
from game.rules.tables import Rules, Slot
from game.rules.turn import advance
from tests.rules.playing import choices_with, keys_of, opening, option, take_stage, take_turn

NORTH, SOUTH, LAKE = range(3)
RAID = "southland:air_strike/northland/border/limited/core_military/fast/none"
LIMITED = "northland:missile_strike/southland/border/limited/core_military/fast/none"
LARGE = "northland:missile_strike/southland/border/large/core_military/fast/none"
REPLY = "northland:reply/missile_strike/southland/border/limited/core_military/fast/none"
DEPLOY = "lakeland:deploy"


def strikes_at_israel(rules: Rules, covert: bool) -> str:
    """A strike order of Iran at Israel on the direct front, by its key."""
    options = rules.options
    first, last = options.menu[0, Slot.FORCE]
    menu = np.arange(first, last)
    direct = rules.layout.names["front"].index("direct")
    fits = options.strike[menu] & (options.covert[menu] == covert) & (options.front[menu] == direct)
    return options.keys[int(menu[fits & (options.readiness[menu] <= 400)][0])]


def crossed(rules: Rules, key: str) -> bool:
    """Whether the line about Israel's ground is crossed after a turn in which only this was ordered."""
    state = opening(rules)
    line = int(np.flatnonzero(state.line_stake[:, 0] > 0)[0])
    after = advance(rules, state, choices_with(rules, state, (key,)), keys_of(1)).state
    return bool(after.line_crossed[line, 0])


def test_an_open_strike_crosses_the_line_that_forbids_it(consulate_rules: Rules) -> None:
    assert crossed(consulate_rules, strikes_at_israel(consulate_rules, covert=False))


def test_an_act_that_nobody_claims_crosses_no_line(consulate_rules: Rules) -> None:
    assert not crossed(consulate_rules, strikes_at_israel(consulate_rules, covert=True))


def test_a_covert_blow_that_humiliates_has_an_author_and_crosses_it(consulate_rules: Rules) -> None:
    state = opening(consulate_rules, line_stake={("iran_officers",): 2}, readiness={("israel",): 600})
    covert = "israel:strike_on_leadership/iran/syria_iraq/limited/leadership/covert/none"
    for key in (covert, covert.replace("covert", "fast")):
        after, _ = take_stage(consulate_rules, state, key)
        assert after.block[consulate_rules.layout.row("line_crossed", "iran_officers"), 0] == 1


def drawn(rules: Rules, stake: int) -> State:
    """Northland has declared that it will answer any raid on its soil, and can strike at any scale."""
    return opening(
        rules, line_stake={("north_soil",): stake}, lines={("northland",): 1}, readiness={("northland",): 600}
    )


def credibility(state: State) -> int:
    return int(state.credibility[NORTH, SOUTH, 0])


def test_drawing_a_line_costs_legitimacy_by_its_stake(border_rules: Rules) -> None:
    for stake in (1, 2, 3):
        before = opening(border_rules)
        state, _ = take_stage(border_rules, before, f"northland:north_red_line/north_soil/{stake}")
        assert (
            before.legitimacy[NORTH, 0] - state.legitimacy[NORTH, 0]
            == stake * border_rules.numbers.line_legitimacy
        )
        assert state.line_stake[0, 0] == stake


@pytest.mark.parametrize("answer", [(), (LIMITED,), (LARGE,)], ids=["nothing", "limited", "large"])
@pytest.mark.parametrize("stake", [1, 2, 3])
def test_a_crossed_line_is_judged_by_how_far_the_answer_falls_short(
    border_rules: Rules, stake: int, answer: tuple[str, ...]
) -> None:
    """Crossed in one turn, answered in the next; judged at its books against a game without the line."""
    scale = 0 if not answer else 1 if answer == (LIMITED,) else 2
    with_line = take_turn(border_rules, drawn(border_rules, stake), RAID)
    without = take_turn(border_rules, opening(border_rules, readiness={("northland",): 600}), RAID)
    assert with_line.line_crossed[0, 0] == 2
    assert credibility(with_line) == credibility(without)
    judged, plain = (take_turn(border_rules, state, *answer) for state in (with_line, without))
    short = max(stake - scale, 0) * border_rules.numbers.line_shortfall
    gain = border_rules.numbers.line_held if short == 0 else 0
    assert credibility(judged) - credibility(plain) == gain - short
    assert plain.standing[NORTH, 0] - judged.standing[NORTH, 0] == min(short, plain.standing[NORTH, 0])
    assert judged.line_stake[0, 0] == judged.line_crossed[0, 0] == judged.lines[NORTH, 0] == 0


def test_a_reply_in_the_same_turn_answers_the_crossing(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, drawn(border_rules, 2), RAID)
    assert state.window[NORTH, SOUTH, 0] == 1
    state, _ = take_stage(border_rules, state)
    state, _ = take_stage(border_rules, state, REPLY)
    assert state.line_answer[0, 0] == 1


def test_a_line_that_is_open_is_not_crossed_again(border_rules: Rules) -> None:
    """A second strike neither gives more time nor takes any away."""
    once = take_turn(border_rules, drawn(border_rules, 3), RAID)
    again, _ = take_stage(border_rules, once, RAID)
    assert again.line_crossed[0, 0] == once.line_crossed[0, 0] == 2
    assert again.crossed_now[NORTH, SOUTH, 0] == 0
    same_turn, _ = take_stage(border_rules, drawn(border_rules, 3), RAID)
    same_turn, _ = take_stage(border_rules, same_turn)
    same_turn.window[SOUTH, NORTH] = 1
    same_turn.readiness[SOUTH] = 600
    reply = RAID.replace("southland:", "southland:reply/")
    same_turn, _ = take_stage(border_rules, same_turn, reply)
    assert same_turn.line_crossed[0, 0] == 1


def test_a_strike_of_the_same_step_does_not_answer_what_it_could_not_know(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, drawn(border_rules, 2), RAID, LARGE)
    assert state.line_crossed[0, 0] == 1
    assert state.line_answer[0, 0] == 0


def test_without_audience_costs_a_line_that_passes_costs_nothing(border_rules: Rules) -> None:
    rules = replace(border_rules, assumptions=replace(border_rules.assumptions, audience_costs=False))
    ended = [take_turn(rules, take_turn(rules, state, RAID)) for state in (drawn(rules, 3), opening(rules))]
    assert credibility(ended[0]) == credibility(ended[1])


def test_a_line_below_its_least_scale_or_off_its_targets_is_not_crossed(border_rules: Rules) -> None:
    ready = opening(border_rules, readiness={("northland",): 600})
    for key, crosses in (
        (LIMITED, False),
        (LARGE, True),
        ("northland:missile_strike/southland/border/large/symbolic/fast/none", False),
        ("northland:missile_strike/southland/border/large/energy/fast/hours", True),
    ):
        state, _ = take_stage(border_rules, ready, key)
        assert bool(state.crossed_now[SOUTH, NORTH, 0]) is crosses


def test_a_line_that_stands_two_turns_gains_credibility_once(border_rules: Rules) -> None:
    rules = replace(border_rules, numbers=replace(border_rules.numbers, carry_credibility=0))
    state = drawn(rules, 1)
    gained = []
    for _ in range(4):
        before, state = credibility(state), take_turn(rules, state)
        gained.append(credibility(state) - before)
    assert gained == [0, rules.numbers.line_held, 0, 0]


def test_a_line_that_was_retired_and_is_drawn_again_stands_anew(border_rules: Rules) -> None:
    """The turns that it stood before do not count; and who has gained by it once gains no more."""
    draw, retire = "southland:south_red_line/south_soil/1", "southland:south_retire_line/south_soil"
    for stood, gains in ((0, [0, 1]), (1, [0, 1]), (2, [0, 0])):
        state = opening(border_rules, line_quiet={("south_soil",): stood}, line_stake={("south_soil",): 1})
        state = take_turn(border_rules, state, retire)
        found = []
        for keys in ((draw,), ()):
            recorder = Recorder()
            state = take_turn(border_rules, state, *keys, recorder=recorder)
            found.append(sum(change.cause == causes.LINE_HELD for change in recorder.changes))
        assert found == gains, stood


def test_retiring_a_line_costs_half_its_stake(border_rules: Rules) -> None:
    before = opening(border_rules)
    state, _ = take_stage(border_rules, before, "southland:south_retire_line/south_soil")
    lost = before.credibility[SOUTH, NORTH, 0] - state.credibility[SOUTH, NORTH, 0]
    assert lost == 2 * border_rules.numbers.line_retire
    assert state.line_stake[1, 0] == state.lines[SOUTH, 0] == 0


def test_an_extended_line_gains_with_the_client_while_it_holds_and_costs_when_ignored(
    border_rules: Rules,
) -> None:
    numbers = border_rules.numbers
    for help_given, lost in (((), numbers.extended_ignored), ((DEPLOY,), numbers.extended_ignored // 2)):
        before = opening(
            border_rules,
            readiness={("northland",): 600},
            line_stake={("lake_guarantee",): 2, ("south_soil",): 0},
            lines={("lakeland",): 1, ("southland",): 0},
            presence={("lakeland", "southland"): 100},
        )
        held = take_turn(border_rules, before)
        assert held.credibility[LAKE, SOUTH, 0] - before.credibility[LAKE, SOUTH, 0] == numbers.extended_held
        crossed_line = take_turn(border_rules, before, LIMITED)
        ignored = take_turn(border_rules, crossed_line, *help_given)
        assert crossed_line.credibility[LAKE, SOUTH, 0] - ignored.credibility[LAKE, SOUTH, 0] == lost


def test_forces_cannot_be_withdrawn_while_a_line_drawn_for_their_client_holds(border_rules: Rules) -> None:
    number = option(border_rules, "lakeland:withdraw")
    pledged = opening(border_rules, line_stake={("lake_guarantee",): 1})
    free = opening(border_rules, line_stake={("lake_guarantee",): 0})
    reasons = reasons_against(border_rules, pledged, number)
    assert reasons == ["You have drawn a line for it: your forces stay while it holds."]
    assert not reasons_against(border_rules, free, number)


@pytest.mark.parametrize(("progress", "cost"), [(399, 100), (400, 0)])
def test_a_line_is_retired_at_no_cost_once_a_cease_fire_is_signed(
    border_rules: Rules, progress: int, cost: int
) -> None:
    before = opening(border_rules, talks={("border_talks",): progress}, line_stake={("south_soil",): 2})
    state, _ = take_stage(border_rules, before, "southland:south_retire_line/south_soil")
    assert before.credibility[SOUTH, NORTH, 0] - state.credibility[SOUTH, NORTH, 0] == cost
    assert state.line_stake[1, 0] == 0


def test_a_matter_concluded_shuts_the_speakers_window(border_rules: Rules) -> None:
    state, _ = take_stage(border_rules, drawn(border_rules, 1), RAID, "northland:north_concluded/southland")
    assert state.crossed_now[NORTH, SOUTH, 0] == 1
    assert not state.window.any()


def test_a_line_held_open_by_a_promise_waits_for_it(border_rules: Rules) -> None:
    state = take_turn(border_rules, drawn(border_rules, 3), RAID)
    state = take_turn(
        border_rules, state, "lakeland:ask_to_hold/quiet_for_north/2", "northland:hold_for_promise"
    )
    assert state.line_stake[0, 0] == 3
    before = credibility(state)
    state = take_turn(border_rules, state)
    assert state.line_stake[0, 0] == 0  # the promise was kept, which settles the line
    assert credibility(state) == before
