"""Conditions on tracks, in the engine's units, with the sentence that says why."""

from game.scenario.compile.names import Names
from game.scenario.compile.needs import NO_LIMIT, Condition


def at_least(names: Names, track: str, entries: tuple[str, ...], value: int, reason: str) -> Condition:
    """The condition that a track is at least ``value`` in the engine's units."""
    return Condition(names.layout.row(track, *entries), value, NO_LIMIT, reason)


def at_most(names: Names, track: str, entries: tuple[str, ...], value: int, reason: str) -> Condition:
    """The condition that a track is at most ``value`` in the engine's units."""
    return Condition(names.layout.row(track, *entries), -NO_LIMIT, value, reason)


def window_open(names: Names, power: str, actor: str) -> Condition:
    """The condition that a power has a reply window open toward an actor."""
    return at_least(names, "window", (power, actor), 1, "No reply window is open toward it.")


def in_office(names: Names, power: str) -> Condition:
    """The condition that a power's government has not fallen."""
    return at_most(names, "caretaker", (power,), 0, "A caretaker government gives no such order.")
