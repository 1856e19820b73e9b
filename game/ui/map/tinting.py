"""Which areas of a map are washed in whose colour."""

from __future__ import annotations

from game.scenario.geography import RegionMap
from game.scenario.models import Scenario
from game.ui.map.relief import Tints
from game.ui.map.style import Colour
from game.ui.map.whereabouts import areas_of

OWN, OTHER = 0.62, 0.34
"""How strongly the own and other powers' areas are washed in their colours."""

OF_A_PARTNER = 0.8
"""How strongly a partner's area on a scheme is washed, as a share of its patron's."""


def tints_of(scenario: Scenario, own: str = "") -> Tints:
    """Each power's areas in its colour, the own ones stronger; on a scheme its partners' too."""
    powers = {
        area: (colour_of(power.colour), OWN if name == own else OTHER)
        for name, power in scenario.powers.items()
        for area in areas_of(scenario, name)
    }
    if isinstance(scenario.map, RegionMap):
        return powers
    washes = {name: powers[partner.patron] for name, partner in scenario.partners.items()}
    return powers | {name: (colour, strength * OF_A_PARTNER) for name, (colour, strength) in washes.items()}


def colour_of(text: str) -> Colour:
    """A colour as scenarios write it, #rrggbb."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
