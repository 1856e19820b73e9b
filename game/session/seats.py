"""Who plays each power: a person, or a computer player of a level and with a doctrine."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.errors import CalibratedError
from game.players import doctrine as players
from game.players.levels import Level
from game.scenario.models import Doctrine, Scenario
from game.scenario.problems import did_you_mean

_BY_PERSON, _BY_COMPUTER = "human", "ai"
USUAL_LEVEL = Level.EASY
"""The level of a computer player when none is named; ``ai``, as games before 0.2 have it, means this one."""


class SeatError(CalibratedError):
    """A seat that does not exist, or that nobody can be put on; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One power and who plays it: ``doctrine`` is the id of a computer player's doctrine, empty for a person."""

    power: str
    doctrine: str = ""
    level: Level = USUAL_LEVEL
    """How strong a computer player is; of no meaning for a person."""

    @property
    def by_person(self) -> bool:
        """Whether a person plays it."""
        return not self.doctrine

    def __str__(self) -> str:
        return f"{self.power}={_BY_PERSON if self.by_person else f'{self.level}:{self.doctrine}'}"


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """Every power's seat, in the order of powers."""

    seats: tuple[Seat, ...]

    @classmethod
    def parse(cls, scenario: Scenario, texts: Sequence[str]) -> "SeatPlan":
        """The plan that texts such as ``iran=human``, ``israel=hard`` and ``us=normal:us_force`` describe.

        Powers that no text names are played by the computer; if none is named, the first power is a person's.
        Raises SeatError for an unknown power, player or doctrine.
        """
        named = {seat.power: seat for seat in (_parsed(scenario, text) for text in texts)}
        if not texts:
            first = next(iter(scenario.powers))
            named[first] = Seat(first)
        return cls(
            tuple(
                named[power] if power in named else Seat(power, usual_doctrine(scenario, power))
                for power in scenario.powers
            )
        )

    @property
    def people(self) -> tuple[int, ...]:
        """Numbers of the powers that people play, in hot-seat order."""
        return tuple(number for number, seat in enumerate(self.seats) if seat.by_person)


def _parsed(scenario: Scenario, text: str) -> Seat:
    power, equals, player = text.partition("=")
    if not equals or not player:
        raise SeatError(f"{text!r} is no seat. Write a power and who plays it, such as {_example(scenario)}.")
    if power not in scenario.powers:
        known = ", ".join(scenario.powers)
        near = did_you_mean(power, scenario.powers) or "."
        raise SeatError(f"There is no power {power!r}{near} Powers: {known}.")
    return _seat(scenario, power, player)


def _example(scenario: Scenario) -> str:
    return f"{next(iter(scenario.powers))}={_BY_PERSON}"


def _seat(scenario: Scenario, power: str, player: str) -> Seat:
    kind, colon, doctrine = player.partition(":")
    if kind == _BY_PERSON and not colon:
        return Seat(power)
    if kind not in (_BY_COMPUTER, *Level):
        levels = ", ".join(Level)
        raise SeatError(
            f"{power}={player}: a seat is played by {_BY_PERSON} or by LEVEL[:DOCTRINE]. Levels: {levels}."
        )
    level = USUAL_LEVEL if kind == _BY_COMPUTER else Level(kind)
    return Seat(power, _doctrine(scenario, power, doctrine), level)


def _doctrine(scenario: Scenario, power: str, doctrine: str) -> str:
    if not doctrine:
        return usual_doctrine(scenario, power)
    known = doctrines_of(scenario, power)
    if doctrine not in known:
        near = did_you_mean(doctrine, known) or "."
        raise SeatError(f"{power} has no doctrine {doctrine!r}{near} Doctrines: {', '.join(known)}.")
    return doctrine


def doctrines_of(scenario: Scenario, power: str) -> tuple[str, ...]:
    """The ids of the doctrines written for a power."""
    return tuple(name for name, doctrine in scenario.doctrines.items() if doctrine.power == power)


def usual_doctrine(scenario: Scenario, power: str) -> str:
    """The doctrine that plays a power when none is named: the one that seeks balance, else its first."""
    known = doctrines_of(scenario, power)
    if not known:
        raise SeatError(f"The scenario has no doctrine for {power}: only a person can play it.")
    return next((name for name in known if scenario.doctrines[name].seeks == "balance"), known[0])


def mind_of(scenario: Scenario, seat: Seat) -> players.Doctrine:
    """The doctrine of a computer player; of a person nobody knows it, so the usual one of the power."""
    return as_played(scenario.doctrines[seat.doctrine or usual_doctrine(scenario, seat.power)])


def as_played(doctrine: Doctrine) -> players.Doctrine:
    """A scenario's doctrine in the whole numbers that computer players work with."""
    shares = ("audience_sensitivity", "risk_tolerance", "patience", "trust_in_mediators",
              "loyalty_to_partners", "weight_of_toll", "bluff_rate")  # fmt: skip
    return players.Doctrine(
        name=doctrine.name,
        aim=players.Aim(doctrine.seeks),
        restraint_is_licence=doctrine.reads_restraint_as == "licence",
        **{name: round(getattr(doctrine, name) * 100) for name in shares},
    )
