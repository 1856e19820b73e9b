"""Contested mechanisms of the rules, switched for one game: the scenario as if its file had said so."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from game.scenario.models import AssumptionSwitch, Scenario
from game.scenario.problems import Position, Problem, ScenarioError, did_you_mean, shown
from game.scenario.shipped import Loaded, canonical, from_embedded


def mechanisms(scenario: Scenario) -> Iterator[tuple[str, AssumptionSwitch]]:
    """Every contested mechanism by its id, in the order of the rules."""
    for name in type(scenario.assumptions).model_fields:
        yield name, getattr(scenario.assumptions, name)


def switched(loaded: Loaded, names: Collection[str]) -> Loaded:
    """The scenario with each of these mechanisms on where it was off, and off where it was on.

    A game of it keeps that, as its text says so. Raises ScenarioError for a name that no mechanism has.
    """
    if not names:
        return loaded
    known = dict(mechanisms(loaded.scenario))
    tree = json.loads(loaded.source_text)
    told = tree.setdefault("assumptions", {})
    for name in names:
        if name not in known:
            raise _unknown(name, known)
        told[name] = {**known[name].model_dump(mode="json"), "on": not known[name].on}
    return replace(from_embedded(canonical(tree)), path=loaded.path, warnings=loaded.warnings)


def _unknown(name: str, known: Collection[str]) -> ScenarioError:
    listed = ", ".join(known)
    message = f"there is no mechanism {shown(name)}{did_you_mean(name, known)}; those known are: {listed}"
    return ScenarioError([Problem(Position("switch"), (), message)])
