"""Named effects: the only way in which a rule changes the state, and what explains every number afterwards.

A rule yields effects; ``apply`` carries them out and keeps each track within its bounds. A recorder, where there
is one, notes what changed, by how much, why and by which rule. Without one an effect costs next to nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np

from game.rules.arrays import IntArray, integers, where, which
from game.rules.state import State
from game.rules.tables import Rules

_FEW = 256
"""Numbers of which it is quick to see whether all are zero."""


class Effect(NamedTuple):
    """A change of some rows of the block.

    ``change`` has the shape of the whole ``track``, or is one number for all of it. With ``rows`` and ``games``
    (rows of the block, places in the batch) it has one number for each of these cells, which are the track's or,
    where no track is named, anybody's. With ``rows`` alone it has one number for each game. Cells may have a
    ``cause`` each.
    """

    cause: str | tuple[str, ...]
    change: Any
    track: str = ""
    rows: IntArray | int | None = None
    games: IntArray | None = None


def on_cells(
    rules: Rules, cause: str, track: str, indices: tuple[Any, ...], games: IntArray | None, change: Any
) -> Effect:
    """An effect on single entries of a track: one number for each of ``games``, places in the batch.

    ``indices`` gives the entries by their numbers on each of the track's axes. ``games`` is None for one entry in
    every game.
    """
    if games is not None and not games.size:
        return NOTHING
    return Effect(cause, change, track, rules.layout.cells(track, *indices), games)


NOTHING = Effect("nothing", 0, rows=0, games=integers([]))
"""What a rule that concerns no game does."""


class Change(NamedTuple):
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

    @property
    def tells_games_apart(self) -> bool:
        """Whether it must be shown the whole batch; else it may be shown only the games that are concerned."""

    def look(self, state: State, track: str) -> IntArray | None:
        """Remember what is needed from before an effect on a track, or on any where none is named.

        None if the effect does not matter; then it is not noted.
        """

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """See what the effect changed; ``before`` is what ``look`` remembered."""


@dataclass(slots=True)
class Recorder:
    """Notes every change that effects make. For a real game, or a small batch that is to be explained."""

    changes: list[Change] = field(default_factory=list)
    _rows: slice = field(default_factory=lambda: slice(None), repr=False)
    """Where the effect that is looked at may change something."""

    @property
    def tells_games_apart(self) -> bool:
        """It notes which game of the batch a change is in."""
        return True

    def look(self, state: State, track: str) -> IntArray | None:
        """What ``note`` needs to remember from before an effect."""
        self._rows = state.layout.places[track].rows if track else slice(0, state.layout.rows)
        return state.block[self._rows].copy()

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Record what differs between ``before`` and the state's block now."""
        after, first = state.block[self._rows], self._rows.start
        rows, games = where(before != after)
        for row, game in zip(rows.tolist(), games.tolist(), strict=True):
            was, now = int(before[row, game]), int(after[row, game])
            self.changes.append(Change(state.turn, state.stage, first + row, was, now, cause, rule, game))


def apply(rules: Rules, state: State, effect: Effect) -> None:
    """Carry out an effect and keep what it touched within its bounds."""
    if effect.rows is not None and effect.games is not None:
        _apply_cells(rules, state, effect, effect.rows, effect.games)
        return
    place = rules.layout.places[effect.track]
    window = getattr(state, effect.track) if effect.rows is None else state.block[effect.rows]
    change = effect.change
    if isinstance(change, np.ndarray) and change.shape != window.shape:
        change = change.reshape(window.shape)
    np.add(window, change, out=window, casting="unsafe")
    window.clip(place.low, place.high, out=window)  # several times as fast as a maximum and a minimum


def _apply_cells(rules: Rules, state: State, effect: Effect, rows: IntArray | int, games: IntArray) -> None:
    """Add to single cells; several changes of one cell add up before the bounds are applied."""
    flat = state.block.reshape(-1)
    cells = np.multiply(rows, state.games, dtype=np.intp) + games
    np.add.at(flat, cells, integers(effect.change))
    values = flat.take(cells)
    if effect.track:
        place = rules.layout.places[effect.track]
        low, high = place.low, place.high
    else:
        low, high = rules.low[rows], rules.high[rows]
    flat[cells] = values.clip(low, high, out=values)


def _is_nothing(effect: Effect) -> bool:
    """Whether an effect concerns no game, or changes nothing as far as that is quickly seen.

    In a single game most changes are of nothing, and finding out costs a tenth of carrying them out.
    """
    if effect.games is not None:
        return not effect.games.size
    change = effect.change
    return isinstance(change, np.ndarray) and change.size < _FEW and not np.count_nonzero(change)


def carry_out(
    rules: Rules, state: State, effects: Iterator[Effect], rule: str, recorder: Listener | None
) -> None:
    """Apply the effects of one rule in the order in which it yields them."""
    for effect in effects:
        if _is_nothing(effect):
            continue
        if recorder is None:
            apply(rules, state, effect)
            continue
        for part in (effect,) if isinstance(effect.cause, str) else _by_cause(effect):
            before = recorder.look(state, part.track)
            apply(rules, state, part)
            if before is not None:
                recorder.note(state, before, str(part.cause), rule)


def _by_cause(effect: Effect) -> Iterator[Effect]:
    """An effect of several causes as one for each, which is how a listener is told of it."""
    causes = np.array(effect.cause)
    for cause in dict.fromkeys(effect.cause):
        some = which(causes == cause)
        change, rows, games = (integers(part)[some] for part in (effect.change, effect.rows, effect.games))
        yield Effect(cause, change, effect.track, rows, games)
