"""What the browser says of one scenario."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.models import Scenario, Source
from game.scenario.shelf import Glance, Inspected, Origin
from game.session.calendar import facts_until, first_day_of
from game.ui.screens.words import counted, listed

QUICKEST, SLOWEST = 3, 6
"""Minutes that one person takes for a turn, from the first reading of it to the bulletin: an estimate."""

_ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario as it is offered. ``read`` is false while only a glance was taken at its file.

    One that cannot be played has ``problems`` and little else.
    """

    key: str
    """What it is loaded by."""
    title: str
    kind: str = ""
    origin: Origin = "shipped"
    file: str = ""
    read: bool = True
    decision: str = ""
    length: str = ""
    minutes: str = ""
    powers: str = ""
    flags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    facts_until: str = ""
    content_note: str = ""
    problems: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    """What its author should mend, though it can be played."""

    @property
    def searched(self) -> str:
        """All that a search looks through, in small letters."""
        return f"{self.title} {self.decision} {self.powers} {self.file} {self.kind}".casefold()


def glanced(glance: Glance) -> ScenarioCard:
    """The card of a scenario that was not read yet."""
    return ScenarioCard(
        glance.key, glance.title, glance.kind, glance.origin, glance.path.as_posix(), read=False
    )


def broken(glance: Glance, problems: tuple[str, ...]) -> ScenarioCard:
    """The card of a scenario that cannot be played."""
    folder = f"{glance.path.parent.as_posix()}/"
    told = tuple(problem.removeprefix(folder) for problem in problems)
    return ScenarioCard(
        glance.key, glance.title, glance.kind, glance.origin, glance.path.as_posix(), problems=told
    )


def scenario_card(glance: Glance, inspected: Inspected) -> ScenarioCard:
    """The card of a scenario that was read and found sound."""
    scenario = inspected.scenario
    clock = scenario.clock
    turns = counted(clock.turns, "turn") + (" or one more" if clock.hidden_end else "")
    return ScenarioCard(
        key=glance.key,
        title=scenario.title,
        kind=scenario.kind,
        origin=glance.origin,
        file=glance.path.as_posix(),
        decision=scenario.decision,
        length=f"{turns}, {counted(clock.days_per_turn, 'day')} each, from {first_day_of(clock, 1)}",
        minutes=minutes(clock.turns),
        powers=listed([power.in_text or power.name for power in scenario.powers.values()]),
        sources=_sources(scenario),
        facts_until=facts_until(clock),
        content_note=scenario.content_note,
        advice=tuple(str(problem) for problem in inspected.advice),
    )


def minutes(turns: int) -> str:
    """How long a game takes one person, as a range in words."""
    least, most = (_rounded(turns * each) for each in (QUICKEST, SLOWEST))
    return f"about {least} to {most} minutes for one person, more for a group (an estimate)"


def _rounded(number: int) -> int:
    return max(_ROUNDED_TO, round(number / _ROUNDED_TO) * _ROUNDED_TO)


def _sources(scenario: Scenario) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_source(each) for each in scenario.sources.values()))


def _source(source: Source) -> str:
    dated = "" if not source.date or source.date in source.ref else f" ({source.date})"
    return " ".join(filter(None, (f"{source.ref}{dated}", source.url)))
