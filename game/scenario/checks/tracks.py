"""Tracks that orders and events shift or require and mandates aim at (rules.md §4)."""

from collections.abc import Collection, Iterator
from typing import Final, Protocol

from game.rules.tracks import TRACKS, Axis, Seen, Track
from game.scenario.actors import MandateCondition
from game.scenario.checks.references import unknown
from game.scenario.checks.walk import ACTS, Defect, found
from game.scenario.compile.names import CHOSEN, OWN_CAMP, SELF, Names
from game.scenario.models import Scenario
from game.scenario.orders import Bounds, Move, Order, Requirement, Shift
from game.scenario.problems import Path, did_you_mean, shown

_ENGINE_ONLY: Final = ("brink", "ending", "tally", "message", "interceptors", "engagements")

TRACKS_OF_AUTHORS: Final = {
    track.name: track for track in TRACKS if track.seen is not Seen.NOBODY and track.name not in _ENGINE_ONLY
}
"""The tracks that a scenario may name. The others are the engine's own books, or nobody may know them."""

_WORDS: Final = {Axis.ACTOR: "power or partner"}


class TrackReference(Protocol):
    """Whatever names a track and its entries."""

    @property
    def track(self) -> str:
        """The track's name."""

    @property
    def of(self) -> str | None:
        """Its first entry, if it has any."""

    @property
    def toward(self) -> str | None:
        """Its second entry, if it has two."""


def wrong_tracks(scenario: Scenario) -> Iterator[Defect]:
    """Shifts, requirements and mandates must name a track as it is kept, or the game could not find the number."""
    names = Names(scenario)
    for path, order, what in _of_orders(scenario):
        yield from _misnamed(names, path, what, order.choose)
    for path, condition in _mandates(scenario):
        yield from _misnamed(names, path, condition, ())
    for path, part in _of_events(scenario):
        yield from _nobodys(path, part) or _misnamed(names, path, part, ())


def _of_orders(scenario: Scenario) -> Iterator[tuple[Path, Order, Shift | Requirement]]:
    for name, order in scenario.orders.items():
        for index, effect in enumerate(order.effects):
            if isinstance(effect, Shift):
                yield ("orders", name, "effects", index), order, effect
        for index, need in enumerate(order.requires):
            yield ("orders", name, "requires", index), order, need


def _of_events(scenario: Scenario) -> Iterator[tuple[Path, Move | Bounds]]:
    for name, event in scenario.events.items():
        for index, move in enumerate(event.shifts):
            yield ("events", name, "shifts", index), move
        for index, bounds in enumerate(event.requires):
            yield ("events", name, "requires", index), bounds


def _nobodys(path: Path, what: TrackReference) -> list[Defect]:
    """Words that stand for whoever gives an order, which an event has nobody for."""
    words = (("of", what.of), ("toward", what.toward))
    return [
        ((*path, key), f"{shown(word)} has no meaning in an event, which nobody orders; write the name")
        for key, word in words
        if word in (SELF, CHOSEN, OWN_CAMP)
    ]


def _mandates(scenario: Scenario) -> Iterator[tuple[Path, MandateCondition]]:
    for power, model in scenario.powers.items():
        for name, mandate in model.mandates.items():
            yield ("powers", power, "mandates", name, "condition"), mandate.condition
    for act in ACTS:
        yield from found(scenario, f"{act}.requires.*")


def _misnamed(names: Names, path: Path, what: TrackReference, choose: Collection[str]) -> Iterator[Defect]:
    track = TRACKS_OF_AUTHORS.get(what.track)
    if track is None:
        near = did_you_mean(what.track, TRACKS_OF_AUTHORS)
        yield (*path, "track"), f"there is no track {shown(what.track)} for orders and mandates{near}"
    elif (what.of is None, what.toward is None) != (len(track.axes) < 1, len(track.axes) < 2):
        yield path, _kept_for(track)
    else:
        entries = zip(track.axes, ("of", "toward"), (what.of, what.toward), strict=False)
        for axis, key, entry in entries:
            message = _wrong_entry(names, axis, str(entry), choose)
            if message:
                yield (*path, key), message


