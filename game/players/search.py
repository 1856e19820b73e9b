"""Search: a computer player plays its best drafts out in worlds that its view leaves open, and takes what ends best.

First it plays out what each of its government's doctrines would do, and go on doing; the best of these is the way by
which it reckons to go on, whatever it orders now. Then it weighs drafts. Sequential halving (Karnin, Koren & Somekh
2013): every round plays the drafts that are left in worlds that none of them has met, and keeps the better part. All
games of a batch are searched side by side, each as if it were alone.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.computer import ComputerPlayer, Decision
from game.players.doctrine import Doctrine
from game.players.drafts import Drafter, Drafts
from game.players.search_reasons import SearchReasons
from game.players.slices import finished
from game.players.weighed import Weighed, weigh
from game.players.worlds import TO_THE_END, Cast, Worlds
from game.rules.arrays import IntArray, KeyArray, integers
from game.rules.choices import passes
from game.rules.tables import Rules, Stage
from game.rules.view import View


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a search plays out."""

    worlds: tuple[int, ...]
    """Worlds of each round."""
    kept: tuple[int, ...]
    """How many drafts go on to the next round; one less than rounds."""
    turns: tuple[int, ...]
    """How far each round looks: 1 is to the books of this turn."""
    ways: int = 0
    """Worlds in which it first plays each of its government's doctrines to the end, to go on by the best."""
    own: int = 20
    """What it is worth to act as the doctrine would, hundredths: luck in a few worlds is no reason to act otherwise."""


class Searcher:
    """Plays one seat by a doctrine, and searches. ``others`` are the kinds that each rival may be of."""

    def __init__(
        self,
        rules: Rules,
        own: Sequence[ComputerPlayer],
        others: Mapping[int, Sequence[ComputerPlayer]],
        effort: Effort,
    ) -> None:
        self.rules = rules
        self.effort = effort
        self.mind = own[0]
        self.seat = self.mind.seat
        self.drafter = Drafter(rules, self.seat, own)
        self.cast = Cast(rules, own, others)

    @property
    def doctrine(self) -> Doctrine:
        """The doctrine that it plays by where nothing better is found."""
        return self.mind.doctrine

    def choose(self, view: View, keys: KeyArray) -> Decision:
        """Choose an option for every slot of the stage that the view is of."""
        thinking = self.thinking(view, keys)
        finished(thinking.slices)
        return thinking.decision()

    def choices(self, view: View, keys: KeyArray) -> IntArray:
        """The same without its reasons, ``[slot, game]``."""
        return self.choose(view, keys).choices

    def thinking(self, view: View, keys: KeyArray) -> "Thinking":
        """The same in slices: go through ``slices`` as far as time allows, then take the ``decision``."""
        return Thinking(self, view, keys)


