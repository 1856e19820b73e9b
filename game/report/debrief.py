"""The debrief of a finished game: decisions with their reasons, true values by turn, history, assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.balance import BalanceEnd, balance_ends
from game.report.decisions import Decision, Facilitated, decisions, facilitated
from game.report.gap import Gap, gaps
from game.report.images import Image, images
from game.report.understood import Understood, understood
from game.rules.state import State
from game.rules.tables import Stage
from game.rules.tracks import Axis
from game.scenario.switches import mechanisms
from game.session.session import Session


@dataclass(frozen=True, slots=True)
class Course:
    """One true value over the game: at the start of each turn, and at the end. Points, rungs or people."""

    name: str
    values: tuple[float, ...]
    power: str = ""
    """The name of the power that it belongs to, if it belongs to one."""


@dataclass(frozen=True, slots=True)
class Historical:
    """What happened in history, with its sources."""

    date: str
    power: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A contested mechanism of the model: whether it was on, what it says, and who disputes it."""

    name: str
    on: bool
    claim: str
    disputed: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What an order rests on: a rule or the record, of any date."""

    order: str
    text: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that a group looks at after a game. ``turns`` names the places of each course."""

    title: str
    turns: tuple[str, ...]
    decisions: tuple[Decision, ...]
    facilitated: tuple[Facilitated, ...]
    images: tuple[Image, ...]
    """What each power took its rivals to be like, beside who they were."""
    gaps: tuple[Gap, ...]
    """What each power sought and what came of it."""
    understood: Understood
    """What was meant by every strike, and what was understood."""
    balance: tuple[BalanceEnd, ...]
    """On which fronts the balance ended, and how."""
    rungs: tuple[Course, ...]
    owed: tuple[Course, ...]
    """Of each power toward each actor, where there was anything."""
    credibility: tuple[Course, ...]
    """Of each power, as each other power believed it."""
    toll: tuple[Course, ...]
    """People killed since the game began, by population."""
    historical: tuple[Historical, ...]
    assumptions: tuple[Assumption, ...]
    bases: tuple[Basis, ...] = ()
    """What each order rests on: during the game it is told only as far as it was known at the opening."""

    @property
    def shared_bases(self) -> dict[str, tuple[str, ...]]:
        """The same by what is said: the orders that rest on it, whoever they are open to."""
        orders: dict[str, tuple[str, ...]] = {}
        for each in self.bases:
            orders[each.text] = (*orders.get(each.text, ()), each.order)
        return orders


def debrief(session: Session) -> Debrief:
    """The debrief of a finished game. Raises SessionError while it goes on."""
    states = _turning_points(session)
    return Debrief(
        title=session.scenario.title,
        turns=(*[f"turn {state.turn}" for state in states[:-1]], "end"),
        decisions=decisions(session),
        facilitated=facilitated(session),
        images=images(session),
        gaps=gaps(session),
        understood=understood(session),
        balance=balance_ends(session),
        rungs=tuple(_rungs(session, states)),
        owed=tuple(_owed(session, states)),
        credibility=tuple(_credibility(session, states)),
        toll=tuple(_toll(session, states)),
        historical=tuple(_historical(session)),
        assumptions=tuple(_assumptions(session)),
        bases=tuple(_bases(session)),
    )


def _turning_points(session: Session) -> list[State]:
    """The start of each turn that was played, and the end. What came between two stages begins no turn."""
    history = session.history()
    starts: dict[int, State] = {}
    for state in history[:-1]:
        if state.stage == Stage.ORDERS:
            starts.setdefault(state.turn, state)
    return [*starts.values(), history[-1]]


def _rungs(session: Session, states: list[State]) -> Iterator[Course]:
    for place, front in enumerate(session.scenario.fronts.values()):
        yield Course(front.short, tuple(int(state.rung[place, 0]) for state in states))


def _owed(session: Session, states: list[State]) -> Iterator[Course]:
    wording = session.wording
    for holder in range(session.rules.powers):
        power = wording.actor(holder)
        for toward in range(session.rules.actors):
            values = _between(states, "owed", holder, toward)
            if any(values):
                yield Course(f"{power} to {wording.actor(toward)}", values, power)


def _credibility(session: Session, states: list[State]) -> Iterator[Course]:
    wording, powers = session.wording, range(session.rules.powers)
    for one in powers:
        power = wording.actor(one)
        for other in powers:
            if one != other:
                values = _between(states, "credibility", one, other)
                yield Course(f"{power} with {wording.actor(other)}", values, power)


def _between(states: list[State], track: str, one: int, other: int) -> tuple[float, ...]:
    return tuple(int(getattr(state, track)[one, other, 0]) / 100 for state in states)


def _toll(session: Session, states: list[State]) -> Iterator[Course]:
    first = states[0]
    for place, name in enumerate(session.rules.layout.names[Axis.POPULATION]):
        people = session.wording.named(Axis.POPULATION, name)
        start = int(first.killed[place, 0])
        yield Course(people, tuple(int(state.killed[place, 0]) - start for state in states))


def _historical(session: Session) -> Iterator[Historical]:
    """What powers did in history, in the order of dates."""
    scenario = session.scenario
    for choice in sorted(scenario.historical, key=lambda choice: choice.date):
        date = f"{choice.date.day} {choice.date:%B %Y}"
        refs = tuple(scenario.sources[source].ref for source in choice.source)
        yield Historical(date, scenario.powers[choice.power].name, choice.text, refs)


def _bases(session: Session) -> Iterator[Basis]:
    for order in session.scenario.orders.values():
        if order.basis and not session.scenario.skin:
            yield Basis(order.name, order.basis)


def _assumptions(session: Session) -> Iterator[Assumption]:
    scenario = session.scenario
    for _, switch in mechanisms(scenario):
        refs = tuple(scenario.sources[source].ref for source in switch.source)
        yield Assumption(switch.name, switch.on, switch.claim, switch.disputed, refs)
