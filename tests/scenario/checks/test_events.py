"""Events that make no sense."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def needing(*bounds: str) -> str:
    return f"events: {{stray_rocket: {{requires: [{', '.join(bounds)}]}}}}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            needing("{track: aid, of: hill_fighters, at_least: 2}"),
            "events.stray_rocket.requires[0].at_least: can never be met: aid does not rise above 1",
        ),
        (
            needing("{track: act, of: hills, at_least: 3}", "{track: act, of: hills, at_most: 2}"),
            (
                "events.stray_rocket.requires[1]: can never happen: nothing brings act there; "
                "mend the bounds, or set the event to null"
            ),
        ),
        (
            needing("{track: struck, of: northland, toward: hill_fighters, at_least: 1}"),
            (
                "events.stray_rocket.requires[0]: can never happen: nothing brings struck there; "
                "mend the bounds, or set the event to null"
            ),
        ),
        (
            needing("{track: shield, of: northland, at_least: 1}"),
            (
                "events.stray_rocket.requires[0]: can never happen: nothing brings shield there; "
                "mend the bounds, or set the event to null"
            ),
        ),
        (
            needing("{track: standing, of: self, at_least: 1}"),
            (
                "events.stray_rocket.requires[0].of: 'self' has no meaning in an event, which nobody orders; "
                "write the name"
            ),
        ),
        (
            needing("{track: act, of: hills}"),
            "events.stray_rocket.requires[0]: gives no bound: add at_least or at_most",
        ),
        (
            "events: {stray_rocket: {shifts: [{track: aid, of: hill_fighters, by: 0.5}]}}",
            "events.stray_rocket.shifts[0].by: aid is counted in whole steps, found 0.5",
        ),
        (
            "events: {stray_rocket: {harm: {least: 9}}}",
            "events.stray_rocket.harm: least is above most; swap them",
        ),
        (
            (
                "events: {other: {name: a stray rocket, text: As before., weight: 0.1, note: Invented., "
                "requires: [{track: market, at_least: 5}]}}"
            ),
            "events.other.name: is the name of stray_rocket too; give each its own",
        ),
    ],
)
def test_an_event_without_sense_is_refused(told: Told, change: str, message: str):
    assert told(change) == [message]


def test_an_event_may_follow_on_another(told: Told):
    after = (
        "events: {other: {name: an inquiry, text: It asks about the rocket., weight: 0.1, note: Invented., "
    )
    assert told(f"{after}requires: [{{track: event, of: stray_rocket, at_least: 1}}]}}}}") == []