class Thinking:
    """A decision that is being searched for. It can be taken at any moment, and gets better with every slice."""

    def __init__(self, searcher: Searcher, view: View, keys: KeyArray) -> None:
        self._searcher = searcher
        self._view = view
        self._keys = keys
        self._habit = searcher.mind.choose(view, keys)
        self._ways: Weighed | None = None
        self._weighed: list[Weighed] = []
        self.slices = self._search()

    @property
    def progress(self) -> float:
        """How much of the search is done, 0 to 1; one that runs out of drafts to compare ends before."""
        effort = self._searcher.effort
        return len(self._rounds()) / (len(effort.worlds) + (effort.ways > 0))

    def decision(self) -> Decision:
        """The best so far, and why; before the first round is over, what the doctrine does."""
        choices = self._habit.choices.copy()
        for weighed in self._rounds():  # later rounds know better
            best = weighed.best()
            choices[:, weighed.drafts.game[best]] = weighed.drafts.options[:, best]
        cast, rounds = self._searcher.cast, tuple(self._weighed)
        reasons = SearchReasons(cast, self._view, self._keys, self._habit, self._ways, rounds)
        return Decision(integers(choices), reasons)

    def _rounds(self) -> list[Weighed]:
        """All that was weighed so far, ways first."""
        return [*([self._ways] if self._ways else []), *self._weighed]

    def _search(self) -> Generator[None, None, None]:
        searcher, effort = self._searcher, self._searcher.effort
        ways = searcher.drafter.ways(self._view, self._keys)
        way = yield from self._way(ways)
        if not effort.worlds:
            return
        drafts, first = searcher.drafter.drafts(self._view, ways, way), effort.ways
        yield
        for number, count in enumerate(effort.worlds):
            drafts = _still_open(drafts)
            if not len(drafts.game):
                break
            worlds = Worlds(searcher.cast, self._view, self._keys, first, count)
            yield
            futures = yield from worlds.play(drafts, effort.turns[number])
            weighed = weigh(searcher.doctrine, drafts, futures, effort.own)
            self._weighed.append(weighed)
            first += count
            if number < len(effort.kept):
                drafts = self._next(weighed, effort.kept[number])

    def _way(self, ways: Drafts) -> Generator[None, None, IntArray]:
        """By which of its doctrines the seat goes on best in each game; by its own where none is clearly better.

        Policy switching (Chang, Givan & Chong 2004): whoever may later choose among several ways does at least as
        well as the best of them.
        """
        searcher, effort = self._searcher, self._searcher.effort
        if not effort.ways:
            return np.zeros(self._view.games, dtype=np.int32)
        worlds = Worlds(searcher.cast, self._view, self._keys, 0, effort.ways)
        futures = yield from worlds.play(ways, TO_THE_END)
        self._ways = weigh(searcher.doctrine, ways, futures, effort.own)
        return ways.way[self._ways.best()]

    def _next(self, weighed: Weighed, kept: int) -> Drafts:
        """The better drafts of every game and the habit, and at ORDERS the one that joins the best of every slot."""
        left = weighed.drafts.take(np.flatnonzero((weighed.ranks() < kept) | weighed.drafts.own))
        if self._view.stage != Stage.ORDERS:
            return left
        joined = self._joined(weighed)
        options = np.concatenate([left.options, joined.options], axis=1)
        game = np.concatenate([left.game, joined.game])
        own = np.concatenate([left.own, joined.own])
        way = np.concatenate([left.way, joined.way])
        _, once = np.unique(np.vstack([game, way, options]), axis=1, return_index=True)
        once = np.sort(once)
        order = once[np.argsort(game[once], kind="stable")]
        return Drafts(options[:, order], game[order], own[order], way[order])

    def _joined(self, weighed: Weighed) -> Drafts:
        """For every game a draft of the best option of each slot, among drafts that differ from habit in that slot."""
        drafts, games = weighed.drafts, np.unique(weighed.drafts.game)
        habit = drafts.options[:, drafts.own][:, np.searchsorted(games, drafts.game)]
        differs = drafts.options != habit
        alone = differs.sum(axis=0) <= 1
        joined = passes(self._searcher.rules, Stage(self._view.stage), self._view.games)[self._searcher.seat]
        for slot in range(len(drafts.options)):
            rows = np.flatnonzero(alone & (differs[slot] | ~differs.any(axis=0)))
            order = rows[np.argsort(weighed.worth[rows], kind="stable")]
            joined[slot, drafts.game[order]] = drafts.options[slot, order]  # the best comes last
        lawful = self._searcher.drafter.lawful(self._view, joined[None])[0]
        nobody = np.zeros(len(games), dtype=np.bool_)
        return Drafts(lawful[:, games], integers(games), nobody, drafts.way[drafts.own])


def _still_open(drafts: Drafts) -> Drafts:
    """Drafts of games in which there is more than one."""
    counts = np.bincount(drafts.game)
    return drafts.take(np.flatnonzero(counts[drafts.game] > 1)) if len(drafts.game) else drafts
