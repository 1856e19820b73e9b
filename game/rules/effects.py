"""Named effects: the only way in which a rule changes the state, and what explains every number afterwards.

A rule yields effects; ``apply`` carries them out and keeps each track within its bounds. A recorder, where there
is one, notes what changed, by how much, why and by which rule. Without one an effect costs next to nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np

from game.rules.arrays import BoolArray, IntArray, integers, which
from game.rules.state import State
from game.rules.tables import Rules

_FEW = 256
"""Numbers of which it is quick to see whether all are zero."""


class Effect(NamedTuple):
    """A change of some rows of the block, in one of five forms.

    - A whole ``track``: ``change`` has its shape, or is one number for all of it.
    - One row in every game: ``rows`` is its number, ``change`` has one for each game.
    - Single cells: ``rows`` and ``games`` (places in the batch) say which, ``change`` has a number for each. They are
      cells of the ``track`` or, where none is named, of any. They may have a cause each: ``causes`` are then the
      places of their causes among those in ``cause``.
    - Single cells of several tracks in the same games: ``rows`` and ``change`` have a line for each ``track``.
    - Whole tracks back to zero: ``change`` is None.
    """

    cause: str | tuple[str, ...]
    change: Any
    track: str | tuple[str, ...] = ""
    rows: IntArray | int | None = None
    games: IntArray | None = None
    causes: IntArray | None = None


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


def at_once(rules: Rules, cause: str, games: IntArray, *parts: tuple[str, tuple[Any, ...], Any]) -> Effect:
    """One effect on single entries of several tracks in the same games: a ``(track, indices, change)`` for each.

    As that many effects ``on_cells``, at the price of one. No track may be named twice.
    """
    if not games.size:
        return NOTHING
    shape = (len(parts), games.size)
    rows, change = np.empty(shape, dtype=np.intp), np.empty(shape, dtype=np.int32)
    for line, (track, indices, by) in enumerate(parts):
        rows[line], change[line] = rules.layout.cells(track, *indices), by
    return Effect(cause, change, tuple(track for track, _, _ in parts), rows, games)


def back_to_zero(cause: str, *tracks: str) -> Effect:
    """One effect that takes whole tracks, whose bounds include zero, back to it."""
    return Effect(cause, None, tracks)


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

    def heeds(self, rows: IntArray) -> BoolArray:
        """Whether it tells causes apart that change these rows."""

    def look(self, state: State, effect: Effect) -> IntArray | None:
        """Remember what is needed from before an effect. None if it does not matter; then it is not noted."""

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

    def heeds(self, rows: IntArray) -> BoolArray:
        """Every change has its cause."""
        return np.ones(rows.shape, dtype=np.bool_)

    def look(self, state: State, effect: Effect) -> IntArray | None:
        """What ``note`` needs to remember from before an effect."""
        one = effect.track if isinstance(effect.track, str) else ""
        self._rows = state.layout.places[one].rows if one else slice(0, state.layout.rows)
        return state.block[self._rows].copy()

    def note(self, state: State, before: IntArray, cause: str, rule: str) -> None:
        """Record what differs between ``before`` and the state's block now."""
        after, first = state.block[self._rows], self._rows.start
        turn, stage, games = state.turn, state.stage, state.games
        for cell in which(before != after).tolist():
            row, game = divmod(cell, games)
            was, now = before.item(cell), after.item(cell)
            self.changes.append(Change(turn, stage, first + row, was, now, cause, rule, game))


def apply(rules: Rules, state: State, effect: Effect) -> None:
    """Carry out an effect and keep what it touched within its bounds."""
    if effect.change is None:
        for track in effect.track:
            state.block[rules.layout.places[track].rows] = 0
    elif effect.rows is None:
        place = rules.layout.places[str(effect.track)]
        _add(getattr(state, str(effect.track)), effect.change, place.low, place.high)
    elif effect.games is None:
        _add(state.block[effect.rows], effect.change, rules.low[effect.rows], rules.high[effect.rows])
    else:
        _apply_cells(rules, state, effect, effect.rows, effect.games)


def _add(window: IntArray, change: Any, low: IntArray, high: IntArray) -> None:
    """Add to a whole track, or to one row in every game, in place."""
    if isinstance(change, np.ndarray) and change.shape != window.shape:
        change = change.reshape(window.shape)
    np.add(window, change, out=window, casting="unsafe")
    window.clip(low, high, out=window)  # several times as fast as a maximum and a minimum


def _apply_cells(rules: Rules, state: State, effect: Effect, rows: IntArray | int, games: IntArray) -> None:
    """Add to single cells; several changes of one cell add up before the bounds are applied."""
    flat = state.block.reshape(-1)
    cells = np.multiply(rows, state.games, dtype=np.intp)
    cells += games
    every = cells.reshape(-1)
    np.add.at(flat, every, integers(effect.change).reshape(-1))
    after = flat.take(cells)
    after.clip(*_bounds(rules, effect.track, rows), out=after)
    flat[every] = after.reshape(-1)


def _bounds(rules: Rules, track: str | tuple[str, ...], rows: IntArray | int) -> tuple[IntArray, IntArray]:
    """The lowest and the highest that cells may be; those of a track, or a line for each of several."""
    if not track:
        return rules.low.take(rows), rules.high.take(rows)
    if isinstance(track, str):
        place = rules.layout.places[track]
        return place.low, place.high
    return rules.layout.limits(track)


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
        elif effect.causes is None:
            _listened_to(rules, state, effect, rule, recorder)
        else:
            for part in _by_cause(effect, effect.causes, recorder.heeds(integers(effect.rows))):
                _listened_to(rules, state, part, rule, recorder)


def _listened_to(rules: Rules, state: State, effect: Effect, rule: str, recorder: Listener) -> None:
    before = recorder.look(state, effect)
    apply(rules, state, effect)
    if before is not None:
        recorder.note(state, before, str(effect.cause), rule)


def _by_cause(effect: Effect, causes: IntArray, heeded: BoolArray) -> Iterator[Effect]:
    """An effect of several causes as one for each, which is how a listener is told of it.

    What it does where nobody heeds what the cause is comes first, all together.
    """
    if not heeded.all():
        yield _part(effect, which(~heeded), effect.cause[0])
    for cause in which(np.bincount(causes[heeded])):
        yield _part(effect, which(heeded & (causes == cause)), effect.cause[cause])


def _part(effect: Effect, cells: IntArray, cause: str) -> Effect:
    """An effect on single cells in some of them."""
    columns = effect.change, effect.rows, effect.games
    change, rows, games = (integers(column).take(cells) for column in columns)
    return Effect(cause, change, effect.track, rows, games)
