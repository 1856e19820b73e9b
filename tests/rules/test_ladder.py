"""The ladder, loss of control and the brink (rules.md §9)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.arrays import integers
from game.rules.chance import Purpose
from game.rules.effects import Recorder
from game.rules.ladder import control_chance
from game.rules.state import State
from game.rules.tables import Ending, Rules, Stage
from tests.rules.playing import opening, option, take_stage, take_turn

BORDER, HILLS, LAKE = range(3)
NORTH, SOUTH = 0, 1
GO_ON = ("northland:go_on/border", "southland:go_on/border")


@pytest.mark.parametrize(
    ("rung", "act", "exchanges", "both_decisive", "blind", "expected"),
    [
        (4, 4, 3, True, True, 0),
        (5, 5, 0, False, False, 8),
        (5, 5, 2, False, False, 28),
        (6, 6, 0, False, False, 24),
        (6, 6, 2, True, False, 94),
        (6, 5, 0, False, True, 26),
        (7, 6, 2, True, True, 96),
        (6, 0, 0, False, False, 0),
        (5, 1, 0, False, False, 8),
    ],
)
def test_chance_of_losing_control_is_the_sum_that_the_rulebook_gives(
    border_rules: Rules, rung: int, act: int, exchanges: int, both_decisive: bool, blind: bool, expected: int
) -> None:
    state = opening(
        border_rules,
        rung={("border",): rung},
        act={("border",): act},
        exchanges={("border",): exchanges},
        decisive={("northland", "southland"): both_decisive, ("southland", "northland"): both_decisive},
        warning={("northland",): 0 if blind else 100, ("southland",): 100},
    )
    assert control_chance(border_rules, state)[BORDER, 0] == expected


def test_one_decisive_side_is_not_enough(border_rules: Rules) -> None:
    state = opening(
        border_rules, rung={("border",): 6}, act={("border",): 6}, decisive={("northland", "southland"): 1}
    )
    assert control_chance(border_rules, state)[BORDER, 0] == 24


def test_an_act_that_is_no_strike_puts_its_front_higher_where_nobody_strikes(border_rules: Rules) -> None:
    after, _ = take_stage(border_rules, opening(border_rules, rung={("lake",): 0}), "northland:close_lake")
    assert after.rung[LAKE, 0] == 3


def test_an_inner_front_alone_never_loses_control(border_rules: Rules) -> None:
    state = opening(border_rules, rung={("hills",): 7}, act={("hills",): 6}, exchanges={("hills",): 3})
    assert control_chance(border_rules, state)[HILLS, 0] == 0


@pytest.mark.parametrize(
    ("key", "rung"),
    [
        ("northland:missile_strike/southland/border/limited/core_military/fast/none", 4),
        ("northland:missile_strike/southland/border/large/core_military/fast/none", 5),
        ("northland:missile_strike/southland/border/large/energy/fast/none", 6),
        ("northland:missile_strike/southland/border/maximal/symbolic/fast/none", 6),
        ("southland:air_strike/hill_fighters/hills/limited/core_military/fast/none", 3),
        ("southland:air_campaign/northland/border/large/leadership/fast/none", 5),
        ("southland:sabotage/northland/border/limited/core_military/covert/none", 1),
        ("southland:ground_operation/hill_fighters/hills/large/core_military/slow/none", 6),
    ],
)
def test_an_act_puts_its_front_at_least_at_its_rung(border_rules: Rules, key: str, rung: int) -> None:
    number = option(border_rules, key)
    assert border_rules.options.rung[number] == rung
    front = int(border_rules.options.front[number])
    quiet = opening(
        border_rules,
        rung={("border",): 0, ("hills",): 0},
        readiness={("northland",): 600, ("southland",): 600},
    )
    state, _ = take_stage(border_rules, quiet, key)
    assert state.rung[front, 0] == rung
    quiet.rung[:] = 7
    hot, _ = take_stage(border_rules, quiet, key)
    assert hot.rung[front, 0] == 7


def test_a_front_cools_a_rung_a_turn_without_an_act_at_or_above_it(border_rules: Rules) -> None:
    state = opening(border_rules, rung={("border",): 5, ("lake",): 3})
    state = take_turn(border_rules, state, "northland:close_lake")
    assert state.rung[BORDER, 0] == 4
    assert state.rung[LAKE, 0] == 3  # closing the lake is an act of rung 3


def test_a_war_that_goes_on_keeps_its_front_up_until_its_talks_end_it(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, rung={("hills",): 2}))
    assert state.rung[HILLS, 0] == 2
    settled = opening(border_rules, rung={("hills",): 2, ("border",): 7}, talks={("border_talks",): 400})
    assert take_turn(border_rules, settled).rung[HILLS, 0] == 1


def at_the_brink(rules: Rules, games: int = 1, **numbers: int) -> tuple[Rules, State]:
    """Northland and Southland face each other on the border, at rung 6."""
    state = opening(rules, games, rung={("border",): 6}, brink={(): BORDER}, standing={("northland",): 500})
    state.stage = Stage.BRINK
    return replace(rules, numbers=replace(rules.numbers, **numbers)), state


def test_both_stop_and_it_is_not_too_late(border_rules: Rules) -> None:
    rules, state = at_the_brink(border_rules, too_late=0, carry_standing=0, stop_standing=0)
    after, _ = take_stage(rules, state)
    assert after.ending[0] == Ending.PLAYING
    assert after.rung[BORDER, 0] == 4  # down to open exchange, and the quiet of this turn cools it once more
    assert state.standing[NORTH, 0] - after.standing[NORTH, 0] == rules.numbers.brink_stop_standing
    assert after.brink[0] == -1


def test_one_goes_on_and_the_other_yields(border_rules: Rules) -> None:
    rules, state = at_the_brink(border_rules, brink_war=0, carry_standing=0, carry_credibility=0)
    after, _ = take_stage(rules, state, GO_ON[1])
    numbers = rules.numbers
    assert state.standing[NORTH, 0] - after.standing[NORTH, 0] == numbers.brink_yield_standing
    assert (
        state.credibility[NORTH, SOUTH, 0] - after.credibility[NORTH, SOUTH, 0]
        == numbers.brink_yield_credibility
    )
    assert after.standing[SOUTH, 0] - state.standing[SOUTH, 0] == numbers.brink_win_standing
    assert (
        after.credibility[SOUTH, NORTH, 0] - state.credibility[SOUTH, NORTH, 0]
        == numbers.brink_win_credibility
    )


def test_both_going_on_is_regional_war_and_ends_the_game(border_rules: Rules) -> None:
    rules, state = at_the_brink(border_rules)
    after, _ = take_stage(rules, state, *GO_ON)
    assert after.ending[0] == Ending.REGIONAL_WAR
    assert after.rung[BORDER, 0] == 7


@pytest.mark.parametrize(
    ("orders", "purpose", "percent"),
    [
        ((), Purpose.BRINK_TOO_LATE, 12),
        (GO_ON[:1], Purpose.BRINK_WAR, 35),
        (GO_ON[1:], Purpose.BRINK_WAR, 35),
    ],
    ids=["both stop", "the north goes on", "the south goes on"],
)
def test_the_brink_leaves_something_to_chance(
    border_rules: Rules, orders: tuple[str, ...], purpose: Purpose, percent: int
) -> None:
    rules, state = at_the_brink(border_rules, games=300)
    after, step = take_stage(rules, state, *orders)
    war = after.ending == Ending.REGIONAL_WAR
    np.testing.assert_array_equal(war, step.chance.rolls(purpose)[0] < percent)


def test_nobody_goes_to_the_brink_without_loss_of_control(border_rules: Rules) -> None:
    state = take_turn(border_rules, opening(border_rules, games=50), until=Stage.BRINK)
    assert (state.brink == -1).all()


VILLAGERS = ("hill_villagers",)


def told_of_the_war(rules: Rules, state: State) -> dict[str, int]:
    """How far a war that goes on raised the toll in a turn in which nobody does anything."""
    recorder = Recorder()
    take_turn(rules, state, recorder=recorder)
    rows = {rules.layout.row(track, *VILLAGERS): track for track in ("killed", "displaced")}
    told = [change for change in recorder.changes if change.cause == "the war goes on"]
    return {rows[each.row]: each.after - each.before for each in told if each.row in rows}


def test_a_war_that_goes_on_kills_and_drives_out_people_whoever_decides_what(border_rules: Rules) -> None:
    toll = told_of_the_war(border_rules, opening(border_rules))
    assert toll["killed"] > 0
    assert toll["displaced"] > toll["killed"]


def test_the_toll_of_a_war_ends_when_its_talks_have_ended_it(border_rules: Rules) -> None:
    agreed = opening(border_rules, talks={("border_talks",): 400})
    agreed = take_turn(border_rules, agreed)
    assert agreed.rung[HILLS, 0] < border_rules.fronts.ongoing_rung[HILLS]
    assert told_of_the_war(border_rules, agreed) == {}


def test_the_wars_in_gaza_and_lebanon_take_their_toll_every_turn(consulate_rules: Rules) -> None:
    before = opening(consulate_rules)
    after = take_turn(consulate_rules, take_turn(consulate_rules, before))
    for population in ("palestinians", "lebanese"):
        row = consulate_rules.layout.row("killed", population)
        assert after.block[row, 0] > before.block[row, 0]
    assert (after.displaced >= before.displaced).all()


VILLAGERS = ("hill_villagers",)


@pytest.mark.parametrize(("rung", "share"), [(2, 100), (3, 150), (4, 200)])
def test_more_people_leave_where_a_war_goes_on_at_a_higher_rung(
    border_rules: Rules, rung: int, share: int
) -> None:
    before = opening(border_rules, rung={("hills",): rung}, act={("hills",): rung})
    after = take_turn(border_rules, before)
    row = border_rules.layout.row("displaced", *VILLAGERS)
    assert after.block[row, 0] - before.block[row, 0] == 100 * share // 100


@pytest.mark.parametrize(("rung", "leave"), [(2, 100), (5, 250), (6, 700), (7, 700)])
def test_at_campaign_people_leave_as_fast_as_the_scenario_has_it(
    border_rules: Rules, rung: int, leave: int
) -> None:
    at_campaign = np.where(border_rules.fronts.toll_displaced > 0, 700, -1).astype(np.int32)
    fronts = replace(border_rules.fronts, toll_displaced_at_campaign=at_campaign)
    rules = replace(border_rules, fronts=fronts)
    before = opening(rules, rung={("hills",): rung}, act={("hills",): rung})
    row = rules.layout.row("displaced", *VILLAGERS)
    assert take_turn(rules, before).block[row, 0] - before.block[row, 0] == leave


@pytest.mark.parametrize(("rung", "more"), [(2, False), (5, False), (6, True), (7, True)])
def test_at_campaign_as_many_are_killed_as_the_scenario_has_it(
    border_rules: Rules, rung: int, more: bool
) -> None:
    """Beside those whom partners' strikes kill in the same turn."""
    hills = border_rules.fronts.toll_displaced > 0
    fronts = replace(border_rules.fronts, toll_killed_at_campaign=integers(np.where(hills, 90, -1)))
    before = opening(border_rules, rung={("hills",): rung}, act={("hills",): rung})
    row = border_rules.layout.row("killed", *VILLAGERS)
    usual, told = (
        take_turn(rules, before).block[row, 0]
        for rules in (border_rules, replace(border_rules, fronts=fronts))
    )
    assert told - usual == (90 - border_rules.fronts.toll_killed[hills].item() if more else 0)


