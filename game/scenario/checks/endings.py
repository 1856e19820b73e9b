"""Endings that no play could reach: a settlement that nobody can bring about, a war that no act leads to (§10)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from game.rules.rungs import OPEN_EXCHANGE
from game.rules.tracks import TRACKS
from game.scenario.actors import Front
from game.scenario.checks.walk import Defect
from game.scenario.compile.names import CHOSEN, Names
from game.scenario.compile.numbers import numbers
from game.scenario.compile.option import Option
from game.scenario.models import Scenario
from game.scenario.orders import Broker, Move, Shift

_NEVER_LOST: Final = 8
_TALKS_AT_MOST: Final = next(track.high for track in TRACKS if track.name == "talks")


def unreachable_endings(scenario: Scenario, names: Names, options: Iterable[Option]) -> Iterator[Defect]:
    """An ending that a scenario speaks of, and that no play comes to, is a promise to players that is not kept."""
    yield from _settlements(scenario)
    yield from _wars(scenario, names, options)


def _settlements(scenario: Scenario) -> Iterator[Defect]:
    """A settlement needs talks that somebody can move, far enough, and direct fronts that can become quiet."""
    settling = [name for name, talks in scenario.talks.items() if talks.settles]
    enough = numbers(scenario).settlement_talks
    if settling and enough > _TALKS_AT_MOST:
        message = f"talks end at {_TALKS_AT_MOST / 100:g}, so a settlement is out of reach"
        yield ("rules", "settlement_talks"), message
        return
    for name in settling:
        if not _can_come_far(scenario, name):
            path = ("talks", name, "settles")
            yield path, "no order brokers these talks or moves them, so a settlement is out of reach"
    if settling:
        yield from _endless_wars(scenario)


def _endless_wars(scenario: Scenario) -> Iterator[Defect]:
    quiet = numbers(scenario).settlement_rung
    for name, front in scenario.fronts.items():
        war = front.ongoing if front.kind == "direct" else None
        if war is not None and war.rung > quiet and not _can_come_far(scenario, war.until_talks):
            path = ("fronts", name, "ongoing", "until_talks")
            stays = f"this front stays above rung {quiet} and a settlement is out of reach"
            yield path, f"no order brokers these talks or moves them, so {stays}"


def _can_come_far(scenario: Scenario, talks: str) -> bool:
    if 100 * scenario.talks[talks].opening >= numbers(scenario).settlement_talks:
        return True
    moves: list[Move] = [move for event in scenario.events.values() for move in event.shifts]
    for order in scenario.orders.values():
        moves += [effect for effect in order.effects if isinstance(effect, Shift)]
        if any(isinstance(effect, Broker) and talks in effect.talks for effect in order.effects):
            return True
    return any(move.track == "talks" and move.by > 0 and move.of in (talks, CHOSEN) for move in moves)


def _wars(scenario: Scenario, names: Names, options: Iterable[Option]) -> Iterator[Defect]:
    """Control can be lost only where an open exchange can come about, at the front's own rung."""
    acts = _highest_acts(names, options)
    for name, front in scenario.fronts.items():
        if front.control_from >= _NEVER_LOST:
            continue
        highest = max(front.rung, front.ongoing.rung if front.ongoing else 0, acts[name])
        if acts[name] < OPEN_EXCHANGE or highest < front.control_from:
            yield ("fronts", name, "control_from"), _never(acts[name], front)


def _never(act: int, front: Front) -> str:
    return (
        f"expected an act at rung {max(front.control_from, OPEN_EXCHANGE)} or more, but the gravest act here is at "
        f"rung {act}, so control is never lost and no war begins; write {_NEVER_LOST} for never"
    )


def _highest_acts(names: Names, options: Iterable[Option]) -> dict[str, int]:
    """The highest rung that acts can put each front at; generous, as if all that moves it came together."""
    struck, moved = defaultdict[str, int](int), defaultdict[str, int](int)
    rows = {names.layout.row("act", front): front for front in names.fronts}
    for option in options:
        if option.strike:
            front = names.fronts[option.front]
            struck[front] = max(struck[front], option.rung)
        for row, by in option.shifts:
            moved[rows.get(row, "")] += max(by, 0)
    for event in names.scenario.events.values():
        for move in event.shifts:
            if move.track == "act" and move.of:
                moved[move.of] += max(int(move.by), 0)
    return {front: struck[front] + moved[front] for front in names.fronts}
