"""Dials, salvos and shares that do not fit together."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (
            "dials: {scale: {maximal: null}}",
            ["dials.scale: the setting 'maximal' is missing"],
        ),
        (
            "dials: {notice: {hours: null}}",
            ["dials.notice: the setting 'hours' is missing"],
        ),
        (
            "dials: {means: {covert: null}}",
            ["dials.means: the setting 'covert' is missing; somebody has it"],
        ),
        (
            "dials: {scale: {large: {readiness: {slow: null}}}}",
            ["dials.scale.large.readiness: the readiness of 'slow' is missing; somebody has it"],
        ),
        (
            "powers: {lakeland: {salvos: {fast: {large: null}}}}",
            [
                (
                    "orders.patrol_strike.strike.scale[1]: lakeland launches nothing large and fast; "
                    "add powers.lakeland.salvos.fast.large"
                )
            ],
        ),
        (
            "orders: {patrol_strike: {strike: {means: [slow]}}}",
            [
                (
                    "orders.patrol_strike.strike.means: lakeland has no salvo of any of these means; "
                    "see powers.lakeland.salvos"
                ),
            ],
        ),
        (
            "partners: {hill_fighters: {stocks: {rocket: 0}}}",
            [
                f"partners.hill_fighters.{kind}.salvo.rocket: hill_fighters has none of these in its stocks"
                for kind in ("asked", "larger", "smaller", "unasked")
            ],
        ),
        (
            "dials: {target: {dual_use: {populated: 0.95}}}",
            [
                (
                    "dials.target.dual_use.populated: with a munition's own share of 0.1 this is more than all "
                    "that gets through"
                )
            ],
        ),
        (
            "populations: {sailors: {killed: {low: 3}}}",
            ["populations.sailors.killed: expected low ≤ best ≤ high, found 3, 0, 0"],
        ),
        (
            'dials: {target: {dual_use: {law_of_war: ""}}}',
            ["dials.target.dual_use: strikes in towns need a note on the law of war: add law_of_war"],
        ),
    ],
)
def test_arms_that_do_not_fit_together_are_refused(told: Told, change: str, messages: list[str]):
    assert sorted(told(change)) == messages
