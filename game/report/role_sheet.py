"""The role sheet of one power: its own reasons and aims, what it knows at the opening, and what it can order.

Whatever is said of others comes out of the seat's view: exactly where the power knows it, else as a band.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.report.templates import Emblem, emblem
from game.rules.arrays import IntArray
from game.rules.home import pressure_to_answer, pressure_to_stop
from game.rules.tracks import Axis
from game.scenario.actors import Briefing, Mandate
from game.scenario.flags import flag_of
from game.session.calendar import days_of_turn
from game.session.knowledge import known
from game.session.menu import OrderCard
from game.session.session import Session
from game.session.wording import RUNGS, first_sentence

OTHERS = ("Standing", "Owed to you", "Its credibility", "Your credibility", "Legitimacy")
"""What a role sheet says of every other power: its credibility as one believes it oneself, one's own as it does."""

GROUPS = ("Backed by", "Capacity", "Loyalty", "Its own agenda")
"""What a role sheet says of every armed group."""

UNKNOWN = "–"
"""Stands where a seat cannot see at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A name with what is known of it, one cell for each heading."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontAtOpening:
    """A front and the rung that it stands on."""

    name: str
    rung: int

    @property
    def word(self) -> str:
        """What the rung is called."""
        return RUNGS[self.rung]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order in one line, with its costs as shown."""

    name: str
    attention: str
    readiness: str
    text: str
    later: bool
    """Whether it cannot be given at the opening."""


