"""Events that no play could bring about (rules.md §11)."""

from collections.abc import Iterator

from game.scenario.checks.reach import Reach
from game.scenario.checks.walk import Defect
from game.scenario.compile.events import conditions
from game.scenario.compile.names import Names
from game.scenario.models import Scenario


def impossible_events(scenario: Scenario, names: Names, reach: Reach) -> Iterator[Defect]:
    """An event whose cause can never come about is a headline that nobody will ever read."""
    for name, event in scenario.events.items():
        needed = conditions(names, event.requires)
        broken = reach.broken(needed)
        if broken:
            track = event.requires[needed.index(broken)].track
            yield (
                ("events", name, "requires", needed.index(broken)),
                f"can never happen: nothing brings {track} there; mend the bounds, or set the event to null",
            )


def unsorted_harm(scenario: Scenario) -> Iterator[Defect]:
    """The least number of people killed cannot be above the most."""
    for name, event in scenario.events.items():
        if event.harm and event.harm.least > event.harm.most:
            yield ("events", name, "harm"), "least is above most; swap them"


def repeated_event_names(scenario: Scenario) -> Iterator[Defect]:
    """The name of an event is the cause that players read, so no two may share one."""
    seen: dict[str, str] = {}
    for name, event in scenario.events.items():
        if event.name in seen:
            yield ("events", name, "name"), f"is the name of {seen[event.name]} too; give each its own"
        seen.setdefault(event.name, name)