@pytest.mark.parametrize(("left", "leave"), [(500, 100), (30, 30), (0, 0), (-1000, 0)])
def test_a_war_drives_out_nobody_more_once_all_who_can_have_left(
    border_rules: Rules, left: int, leave: int
) -> None:
    before = opening(border_rules, displaced={VILLAGERS: 12_000 - left})
    after = take_turn(border_rules, before)
    row = border_rules.layout.row("displaced", *VILLAGERS)
    assert after.block[row, 0] - before.block[row, 0] == leave


def test_people_who_fled_are_driven_out_again_while_the_war_goes_on(border_rules: Rules) -> None:
    row = border_rules.layout.row("displaced_again", *VILLAGERS)
    goes_on = take_turn(border_rules, opening(border_rules))
    over = take_turn(border_rules, opening(border_rules, rung={("hills",): 0}))
    assert (goes_on.block[row, 0], over.block[row, 0]) == (10, 0)


def test_people_leave_on_both_sides_of_the_northern_border_and_flee_again_in_gaza(
    consulate_rules: Rules,
) -> None:
    before = opening(consulate_rules)
    after = take_turn(consulate_rules, before)
    for track, people in (
        ("displaced", "israelis"),
        ("displaced", "lebanese"),
        ("displaced_again", "palestinians"),
    ):
        row = consulate_rules.layout.row(track, people)
        assert after.block[row, 0] > before.block[row, 0]
