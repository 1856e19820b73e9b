"""The names of a scenario's entries and the places that the engine gives them."""

from itertools import product

from game.rules.tracks import Axis, Layout, Tally, Track
from game.scenario.models import Scenario
from game.scenario.orders import Strike

CHOSEN, SELF, OWN_CAMP = "chosen", "self", "own_camp"


class Names:
    """Entries of a scenario by axis, in the order in which the file lists them; powers come before partners."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.powers = tuple(scenario.powers)
        self.partners = tuple(scenario.partners)
        self.actors = self.powers + self.partners
        self.camps = tuple(scenario.camps)
        self.fronts = tuple(scenario.fronts)
        self.hosts = tuple(scenario.hosts)
        self.talks = tuple(scenario.talks)
        self.lines = tuple(scenario.lines)
        self.promises = tuple(scenario.promises)
        self.events = tuple(scenario.events)
        self.assets = tuple(scenario.assets)
        self.populations = tuple(scenario.populations)
        self.munitions = tuple(scenario.munitions)
        self.defences = tuple(scenario.defences)
        self.targets = tuple(scenario.dials.target)
        self.layers = tuple(
            f"{name}.{layer}" for name in self.defences for layer in scenario.defences[name].layers
        )
        self.messages = tuple(dict.fromkeys(self._messages()))
        self.layout = Layout(
            {
                Axis.POWER: self.powers,
                Axis.ACTOR: self.actors,
                Axis.PARTNER: self.partners,
                Axis.CAMP: self.camps,
                Axis.FRONT: self.fronts,
                Axis.HOST: self.hosts,
                Axis.TALKS: self.talks,
                Axis.LINE: self.lines,
                Axis.PROMISE: self.promises,
                Axis.POPULATION: self.populations,
                Axis.MUNITION: self.munitions,
                Axis.LAYER: self.layers,
                Axis.MESSAGE: self.messages,
                Axis.EVENT: self.events,
                Axis.ASSET: self.assets,
                Axis.TALLY: tuple(Tally),
            }
        )

    def _messages(self) -> list[str]:
        """Messages that a power can repeat: the same scale, target and means toward the same actor (§5)."""
        found = []
        for order in self.scenario.orders.values():
            if order.strike is not None:
                settings = product(order.by, order.strike.at, _settings(order.strike))
                found += [message_name(power, at.actor, *setting) for power, at, setting in settings]
        return found

    def row(self, track: str, of: str | None, toward: str | None, power: str, chosen: str = "") -> int:
        """The row that an author's track reference means for an order of ``power``.

        ``self``, ``chosen`` and ``own_camp`` are resolved; raises KeyError with the unknown name.
        """
        known = self.layout.places[track].track
        entries = [self._entry(name, power, chosen) for name in (of, toward) if name is not None]
        if len(entries) != len(known.axes):
            raise KeyError(f"{track} is kept for {_kept_for(known)}")
        return self.layout.row(track, *entries)

    def _entry(self, name: str, power: str, chosen: str) -> str:
        if name == SELF:
            return power
        if name == OWN_CAMP:
            return self.scenario.powers[power].camp
        return chosen if name == CHOSEN else name


def _settings(strike: Strike) -> list[tuple[str, str, str]]:
    return list(product(strike.scale, strike.target, strike.means))


def message_name(power: str, actor: str, scale: str, target: str, means: str) -> str:
    """The name of a message that a power can repeat."""
    return f"{power}>{actor}/{scale}/{target}/{means}"


def _kept_for(track: Track) -> str:
    return " and ".join(track.axes) if track.axes else "the whole game, so name nobody"


def natural_to_units(track: Track, value: float) -> int:
    """A value as an author writes it in the engine's units of a track."""
    return round(value * 100) if track.unit == "points" else round(value)
