"""The rules of one scenario on one page: what it has of them, with the numbers that it plays by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.rules.numbers import Numbers
from game.rules.rungs import GENERAL_WAR
from game.rules.sight import BAND_EDGES, BAND_WORDS
from game.rules.tables import ORDER_SLOTS, Rules
from game.rules.tables.rules import Assumptions
from game.scenario.arms import Multipliers, Scale
from game.scenario.models import Scenario
from game.session.meanings import OwnMeanings, own_meanings
from game.session.wording import SLOT_NAMES


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of a dial: its resolve and provocation or, but for the scale, its factors on them."""

    name: str
    resolve: float
    provocation: float


@dataclass(frozen=True, slots=True)
class RulesSheet:
    """What the page of the rules says of a scenario. What it does not have is empty, and goes unmentioned."""

    numbers: Numbers
    on: Assumptions
    """Contested mechanisms that are switched on."""
    meanings: OwnMeanings
    bands: tuple[tuple[str, int], ...]
    """The words for what is not known exactly, each with the hundredths that it begins at."""
    slots: tuple[str, ...]
    turns: int
    days: int
    hidden_end: bool
    dials: Mapping[str, tuple[Setting, ...]]
    uncontrolled: Mapping[int, tuple[str, ...]]
    """Fronts on which control can be lost, by the rung from which it can."""
    mediators: tuple[str, ...]
    """Powers that may offer promises, as they stand inside a sentence."""
    settling: tuple[str, ...]
    """Talks that a settlement needs."""
    clients: bool
    """Whether any power is the patron of another."""
    partners: bool
    promises: bool
    talks: bool
    hosts: bool
    lines: bool
    assures: bool


def rules_sheet(scenario: Scenario, rules: Rules) -> RulesSheet:
    """The page of a scenario and of the tables that it was compiled to."""
    mediators = [power.in_text or power.name for power in scenario.powers.values() if power.mediates]
    return RulesSheet(
        numbers=rules.numbers,
        on=rules.assumptions,
        meanings=own_meanings(rules.numbers),
        bands=tuple(zip(BAND_WORDS, (0, *BAND_EDGES.tolist()), strict=True)),
        slots=tuple(SLOT_NAMES[slot] for slot in ORDER_SLOTS),
        turns=scenario.clock.turns,
        days=scenario.clock.days_per_turn,
        hidden_end=scenario.clock.hidden_end,
        dials=_dials(scenario),
        uncontrolled=_uncontrolled(scenario),
        mediators=tuple(mediators),
        settling=tuple(talks.name for talks in scenario.talks.values() if talks.settles),
        clients=any(power.clients for power in scenario.powers.values()),
        partners=bool(scenario.partners),
        promises=bool(scenario.promises) and bool(mediators),
        talks=bool(scenario.talks),
        hosts=bool(scenario.hosts),
        lines=bool(scenario.lines),
        assures=bool((rules.options.assures >= 0).any()),
    )


def _dials(scenario: Scenario) -> dict[str, tuple[Setting, ...]]:
    dials = scenario.dials
    return {
        "Scale": tuple(map(_setting, dials.scale.values())),
        "Target": tuple(map(_setting, dials.target.values())),
        "Means": tuple(map(_setting, dials.means.values())),
        "Notice": tuple(map(_setting, dials.notice.values())),
    }


def _setting(written: Scale | Multipliers) -> Setting:
    return Setting(written.name.partition(":")[0], written.resolve, written.provocation)


def _uncontrolled(scenario: Scenario) -> dict[int, tuple[str, ...]]:
    rungs = sorted({front.control_from for front in scenario.fronts.values()})
    return {rung: tuple(_fronts(scenario, rung)) for rung in rungs if rung <= GENERAL_WAR}


def _fronts(scenario: Scenario, rung: int) -> Iterator[str]:
    return (front.name for front in scenario.fronts.values() if front.control_from == rung)
