"""Conditions on tracks, in the engine's units, with the sentence that says why."""

from game.scenario.actors import MandateCondition
from game.scenario.compile.names import Names, natural_to_units
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


def bounds(names: Names, owner: str, condition: MandateCondition) -> tuple[int, int, int]:
    """The row that a condition names and its bounds in the engine's units; ``owner`` is who says ``self``."""
    row = names.row(condition.track, condition.of, condition.toward, owner)
    track = names.layout.places[condition.track].track
    low = -NO_LIMIT if condition.at_least is None else natural_to_units(track, condition.at_least)
    high = NO_LIMIT if condition.at_most is None else natural_to_units(track, condition.at_most)
    return row, low, high
