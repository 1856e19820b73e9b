"""Worlds that a view leaves open, and how the game goes on in them when a seat acts on a draft.

Rivals play doctrines drawn by what the seat takes them to be like; the dice are the worlds' own, the same for every
draft, so that drafts differ by what they do and not by luck. Nothing here knows the game's own state or dice.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.batch import LONGEST, Batch, Chooser, choices_of, made_lawful
from game.players.belief import WHOLE, belief
from game.players.computer import ComputerPlayer, cabinet
from game.players.doctrine import Doctrine
from game.players.drafts import Drafts
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers
from game.rules.chance import Chance, Purpose, mix
from game.rules.choices import Asked, ask, lawful
from game.rules.imagine import imagine
from game.rules.score import score
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.turn import play_on
from game.rules.view import View

TO_THE_END = 99
"""More turns than any scenario has."""

_OWN_DICE = np.uint64(0x5EA2C4ED1CE00001)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST_INDEX = 64
_QUIET_INDEX = 96
_QUIET = -1
"""The number of a player that does nothing at all."""
_QUIET_AT_FIRST, _QUIETER, _QUIET_AT_MOST = 150, 100, 450
"""How likely another is to do nothing, parts of a thousand: at first, more for each turn without a blow, at most."""
_MOST = 16_384
"""Games played side by side at most: more would only cost memory."""


def world_keys(keys: KeyArray, first: int, count: int) -> KeyArray:
    """Chance keys for worlds ``first`` and up of every game, game by game; unrelated to the game's own dice."""
    own = mix(mix(keys ^ _OWN_DICE))
    number = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    return mix(own[:, None] + number * _GOLDEN).ravel()


@dataclass(frozen=True, slots=True)
class Futures:
    """What drafts led to; arrays ``[row, world]``."""

    score: IntArray
    """The seat's score at the horizon, hundredths."""
    answered: BoolArray
    """Whether a rival got a reply window toward the seat this turn."""
    lost: BoolArray
    """Whether control was lost somewhere."""
    dead: IntArray
    """People killed, on all sides."""


def quietness(seen: View, power: int) -> IntArray:
    """How likely a power is to do nothing, whatever its doctrine; ``[game]``, parts of a thousand.

    Who counts on what others do must reckon that they do not. Whoever has struck is not of this kind.
    """
    likely = min(_QUIET_AT_FIRST + _QUIETER * (seen.turn - 1), _QUIET_AT_MOST)
    return integers(likely * ~seen.seen.blows[power].any(axis=0))


class Cast:
    """Who plays in a seat's worlds: the seat in one of its ways, each other by one of several doctrines.

    The first of ``own`` is the doctrine that the seat plays by.
    """

    def __init__(
        self, rules: Rules, own: Sequence[ComputerPlayer], others: Mapping[int, Sequence[ComputerPlayer]]
    ) -> None:
        self.rules = rules
        self.own = own[0]
        self.seat = self.own.seat
        self._players = {seat: tuple(players) for seat, players in others.items() if seat != self.seat}
        self._players[self.seat] = tuple(own)
        self._cabinets = {seat: cabinet(players) for seat, players in self._players.items()}

    def kinds(self, seat: int) -> tuple[Doctrine, ...]:
        """The doctrines that a seat may play by."""
        return tuple(player.doctrine for player in self._players[seat])

    @property
    def ways(self) -> tuple[Doctrine, ...]:
        """The doctrines by which the seat may go on, its own first."""
        return self.kinds(self.seat)

    @property
    def way_players(self) -> tuple[ComputerPlayer, ...]:
        """Who plays by each of the ways."""
        return self._players[self.seat]

    def members(self, seen: View, keys: KeyArray) -> IntArray:
        """Which player each seat has in each world, by what ``seen`` (one game a world) tells; ``[power, world]``."""
        members = np.zeros((self.rules.powers, len(keys)), dtype=np.int32)
        for seat, players in self._players.items():
            if seat != self.seat:
                kinds = self.kinds(seat)
                odds = belief(self.rules, self.own.doctrine, seen, kinds).odds[:, seat]
                roll = Chance(keys, 0, 0).rolls(Purpose.DOCTRINE, sides=WHOLE, first=_FIRST_INDEX + seat)
                member = np.minimum((np.cumsum(odds, axis=0) <= roll).sum(axis=0), len(players) - 1)
                rest = Chance(keys, 0, 0).rolls(Purpose.DOCTRINE, sides=WHOLE, first=_QUIET_INDEX + seat)[0]
                members[seat] = np.where(rest < quietness(seen, seat), _QUIET, member)
        return members

    def choices(
        self, state: State, keys: KeyArray, members: IntArray, asked: Asked, spared: int = -1
    ) -> IntArray:
        """What all but ``spared`` choose in imagined states, each from its own view; ``[power, slot, world]``."""
        choosers = {seat: self._chooser(seat, members) for seat in self._cabinets if seat != spared}
        return choices_of(self.rules, state, keys, asked.deciding & (members != _QUIET), choosers)

    def _chooser(self, seat: int, members: IntArray) -> Chooser:
        """Who chooses for a seat in worlds whose players are ``members``."""

        def choose(seen: View, keys: KeyArray, worlds: IntArray) -> IntArray:
            return self._cabinets[seat].decide(seen, keys, members[seat, worlds]).choices

        return choose


