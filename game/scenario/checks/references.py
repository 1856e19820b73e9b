"""Names that must be defined somewhere in the same scenario."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from game.scenario.checks.walk import ACTS, Defect, found, parts
from game.scenario.compile.names import CHOSEN, OWN_CAMP, SELF
from game.scenario.models import Scenario
from game.scenario.problems import did_you_mean, shown

REFERENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "camp": ("powers.*.camp",),
    "power": (
        "camps.*.leader",
        "powers.*.clients.*",
        "powers.*.rivals.*",
        "partners.*.patron",
        "partners.*.fears",
        "hosts.*.alignment.@",
        "fronts.*.home_of.*",
        "defences.*.power",
        "orders.*.by.*",
        "orders.*.effects.*.clients.*",
        "orders.*.effects.*.to.*",
        "talks.*.pays.@",
        "lines.*.owner",
        "assets.*.owner",
        "opening.penetration.@",
        "opening.complacency.@",
        "promises.*.mediator",
        "promises.*.holder",
        "promises.*.about",
        "nuclear.owner",
        "opening.owed.@",
        "opening.credibility.@",
        "opening.credibility.*.@",
        "opening.trust.@",
        "opening.trust.*.@",
        "opening.presence.@",
        "opening.presence.*.@",
        "doctrines.*.power",
        "historical.*.power",
    ),
    "partner": ("orders.*.effects.*.partners.*",),
    "power or partner": (
        *(f"{act}.actor" for act in ACTS),
        "fronts.*.principals.*",
        "density.@",
        "orders.*.strike.at.*.actor",
        "orders.*.effects.*.toward.*",
        "talks.*.parties.*",
        "talks.*.pays.*.@",
        "lines.*.against",
        "assets.*.against",
        "opening.penetration.*.@",
        "opening.complacency.*.@",
        "lines.*.protects",
        "opening.owed.*.@",
    ),
    "front": (
        "powers.*.defences.@",
        "powers.*.populations.@",
        "partners.*.front",
        "partners.*.populations.@",
        *(f"{act}.front" for act in ACTS),
        "hosts.*.fronts.*",
        "orders.*.strike.at.*.front",
        "talks.*.front",
        "lines.*.fronts.*",
        "assets.*.front",
        "promises.*.outcome.no_strike_on",
    ),
    "population": (
        "powers.*.population",
        "powers.*.populations.*",
        "partners.*.population",
        "partners.*.populations.*",
        "fronts.*.ongoing.toll.@",
        "events.*.harm.population",
    ),
    "defence": ("powers.*.defence", "powers.*.defences.*", "partners.*.defence"),
    "munition": (
        "powers.*.stocks.counts.@",
        "powers.*.salvos.*.*.@",
        "partners.*.stocks.@",
        *(f"{act}.salvo.@" for act in ACTS),
        "defences.*.layers.*.kill.@",
        "defences.*.engaged.@",
    ),
    "target class": (
        *(f"{act}.target_class" for act in ACTS),
        "orders.*.strike.target.*",
        "lines.*.targets.*",
        "assets.*.target",
    ),
    "talks": (
        "fronts.*.ongoing.until_talks",
        "orders.*.effects.*.talks.*",
        "promises.*.outcome.talks",
        "hosts.*.mediates.*",
    ),
    "host": ("orders.*.strike.at.*.over.*", "orders.*.strike.at.*.ground"),
    "prepared asset": ("orders.*.effects.*.assets.*",),
    "line": ("orders.*.effects.*.lines.*",),
    "promise": ("orders.*.effects.*.promises.*",),
    "order": ("historical.*.order",),
}
"""Where each kind of name is used, as patterns of ``walk.found``."""

_LISTED: Final = 24
"""As many names are listed where none is near to the one that was written: all icons are."""

_RESERVED: Final = (SELF, CHOSEN, OWN_CAMP)


def defined(scenario: Scenario) -> dict[str, Collection[str]]:
    """The names that a scenario defines, by kind."""
    return {
        "camp": scenario.camps,
        "power": scenario.powers,
        "partner": scenario.partners,
        "power or partner": (*scenario.powers, *scenario.partners),
        "front": scenario.fronts,
        "population": scenario.populations,
        "defence": scenario.defences,
        "munition": scenario.munitions,
        "target class": scenario.dials.target,
        "talks": scenario.talks,
        "host": scenario.hosts,
        "prepared asset": scenario.assets,
        "line": scenario.lines,
        "promise": scenario.promises,
        "order": scenario.orders,
    }


def unknown(kind: str, name: str, known: Collection[str]) -> str:
    """The message for a name that is not defined, with the nearest that is, or all of them if they are few."""
    some = "are no" if kind == "talks" else "is no"
    few = f"; there are {', '.join(known)}" if 1 < len(known) <= _LISTED else ""
    return f"there {some} {kind} {shown(name)}{did_you_mean(name, known) or few}"


def undefined_names(scenario: Scenario) -> Iterator[Defect]:
    """Every name must be defined, for nobody can play against a power that is not there."""
    for kind, names in defined(scenario).items():
        for pattern in REFERENCES[kind]:
            for path, name in found(scenario, pattern):
                if name not in names:
                    yield path, unknown(kind, name, names)


def undefined_sources(scenario: Scenario) -> Iterator[Defect]:
    """A source that is named must be listed, so that a reader can look it up."""
    for path, part in parts(scenario, BaseModel):
        for index, name in enumerate(getattr(part, "source", ())):
            if name not in scenario.sources:
                yield (*path, "source", index), unknown("source", name, scenario.sources)


def ambiguous_names(scenario: Scenario) -> Iterator[Defect]:
    """Powers and partners share one list of actors, and some words stand for others in effects."""
    for name in scenario.partners:
        if name in scenario.powers:
            yield ("partners", name), f"{shown(name)} is a power already; give the partner another name"
    for kind in ("powers", "partners", "camps", "hosts", "fronts"):
        for name in getattr(scenario, kind):
            if name in _RESERVED:
                yield (kind, name), f"{shown(name)} has a meaning of its own in effects; use another name"
