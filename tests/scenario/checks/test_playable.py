"""What no play can reach."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def order(name: str, content: str) -> str:
    return f"orders: {{{name}: {{{content}}}}}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            order(
                "missile_strike",
                "strike: {at: [{actor: southland, front: border}, {actor: southland, front: hills}, "
                "{actor: lakeland, front: lake}], notice: [announced, hours, none], "
                "target: [symbolic, core_military, leadership, energy, nuclear, dual_use]}",
            ),
            "orders.missile_strike: gives northland 162 options, at most 160; name fewer settings",
        ),
        (
            "rules: {attention: 1}",
            (
                "orders.announced_salvo: northland can never give this order: "
                "it takes 2 attention, and a turn gives 1"
            ),
        ),
        (
            "powers: {lakeland: {stocks: {counts: {air: 3}}}}",
            (
                "orders.patrol_strike: lakeland can never give this order: it is always refused with "
                "'Too few left: Air-launched weapons.'"
            ),
        ),
        (
            "rules: {line_most: 0}\nlines: {south_soil: {opening_stake: 0}}",
            (
                "orders.north_red_line: northland can never give this order: it is always refused with "
                "'No more than 0 lines at once: retire one first.'"
            ),
        ),
        (
            "rules: {window_step: 100}",
            (
                "orders.missile_strike.strike.at[1]: no reply window can open toward lakeland, "
                "which can neither strike northland nor cross a line drawn against it; set replies: false, "
                "or give lakeland such a strike"
            ),
        ),
        (
            "orders: {broker: null}",
            (
                "talks.border_talks.settles: no order brokers these talks or moves them, "
                "so a settlement is out of reach"
            ),
        ),
    ],
)
def test_what_no_play_can_reach_is_refused(told: Told, change: str, message: str):
    assert message in told(change)
