"""Named effects: the only way in which a rule changes the state, and what explains every number afterwards.

A rule yields effects; ``apply`` carries them out and keeps each track within its bounds. A recorder, where there
is one, notes what changed, by how much, why and by which rule. Without one an effect costs next to nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from game.rules.arrays import IntArray
from game.rules.state import State
from game.rules.tables import Rules


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of some rows of the block.

    Either ``track`` names a whole track and ``change`` has its shape or is one number for all, or ``rows`` and
    ``games`` list single cells (rows of the block, places in the batch) and ``change`` has one number for each.
    """

    cause: str
    change: Any
    track: str = ""
    rows: IntArray | None = None
    games: IntArray | None = None


def on_cells(
    rules: Rules, cause: str, track: str, indices: tuple[Any, ...], games: IntArray, change: Any
) -> Effect:
    """An effect on single entries of a track: one number for each of ``games``, places in the batch.

    ``indices`` gives the entries by their numbers on each of the track's axes.
    """
    rows = np.broadcast_to(rules.layout.cells(track, *indices), games.shape).astype(np.int32)
    return Effect(cause, change, rows=rows, games=games)


@dataclass(frozen=True, slots=True)
class Change:
    """One number that changed in one game: the explanation that a player reads."""

    turn: int
    stage: int
    row: int
    before: int
    after: int
    cause: str
    rule: str
    """Name of the rule that did it; its docstring names the paragraph."""
    place: int = 0
    """Which game of the batch."""


class Listener(Protocol):
    """Something that is told of every effect: ``look`` before it is applied, ``note`` after."""

    def look(self, state: State) -> IntArray:
        """Remember what is needed from before the effect."""

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """See what the effect changed; ``before`` is what ``look`` remembered."""


@dataclass(slots=True)
class Recorder:
    """Notes every change that effects make. For a real game, or a small batch that is to be explained."""

    changes: list[Change] = field(default_factory=list)

    def look(self, state: State) -> IntArray:
        """What ``note`` needs to remember from before an effect."""
        return state.block.copy()

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Record what differs between ``before`` and the state's block now."""
        rows, games = np.nonzero(before != state.block)
        for row, game in zip(rows.tolist(), games.tolist(), strict=True):
            was, now = int(before[row, game]), int(state.block[row, game])
            self.changes.append(Change(state.turn, state.stage, row, was, now, cause, rule, game))


def apply(rules: Rules, state: State, effect: Effect) -> None:
    """Carry out an effect and keep what it touched within its bounds."""
    if effect.rows is not None and effect.games is not None:
        _apply_cells(rules, state, effect.rows, effect.games, effect.change)
        return
    place = rules.layout.places[effect.track].rows
    window = state.block[place]
    change = np.asarray(effect.change, dtype=np.int32)
    window += change.reshape(window.shape) if change.ndim else change
    np.clip(window, rules.low[place, None], rules.high[place, None], out=window)


def _apply_cells(rules: Rules, state: State, rows: IntArray, games: IntArray, change: Any) -> None:
    """Add to single cells; several changes of one cell add up before the bounds are applied."""
    if not games.size:
        return
    flat = state.block.reshape(-1)
    cells = rows.astype(np.int64) * state.games + games
    np.add.at(flat, cells, np.broadcast_to(change, cells.shape).astype(np.int32))
    flat[cells] = np.clip(flat[cells], rules.low[rows], rules.high[rows])


def carry_out(
    rules: Rules, state: State, effects: Iterator[Effect], rule: str, recorder: Listener | None
) -> None:
    """Apply the effects of one rule in the order in which it yields them."""
    for effect in effects:
        if recorder is None:
            apply(rules, state, effect)
        else:
            before = recorder.look(state)
            apply(rules, state, effect)
            recorder.note(state, before, effect.cause, rule)
