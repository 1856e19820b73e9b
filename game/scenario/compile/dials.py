"""The settings of the four dials in the order of their numbers, and what a strike with them says (rules.md §5)."""

from game.rules.tables import Label
from game.scenario.compile.numbers import numbers
from game.scenario.model import MeansName, NoticeName, ScaleName
from game.scenario.models import Scenario

SCALES: tuple[ScaleName, ...] = ("limited", "large", "maximal")
MEANS: tuple[MeansName, ...] = ("slow", "mixed", "fast", "covert", "partner")
NOTICES: tuple[NoticeName, ...] = ("announced", "hours", "none")


def label_of(scenario: Scenario, resolve: float, provocation: float, maximal_and_fast: bool) -> Label:
    """What a strike says (rules.md §5)."""
    bounds = numbers(scenario)
    if provocation >= bounds.decisive_provocation / 100 or maximal_and_fast:
        return Label.DECISIVE
    return Label.CALIBRATED if resolve / provocation >= bounds.calibrated_ratio / 100 else Label.MEASURED
