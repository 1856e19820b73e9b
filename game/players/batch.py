"""Games played side by side: what everybody chooses in them, each from its own view, and which of them still go on."""

from collections.abc import Callable, Mapping

import numpy as np

from game.rules.arrays import BoolArray, IntArray, KeyArray, any_of, anywhere, which
from game.rules.choices import Asked, lawful, passes
from game.rules.ends import playing
from game.rules.glimpse import glimpse
from game.rules.state import State
from game.rules.tables import Rules, Stage
from game.rules.view import View

WORTH_KEEPING = 0.85
"""Share of games that go on below which ended ones are taken off: taking off costs, and so does playing them on."""

LONGEST = 400
"""Stages after which a game counts as stuck; twelve turns and a hidden one need 104."""

Chooser = Callable[[View, KeyArray, IntArray], IntArray]
"""Whoever chooses for a seat in some games, told its view of them, their keys and their places; ``[slot, game]``."""


def choices_of(
    rules: Rules, state: State, keys: KeyArray, deciding: BoolArray, choosers: Mapping[int, Chooser]
) -> IntArray:
    """What the seats of ``choosers`` choose where they are ``deciding`` (``[power, game]``), others pass.

    Returns ``[power, slot, game]``; what a seat cannot see may make a choice illegal, which is left to the caller.
    """
    choices = passes(rules, Stage(state.stage), state.games)
    for seat, choose in choosers.items():
        games = which(deciding[seat])
        if len(games) == state.games:  # nothing need be taken out
            choices[seat] = choose(glimpse(rules, state, seat, keys), keys, games)
        elif games.size:
            seen = glimpse(rules, state, seat, keys[games], games)
            choices[seat][:, games] = choose(seen, keys[games], games)
    return choices


def lawful_choices(
    rules: Rules, state: State, keys: KeyArray, asked: Asked, choosers: Mapping[int, Chooser]
) -> IntArray:
    """The same at a stage that asks this, a pass in place of what turns out to be illegal; ``[power, slot, game]``."""
    return made_lawful(rules, state, choices_of(rules, state, keys, asked.deciding, choosers), asked)


def made_lawful(rules: Rules, state: State, choices: IntArray, asked: Asked) -> IntArray:
    """Choices with a pass in place of what is illegal; who has no decision passes already."""
    deciding = anywhere(asked.deciding)
    return lawful(rules, state, choices, asked.met, deciding) if deciding else choices


class Batch:
    """Games that are played on until they end; those that have are taken off when ``clear`` is called."""

    state: State
    keys: KeyArray
    place: IntArray
    """Which of the games that it began with each of them is, ``[game]``."""

    def __init__(self, state: State, keys: KeyArray) -> None:
        self.state = state
        self.keys = keys
        self.place = np.arange(len(keys))

    @property
    def playing(self) -> BoolArray:
        """Which games still go on, ``[game]``."""
        return playing(self.state)

    @property
    def empty(self) -> bool:
        """Whether no game goes on."""
        return not any_of(self.playing)

    def clear(self) -> None:
        """Take ended games off where there are enough of them; until then they are played on with the others."""
        playing = self.playing
        if playing.sum() < WORTH_KEEPING * len(playing):
            self.clear_all()

    def clear_all(self) -> None:
        """Take every ended game off: one that is played on would not stay as it ended."""
        playing = self.playing
        if not playing.all():
            self.leave(which(~playing))
            self.stay(which(playing))

    def leave(self, games: IntArray) -> None:
        """Called before ``games`` are taken off, for whoever wants to know what they led to."""

    def stay(self, games: IntArray) -> None:
        """Keep these games only, and with them whatever is kept for each."""
        self.state, self.keys, self.place = self.state.take(games), self.keys[games], self.place[games]
