"""The ledger as it moves: each number of a seat that changed over some stages, with its causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.rules.tracks import Axis, Track
from game.session.stage_report import StageReport, Told
from game.session.wording import RUNGS, Wording
from game.ui.kit import Cause

OWN = ("owed", "standing", "credibility", "legitimacy", "trust", "presence", "readiness")
"""Tracks that are told of the seat's own power, in the order in which they are shown."""

SHARED = ("cohesion", "talks", "market", "nuclear")
"""Tracks that everybody's acts move."""

_WELCOME = {"owed": -1, "market": -1, "nuclear": 0, "readiness": 0}
"""Which direction is welcome where it is not upward; 0 for neither."""

_LEAST = 0.05
"""Points that one decimal can show."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One number before and after, in points, with the named causes of the change."""

    name: str
    before: float
    after: float
    high: float
    tone: str
    causes: tuple[Cause, ...]
    main: Cause
    """What did most to move it the way it went."""

    @property
    def shown(self) -> str:
        """Both values."""
        return f"{self.before:.1f} → {self.after:.1f}"

    @property
    def is_seen(self) -> bool:
        """Whether the values differ as they are shown."""
        return f"{self.before:.1f}" != f"{self.after:.1f}"

    @property
    def change(self) -> str:
        """The difference with its sign."""
        return _signed(self.after - self.before)


@dataclass(frozen=True, slots=True)
class RungMove:
    """A front before and after."""

    name: str
    before: int
    after: int

    @property
    def word(self) -> str:
        """The rung that it is at now."""
        return f"{self.after} {RUNGS[self.after]}"


def movements(wording: Wording, reports: Sequence[StageReport], seat: int | None) -> tuple[Movement, ...]:
    """The numbers that moved and that the seat sees exactly; without a seat, those that everybody sees."""
    by_row: dict[int, list[Told]] = {}
    for report in reports:
        for told in report.changes_for(seat):
            by_row.setdefault(told.row, []).append(told)
    found = [(_rank(wording, row, seat), changes) for row, changes in by_row.items()]
    wanted = sorted((rank, changes[0].row) for rank, changes in found if rank is not None)
    moved = [_movement(wording, by_row[row], seat) for _, row in wanted]
    return tuple(each for each in moved if each.is_seen)


def rung_moves(wording: Wording, reports: Sequence[StageReport]) -> tuple[RungMove, ...]:
    """The fronts whose rung moved over these stages."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for told in _rung_changes(wording, reports):
        name = wording.rules.layout.entries(told.row)[1][0]
        first.setdefault(name, told.change.before)
        last[name] = told.change.after
    return tuple(
        RungMove(wording.scenario.fronts[name].short, first[name], last[name])
        for name in first
        if first[name] != last[name]
    )


def _rung_changes(wording: Wording, reports: Sequence[StageReport]) -> Iterator[Told]:
    for report in reports:
        for told in report.changes_for(None):
            if wording.rules.layout.entries(told.row)[0].name == "rung":
                yield told


def _rank(wording: Wording, row: int, seat: int | None) -> int | None:
    """Where a row stands in the list; None for a row that is no part of the seat's ledger."""
    track, entries = wording.rules.layout.entries(row)
    if track.name in SHARED:
        return len(OWN) + SHARED.index(track.name)
    if track.name not in OWN or seat is None:
        return None
    own = wording.rules.layout.names[Axis.POWER][seat]
    return OWN.index(track.name) if entries and entries[0] == own else None


def _movement(wording: Wording, changes: Sequence[Told], seat: int | None) -> Movement:
    track, entries = wording.rules.layout.entries(changes[0].row)
    before, after = changes[0].change.before, changes[-1].change.after
    by = [(each.change.after - each.change.before) / 100 for each in changes]
    causes = tuple(Cause(each.cause, _signed(points)) for each, points in zip(changes, by, strict=True))
    names = [wording.in_phrase(axis, entry) for axis, entry in zip(track.axes, entries, strict=True)]
    return Movement(
        name=_name(track, names),
        before=before / 100,
        after=after / 100,
        high=track.high / 100,
        tone=_tone(_welcome(wording, track, entries, seat) * (after - before)),
        causes=causes,
        main=max(zip(causes, by, strict=True), key=lambda each: each[1] * (after - before))[0],
    )


def _signed(by: float) -> str:
    """A difference in points; a second decimal where one would make it look like nothing."""
    sign = "−" if by < 0 else "+"
    return f"{sign}{abs(by):.1f}" if abs(by) >= _LEAST else f"{sign}{abs(by):.2f}"


def _name(track: Track, names: list[str]) -> str:
    if track.name == "owed":
        return f"Owed to {names[1]}"
    if track.name in ("credibility", "presence"):
        return f"{track.name.capitalize()} with {names[1]}"
    if track.name == "trust":
        return f"Trust of {names[1]}"
    if track.name == "talks":
        return names[0]
    if track.name in SHARED and names:
        return f"{track.name.capitalize()}: {names[0]}"
    return {"market": "Market stress", "nuclear": "Nuclear programme"}.get(
        track.name, track.name.capitalize()
    )


def _welcome(wording: Wording, track: Track, entries: Sequence[str], seat: int | None) -> int:
    """Which direction is welcome to a seat: another camp's cohesion should fall; the public wishes for neither."""
    if track.name != "cohesion":
        return _WELCOME.get(track.name, 1)
    if seat is None:
        return 0
    own = list(wording.scenario.powers.values())[seat].camp
    return 1 if entries[0] == own else -1


def _tone(welcome: int) -> str:
    return "good" if welcome > 0 else "danger" if welcome < 0 else "accent"
