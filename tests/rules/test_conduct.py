"""How powers have dealt with each other, as everybody could see it (rules.md §4)."""

import pytest

from game.rules.ladder import stop_options
from game.rules.sight import Sight
from game.rules.state import State
from game.rules.tables import Rules, Slot, Stage
from tests.rules.playing import opening, take_stage, take_turn

BLOW = "northland:missile_strike/southland/border/large/core_military/fast/none"
SOUTH_TO_NORTH, NORTH_TO_SOUTH = ("southland", "northland"), ("northland", "southland")


def at(rules: Rules, state: State, track: str, *names: str) -> int:
    return int(state.block[rules.layout.row(track, *names), 0])


def after_a_blow(rules: Rules, **values: dict[tuple[str, ...], int]) -> State:
    return take_turn(rules, opening(rules, readiness={("northland",): 600}, **values), BLOW)


def test_a_blow_that_is_taken_is_restraint_toward_who_struck(border_rules: Rules) -> None:
    state = after_a_blow(border_rules)
    assert at(border_rules, state, "blows", *NORTH_TO_SOUTH) == 1
    assert at(border_rules, state, "held_back", *SOUTH_TO_NORTH) == 1
    assert at(border_rules, state, "held_back", *NORTH_TO_SOUTH) == 0


def test_a_strike_ends_the_restraint_shown_toward_whom_it_hits(border_rules: Rules) -> None:
    state = after_a_blow(border_rules, held_back={NORTH_TO_SOUTH: 3, ("northland", "lakeland"): 3})
    assert at(border_rules, state, "held_back", *NORTH_TO_SOUTH) == 0
    assert at(border_rules, state, "held_back", "northland", "lakeland") == 3


def test_holding_for_a_promise_is_restraint(border_rules: Rules) -> None:
    promises, names = border_rules.promises, border_rules.layout.names
    promise = 0
    holder = names["power"][promises.holder[promise]]
    about = names["power"][border_rules.patron_of[promises.about[promise]]]
    held = {
        track: {(names["promise"][promise],): count}
        for track, count in (("promise_stake", 1), ("promise_left", 3))
    }
    state = take_turn(border_rules, opening(border_rules, **held))
    assert at(border_rules, state, "held_back", holder, about) == 1


@pytest.mark.parametrize("goes_on", [True, False])
def test_who_stops_alone_at_the_brink_gave_way(border_rules: Rules, goes_on: bool) -> None:
    rules = border_rules
    front = next(
        place for place, power in enumerate(rules.fronts.principals) if set(power.tolist()) == {0, 1}
    )
    state = opening(rules, games=20, rung={(rules.layout.names["front"][front],): 6})
    state.stage = int(Stage.BRINK)
    state.brink[:] = front
    first = int(stop_options(rules)[0])
    forward = next(
        number for number in range(first + 1, rules.options.menu[0, Slot.BRINK][1])
        if rules.options.front[number] in (front, -1)
    )  # fmt: skip
    state, _ = take_stage(rules, state, *([rules.options.keys[forward]] if goes_on else []))
    shown = state.block[rules.layout.row("held_back", *SOUTH_TO_NORTH)]
    assert (shown > 0).any() == goes_on
    assert not state.block[rules.layout.row("held_back", *NORTH_TO_SOUTH)].any()


def test_everybody_sees_how_powers_dealt_with_each_other(rules: Rules) -> None:
    for track in ("blows", "held_back"):
        assert (rules.sight[:, rules.layout.places[track].rows] == Sight.EXACT).all()
