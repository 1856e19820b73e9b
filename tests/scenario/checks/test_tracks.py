"""Tracks that shifts, requirements and mandates name."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def order(name: str, content: str) -> str:
    return f"orders: {{{name}: {{{content}}}}}"


NEW_ORDER = "name: A, by: [northland], family: declaratory, desk: voice, text: A"


@pytest.mark.parametrize(
    ("effect", "message"),
    [
        (
            "track: standng, of: self, by: 1",
            "[0].track: there is no track 'standng' for orders and mandates; did you mean 'standing'?",
        ),
        (
            "track: ending, by: 1",
            "[0].track: there is no track 'ending' for orders and mandates; did you mean 'standing'?",
        ),
        (
            "track: standing, by: 1",
            "[0]: standing is kept for each power: name it by of, and leave out toward",
        ),
        (
            "track: market, of: self, by: 1",
            "[0]: market is kept for the whole game: leave out of and toward",
        ),
        (
            "track: owed, toward: southland, by: 1",
            "[0]: owed is kept between two: name a power by of and a power or partner by toward",
        ),
        (
            "track: standing, of: hill_fighters, by: 1",
            "[0].of: there is no power 'hill_fighters'; there are northland, southland, lakeland",
        ),
        (
            "track: cohesion, of: self, by: 1",
            "[0].of: expected a camp; 'self' is a power",
        ),
        (
            "track: rung, of: own_camp, by: 1",
            "[0].of: expected a front; 'own_camp' is a camp",
        ),
        (
            "track: rung, of: chosen, by: 1",
            "[0].of: 'chosen' needs a list of entries in the order's choose",
        ),
        ("track: market, by: 0", "[0].by: moves nothing; remove the effect"),
        ("track: act, of: lake, by: 0.5", "[0].by: act is counted in whole steps, found 0.5"),
    ],
)
def test_a_shift_that_means_no_number_is_refused(told: Told, effect: str, message: str):
    (problem,) = told(order("say", f"{NEW_ORDER}, effects: [{{do: shift, {effect}}}]"))
    assert problem == f"orders.say.effects{message}"


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ("at_least: 11", ".at_least: can never be met: standing does not rise above 10"),
        ("at_most: -1", ".at_most: can never be met: standing does not fall below 0"),
        ("at_least: 5, at_most: 4", ": can never be met: nothing is at least 5 and at most 4"),
        ("at_least: null", ": gives no bound: add at_least or at_most"),
    ],
)
def test_bounds_that_nothing_meets_are_refused(told: Told, bounds: str, message: str):
    need = f"requires: [{{track: standing, of: self, {bounds}, reason: A}}]"
    mandate = f"mandates: {{stay_in_office: {{condition: {{at_least: null, {bounds}}}}}}}".replace(
        "at_least: null, at_least", "at_least"
    )
    assert told(order("deploy", need)) == [f"orders.deploy.requires[0]{message}"]
    of_mandate = f"powers.northland.mandates.stay_in_office.condition{message}"
    assert told(f"powers: {{northland: {{{mandate}}}}}") == [of_mandate]
