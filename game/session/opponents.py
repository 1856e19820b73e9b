"""The computer players of a scenario's doctrines, seat by seat: what a forecast supposes of everybody."""

from collections.abc import Mapping

from game.players.computer import ComputerPlayer
from game.players.levels import Level, Player, player_at
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


def player_of(mixtures: Mapping[int, Mixture], rules: Rules, seat: int, name: str, level: Level) -> Player:
    """A player of a level for a seat, by the doctrine of that name among those that ``mixtures`` has for it."""
    players = mixtures[seat].players
    own = [player for player in players if player.doctrine.name == name]
    rest = [player for player in players if player.doctrine.name != name]
    others = {other: mixture.players for other, mixture in mixtures.items() if other != seat}
    return player_at(level, rules, [*own, *rest], others)
