"""What a group asked of its game: one decision changed, and both courses as rows of figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.report.figures import difference, rounded
from game.rules.tables import Ending
from game.session.what_if import RUNS, Compared, Course, Other, Taken, WhatIf

HOW = (
    f"The game is played on from this decision {RUNS:,} times as it was taken and {RUNS:,} times changed, with the "
    "same dice for both. What the others had committed at that stage stays. From then on computer players go by "
    "their doctrine, and people by one of their power's doctrines, drawn for each run. It shows what this model makes "
    "of the change, not what would have happened."
)
"""How both courses are played, for whoever reads the figures."""

_LEFT_OUT = (
    "The events that the facilitator chose after this decision come in neither course, unless by chance."
)

_WAYS = (("Regional war", Ending.REGIONAL_WAR), ("Settlement", Ending.SETTLEMENT))


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of both courses, a mean or a share over all games played on."""

    name: str
    was: float
    """As it was decided."""
    changed: float
    unit: str
    """points, games of 100, or people."""

    @property
    def cells(self) -> tuple[str, str, str]:
        """Both as shown, and the difference with its sign."""
        digits = 1 if self.unit == "points" else 0
        shown = [
            rounded(round(each)) if self.unit == "people" else f"{each:.{digits}f}"
            for each in (self.was, self.changed)
        ]
        return shown[0], shown[1], difference(self.was, self.changed, digits)


@dataclass(frozen=True, slots=True)
class Asked:
    """A what-if that was worked out: the decision, what was put in its place, and what comes of either."""

    power: str
    taken: Taken
    other: Other
    figures: tuple[Figure, ...]
    same_dice: tuple[str, str]
    """With the dice that fell in this game: how it ends and every score, as decided and changed."""
    left_out: str = ""
    """What happened in the game and comes in neither course; empty if nothing."""


def asked(what_if: WhatIf, taken: Taken, other: Other, found: Compared) -> Asked:
    """A what-if that was worked out, to be shown and kept."""
    same = tuple(_one(what_if, course) for course in (found.same_dice_was, found.same_dice_changed))
    figures = tuple(_figures(what_if, found))
    left_out = _LEFT_OUT if what_if.leaves_out(taken) else ""
    return Asked(what_if.powers[taken.seat], taken, other, figures, (same[0], same[1]), left_out)


def _figures(what_if: WhatIf, found: Compared) -> Iterator[Figure]:
    was, changed = found.was, found.changed
    for name, before, after in zip(what_if.powers, was.scores, changed.scores, strict=True):
        yield Figure(f"Score, {name}", before, after, "points")
    for name, ending in _WAYS:
        yield Figure(f"{name}, of 100 games", was.endings[ending], changed.endings[ending], "games of 100")
    for name, before, after in zip(what_if.populations, was.killed, changed.killed, strict=True):
        if max(before, after) >= 1:
            yield Figure(f"Killed, {name}", before, after, "people")


def _one(what_if: WhatIf, course: Course) -> str:
    scores = ", ".join(
        f"{name} {value:.1f}" for name, value in zip(what_if.powers, course.scores, strict=True)
    )
    return f"{course.ending} Score: {scores}."
