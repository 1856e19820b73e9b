"""The computer players of a scenario's doctrines, seat by seat: what a forecast supposes of everybody."""

from game.players.computer import ComputerPlayer
from game.players.mixture import Mixture
from game.rules.tables import Rules
from game.scenario.models import Scenario
from game.session.seats import as_played, doctrines_of


def opponents(scenario: Scenario, rules: Rules) -> dict[int, Mixture]:
    """For every seat, all doctrines that the scenario has for it; which of them plays is drawn once a game."""
    return {
        seat: Mixture(
            [
                ComputerPlayer(rules, seat, as_played(scenario.doctrines[doctrine]))
                for doctrine in doctrines_of(scenario, power)
            ]
        )
        for seat, power in enumerate(scenario.powers)
    }
