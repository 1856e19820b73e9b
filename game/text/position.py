"""What a seat knows of the position, as plain lines with numbers that can be asked about."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.rules.home import pressure_to_answer, pressure_to_stop
from game.rules.tracks import Axis
from game.rules.view import View
from game.session.calendar import first_day_of, turn_words
from game.session.kinds import caption
from game.session.knowledge import words_given
from game.session.session import Session
from game.session.wording import RUNGS


class Line(NamedTuple):
    """A line of the position; ``row`` is the number that it shows, -1 for a heading or a derived number."""

    text: str
    row: int = -1


def date_and_turn(session: Session) -> str:
    """As ``Turn 2 of about 4, 6 April 2024``; the hidden end leaves the last turn in doubt."""
    clock = session.scenario.clock
    turn = f"{turn_words(clock, session.turn)}, {first_day_of(clock, session.turn)}"
    return f"{turn}, {session.scenario.kind}" if caption(session.scenario) else turn


def position(session: Session, seat: int) -> list[Line]:
    """The whole position as a seat knows it."""
    writer = _Position(session, seat)
    return [
        *writer.own(),
        *writer.ledger(),
        *writer.others(),
        *writer.partners(),
        *writer.fronts(),
        *writer.words(),
        *toll(session, seat),
    ]


def toll(session: Session, seat: int) -> list[Line]:
    """People killed and displaced so far, by population; shown always, in one unit."""
    view, layout = session.view(seat), session.rules.layout
    lines = [Line("Toll since the war began, best estimates:")]
    for place, name in enumerate(layout.names[Axis.POPULATION]):
        killed, displaced = view.seen.killed[place, 0], view.seen.displaced[place, 0]
        people = session.scenario.populations[name]
        more = int(killed) - people.killed.best
        spread = (
            f" ({people.killed.low + more:,} to {people.killed.high + more:,})" if people.killed.high else ""
        )
        row = int(layout.cells("killed", place))
        lines.append(Line(f"{people.name}: {killed:,} killed{spread}, {displaced:,} displaced", row))
    return lines


class _Position:
    def __init__(self, session: Session, seat: int) -> None:
        self.session, self.seat = session, seat
        self.rules, self.wording = session.rules, session.wording
        self.view: View = session.view(seat)

    def row(self, track: str, *entry: int) -> int:
        return int(self.rules.layout.cells(track, *entry))

    def line(self, what: str, track: str, *entry: int) -> Line:
        row = self.row(track, *entry)
        return Line(f"{what}: {self.wording.known(self.view, row)}", row)

    def own(self) -> Iterator[Line]:
        seat, seen = self.seat, self.view.seen
        yield Line(f"{self.wording.actor(seat)}:")
        for track in ("standing", "attention", "readiness", "warning", "legitimacy"):
            yield self.line(track, track, seat)
        yield self.line("cohesion of your camp", "cohesion", int(self.rules.camp[seat]))
        if seen.insecurity[seat, 0]:
            yield self.line("demand for security", "insecurity", seat)
        yield Line(f"pressure to answer: {pressure_to_answer(self.rules, seen)[seat, 0] / 100:.1f}")
        yield Line(f"pressure to stop: {pressure_to_stop(self.rules, seen)[seat, 0] / 100:.1f}")
        for munition, name in enumerate(self.rules.munitions.names):
            if seen.stock[seat, munition, 0]:
                yield self.line(self.wording.named(Axis.MUNITION, name).lower(), "stock", seat, munition)

    def ledger(self) -> Iterator[Line]:
        owed_to_any = self.view.seen.owed[self.seat, :, 0].any() or self.view.seen.unknown[self.seat, 0]
        yield Line(
            "What your audiences feel is owed:"
            if owed_to_any
            else "Your audiences feel that nothing is owed to anybody."
        )
        for actor in range(self.rules.actors):
            owed = int(self.view.seen.owed[self.seat, actor, 0])
            if actor != self.seat and owed:
                part = int(self.view.seen.humiliation[self.seat, actor, 0])
                row = self.row("owed", self.seat, actor)
                yield Line(
                    f"to {self.wording.inside(actor)}: {owed / 100:.1f}, of it humiliation {part / 100:.1f}",
                    row,
                )
        if self.view.seen.unknown[self.seat, 0]:
            yield self.line("to a hand that is not known", "unknown", self.seat)
        for other in self._other_powers():
            yield self.line(
                f"your credibility with {self.wording.inside(other)}", "credibility", self.seat, other
            )

    def _other_powers(self) -> list[int]:
        return [power for power in range(self.rules.powers) if power != self.seat]

    def others(self) -> Iterator[Line]:
        for other in self._other_powers():
            name = self.wording.actor(other)
            yield Line(f"{name}:")
            yield self.line("standing", "standing", other)
            yield self.line("owed to you", "owed", other, self.seat)
            yield self.line("its credibility with you", "credibility", other, self.seat)
            yield self.line("legitimacy", "legitimacy", other)

    def partners(self) -> Iterator[Line]:
        own = np.flatnonzero(self.rules.partners.patron == self.seat)
        if own.size:
            yield Line("Your partners:")
        for partner in own.tolist():
            name = self.wording.entry(Axis.PARTNER, partner)
            for track in ("capacity", "loyalty", "agenda"):
                yield self.line(f"{name}, {track}", track, partner)
            for track in ("dread", "blunted"):
                if getattr(self.view.seen, track)[partner, 0]:
                    meaning = self.rules.layout.places[track].track.meaning
                    yield self.line(f"{name}, {meaning}", track, partner)

    def fronts(self) -> Iterator[Line]:
        yield Line("Fronts, from quiet (0) to general war (7):")
        for front, rung in enumerate(self.view.seen.rung[:, 0].tolist()):
            name = self.wording.entry(Axis.FRONT, front)
            yield Line(f"{name}: rung {rung}, {RUNGS[rung]}", self.row("rung", front))

    def words(self) -> Iterator[Line]:
        seen = self.view.seen
        yield Line("Talks, lines, promises, markets:")
        for talks in range(len(seen.talks)):
            yield self.line(f"{self.wording.entry(Axis.TALKS, talks)} (0 to 6)", "talks", talks)
            yield Line(self.wording.prospects(seen, talks))
        if case := self.wording.case(seen, self.seat):
            yield Line(case)
        for row, told in words_given(self.wording, self.view):
            yield Line(told, row)
        yield from self._offers()
        if self.rules.nuclear_owner >= 0:
            yield self.line("nuclear programme", "nuclear")
        yield self.line("market stress", "market")

    def _offers(self) -> Iterator[Line]:
        """Promises on the table that the seat has a part in."""
        promises, offer = self.rules.promises, self.view.seen.offer
        for promise in np.flatnonzero(offer[:, 0]).tolist():
            parties = int(promises.holder[promise]), int(promises.mediator[promise])
            if self.seat in parties:
                holder, mediator = map(self.wording.inside, parties)
                name = self.wording.entry(Axis.PROMISE, promise)
                yield Line(f"On the table, from {mediator} to {holder}: {name}, stake {offer[promise, 0]}.")
