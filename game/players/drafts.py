"""The drafts that a computer player weighs: what its doctrines would do, and what differs from that in one slot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.players.computer import ComputerPlayer
from game.players.liking import liking
from game.players.questions import Mood, assess, ordinary_mood, wanted_resolve
from game.players.shortlist import first_legal
from game.players.taste import Taste
from game.rules.arrays import BoolArray, IntArray, KeyArray, integers
from game.rules.choices import after, legal, means, met_needs, passes
from game.rules.tables import Rules, Slot, Stage, slots_of
from game.rules.view import View

_SHARES = (60, 100, 140)
"""Percent of the resolve wanted that strikes are weighed at."""

_LEAST_WANTED = 150
"""Where nothing is owed, a small strike is weighed all the same; hundredths."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Drafts of many games, one a row."""

    options: IntArray
    """The option for each slot of the stage, ``[slot, row]``."""
    game: IntArray
    """The game that each is of, ``[row]``, in order."""
    own: BoolArray
    """Whether it is what the seat would do without weighing, ``[row]``; the first of each game is."""
    way: IntArray
    """By which of the seat's doctrines it goes on afterwards, ``[row]``: 0 is the one that it plays by."""

    def take(self, rows: IntArray) -> "Drafts":
        """Some of the rows."""
        return Drafts(self.options[:, rows], self.game[rows], self.own[rows], self.way[rows])


class Drafter:
    """Writes drafts for one seat. The first of ``players`` plays by the seat's own doctrine."""

    def __init__(self, rules: Rules, seat: int, players: Sequence[ComputerPlayer]) -> None:
        self._rules = rules
        self._seat = seat
        self._players = tuple(players)
        self._by_order = {slot: self._orders_of(slot) for slot in Slot if (seat, slot) in rules.options.menu}

    def ways(self, view: View, keys: KeyArray) -> Drafts:
        """What each of the doctrines would do, and go on doing; the seat's own comes first in every game."""
        options = self.lawful(view, np.stack([player.choices(view, keys) for player in self._players]))
        count, slots, games = options.shape
        way = np.tile(np.arange(count), games)
        return Drafts(
            integers(options.transpose(1, 2, 0).reshape(slots, games * count)),
            integers(np.repeat(np.arange(games), count)),
            way == 0,
            integers(way),
        )

    def drafts(self, view: View, ways: Drafts, way: IntArray) -> Drafts:
        """What is worth weighing where each game goes on in one of its ``ways``; ``way`` is ``[game]``.

        Every draft is legal as far as the seat can see.
        """
        games = np.arange(view.games)
        bases = ways.options.reshape(len(ways.options), view.games, -1).transpose(2, 0, 1)
        habit = bases[way, :, games].T
        met = met_needs(self._rules, view.seen, power=self._seat)
        found = [habit[None], bases]
        for place, slot in enumerate(slots_of(Stage(view.stage))):
            options = np.stack(list(self._alternatives(view, slot, met)))
            found.append(self._varied(view, habit, place, options, met))
        return _distinct(np.concatenate(found), way)

    def _varied(self, view: View, habit: IntArray, place: int, options: IntArray, met: BoolArray) -> IntArray:
        """The habit with each of ``options`` (``[draft, game]``) in one slot.

        Where the rest of the habit leaves too little for an option, it stands alone.
        """
        nothing = passes(self._rules, Stage(view.stage), view.games)[self._seat]
        within = self.lawful(view, _replaced(habit, place, options), met)
        alone = self.lawful(view, _replaced(nothing, place, options), met)
        return integers(np.where((within[:, place] == options)[:, None], within, alone))

    def lawful(self, view: View, drafts: IntArray, met: BoolArray | None = None) -> IntArray:
        """Drafts with what the seat knows to be illegal replaced by a pass; ``[draft, slot, game]``."""
        met = met_needs(self._rules, view.seen, power=self._seat) if met is None else met
        left, result, games = means(view.seen, self._seat), drafts.copy(), np.arange(view.games)
        needs, options = self._rules.needs, self._rules.options
        for place, slot in enumerate(slots_of(Stage(view.stage))):
            need = options.need[drafts[:, place]]
            fits = met[need, games] & (needs.attention[need] <= left.attention)
            fits &= needs.readiness[need] <= left.readiness
            result[:, place] = np.where(fits, drafts[:, place], options.menu[self._seat, slot][0])
            left = after(self._rules, left, result[:, place])
        return result

    def _orders_of(self, slot: Slot) -> list[IntArray]:
        """The options of a slot that are no strikes, order by order, each from what is liked best down."""
        options, mind = self._rules.options, self._players[0].doctrine
        first, last = options.menu[self._seat, slot]
        menu = integers([option for option in range(first, last) if not options.strike[option]])
        if slot in (Slot.OFFER, Slot.ANSWER, Slot.BRINK):
            return [integers([option]) for option in menu]
        liked = liking(Taste(self._rules, self._seat, mind, integers([Mood.CALM])), menu)[0]
        ranked = menu[np.argsort(-liked, kind="stable")]
        return [integers(ranked[options.order[ranked] == order]) for order in np.unique(options.order[menu])]

    def _alternatives(self, view: View, slot: Slot, met: BoolArray) -> Iterator[IntArray]:
        """Options for one slot, ``[game]`` each: the best of every order, and strikes of several sizes."""
        first, _ = self._rules.options.menu[self._seat, slot]
        yield np.full(view.games, first, dtype=np.int32)
        allowed = legal(self._rules, view.seen, self._seat, slot, met=met)
        for ranked in self._by_order[slot]:
            yield first_legal(ranked, allowed[ranked - first], first)
        if slot in (Slot.FORCE, Slot.ANSWER):
            for player in self._players:
                yield from self._strikes(view, slot, player, allowed)

    def _strikes(
        self, view: View, slot: Slot, player: ComputerPlayer, allowed: BoolArray
    ) -> Iterator[IntArray]:
        """Strikes that a doctrine would find fit if it wanted less, as much, or more; at an actor or its patron."""
        mood = ordinary_mood(view.games)
        situation = assess(self._rules, player.doctrine, view, mood, open_windows_only=slot is Slot.ANSWER)
        wanted = np.maximum(wanted_resolve(player.doctrine, situation), _LEAST_WANTED)
        for share in _SHARES:
            for toward in (situation.toward, self._rules.patron_of[situation.toward]):
                yield player.strike_at(slot, toward, integers(wanted * share // 100), allowed, view)


def _replaced(base: IntArray, place: int, options: IntArray) -> IntArray:
    """A draft ``[slot, game]`` once for each of ``options`` (``[draft, game]``) in one of its slots."""
    drafts = np.repeat(base[None], len(options), axis=0)
    drafts[:, place] = options
    return drafts


def _distinct(drafts: IntArray, way: IntArray) -> Drafts:
    """Drafts ``[draft, slot, game]`` as rows, each once a game, in order; ``way`` is ``[game]``."""
    count, slots, games = drafts.shape
    rows = drafts.transpose(2, 0, 1).reshape(games * count, slots)
    game = np.repeat(np.arange(games), count)
    _, first = np.unique(np.column_stack([game, rows]), axis=0, return_index=True)
    kept = np.sort(first)
    return Drafts(integers(rows[kept].T), integers(game[kept]), kept % count == 0, way[game[kept]])
