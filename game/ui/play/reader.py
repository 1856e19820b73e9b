"""Reads single numbers out of a seat's view: exactly where the seat knows them, else as bands, with their causes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.figures import rounded
from game.rules.tracks import Axis, Track
from game.rules.view import View
from game.session.stage_report import Told
from game.session.wording import UNWELCOME, Wording, amount
from game.ui.kit import Cause, Tooltip
from game.ui.play.position import BAND_TONES, Reading

MOST_CAUSES = 9
"""Causes that an explanation lists; older ones are summed up."""


def signed(track: Track, value: int) -> str:
    """A change as shown, with its sign."""
    return ("+" if value > 0 else "−" if value < 0 else "") + amount(track, abs(value))


@dataclass(frozen=True)
class Reader:
    """A view, the words for it, and the changes that the seat was told of, oldest first."""

    view: View
    wording: Wording
    told: Sequence[Told] = ()

    def row(self, track: str, *entries: str) -> int:
        """The row of an entry of a track."""
        return self.wording.rules.layout.row(track, *entries)

    def exact(self, track: str, *entries: str) -> int:
        """The value of a row as the seat sees or estimates it, in the engine's units."""
        return int(self.view.seen.block[self.row(track, *entries), 0])

    def natural(self, track: str, *entries: str) -> float:
        """The same in the units of the rules: points from 0 to 10, counts whole."""
        points = self.wording.rules.layout.places[track].track.unit == "points"
        return self.exact(track, *entries) / (100 if points else 1)

    def reading(
        self, place: str, name: str, track: str, *entries: str, tone: str = "accent", why: str = ""
    ) -> Reading:
        """A row as shown to this seat under the id ``place``, with a bar over the whole of its track."""
        row = self.row(track, *entries)
        low, high = self.view.bounds(row)
        kind = self.wording.rules.layout.places[track].track
        unit = 100 if kind.unit == "points" else 1
        scale = (kind.low / unit, kind.high / unit if kind.high < 10_000 else max(high, 1) / unit)
        explanation = Tooltip(name, why, self.causes(row), source=self._source(low, high))
        if low == high:
            return Reading(
                place, name, amount(kind, low), low / unit, *scale, tone=tone, explanation=explanation
            )
        word = self.wording.band(self.view, row) if kind.unit == "points" else "about"
        shown = word if kind.unit == "points" else f"{rounded(low)} to {rounded(high)}"
        tone = BAND_TONES.get(word, tone) if track in UNWELCOME else tone
        band = (low / unit, high / unit)
        return Reading(
            place, name, shown, None, *scale, band=band, word=word, tone=tone, explanation=explanation
        )

    def _source(self, low: int, high: int) -> str:
        return "" if low == high else "An estimate: the true value is not known to you."

    def causes(self, row: int) -> tuple[Cause, ...]:
        """What changed a row of late, newest last, as far as the seat was told."""
        track, _ = self.wording.rules.layout.entries(row)
        found = [told for told in self.told if told.row == row]
        causes = [_cause(track, told) for told in found[-MOST_CAUSES:]]
        if len(found) > MOST_CAUSES:
            earlier = found[0].change.before
            change = found[-MOST_CAUSES].change.before - earlier
            causes.insert(0, Cause("Earlier changes together", signed(track, change)))
        return tuple(causes)

    def names(self, axis: Axis) -> tuple[str, ...]:
        """The ids of the entries of an axis."""
        return self.wording.rules.layout.names[axis]


def _cause(track: Track, told: Told) -> Cause:
    change = told.change.after - told.change.before
    worse = (change > 0) == (track.name in UNWELCOME)
    name = f"Turn {told.change.turn}: {told.cause}"
    return Cause(name, signed(track, change), "danger" if worse else "good")


def tenths(value: float) -> str:
    """A number with one decimal where it has one: ``4``, ``3.9``."""
    return f"{value:.1f}".removesuffix(".0")
