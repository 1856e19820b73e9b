"""What must be said of a game for as long as it is on: what it claims to be, and that its scenario is no record."""

from typing import Final

from game.scenario.models import Scenario

STATEMENT: Final = (
    "A model for discussion, not a prediction or a recommendation: "
    "wargames cannot tell you whether deterrence will hold."
)
"""What the game claims to be."""

HYPOTHETICAL: Final = "Hypothetical: this is not what happened."
"""Stands on every screen of a hypothetical scenario, so that no picture of one is taken for the record."""


FICTIONAL: Final = "Fictional: names, places and events are invented."
"""Stands on every screen of a fictional scenario, and of one that is told under invented names."""

_CAPTIONS: Final = {"hypothetical": HYPOTHETICAL, "fictional": FICTIONAL}


def caption(scenario: Scenario) -> str:
    """The line that stands on every screen of a game; empty where nothing needs to be said."""
    return _CAPTIONS.get(scenario.kind, "")
