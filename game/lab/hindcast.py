"""The model beside history: how often the shipped computer players choose what was chosen, and what follows.

It is a report and no target. That something happened once says little about how likely it was; where the model hardly
ever does what was done, the reader should know.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from game.lab.contestants import ANY_DOCTRINE, contestant
from game.lab.outlook import Estimate, share
from game.lab.simulate import Table, Tile, doctrine_policy, play_out
from game.rules.arrays import BoolArray, IntArray
from game.rules.chance import game_keys
from game.rules.choices import Asked
from game.rules.tables import ORDER_SLOTS, Ending, Label, Rules, Slot, Stage, slots_of
from game.scenario.models import HistoricalChoice, Scenario
from game.scenario.shipped import Loaded

_NEVER: Final = 99
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Hindsight:
    """One historical choice beside the model; shares are of games, unless said."""

    scenario: str
    power: str
    date: str
    order: str
    turn: int
    """The turn in which it fell."""
    players: str
    games: int
    ever: Estimate
    """Given in some turn."""
    by_then: Estimate
    """Given by the turn after it was, or before."""
    mean_turn: float
    """The turn in which it was first given, on average; 0 where it never was."""
    settings: dict[str, float]
    """Of the first times that it was given: what share had which label, notice and target."""
    instead: dict[str, float]
    """What the power ordered most in that slot in that turn, as a share of games that got there."""
    answered: Estimate
    """Of the games in which it was given: struck by another power in the same turn or the next."""
    war_after: float
    """Of these games: ended in a regional war."""
    war_without: float
    """Of the others."""

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


class _Watched:
    """Remembers of one historical choice when each game made it, how, and whether another power struck then."""

    def __init__(self, scenario: Scenario, rules: Rules, choice: HistoricalChoice, games: int) -> None:
        options = rules.options
        self.choice = choice
        self.power = list(scenario.powers).index(choice.power)
        days = (choice.date - scenario.clock.start).days
        self.turn = min(max(days // scenario.clock.days_per_turn + 1, 1), scenario.clock.turns)
        own = (options.power == self.power) & (options.order == options.orders.index(str(choice.order)))
        self.own = own
        self.at = options.strike & (options.target == self.power)
        self.slot = Slot(int(options.slot[np.flatnonzero(own & np.isin(options.slot, ORDER_SLOTS))[0]]))
        self.first = np.full(games, _NEVER)
        self.option = np.full(games, -1)
        self.answered = np.zeros(games, dtype=np.bool_)
        self.there: Counter[int] = Counter()

    def see(self, rules: Rules, table: Table, choices: IntArray) -> None:
        """Note what a stage's choices (``[power, slot, game]``) say about it."""
        turn, place, stage = table.state.turn, table.place, Stage(table.state.stage)
        playing = table.state.ending == Ending.PLAYING
        rivals = np.arange(rules.powers) != self.power
        struck = self.at[choices[rivals]].any(axis=(0, 1)) & playing
        self.answered[place] |= struck & (turn - self.first[place] <= 1) & (self.first[place] <= turn)
        for chosen in choices[self.power]:
            now = self.own[chosen] & playing & (self.first[place] == _NEVER)
            self.first[place[now]], self.option[place[now]] = turn, chosen[now]
        if stage is Stage.ORDERS and turn == self.turn:
            chosen = choices[self.power, slots_of(stage).index(self.slot)]
            self.there.update(rules.options.order[chosen[playing]].tolist())

    def summed_up(self, scenario: Scenario, rules: Rules, players: str, war: BoolArray) -> Hindsight:
        """All games together; ``war`` says which ended in a regional war."""
        given = self.first < _NEVER
        return Hindsight(
            scenario=scenario.id,
            power=self.choice.power,
            date=self.choice.date.isoformat(),
            order=str(self.choice.order),
            turn=self.turn,
            players=players,
            games=len(given),
            ever=share(given),
            by_then=share(self.first <= self.turn + 1),
            mean_turn=round(float(self.first[given].mean()), 2) if given.any() else 0.0,
            settings=dict(_settings(scenario, rules, self.option[given])),
            instead=self._most_ordered(rules),
            answered=share(self.answered[given]) if given.any() else Estimate(0.0, 0.0, 1.0),
            war_after=round(float(war[given].mean()), 3) if given.any() else 0.0,
            war_without=round(float(war[~given].mean()), 3) if not given.all() else 0.0,
        )

    def _most_ordered(self, rules: Rules) -> dict[str, float]:
        games = max(self.there.total(), 1)
        named = self.there.most_common(_MOST_NAMED)
        return {rules.options.orders[order]: round(count / games, 3) for order, count in named}


def _settings(scenario: Scenario, rules: Rules, chosen: IntArray) -> Iterator[tuple[str, float]]:
    """What share of strikes had which label, notice and class of target; nothing for other orders."""
    options = rules.options
    strikes = chosen[options.strike[chosen]]
    names: dict[str, list[str]] = {
        "label": [label.name.lower() for label in Label],
        "notice": list(scenario.dials.notice),
        "target_class": list(rules.target_classes.names),
    }
    for column, known in names.items():
        values = getattr(options, column)[strikes]
        for value, count in Counter(values.tolist()).most_common():
            if value >= 0:
                yield f"{column.removesuffix('_class')} {known[value]}", round(count / len(strikes), 3)


def hindcast(loaded: Loaded, games: int, seed: int, players: str = ANY_DOCTRINE) -> tuple[Hindsight, ...]:
    """Play from the historical opening by ``players`` in every seat, and hold each historical choice against it."""
    scenario, rules = loaded.scenario, loaded.rules
    policy = doctrine_policy([contestant(loaded, seat, players) for seat in range(rules.powers)])
    watched = [_Watched(scenario, rules, each, games) for each in scenario.historical if each.order]

    def choose(table: Table, asked: Asked) -> IntArray:
        choices = policy(rules, table.state, table.keys, asked)
        for each in watched:
            each.see(rules, table, choices)
        return choices

    tile: Tile = play_out(rules, choose, game_keys(seed, np.arange(games, dtype=np.int32)))
    war = tile.ending == Ending.REGIONAL_WAR
    return tuple(each.summed_up(scenario, rules, players, war) for each in watched)


def lines(found: Sequence[Hindsight]) -> Iterator[str]:
    """The report for a terminal: a paragraph for each historical choice."""
    for each in found:
        yield f"{each.scenario}, {each.date} (turn {each.turn}): {each.power} {each.order}"
        yield (
            f"  {each.players}, {each.games} games: {_percent(each.ever)} of games, {_percent(each.by_then)} by the "
            f"turn after; first in turn {each.mean_turn:g} on average"
        )
        if each.settings:
            yield "  how: " + ", ".join(f"{name} {100 * part:.0f} %" for name, part in each.settings.items())
        told = ", ".join(f"{name} {100 * part:.0f} %" for name, part in each.instead.items())
        yield f"  that turn the power ordered: {told}"
        yield (
            f"  what followed: struck in {_percent(each.answered)}; war in {100 * each.war_after:.0f} %, "
            f"without it in {100 * each.war_without:.0f} %"
        )


def _percent(estimate: Estimate) -> str:
    return f"{100 * estimate.value:.0f} % ({100 * estimate.low:.0f} to {100 * estimate.high:.0f})"
