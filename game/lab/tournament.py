"""A tournament: every combination of players in every seat, all with the same dice.

A lineup says who sits where. Every lineup plays the same games, so that two players of a seat differ by what they do
and not by luck. Lineups that are neighbours share a tile, because few players playing many games is quick.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Final

import numpy as np

from game.lab.contestants import contestant, usual
from game.lab.processes import PROCESSES, worked
from game.lab.simulate import TILE, SeatPlayer, Table, play_out
from game.players.batch import Chooser, lawful_choices
from game.rules.arrays import BoolArray, IntArray, KeyArray, which
from game.rules.chance import game_keys
from game.rules.choices import Asked
from game.rules.tables import Ending, Rules
from game.rules.view import View
from game.scenario.shipped import Loaded, load_scenario
from game.scenario.switches import switched


@dataclass(frozen=True, slots=True)
class Field:
    """Who takes part: the names of the players of each seat, in the order of powers."""

    scenario: str
    """Name or path of the scenario."""
    players: tuple[tuple[str, ...], ...]
    switched: tuple[str, ...] = ()
    """Contested mechanisms that are the other way round than the scenario has them."""

    @property
    def lineups(self) -> tuple[tuple[int, ...], ...]:
        """Who sits where: for every lineup the number of each seat's player; the last seat varies quickest."""
        return tuple(product(*(range(len(names)) for names in self.players)))


@dataclass(frozen=True, slots=True)
class Results:
    """What every game of a tournament came to; the shape begins with a player of each seat."""

    field: Field
    scores: IntArray
    """Final scores, hundredths, ``[player of seat 0, of seat 1 …, power, game]``."""
    ending: IntArray
    """How it ended, codes of ``Ending``, ``[player of seat 0, of seat 1 …, game]``."""
    fell: IntArray
    """Above 0 where the government of a power fell, shaped as the scores."""
    killed: IntArray
    """People killed since the opening, ``[player of seat 0, of seat 1 …, population, game]``."""

    @property
    def games(self) -> int:
        """Games of each lineup."""
        return int(self.ending.shape[-1])

    @property
    def war(self) -> BoolArray:
        """Whether it ended in a regional war, shaped as the endings."""
        war: BoolArray = self.ending == Ending.REGIONAL_WAR
        return war

    def of_games(self, some: slice) -> "Results":
        """Some of the games of every lineup."""
        return replace(self, **{name: getattr(self, name)[..., some] for name in _PARTS})


def field_of(loaded: Loaded, scenario: str, policies: Sequence[str] = ()) -> Field:
    """The players named for every seat; if none are, all scripts and each power's doctrines.

    Raises UnknownContestant for a name that some seat has nobody for.
    """
    seats = range(loaded.rules.powers)
    players = tuple(tuple(policies) or usual(loaded, seat) for seat in seats)
    for seat in seats:
        for name in players[seat]:
            contestant(loaded, seat, name)
    return Field(scenario, players)


def play(
    field: Field,
    games: int,
    seed: int,
    processes: int = PROCESSES,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Results:
    """Play ``games`` games of every lineup; ``progress`` is told lineups done and in all."""
    lineups, shape = field.lineups, tuple(len(names) for names in field.players)
    width = max(1, TILE // games)
    pieces = [(field, lineups[first : first + width], games, seed) for first in range(0, len(lineups), width)]
    found: dict[int, tuple[IntArray, ...]] = {}
    for number, ends in worked(_play_piece, pieces, processes):
        found[number] = ends
        progress(sum(len(scores) for scores, *_ in found.values()), len(lineups))
    parts = (np.concatenate(part) for part in zip(*(found[number] for number in sorted(found)), strict=True))
    return Results(field, *(part.reshape(*shape, *part.shape[1:]) for part in parts))


_PARTS: Final = ("scores", "ending", "fell", "killed")
"""What is kept of every game."""


@cache
def _hall(field: Field) -> tuple[Rules, tuple[tuple[SeatPlayer, ...], ...]]:
    """The rules and every seat's players, made once in each process."""
    loaded = switched(load_scenario(field.scenario), field.switched)
    seated = (
        tuple(contestant(loaded, seat, name) for name in names) for seat, names in enumerate(field.players)
    )
    return loaded.rules, tuple(seated)


def _play_piece(
    field: Field, lineups: Sequence[tuple[int, ...]], games: int, seed: int
) -> tuple[IntArray, ...]:
    """The parts of the results of some lineups, each ``[lineup, …, game]``."""
    rules, players = _hall(field)
    seating = np.repeat(np.array(lineups, dtype=np.int32).T, games, axis=1)
    keys = np.tile(game_keys(seed, np.arange(games, dtype=np.int32)), len(lineups))
    tile = play_out(rules, _seated(rules, players, seating), keys)
    return tuple(_by_lineup(getattr(tile, name), len(lineups)) for name in _PARTS)


def _by_lineup(part: IntArray, lineups: int) -> IntArray:
    """What was found of every game of a tile, ``[…, game of the tile]``, as ``[lineup, …, game]``."""
    return np.moveaxis(part.reshape(*part.shape[:-1], lineups, -1), -2, 0)


def _seated(
    rules: Rules, players: Sequence[Sequence[SeatPlayer]], seating: IntArray
) -> Callable[[Table, Asked], IntArray]:
    """Everybody's choices where ``seating`` (``[seat, game of the tile]``) says which player of a seat plays a game."""

    def choose(table: Table, asked: Asked) -> IntArray:
        who = seating[:, table.place]
        choosers = {seat: _together(able, who[seat]) for seat, able in enumerate(players)}
        return lawful_choices(rules, table.state, table.keys, asked, choosers)

    return choose


def _together(players: Sequence[SeatPlayer], who: IntArray) -> Chooser:
    """The players of a seat as one: each chooses in the games in which ``who`` (``[game]``) has its number."""

    def choose(seen: View, keys: KeyArray, games: IntArray) -> IntArray:
        own = [which(who[games] == number) for number in range(len(players))]
        parts = [
            player.choices(seen.take(some), keys[some])
            for player, some in zip(players, own, strict=True)
            if some.size
        ]
        return np.concatenate(parts, axis=1)[:, np.concatenate(own).argsort()]

    return choose
