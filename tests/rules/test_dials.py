"""The message: dials, labels, the face check on the record, and the worked example (rules.md §5, §12)."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.state import State
from game.rules.tables import Label, Rules
from game.rules.tracks import Axis
from game.scenario.models import Scenario
from tests.rules.playing import opening, option, take_stage

IRAN, ISRAEL, US = range(3)
RECORD = {
    "13 April 2024": ("maximal", "core_military", "slow", "announced", 0, 4.0, 1.5),
    "19 April 2024": ("limited", "core_military", "fast", "none", 0, 1.7, 1.1),
    "1 October 2024": ("maximal", "core_military", "fast", "hours", 0, 5.0, 2.8),
    "26 October 2024": ("large", "core_military", "fast", "hours", 0, 3.3, 1.7),
    "23 June 2025": ("limited", "core_military", "fast", "announced", 0, 1.7, 0.7),
    "1 April 2024": ("limited", "leadership", "fast", "none", 1.5, 2.1, 3.5),
    "31 July 2024": ("limited", "leadership", "covert", "none", 3.0, 0.9, 3.8),
    "27 September 2024": ("maximal", "leadership", "fast", "none", 1.0, 6.2, 7.5),
    "13 June 2025": ("maximal", "nuclear", "fast", "none", 1.0, 6.2, 7.8),
    "22 June 2025": ("limited", "nuclear", "fast", "none", 0.0, 2.1, 2.1),
}
CLOSED = ("13 April 2024", "19 April 2024", "26 October 2024", "23 June 2025")
WIDENED = ("1 April 2024", "31 July 2024", "27 September 2024", "13 June 2025")


def message(scenario: Scenario, scale: str, target: str, means: str, notice: str) -> tuple[float, float]:
    """Resolve and provocation, without humiliation, as products of the dials."""
    dials = scenario.dials
    parts = (dials.scale[scale], dials.target[target], dials.means[means], dials.notice[notice])  # type: ignore[index]
    return float(np.prod([part.resolve for part in parts])), float(
        np.prod([part.provocation for part in parts])
    )


@pytest.mark.parametrize("day", RECORD)
def test_dials_give_the_messages_of_the_record(consulate_scenario: Scenario, day: str) -> None:
    """A face check: the multipliers were set knowing the outcomes."""
    *setting, humiliation, resolve, provocation = RECORD[day]
    shown, provoked = message(consulate_scenario, *setting)  # type: ignore[arg-type]
    assert shown == pytest.approx(resolve, abs=0.11)
    assert provoked + humiliation == pytest.approx(provocation, abs=0.16)


def test_messages_that_closed_an_exchange_show_half_as_much_again_as_they_provoke(
    consulate_scenario: Scenario,
) -> None:
    for day in (*CLOSED, *WIDENED):
        *setting, humiliation, _, _ = RECORD[day]
        resolve, provocation = message(consulate_scenario, *setting)  # type: ignore[arg-type]
        ratio = resolve / (provocation + humiliation)
        assert ratio >= 1.5 if day in CLOSED else ratio <= 0.85


def test_dials_are_those_of_the_rulebook(consulate_scenario: Scenario) -> None:
    dials = consulate_scenario.dials
    assert {name: (dial.resolve, dial.provocation) for name, dial in dials.scale.items()} == {
        "limited": (1.5, 0.8), "large": (3.0, 1.6), "maximal": (4.5, 2.6),
    }  # fmt: skip
    assert {name: (dial.resolve, dial.provocation) for name, dial in dials.target.items()} == {
        "symbolic": (0.8, 0.6), "core_military": (1, 1), "leadership": (1.2, 1.8), "energy": (1.1, 1.6),
        "nuclear": (1.2, 1.9), "dual_use": (1, 2.2), "protected": (1.2, 1.8),
    }  # fmt: skip
    assert {name: (dial.resolve, dial.provocation) for name, dial in dials.means.items()} == {
        "slow": (0.9, 0.8), "mixed": (0.95, 0.9), "fast": (1.1, 1.2), "covert": (0.5, 0.5), "partner": (0.6, 0.7),
    }  # fmt: skip
    assert {name: (dial.resolve, dial.provocation) for name, dial in dials.notice.items()} == {
        "announced": (1, 0.7), "hours": (1, 0.9), "none": (1.05, 1.15),
    }  # fmt: skip


def test_labels_follow_resolve_and_provocation(rules: Rules) -> None:
    options = rules.options
    for number in np.flatnonzero(options.strike & ~options.ground & (options.power >= 0)):
        provocation = options.provocation[number] + options.humiliation[number]
        fast_and_maximal = options.scale[number] == 3 and options.means[number] == 2
        if abs(provocation - 300) <= 1 or abs(2 * options.resolve[number] - 3 * provocation) <= 4:
            continue  # the label is decided before rounding
        if provocation >= 300 or fast_and_maximal:
            assert options.label[number] == Label.DECISIVE
        else:
            calibrated = 2 * options.resolve[number] >= 3 * provocation
            assert options.label[number] == (Label.CALIBRATED if calibrated else Label.MEASURED)


SALVO = "iran:announced_salvo/israel/direct/maximal/core_military/slow/announced"
REPLY = "israel:reply/limited_air_strike/iran/direct/limited/core_military/fast/none"
GAMES = 400


def after_the_salvo(rules: Rules) -> tuple[State, State, np.ndarray[tuple[int], np.dtype[np.int32]]]:
    """13 April: before, after the salvo was resolved in many games, and the share that got through in each.

    Partners do nothing, so that what is booked is for the salvo alone.
    """
    april = opening(rules, GAMES, alert={("israel",): 1}, shield={("israel",): 1})
    april.capacity[...] = 0
    state, step = take_stage(rules, april, SALVO)
    return april, state, step.strikes.leak


def test_the_salvo_shows_four_and_provokes_one_and_a_half(consulate_rules: Rules) -> None:
    options, number = consulate_rules.options, option(consulate_rules, SALVO)
    assert (options.resolve[number], options.provocation[number]) == (405, 146)
    assert options.readiness[number] == 300
    assert options.label[number] == Label.CALIBRATED
    assert 300 <= options.salvo[number].sum() <= 340


def test_the_salvo_pays_what_is_owed_humiliation_at_half(consulate_rules: Rules) -> None:
    before, state, _ = after_the_salvo(consulate_rules)
    assert (before.owed[IRAN, ISRAEL] == 420).all()
    assert (state.owed[IRAN, ISRAEL] == 420 - 240 - (405 - 240) // 2).all()


def test_few_get_through_and_israel_books_about_two(consulate_rules: Rules) -> None:
    """About 3 % leak: 1.0 for the injury and 1.0 for the claim, which opens a window in about a third of tries."""
    _, state, leak = after_the_salvo(consulate_rules)
    assert leak.mean() < 8
    booked = state.booked[ISRAEL, IRAN]
    assert 160 <= np.median(booked) <= 230
    assert 0.2 <= (booked >= consulate_rules.numbers.window_step).mean() <= 0.6


def test_the_vow_opens_a_window_in_any_case(consulate_rules: Rules) -> None:
    """Israel had said that it would answer a strike from Iran's own ground: a line at stake 2."""
    _, state, _ = after_the_salvo(consulate_rules)
    assert (state.crossed_now[ISRAEL, IRAN] == 1).all()
    assert (state.window[ISRAEL, IRAN] == 1).all()
    line = consulate_rules.layout.names[Axis.LINE].index("israel_territory")
    assert (state.line_stake[line] == 2).all()


