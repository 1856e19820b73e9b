"""A stage as a story in time: what is said and shown of it, when, and how long it takes.

The order is that of play: what was ordered and said, the salvos with what stopped them, what came of it. Only
what a seat may know is in it: it is made from the seat's part of the reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.session.stage_report import Headline, Revealed, Salvo, StageReport, seen_by
from game.session.wording import Wording, begun
from game.ui.map.arcs import Arc
from game.ui.map.ground import Point
from game.ui.map.messages import Message
from game.ui.map.munitions import LOOKS, Munition
from game.ui.map.outcomes import GotThrough, Interception
from game.ui.map.playback import Event
from game.ui.map.whereabouts import Whereabouts, aimed_at, whereabouts

SAID_EVERY = 1.1
"""Seconds between one order or message and the next."""

COUNTED_EVERY = 0.5
"""Seconds between the counts of one defence layer and the next."""

READ_FOR = 1.6
"""Seconds for which the end of a part stays before the next begins."""

TOLD_FOR = 2.6
"""Seconds for a part that is only told, with nothing in flight."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of a story: when it begins and is over, its heading, its lines, and what is seen on the map.

    Its first line is told as it begins; the others tell what came of it, and not before ``known`` when it was seen.
    """

    at: float
    until: float
    title: str
    lines: tuple[str, ...]
    events: tuple[Event, ...] = ()
    known: float = 0.0

    def told(self, time: float) -> tuple[str, ...]:
        """The lines that are told by a time at which it has begun."""
        return self.lines if time >= self.known else self.lines[:1]


def story(wording: Wording, reports: Sequence[StageReport], seat: int | None) -> tuple[Beat, ...]:
    """The parts of these stages as a seat may know them; without a seat, as the public does."""
    beats: list[Beat] = []
    where = whereabouts(wording.scenario)
    for report in reports:
        for beat in _Teller(wording, report, seat, where).beats():
            start = beats[-1].until if beats else 0.0
            beats.append(_later(beat, start))
    return tuple(beats)


def events_of(beats: Sequence[Beat]) -> list[Event]:
    """Everything that is seen on the map, in the order of the story."""
    return [event for beat in beats for event in beat.events]


def _later(beat: Beat, by: float) -> Beat:
    events = tuple(replace(event, at=event.at + by) for event in beat.events)
    return replace(beat, at=beat.at + by, until=beat.until + by, events=events, known=beat.known + by)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one report to one seat; every part begins at 0."""

    wording: Wording
    report: StageReport
    seat: int | None
    where: Whereabouts

    def beats(self) -> Iterator[Beat]:
        told = self._lines("order")
        if told:
            yield self._orders(told)
        for number, salvo in enumerate(self.report.salvos):
            yield self._salvo(number, salvo)
        came = self._lines("outcome")
        if came:
            yield Beat(0.0, TOLD_FOR, self._after(bool(told)), came)

    def _after(self, ordered: bool) -> str:
        if self.report.turn_ended:
            return "At the end of the turn"
        stage = self.wording.stage(self.report.stage)
        return "What came of it" if ordered or stage == "orders" else begun(stage)

    def _lines(self, part: str, salvo: int | None = None) -> tuple[str, ...]:
        return tuple(
            line.text
            for line in self.report.headlines
            if line.part == part and line.salvo == salvo and self._sees(line)
        )

    def _sees(self, line: Headline) -> bool:
        return seen_by(line.audience, self.seat)

    def _orders(self, told: tuple[str, ...]) -> Beat:
        said = [each for each in self.report.revealed_for(self.seat) if self._is_said(each)]
        events = tuple(self._message(each, SAID_EVERY * number) for number, each in enumerate(said))
        until = max([TOLD_FOR, *[event.until for event in events]])
        stage = self.wording.stage(self.report.stage)
        title = "Orders and words" if stage == "orders" else begun(stage)
        return Beat(0.0, until, title, told, events)

    def _is_said(self, each: Revealed) -> bool:
        options = self.wording.rules.options
        return not options.strike[each.option] and seen_by(each.author_audience, self.seat)

    def _message(self, each: Revealed, at: float) -> Message:
        options = self.wording.rules.options
        target = int(options.target[each.option])
        end = None if target < 0 or target == each.power else self._home(target)
        order = options.orders[options.order[each.option]]
        return Message(self._home(each.power), end, begun(self.wording.order(order)), at)

    def _salvo(self, number: int, salvo: Salvo) -> Beat:
        title = self.wording.actor(salvo.target)
        attacker = salvo.attacker_for(self.seat)
        if attacker is not None:
            title = f"{self.wording.actor(attacker)} → {title}"
        events = tuple(self._flights(salvo, attacker))
        until = max((event.until for event in events), default=TOLD_FOR) + READ_FOR
        known = max((event.at for event in events if isinstance(event, GotThrough)), default=0.0)
        return Beat(0.0, until, title, self._lines("strike", number), events, known)

    def _flights(self, salvo: Salvo, attacker: int | None) -> Iterator[Event]:
        end = aimed_at(self.wording.scenario, self.where, salvo.front, salvo.target)
        if attacker is None or not salvo.launched:
            start = end if attacker is None else self._home(attacker)
            said = "Nobody claims it" if attacker is None else self._order_of(salvo)
            yield Message(start, None if start == end else end, said)
        else:
            yield from self._arcs(salvo, self._home(attacker), end)
        if salvo.launched:
            yield from self._counts(salvo, end, self._flight_seconds(salvo) if attacker is not None else 0.8)

    def _arcs(self, salvo: Salvo, start: Point, end: Point) -> Iterator[Arc]:
        """The slow classes start first, so that all arrive together."""
        longest = self._flight_seconds(salvo)
        for kind, count in self._by_kind(salvo.launched).items():
            yield Arc(start, end, kind, count, longest - LOOKS[kind].seconds)

    def _counts(self, salvo: Salvo, place: Point, at: float) -> Iterator[Event]:
        for layer in salvo.layers:
            stopped = sum(layer.stopped.values())
            if stopped:
                at += COUNTED_EVERY
                yield Interception(place, layer.name.rpartition(", ")[2].lower(), stopped, at)
        yield GotThrough(place, sum(salvo.leaked.values()), at + COUNTED_EVERY)

    def _flight_seconds(self, salvo: Salvo) -> float:
        return max(LOOKS[kind].seconds for kind in self._by_kind(salvo.launched))

    def _by_kind(self, counts: dict[str, int]) -> dict[Munition, int]:
        found: dict[Munition, int] = {}
        for munition, count in counts.items():
            kind = self.wording.scenario.munitions[munition].kind
            found[kind] = found.get(kind, 0) + count
        return found

    def _order_of(self, salvo: Salvo) -> str:
        options = self.wording.rules.options
        order = options.orders[options.order[salvo.option]]
        return begun(self.wording.order(order)) if order in self.wording.scenario.orders else "Act"

    def _home(self, actor: int) -> Point:
        """Where an actor's acts start from."""
        return list(self.where.actors.values())[actor]