class Worlds:
    """``count`` worlds for every game of a view, numbered from ``first``; every draft meets the same ones."""

    def __init__(self, cast: Cast, seen: View, keys: KeyArray, first: int, count: int) -> None:
        self._cast = cast
        self._count = count
        self._turn = seen.turn
        spread = seen.take(np.repeat(np.arange(seen.games), count)) if seen.games > 1 else seen
        self._keys = world_keys(keys, first, count)
        self._members = cast.members(spread, self._keys)
        self._start = imagine(cast.rules, spread, self._keys)
        asked = ask(cast.rules, self._start)
        self._others = cast.choices(self._start, self._keys, self._members, asked, spared=cast.seat)

    def play(self, drafts: Drafts, turns: int) -> Generator[None, None, Futures]:
        """What each draft leads to in every world, ``turns`` turns on or at the end; in slices."""
        parts, step = [], max(1, _MOST // self._count)
        for first in range(0, len(drafts.game), step):
            rows = np.arange(first, min(first + step, len(drafts.game)))
            parts.append((yield from self._played(drafts.take(rows), turns)))
        return Futures(
            score=np.concatenate([part.score for part in parts]),
            answered=np.concatenate([part.answered for part in parts]),
            lost=np.concatenate([part.lost for part in parts]),
            dead=np.concatenate([part.dead for part in parts]),
        )

    def _played(self, drafts: Drafts, turns: int) -> Generator[None, None, Futures]:
        cast, rules = self._cast, self._cast.rules
        world = (drafts.game[:, None] * self._count + np.arange(self._count)).ravel()
        choices = self._others.take(world, axis=2)
        choices[cast.seat] = np.repeat(drafts.options, self._count, axis=1)
        members = self._members[:, world]
        members[cast.seat] = np.repeat(drafts.way, self._count)
        table = _Table(cast, self._start.take(world), self._keys[world], members)
        table.carry_out(lawful(rules, table.state, choices))
        for _ in range(LONGEST):
            if table.empty or (table.state.stage == Stage.ORDERS and table.state.turn >= self._turn + turns):
                break
            yield
            asked = ask(rules, table.state)
            chosen = cast.choices(table.state, table.keys, table.members, asked)
            table.carry_out(made_lawful(rules, table.state, chosen, asked))
        return table.futures((len(drafts.game), self._count))


class _Table(Batch):
    """Imagined games, and what they led to: told of those that ended when they are taken off."""

    def __init__(self, cast: Cast, state: State, keys: KeyArray, members: IntArray) -> None:
        super().__init__(state, keys)
        self._rules, self._seat = cast.rules, cast.seat
        self.members = members
        self._turn = state.turn
        self._dead_before = state.killed.sum(axis=0)
        self._score = np.zeros(len(keys), dtype=np.int32)
        self._dead = np.zeros(len(keys), dtype=np.int32)
        self._answered = np.zeros(len(keys), dtype=np.bool_)
        self._lost = np.zeros(len(keys), dtype=np.bool_)

    def carry_out(self, choices: IntArray) -> None:
        """Play a stage, and note what it brought."""
        at_brink = self.state.stage == Stage.BRINK
        if at_brink:
            self._lost[self.place] |= self.state.brink >= 0
        play_on(self._rules, self.state, choices, self.keys)
        if self.state.turn == self._turn:
            self._answered[self.place] |= (self.state.window[:, self._seat] > 0).any(axis=0)
        if at_brink:
            self.clear()  # a few that ended are played on: it moves mean scores by a hundredth, and spares time

    def leave(self, games: IntArray) -> None:
        """Keep the score and the toll of games that are taken off."""
        if len(games):
            ended, place = self.state.take(games), self.place[games]
            self._score[place] = score(self._rules, ended).total[self._seat]
            self._dead[place] = ended.killed.sum(axis=0) - self._dead_before[place]

    def stay(self, games: IntArray) -> None:
        """Keep these games and their players."""
        super().stay(games)
        self.members = self.members[:, games]

    def futures(self, shape: tuple[int, int]) -> Futures:
        """What all games led to, those that still go on as they stand."""
        self.leave(np.arange(len(self.place)))
        return Futures(
            score=self._score.reshape(shape),
            answered=self._answered.reshape(shape),
            lost=self._lost.reshape(shape),
            dead=self._dead.reshape(shape),
        )