def test_israel_may_hold_for_a_promise(consulate_rules: Rules) -> None:
    _, state, _ = after_the_salvo(consulate_rules)
    state, _ = take_stage(consulate_rules, state, "us:offer/quiet_for_israel/2")
    state, _ = take_stage(consulate_rules, state, "israel:accept/quiet_for_israel")
    assert state.promise_stake.sum(axis=0).tolist() == [2] * GAMES
    assert not state.window[ISRAEL].any()


def test_the_limited_reply_closes_the_exchange(consulate_rules: Rules) -> None:
    """R 1.7, V 1.1: Iran's new debt stays under the threshold in most tries; the vow is short by one."""
    number = option(consulate_rules, REPLY)
    assert (consulate_rules.options.resolve[number], consulate_rules.options.provocation[number]) == (
        173,
        110,
    )
    _, state, _ = after_the_salvo(consulate_rules)
    state, _ = take_stage(consulate_rules, state)
    state, _ = take_stage(consulate_rules, state, REPLY)
    booked = state.booked[IRAN, ISRAEL]
    assert 140 <= np.median(booked) <= 215
    assert (state.window[IRAN, ISRAEL] == 0).mean() >= 0.5
    line = consulate_rules.layout.names[Axis.LINE].index("israel_territory")
    assert (state.line_stake[line] - state.line_answer[line] == 1).all()


def test_the_maximal_reply_does_not(consulate_rules: Rules) -> None:
    """Maximal on energy: R 5.7, V 5.7, Iran's debt above 8 in the middle of the tries, rung 6, another exchange."""
    key = "israel:reply/strike_campaign/iran/direct/maximal/energy/fast/none"
    number = option(consulate_rules, key)
    options = consulate_rules.options
    assert (options.resolve[number], options.provocation[number]) == (572, 574)
    rested = replace(consulate_rules, options=replace(options, readiness=options.readiness * 0))
    _, state, _ = after_the_salvo(rested)
    state, _ = take_stage(rested, state)
    state.readiness[ISRAEL] = 600
    state, _ = take_stage(rested, state, key)
    assert np.median(state.booked[IRAN, ISRAEL]) >= 700
    assert (state.window[IRAN, ISRAEL] == 1).all()
    direct = consulate_rules.layout.names[Axis.FRONT].index("direct")
    assert (state.rung[direct] == 6).all()
