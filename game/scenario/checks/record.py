"""Where numbers and accounts of the past come from (scenarios.md; classroom.md, sourcing)."""

from collections.abc import Iterator
from typing import Final

from game.scenario.checks.walk import Defect, parts
from game.scenario.model import Range, Sourced
from game.scenario.models import Scenario, TalksOutcome
from game.scenario.problems import Path

_OF_THE_RECORD: Final = ("historical", "campaign")
_UNEVEN: Final = 0.10


def missing_sources(scenario: Scenario) -> Iterator[Defect]:
    """Only fiction has no sources, and every number of a historical scenario says where it comes from."""
    if scenario.kind == "fictional":
        return
    if not scenario.sources:
        yield ("sources",), f"a {scenario.kind} scenario needs sources"
    if scenario.kind in _OF_THE_RECORD:
        for path in _without(scenario, "source", "note"):
            yield path, "the numbers here name no source; if they are an estimate, say so in note"


def _without(scenario: Scenario, *keys: str) -> Iterator[Path]:
    """Numbers that have none of the keys, nor are part of something that has."""
    covered: list[Path] = []
    for path, part in parts(scenario, Sourced):
        if any(getattr(part, key) for key in keys):
            covered.append(path)
        elif _says_numbers(part) and not any(path[: len(outer)] == outer for outer in covered):
            yield path


def _says_numbers(part: Sourced) -> bool:
    """Whether an author wrote numbers here; a toll of zero needs no witness, nor what only holds other parts."""
    if isinstance(part, Range):
        return part.high > 0
    return any(_is_number(getattr(part, name)) for name in part.model_fields_set)


def _is_number(value: object) -> bool:
    match value:
        case bool():
            return False
        case dict():
            return any(_is_number(inner) for inner in value.values())
        case _:
            return isinstance(value, int | float)


def missing_choices(scenario: Scenario) -> Iterator[Defect]:
    """A historical scenario is debriefed against what happened; a campaign may be."""
    if scenario.kind == "historical" and not scenario.historical:
        yield ("kind",), "a historical scenario records what was chosen: add historical"
    for index, choice in enumerate(scenario.historical):
        if not choice.source:
            yield ("historical", index, "source"), "what was chosen needs a source"
        if choice.date > scenario.clock.facts_until:
            yield (
                ("historical", index, "date"),
                f"is after clock.facts_until, {scenario.clock.facts_until}; move one of them",
            )
        order = scenario.orders.get(choice.order or "")
        if order is not None and choice.power not in order.by:
            yield ("historical", index, "order"), f"{choice.power} cannot give this order"


def numbers_without_confidence(scenario: Scenario) -> Iterator[Defect]:
    """A reader wants to know how well the record supports a number."""
    if scenario.kind in _OF_THE_RECORD:
        for path in _without(scenario, "confidence"):
            yield path, "the numbers here give no confidence (H, M or L)"


def unattributed_tolls(scenario: Scenario) -> Iterator[Defect]:
    """Players are told who counted, and when."""
    for path, part in parts(scenario, Range):
        if part.high and not part.said:
            yield path, "does not tell players who said so, and when: add said"


def uneven_briefings(scenario: Scenario) -> Iterator[Defect]:
    """Every government's own reasons are given the same room."""
    lengths = {
        name: sum(len(text.split()) for text in power.briefing.model_dump().values())
        for name, power in scenario.powers.items()
    }
    mean = sum(lengths.values()) / len(lengths)
    for name, length in lengths.items():
        if abs(length - mean) > _UNEVEN * mean:
            yield ("powers", name, "briefing"), f"has {length} words, where the mean of all is {mean:.0f}"


def promises_of_what_is_there(scenario: Scenario) -> Iterator[Defect]:
    """Nobody can stake a word on what is there already (rules.md §7)."""
    for name, promise in scenario.promises.items():
        outcome = promise.outcome
        if isinstance(outcome, TalksOutcome) and outcome.talks in scenario.talks:
            opening = scenario.talks[outcome.talks].opening
            if opening >= outcome.at_least:
                yield (
                    ("promises", name, "outcome"),
                    f"the talks start at {opening:g}, so nobody can promise it",
                )
