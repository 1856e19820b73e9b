"""Many games of a scenario from its opening to their ends, played at random or by doctrines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple, Protocol

import numpy as np

from game.lab.processes import PROCESSES, worked
from game.players.batch import LONGEST, Batch, Chooser, lawful_choices
from game.rules.arrays import IntArray, KeyArray, which
from game.rules.chance import Chance, game_keys
from game.rules.choices import Asked, ask, at_random
from game.rules.score import score
from game.rules.state import State
from game.rules.tables import Ending, Rules
from game.rules.tracks import Axis, Tally
from game.rules.turn import begin, play_on
from game.rules.view import View

TILE = 8192
"""Games played side by side. What numpy's calls cost is a third of the time of 4,096 and a fifth of these; smaller
pieces that fit a processor's nearer cache lose more by calls than they gain, and larger ones gain nothing."""


class Policy(Protocol):
    """Whoever plays all powers."""

    def __call__(self, rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
        """A choice for every power, ``[power, slot, game]``; ``asked`` spares working out who has a decision."""


_COLUMNS = ("ending", "turns", "scores", "fell", "killed", "tally", "highest")


@dataclass(frozen=True, slots=True)
class Tile:
    """The ends of one tile of games; the last axis of arrays is games, the first of two is what they are kept for."""

    ending: IntArray
    turns: IntArray
    scores: IntArray
    fell: IntArray
    killed: IntArray
    """People killed since the opening."""
    tally: IntArray
    highest: IntArray
    decisions: int
    seconds: float

    @classmethod
    def joined(cls, tiles: "Sequence[Tile]") -> "Tile":
        """The games of all tiles as one, in their order."""
        columns: dict[str, Any] = {
            name: np.concatenate([getattr(tile, name) for tile in tiles], axis=-1) for name in _COLUMNS
        }
        return cls(
            **columns,
            decisions=sum(tile.decisions for tile in tiles),
            seconds=sum(tile.seconds for tile in tiles),
        )


def random_policy(rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
    """Everybody picks a legal order at random, then one of its options."""
    return at_random(rules, state, Chance(keys, state.turn, state.stage), asked)


class SeatPlayer(Protocol):
    """Whoever plays one power, from its own view."""

    @property
    def seat(self) -> int:
        """The number of the power."""

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """An option for every slot of the stage, ``[slot, game]``; the same for the same view and keys."""


def doctrine_policy(players: Sequence[SeatPlayer]) -> Policy:
    """Every seat is played by computer players, each from its own view."""
    choosers = {player.seat: _chooser(player) for player in players}

    def choose(rules: Rules, state: State, keys: KeyArray, asked: Asked | None = None) -> IntArray:
        return lawful_choices(rules, state, keys, asked or ask(rules, state), choosers)

    return choose


def _chooser(player: SeatPlayer) -> Chooser:
    return lambda seen, keys, games: player.choices(seen, keys)


def play_tile(rules: Rules, policy: Policy, seed: int, games: IntArray) -> Tile:
    """Play the games numbered ``games`` under ``seed`` to their ends."""
    return play_out(
        rules,
        lambda table, asked: policy(rules, table.state, table.keys, asked),
        game_keys(seed, games),
    )


def play_out(rules: Rules, choose: Callable[["Table", Asked], IntArray], keys: KeyArray) -> Tile:
    """Play games with these keys to their ends; ``choose`` is asked for everybody's choices at every stage."""
    started = perf_counter()
    table = Table(rules, begin(rules, keys), keys)
    for _ in range(LONGEST):
        state = table.state
        asked = ask(rules, state)
        table.decisions += int(asked.deciding.sum())
        turn = state.turn
        play_on(rules, state, choose(table, asked), table.keys)
        table.see(turn)
        if table.empty:
            break
    return table.tile(started)


class Table(Batch):
    """The games of a tile that are still on the table, and the ends of those that are not."""

    def __init__(self, rules: Rules, state: State, keys: KeyArray) -> None:
        super().__init__(state, keys)
        self._rules = rules
        self.decisions = 0
        self._going = self.playing
        self._highest = state.rung.copy()
        self._killed_before = rules.opening[rules.layout.places["killed"].rows][:, None]
        self._ends: list[_Ends] = []

    def see(self, turn: int) -> None:
        """Remember what a stage of ``turn`` led to, and the positions of games that it ended."""
        np.maximum(self._highest, self.state.rung, out=self._highest)
        playing = self._going & self.playing
        over = which(self._going > playing)
        self._going = playing
        if over.size:
            self._ends.append(self._taken(over, turn))
            self.clear()

    def stay(self, games: IntArray) -> None:
        """Keep these games, and their highest rungs."""
        super().stay(games)
        self._highest, self._going = self._highest.take(games, axis=1), self._going[games]

    def _taken(self, games: IntArray, turn: int) -> "_Ends":
        state = self.state
        return _Ends(
            self.place[games],
            turns=np.full(len(games), turn, dtype=np.int32),
            ending=state.ending[games],
            scores=score(self._rules, state).total.take(games, axis=1),  # a state of these alone costs more
            fell=state.caretaker.take(games, axis=1),
            killed=state.killed.take(games, axis=1) - self._killed_before,
            tally=state.tally.take(games, axis=1),
            highest=self._highest.take(games, axis=1),
        )

    def tile(self, started: float) -> Tile:
        """All ends, in the order in which the games began; games still on the table count as they stand."""
        ends = [*self._ends, self._taken(which(self._going), turn=0)]
        place, *columns = (np.concatenate(part, axis=-1) for part in zip(*ends, strict=True))
        order = np.argsort(place)
        turns, *others = (column.take(order, axis=-1) for column in columns)
        ending, scores, fell, killed, tally, highest = others
        seconds = perf_counter() - started
        return Tile(ending, turns, scores, fell, killed, tally, highest, self.decisions, seconds)


class _Ends(NamedTuple):
    """Games that ended together; the last axis is games."""

    place: IntArray
    turns: IntArray
    ending: IntArray
    scores: IntArray
    fell: IntArray
    killed: IntArray
    tally: IntArray
    highest: IntArray


def play(rules: Rules, policy: Policy, games: int, seed: int) -> Iterator[Tile]:
    """Play games 0 to ``games`` in tiles; yields each tile as it is done, so that progress can be shown."""
    for first in range(0, games, TILE):
        yield play_tile(rules, policy, seed, np.arange(first, min(first + TILE, games), dtype=np.int32))


def play_at_random(rules: Rules, games: int, seed: int, processes: int = PROCESSES) -> Iterator[Tile]:
    """As ``play`` with everybody at random, spread over processes; yields each tile as it is done, in any order.

    Processes are given the compiled rules: reading the scenario in each would take longer than a tile.
    """
    tiles = [(rules, seed, first, min(first + TILE, games)) for first in range(0, games, TILE)]
    for _, tile in worked(_random_tile, tiles, processes if len(tiles) > 1 else 1):
        yield tile


def _random_tile(rules: Rules, seed: int, first: int, last: int) -> Tile:
    return play_tile(rules, random_policy, seed, np.arange(first, last, dtype=np.int32))


def summarise(rules: Rules, tiles: list[Tile]) -> dict[str, object]:
    """What happened, as plain data for a table or JSON: ends by kind, scores, stories, speed."""
    played = Tile.joined(tiles)
    powers = list(enumerate(rules.layout.names[Axis.POWER]))
    return {
        "games": len(played.ending),
        "stuck": int((played.ending == Ending.PLAYING).sum()),
        "mean_turns": round(float(played.turns.mean()), 3),
        "ends": {kind.name.lower(): int((played.ending == kind).sum()) for kind in Ending if kind},
        "governments_fallen": {power: int(played.fell[row].sum()) for row, power in powers},
        "mean_score": {power: round(float(played.scores[row].mean()) / 100, 3) for row, power in powers},
        "stories": {kind.value: int((played.tally[row] > 0).sum()) for row, kind in enumerate(Tally)},
        "highest_rung": _rungs(rules, played),
        "decisions": played.decisions,
        "seconds": round(played.seconds, 3),
        "decisions_per_second": round(played.decisions / max(played.seconds, 1e-9)),
    }


def _rungs(rules: Rules, played: Tile) -> dict[str, list[int]]:
    """For each front, in how many games its highest rung was 0, 1 … 7."""
    fronts = rules.layout.names[Axis.FRONT]
    return {front: np.bincount(played.highest[row], minlength=8).tolist() for row, front in enumerate(fronts)}
