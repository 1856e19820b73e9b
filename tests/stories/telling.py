"""Scripted games: the same story played many times side by side, and what was said to have happened in it."""

from typing import Self

import numpy as np

from game.rules.arrays import BoolArray, IntArray
from game.rules.effects import Recorder
from game.rules.tables import Ending, Rules, Stage
from game.rules.tracks import Tally
from game.rules.turn import advance, begin
from tests.rules.playing import choices_with, keys_of

GAMES = 48


class Story:
    """Games that follow one script; only chance tells them apart.

    ``keep`` goes on with some of them, where a story has a turning that chance decides.
    """

    def __init__(self, rules: Rules, games: int = GAMES, seed: int = 1) -> None:
        self.rules = rules
        self.keys = keys_of(games, seed)
        self.state = begin(rules, self.keys)
        self.recorder = Recorder()

    def stage(self, *options: str) -> Self:
        """One stage: the options named, in every game, and everybody else passes. All of them must be legal."""
        choices = choices_with(self.rules, self.state, options)
        self.state = advance(self.rules, self.state, choices, self.keys, self.recorder).state
        return self

    def finish(self, until: Stage = Stage.ORDERS) -> Self:
        """Everybody passes to the stage ``until``, by default the next turn's orders."""
        while self.state.stage != until:
            self.stage()
        return self

    def turn(self, *options: str) -> Self:
        """A turn in which nobody uses a reply window."""
        return self.stage(*options).finish()

    def keep(self, games: BoolArray) -> Self:
        """Another story that begins as this one did, in the games marked; what was told so far is not told again."""
        places = np.flatnonzero(games)
        assert places.size, "no game takes this turning"
        other = type(self)(self.rules, games=1)
        other.keys, other.state = self.keys[places], self.state.take(places)
        return other

    def told(self, cause: str, track: str, *names: str) -> BoolArray:
        """In which games ``cause`` was given for a change of a track's entry; ``[game]``."""
        row = self.rules.layout.row(track, *names)
        told = {each.place for each in self.recorder.changes if (each.cause, each.row) == (cause, row)}
        return np.isin(np.arange(len(self.keys)), list(told))

    def fell(self, cause: str, track: str, *names: str) -> BoolArray:
        """In which games ``cause`` lowered a track's entry, all its changes taken together; ``[game]``."""
        return self._changed(cause, track, names) < 0

    def rose(self, cause: str, track: str, *names: str) -> BoolArray:
        """In which games ``cause`` raised a track's entry; ``[game]``."""
        return self._changed(cause, track, names) > 0

    def _changed(self, cause: str, track: str, names: tuple[str, ...]) -> IntArray:
        row = self.rules.layout.row(track, *names)
        changed = np.zeros(len(self.keys), dtype=np.int32)
        for change in self.recorder.changes:
            if change.cause == cause and change.row == row:
                changed[change.place] += change.after - change.before
        return changed

    def value(self, track: str, *names: str) -> IntArray:
        """A track's entry as it stands now; ``[game]``."""
        return np.asarray(self.state.block[self.rules.layout.row(track, *names)])

    def tally(self, what: Tally) -> IntArray:
        """How often something was counted so far; ``[game]``."""
        return self.value("tally", what.value)

    def ended(self, ending: Ending) -> BoolArray:
        """Which games ended in this way; ``[game]``."""
        return np.asarray(self.state.ending == ending)