@dataclass(frozen=True, slots=True)
class SlotLines:
    """Everything that may fill one slot, besides a pass."""

    name: str
    orders: tuple[OrderLine, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What stands on the sheet of one power. All powers have the same parts, in the same order."""

    name: str
    government: str
    """Whose seat the team takes."""
    emblem: Emblem
    days: str
    """The days of the first turn."""
    briefing: Briefing
    mandates: tuple[Mandate, ...]
    own: tuple[Line, ...]
    fronts: tuple[FrontAtOpening, ...]
    others: tuple[Line, ...]
    """Every other power, by ``OTHERS``."""
    groups: tuple[Line, ...]
    """Every armed group, by ``GROUPS``."""
    known: tuple[str, ...]
    """The rest of what is known, each in a sentence."""
    slots: tuple[SlotLines, ...]


def role(session: Session, seat: int) -> Role:
    """The sheet of the power at ``seat`` in a game at its opening."""
    scenario, power = session.scenario, session.seats.seats[seat].power
    model, reader = scenario.powers[power], _Reader(session, seat)
    return Role(
        name=model.name,
        government=f"The {session.wording.government(power)}",
        emblem=emblem(flag_of(scenario, power)),
        days=days_of_turn(scenario.clock, 1),
        briefing=model.briefing,
        mandates=tuple(model.mandates.values()),
        own=tuple(reader.own()),
        fronts=tuple(reader.fronts()),
        others=tuple(reader.others()),
        groups=tuple(reader.groups()),
        known=(*known(session, seat), *reader.shared()),
        slots=tuple(_slots(session, seat)),
    )


class _Reader:
    """Reads single numbers out of the view of one seat."""

    def __init__(self, session: Session, seat: int) -> None:
        self.rules, self.wording, self.seat = session.rules, session.wording, seat
        self.view = session.view(seat)
        self.power = session.seats.seats[seat].power

    def shown(self, track: str, *entry: str) -> str:
        """A number as the seat knows it."""
        return self.wording.known(self.view, self.rules.layout.row(track, *entry))

    def names(self, axis: Axis) -> Sequence[str]:
        """The ids of an axis."""
        return self.rules.layout.names[axis]

    def own(self) -> Iterator[Line]:
        """The five numbers and what else a government knows of itself."""
        scenario, power = self.wording.scenario, self.power
        yield Line("Standing", (f"{self.shown('standing', power)} of 10",))
        yield Line("Readiness", (f"{self.shown('readiness', power)} of 6",))
        yield Line("Attention", (f"{self.shown('attention', power)} a turn",))
        yield Line("Warning", (f"{self.shown('warning', power)} of 3",))
        yield Line(
            "Pressure to answer", (_points(pressure_to_answer(self.rules, self.view.seen)[self.seat]),)
        )
        yield Line("Pressure to stop", (_points(pressure_to_stop(self.rules, self.view.seen)[self.seat]),))
        yield Line("Legitimacy", (f"{self.shown('legitimacy', power)} of 10",))
        yield Line("Cohesion of your camp", (f"{self.shown('cohesion', scenario.powers[power].camp)} of 10",))
        for munition in self.names(Axis.MUNITION):
            if (stock := self.shown("stock", power, munition)) != "0":
                yield Line(self.wording.named(Axis.MUNITION, munition), (stock,))

    def fronts(self) -> Iterator[FrontAtOpening]:
        """Every front; its rung is there for all to see."""
        for name, front in self.wording.scenario.fronts.items():
            row = self.rules.layout.row("rung", name)
            yield FrontAtOpening(front.name, self.view.bounds(row)[0])

    def others(self) -> Iterator[Line]:
        """What is known of each other power, by ``OTHERS``."""
        for other in self.names(Axis.POWER):
            if other != self.power:
                yield Line(
                    self.wording.named(Axis.POWER, other),
                    (
                        self.shown("standing", other),
                        self.shown("owed", other, self.power),
                        self.shown("credibility", other, self.power),
                        self.shown("credibility", self.power, other),
                        self.shown("legitimacy", other),
                    ),
                )

    def groups(self) -> Iterator[Line]:
        """What is known of each armed group, by ``GROUPS``; only its patron knows how loyal it is."""
        for name, partner in self.wording.scenario.partners.items():
            inner = (
                (self.shown("loyalty", name), self.shown("agenda", name))
                if partner.patron == self.power
                else (UNKNOWN, UNKNOWN)
            )
            patron = self.wording.named(Axis.POWER, partner.patron)
            yield Line(partner.name, (patron, self.shown("capacity", name), *inner))

    def shared(self) -> Iterator[str]:
        """Trust, hosts, talks, markets and the nuclear programme, each in a sentence."""
        yield from self._trust()
        if hosts := [
            f"{self.wording.named(Axis.HOST, host)} {self.shown('alignment', host, self.power)}"
            for host in self.names(Axis.HOST)
        ]:
            yield f"How hosts lean toward you, −2 to 2: {', '.join(hosts)}."
        for number, name in enumerate(self.names(Axis.TALKS)):
            prospects = self.wording.prospects(self.view.seen, number)
            yield f"{self.wording.named(Axis.TALKS, name)}: {self.shown('talks', name)} of 6; {prospects}."
        yield f"Market stress: {self.shown('market')} of 10."
        programme = self.wording.scenario.nuclear
        if programme is not None:
            owner = self.wording.in_text(programme.owner)
            yield f"Nuclear programme of {owner}: {self.shown('nuclear')} of 10."

    def _trust(self) -> Iterator[str]:
        powers = self.wording.scenario.powers
        for mediator, other in ((each, self.power) for each in powers if each != self.power):
            if powers[mediator].mediates:
                shown = self.shown("trust", mediator, other)
                yield f"Your trust in the word of {self.wording.in_text(mediator)}: {shown} of 3."
        if powers[self.power].mediates:
            for other in (each for each in powers if each != self.power):
                shown = self.shown("trust", self.power, other)
                yield f"Trust in your word, of {self.wording.in_text(other)}: {shown} of 3."


def _points(hundredths: IntArray) -> str:
    """A number of points that no track holds, of one game."""
    return f"{int(hundredths[0]) / 100:.1f}"


# --- orders ----------------------------------------------------------------------------------------------


def _slots(session: Session, seat: int) -> Iterator[SlotLines]:
    """The slots of the first stage with their orders; that every slot may pass is said once."""
    draft = session.draft(seat)
    for slot in draft.slots:
        menu = draft.menu(slot)
        yield SlotLines(menu.name, tuple(_order(card) for card in menu.cards[1:]))


def _order(card: OrderCard) -> OrderLine:
    least, most = (f"{readiness / 100:g}" for readiness in card.readiness)
    return OrderLine(
        name=card.name,
        attention=str(card.attention),
        readiness=least if least == most else f"{least}–{most}",
        text=first_sentence(card.text),
        later=not card.legal,
    )
