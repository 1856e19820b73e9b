"""The numbers of the rules and the assumptions, in the engine's units."""

from dataclasses import fields
from functools import lru_cache
from typing import Any

from game.rules.numbers import Numbers, natural_defaults
from game.rules.tables import Assumptions
from game.scenario.models import Scenario


def numbers(scenario: Scenario) -> Numbers:
    """The numbers of the rules, each rounded once."""
    return _rounded(scenario.rules)


@lru_cache(maxsize=16)  # asked for with every option of every order
def _rounded(rules: Any) -> Numbers:
    factors = {name: per for name, (_, per, _, _) in natural_defaults().items()}
    return Numbers(**{name: round(getattr(rules, name) * per) for name, per in factors.items()})


def assumptions(scenario: Scenario) -> Assumptions:
    """Which contested mechanisms are on."""
    return Assumptions(
        **{field.name: getattr(scenario.assumptions, field.name).on for field in fields(Assumptions)}
    )
