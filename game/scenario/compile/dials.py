"""The settings of the four dials in the order of their numbers, and what a strike with them says (rules.md §5)."""

from game.rules.tables import Label
from game.scenario.model import MeansName, NoticeName, ScaleName

SCALES: tuple[ScaleName, ...] = ("limited", "large", "maximal")
MEANS: tuple[MeansName, ...] = ("slow", "mixed", "fast", "covert", "partner")
NOTICES: tuple[NoticeName, ...] = ("announced", "hours", "none")
_CALIBRATED_RATIO, _DECISIVE_PROVOCATION = 1.5, 3.0


def label_of(resolve: float, provocation: float, maximal_and_fast: bool) -> Label:
    """What a strike says (rules.md §5)."""
    if provocation >= _DECISIVE_PROVOCATION or maximal_and_fast:
        return Label.DECISIVE
    return Label.CALIBRATED if resolve / provocation >= _CALIBRATED_RATIO else Label.MEASURED