def _kept_for(track: Track) -> str:
    kinds = [_WORDS.get(axis, axis.value) for axis in track.axes]
    match kinds:
        case []:
            return f"{track.name} is kept for the whole game: leave out of and toward"
        case [kind]:
            return f"{track.name} is kept for each {kind}: name it by of, and leave out toward"
        case _:
            return f"{track.name} is kept between two: name a {kinds[0]} by of and a {kinds[1]} by toward"


def _wrong_entry(names: Names, axis: Axis, entry: str, choose: Collection[str]) -> str:
    """What is wrong with the name of an entry, or nothing."""
    known, kind = names.layout.names[axis], _WORDS.get(axis, axis.value)
    match entry:
        case _ if entry == SELF:
            return "" if axis in (Axis.POWER, Axis.ACTOR) else f"expected a {kind}; 'self' is a power"
        case _ if entry == OWN_CAMP:
            return "" if axis is Axis.CAMP else f"expected a {kind}; 'own_camp' is a camp"
        case _ if entry == CHOSEN:
            strange = [name for name in choose if name not in known]
            if not choose:
                return "'chosen' needs a list of entries in the order's choose"
            return f"'chosen' may be {shown(strange[0])}, which is no {kind}" if strange else ""
        case _:
            return "" if entry in known else unknown(kind, entry, known)


def impossible_bounds(scenario: Scenario) -> Iterator[Defect]:
    """A requirement that no state meets makes an order that is never legal; so with a mandate that nobody fulfils."""
    for path, _, what in _of_orders(scenario):
        if isinstance(what, Requirement):
            yield from _impossible(path, what)
    for path, condition in _mandates(scenario):
        yield from _impossible(path, condition)
    for path, part in _of_events(scenario):
        if isinstance(part, Bounds):
            yield from _impossible(path, part)


def _impossible(path: Path, what: Bounds | MandateCondition) -> Iterator[Defect]:
    track = TRACKS_OF_AUTHORS.get(what.track)
    if track is None:
        return
    low, high = natural_bounds(track)
    if what.at_least is None and what.at_most is None:
        yield path, "gives no bound: add at_least or at_most"
    elif what.at_least is not None and what.at_least > high:
        yield (*path, "at_least"), f"can never be met: {track.name} does not rise above {high:g}"
    elif what.at_most is not None and what.at_most < low:
        yield (*path, "at_most"), f"can never be met: {track.name} does not fall below {low:g}"
    elif what.at_least is not None and what.at_most is not None and what.at_least > what.at_most:
        yield path, f"can never be met: nothing is at least {what.at_least:g} and at most {what.at_most:g}"


def natural_bounds(track: Track) -> tuple[float, float]:
    """The least and the greatest value of a track, as an author writes them."""
    per = 100 if track.unit == "points" else 1
    return track.low / per, track.high / per


def idle_shifts(scenario: Scenario) -> Iterator[Defect]:
    """A shift must move something: half a step of what is counted in whole steps would be rounded away."""
    of_orders = ((path, what) for path, _, what in _of_orders(scenario))
    for path, what in (*of_orders, *_of_events(scenario)):
        track = TRACKS_OF_AUTHORS.get(what.track)
        if not isinstance(what, Move) or track is None:
            continue
        if what.by == 0:
            yield (*path, "by"), "moves nothing; remove the effect"
        elif track.unit != "points" and what.by != round(what.by):
            yield (*path, "by"), f"{track.name} is counted in whole steps, found {what.by:g}"


def idle_choices(scenario: Scenario) -> Iterator[Defect]:
    """What is picked for an order must matter to it."""
    for name, order in scenario.orders.items():
        references = [what for _, each, what in _of_orders(scenario) if each is order]
        if order.choose and not any(CHOSEN in (what.of, what.toward) for what in references):
            yield ("orders", name, "choose"), "no effect uses 'chosen', so there is nothing to choose"
