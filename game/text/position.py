"""What a seat knows of the position, as plain lines with numbers that can be asked about."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.rules.arrays import which
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
        *writer.mandates(),
        *writer.ledger(),
        *writer.others(),
        *writer.partners(),
        *writer.secrets(),
        *writer.hosts(),
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

    def mandates(self) -> Iterator[Line]:
        """One's own, each with the number that it turns on, as far as the seat knows it."""
        mandates = self.rules.mandates
        yield Line("Your mandates, and how they stand:")
        for place in which(mandates.power == self.seat).tolist():
            row = int(mandates.row[place])
            secret = " (secret)" if mandates.secret[place] else ""
            yield Line(f"{mandates.texts[place]} Now {self.wording.known(self.view, row)}.{secret}", row)

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
            yield from self._ties(other)

    def _ties(self, other: int) -> Iterator[Line]:
        """Trust in a mediator's word, and forces of a patron, between the seat and another power."""
        powers = list(self.session.scenario.powers.values())
        for mediator, trusting, whose in (
            (other, self.seat, "your trust in its"),
            (self.seat, other, "its trust in your"),
        ):
            if powers[mediator].mediates:
                yield self.line(f"{whose} word (0 to 3)", "trust", mediator, trusting)
        for patron, client in zip(*np.nonzero(self.rules.client_of), strict=True):
            if other == patron:
                what = f"its forces with {self.wording.inside(int(client))} (0 to 3)"
                yield self.line(what, "presence", patron, client)
            elif (self.seat, other) == (patron, client):
                yield self.line("your forces with it (0 to 3)", "presence", patron, client)

    def partners(self) -> Iterator[Line]:
        """All of them: everybody sees what they can do, and their patron what moves them."""
        patrons = self.rules.partners.patron.tolist()
        for partner in sorted(range(len(patrons)), key=lambda each: patrons[each] != self.seat):
            name, own = self.wording.entry(Axis.PARTNER, partner), patrons[partner] == self.seat
            yield Line(f"{name}, a partner of {'yours' if own else self.wording.inside(patrons[partner])}:")
            for track in ("capacity", *(("loyalty", "agenda", "grievance") if own else ())):
                yield self.line(track, track, partner)
            yield from self._passing(partner)

    def _passing(self, partner: int) -> Iterator[Line]:
        """What is told of a partner while there is some of it."""
        seen = self.view.seen
        for track in ("disarray", "dread", "blunted"):
            if getattr(seen, track)[partner, 0]:
                yield self.line(self.rules.layout.places[track].track.meaning, track, partner)
        for power in np.flatnonzero(seen.marked[partner, :, 0]).tolist():
            what = f"turns for which it strikes back at {self.wording.inside(power)}"
            yield self.line(what, "marked", partner, power)

    def secrets(self) -> Iterator[Line]:
        """What nobody else knows of: sources in others, and the work done on what is prepared."""
        found = list(self._secrets())
        yield from (Line("What only you know:"), *found) if found else ()

    def _secrets(self) -> Iterator[Line]:
        for actor in np.flatnonzero(self.view.seen.penetration[self.seat, :, 0]).tolist():
            what = f"{self.wording.actor(actor)}, known to you from inside (0 to 3)"
            yield self.line(what, "penetration", self.seat, actor)
        assets, seen = self.rules.assets, self.view.seen
        for asset in np.flatnonzero(assets.owner == self.seat).tolist():
            if not seen.asset_spent[asset, 0]:
                name = self.wording.entry(Axis.ASSET, asset)
                what = f"{name}, turns of work of {assets.built_in[asset]}"
                yield self.line(what, "asset_progress", asset)

    def hosts(self) -> Iterator[Line]:
        """How close hosts stand to the seat."""
        if self.rules.layout.names[Axis.HOST]:
            yield Line("Hosts, how close they stand to you (−2 to 2):")
        for host in range(len(self.rules.layout.names[Axis.HOST])):
            yield self.line(self.wording.entry(Axis.HOST, host), "alignment", host, self.seat)

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
