"""A scenario in plain language: who takes part, where it begins, what each can order, and what tends to happen."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any, Final, get_args

from game.assets import scenario_folder
from game.lab.outlook import Estimate, Outlook
from game.rules.tables import Ending
from game.scenario.difference import Difference, differences
from game.scenario.extends import files_read, read_extended
from game.scenario.model import Family
from game.scenario.models import Scenario
from game.scenario.problems import written
from game.scenario.shipped import Loaded
from game.session.calendar import first_day_of
from game.session.wording import RUNGS, begun

_ENDINGS: Final = {
    Ending.REGIONAL_WAR.name.lower(): "regional war",
    Ending.SETTLEMENT.name.lower(): "a settlement",
    Ending.HORIZON.name.lower(): "the last turn",
}
_SHOWN_CHANGES: Final = 8

Sections = dict[str, list[str]]
"""Lines under headings, in the order in which they are read."""


def described(loaded: Loaded) -> Sections:
    """What a scenario says, in plain lines. Raises ScenarioError where what it extends cannot be read."""
    scenario = loaded.scenario
    return {
        "The decision": [scenario.decision],
        "Powers": list(_powers(scenario)),
        "Partners": list(_partners(scenario)),
        "Fronts": list(_fronts(scenario)),
        "Who is owed what": list(_owed(scenario)),
        "Talks, promises and red lines": list(_words(scenario)),
        "Orders of each power": list(_orders(scenario)),
        "Other ids that a file may name": list(_ids(scenario)),
        "What it changes": list(_changes(loaded)),
    }


def heading(loaded: Loaded) -> str:
    """The first line: what the scenario is, and how long it lasts."""
    scenario, clock = loaded.scenario, loaded.scenario.clock
    length = f"{clock.turns} turns" + (" or one more" if clock.hidden_end else "")
    days = f"{clock.days_per_turn} day{'s' if clock.days_per_turn > 1 else ''}"
    return f"{scenario.title} ({scenario.id}): {scenario.kind}, from {first_day_of(clock, 1)}, {length} of {days}"


def _powers(scenario: Scenario) -> Iterator[str]:
    for name, power in scenario.powers.items():
        start = power.opening
        yield (
            f"{power.name} ({name}), in the camp {scenario.camps[power.camp].name} ({power.camp}): "
            f"standing {start.standing:g}, readiness {start.readiness:g}, warning {start.warning:g}, "
            f"legitimacy {start.legitimacy:g}; its rivals: "
            f"{_names(scenario, power.rivals) or 'none'}"
        )
        for mandate in power.mandates.values():
            yield f"  {'secret' if mandate.secret else 'public'} mandate: {mandate.text}"


def _partners(scenario: Scenario) -> Iterator[str]:
    for name, partner in scenario.partners.items():
        yield (
            f"{partner.name} ({name}), partner of {scenario.powers[partner.patron].name} on the front "
            f"{scenario.fronts[partner.front].name}: capacity {partner.capacity:g}, loyalty {partner.loyalty:g}, "
            f"own agenda {partner.agenda:g}"
        )


def _fronts(scenario: Scenario) -> Iterator[str]:
    for name, front in scenario.fronts.items():
        war = (
            f"; a war goes on there until talks get somewhere ({scenario.talks[front.ongoing.until_talks].name})"
            if front.ongoing
            else ""
        )
        sides = " and ".join(_inside(scenario, each) for each in front.principals)
        yield f"{front.name} ({name}), between {sides}: rung {front.rung}, {RUNGS[front.rung]}{war}"


def _owed(scenario: Scenario) -> Iterator[str]:
    for holder, others in scenario.opening.owed.items():
        for other, owed in others.items():
            humiliation = f", of it humiliation {owed.humiliation:g}" if owed.humiliation else ""
            yield (
                f"{begun(_inside(scenario, holder))}'s audiences feel that {owed.injury + owed.humiliation:.3g} "
                f"is owed to {_inside(scenario, other)}{humiliation}"
            )


def _words(scenario: Scenario) -> Iterator[str]:
    for name, talks in scenario.talks.items():
        settles = "; a settlement needs them" if talks.settles else ""
        parties = _names(scenario, talks.parties)
        yield f"Talks: {talks.name} ({name}), between {parties}, at {talks.opening:g} of 6{settles}"
    for name, promise in scenario.promises.items():
        yield f"Promise that {_inside(scenario, promise.mediator)} may make: {promise.name} ({name})"
    for name, line in scenario.lines.items():
        drawn = f", drawn at stake {line.opening_stake}" if line.opening_stake else ""
        yield f"Red line that {_inside(scenario, line.owner)} may draw: {line.name} ({name}){drawn}"


def _orders(scenario: Scenario) -> Iterator[str]:
    for power, model in scenario.powers.items():
        given = {name: order for name, order in scenario.orders.items() if power in order.by}
        yield f"{model.name} ({len(given)}):"
        for family in get_args(Family):
            names = [f"{order.name} ({name})" for name, order in given.items() if order.family == family]
            if names:
                yield f"  {family}: {'; '.join(names)}"


def _ids(scenario: Scenario) -> Iterator[str]:
    """What no other section names, so that an author need not read the file that is extended."""
    of_each: dict[str, Collection[str]] = {
        "third states (hosts)": scenario.hosts,
        "peoples (populations)": scenario.populations,
        "munitions": scenario.munitions,
        "defences": scenario.defences,
        "target classes of a strike": scenario.dials.target,
        "events": scenario.events,
        "prepared assets": scenario.assets,
        "doctrines": scenario.doctrines,
    }
    yield from (f"{kind}: {', '.join(names)}" for kind, names in of_each.items() if names)


def _changes(loaded: Loaded) -> Iterator[str]:
    """What a scenario says of its own, by section; all of it where it changes little."""
    files = files_read(loaded.path, (scenario_folder(),))
    if len(files) == 1:
        yield "It stands alone and extends nothing."
        return
    yield f"It extends {files[1].stem}, and says of its own:"
    found = differences(*(read_extended(file, (scenario_folder(),)) for file in (files[1], loaded.path)))
    if len(found) <= _SHOWN_CHANGES:
        yield from (f"  {each}" for each in found)
        return
    whole = [written(each.path) for each in found if len(each.path) == 1]
    if whole:
        yield f"  {', '.join(whole)}"
    sections: dict[str, list[Difference]] = {}
    for each in found:
        if len(each.path) > 1:
            sections.setdefault(str(each.path[0]), []).append(each)
    for section, of_it in sections.items():
        yield f"  {section}: {', '.join(_counted(of_it))}"


def _counted(found: list[Difference]) -> Iterator[str]:
    for kind in ("changed", "added", "removed"):
        of_kind = [each for each in found if each.kind == kind]
        if of_kind:
            first = ", ".join(written(each.path[1:]) for each in of_kind[:3])
            yield f"{len(of_kind)} {kind} ({first}{', …' if len(of_kind) > 3 else ''})"


def _inside(scenario: Scenario, actor: str) -> str:
    """The name as it stands inside a sentence."""
    model = (scenario.powers | scenario.partners)[actor]
    return model.in_text or model.name


def _names(scenario: Scenario, actors: tuple[str, ...]) -> str:
    return ", ".join(_inside(scenario, each) for each in actors)


def told(scenario: Scenario, found: Outlook) -> Sections:
    """What happened over many games, in lines; shares and means with their 95 % intervals."""
    powers = {name: power.in_text or power.name for name, power in scenario.powers.items()}
    return {
        f"How {found.games:,} games of computer players ended": [
            *(f"{_ENDINGS[name]}: {_share(each)}" for name, each in found.endings.items()),
            f"turns played: {_mean(found.mean_turns)}",
            *(
                f"the government of {powers[name]} fell: {_share(each)}"
                for name, each in found.fallen.items()
            ),
        ],
        "What happened in them": [
            f"{_story(name)}: {_share(each)}" for name, each in _possible(scenario, found).items()
        ],
        "Mean score": [f"{begun(powers[name])}: {_mean(each)}" for name, each in found.scores.items()],
        "What never happened": list(_never(scenario, found)),
    }


def _never(scenario: Scenario, found: Outlook) -> Iterator[str]:
    if found.stuck:
        yield f"{found.stuck} games came to no end at all; this is a defect of the scenario or of the game"
    for name in found.never_ended():
        yield f"no game ended with {_ENDINGS[name]}"
    stories = [_story(name) for name, each in _possible(scenario, found).items() if not each.value]
    if stories:
        yield f"no game had any of these: {'; '.join(stories)}"
    for power, orders in found.never_chosen.items():
        if orders:
            names = "; ".join(scenario.orders[order].name for order in orders)
            yield f"{scenario.powers[power].name} never chose: {names}"


def _possible(scenario: Scenario, found: Outlook) -> dict[str, Estimate]:
    """The stories that this scenario can tell: none of promises, partners or hosts where there are none."""
    needed = {
        **dict.fromkeys(
            ("promises_held", "promises_kept", "promises_broken", "paid_with_interest"), scenario.promises
        ),
        **dict.fromkeys(("partners_unasked", "softer_targets"), scenario.partners),
        "hosts_drawn_in": scenario.hosts,
        "steps_in_talks": scenario.talks,
        "lines_crossed": scenario.lines,
    }
    return {name: each for name, each in found.stories.items() if needed.get(name, True)}


def _story(tally: str) -> str:
    """What is counted over a game, in words."""
    return tally.replace("_", " ")


def _share(each: Estimate) -> str:
    return f"{_percent(each.value)} % ({_percent(each.low)} to {_percent(each.high)})"


def _percent(value: float) -> str:
    """Whole percents; small shares with a decimal, so that rare is told apart from never."""
    return f"{100 * value:.1f}" if 0 < value < 0.0995 else f"{100 * value:.0f}"


def _mean(each: Estimate) -> str:
    return f"{each.value:.1f} ({each.low:.1f} to {each.high:.1f})"


def lines(sections: Sections) -> Iterator[str]:
    """Sections as text for a terminal; an empty one is left out."""
    for name, told_of in sections.items():
        if told_of:
            yield ""
            yield name
            yield from (f"  {line}" for line in told_of)


def as_data(loaded: Loaded, found: Outlook) -> dict[str, Any]:
    """All of it as plain data."""
    return {
        "scenario": loaded.scenario.id,
        "heading": heading(loaded),
        "description": described(loaded),
        "outlook": asdict(found),
        "never": list(_never(loaded.scenario, found)),
    }
