"""What powers ordered in the first turn, by kind: how many groups of a class did so, and how many doctrines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.report.debrief import Historical
from game.report.group import Group, parted
from game.report.templates import Emblem, emblem
from game.rules.tables import PASSES, Label, Slot, Stage
from game.scenario.flags import flag_of
from game.session.chosen import ChosenOption, chosen_options
from game.session.seats import Seat, SeatPlan, doctrines_of
from game.session.session import Session

STRUCK: Final = tuple(f"Struck, {label.name.lower()}" for label in Label)
FORCE: Final = "Gave another order of the Force desk"
HELD: Final = "Held: no order of the Force desk"
TALKED: Final = "Talked: an order of diplomacy"
KINDS: Final = (*STRUCK, FORCE, HELD, TALKED)
"""Kinds of orders, in the order in which they are shown. Whoever held may have talked as well."""

Orders = dict[str, frozenset[str]]
"""The kinds of what each power ordered, by the power's id."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of orders: the letters of the groups that gave one, and how many doctrines do."""

    name: str
    letters: tuple[str, ...]
    doctrines: int


@dataclass(frozen=True, slots=True)
class FirstOrders:
    """What a power ordered in the first turn where people played it."""

    name: str
    emblem: Emblem
    groups: int
    """In how many groups people played it."""
    doctrines: int
    """How many the scenario has for it."""
    parted: int
    """The first turn in which these groups did not all choose the same; 0 if there is none."""
    kinds: tuple[Kind, ...]
    happened: Historical | None
    """What it did first in history, if that is told."""


def first_orders(groups: Sequence[Group]) -> Iterator[FirstOrders]:
    """The first orders of every power that people played in any game."""
    first = groups[0].session
    by_people = {group.letter: _orders(group.session, people=True) for group in groups}
    by_doctrine = list(_of_doctrines(first))
    for power, model in first.scenario.powers.items():
        gave = {letter: orders[power] for letter, orders in by_people.items() if power in orders}
        doctrines = [orders[power] for orders in by_doctrine if power in orders]
        happened = (each for each in groups[0].debrief.historical if each.power == model.name)
        if gave:
            flag = emblem(flag_of(first.scenario, power))
            first_apart = parted([group for group in groups if group.letter in gave], power)
            kinds = tuple(_kinds(gave, doctrines))
            yield FirstOrders(
                model.name, flag, len(gave), len(doctrines), first_apart, kinds, next(happened, None)
            )


def _kinds(gave: Mapping[str, frozenset[str]], doctrines: Sequence[frozenset[str]]) -> Iterator[Kind]:
    """Every kind that any group or doctrine gave."""
    for kind in KINDS:
        letters = tuple(letter for letter, kinds in gave.items() if kind in kinds)
        acting = sum(kind in kinds for kinds in doctrines)
        if letters or acting:
            yield Kind(kind, letters, acting)


def _of_doctrines(session: Session) -> Iterator[Orders]:
    """What computer players of the usual level order in the first turn, one doctrine of each power at a time.

    Nothing where people alone can play a power.
    """
    scenario = session.scenario
    known = [[Seat(power, each) for each in doctrines_of(scenario, power)] for power in scenario.powers]
    for number in range(max(map(len, known)) if all(known) else 0):
        plan = SeatPlan(tuple(seats[min(number, len(seats) - 1)] for seats in known))
        played = Session.new(session.loaded, plan, session.seed)
        for _ in played.work():
            if played.entries:
                break
        orders = _orders(played)
        yield {seats[0].power: orders[seats[0].power] for seats in known if number < len(seats)}


def _orders(session: Session, people: bool = False) -> Orders:
    """What powers ordered in the first turn; with ``people`` only those that people played."""
    orders: dict[str, list[ChosenOption]] = {}
    for each in chosen_options(session):
        first = (each.entry.turn, each.entry.stage) == (1, Stage.ORDERS)
        if first and (session.seats.seats[each.seat].by_person or not people):
            orders.setdefault(each.chosen.power, []).append(each)
    return {power: frozenset(_kinds_of(session, chosen)) for power, chosen in orders.items()}


def _kinds_of(session: Session, chosen: Sequence[ChosenOption]) -> Iterator[str]:
    options = session.rules.options
    given = {each.slot: each.option for each in chosen if not options.keys[each.option].endswith(PASSES)}
    force = given.get(Slot.FORCE)
    if force is None:
        yield HELD
    else:
        yield STRUCK[options.label[force]] if options.strike[force] else FORCE
    if Slot.DIPLOMATIC in given:
        yield TALKED
