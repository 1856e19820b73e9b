"""What stands for a power beside its name: its flag, or a plain shape in its colour."""

from typing import Final

from game.scenario.models import Scenario

SHAPES: Final = ("circle", "square", "triangle", "diamond")
"""One for each power that a scenario can have, so that they differ without colour too."""

PLAIN: Final = "plain"


def flag_of(scenario: Scenario, power: str) -> str:
    """The name of a power's flag among the assets; or as ``plain:circle:#4f7f6a`` where it has none."""
    model = scenario.powers[power]
    return model.flag or f"{PLAIN}:{SHAPES[list(scenario.powers).index(power)]}:{model.colour}"
