"""What follows from drafts once they are weighed: which is taken, how much further it leads, and what it spares."""

from collections.abc import Callable

from game.players.weighed import Weighed
from game.rules.arrays import IntArray

AS_GOOD = 0.01
"""Points of score that are no difference as they are shown."""

_PLAINLY = 5
"""How many of 100 imagined games make a difference that is worth a word."""


def taken_from(weighed: Weighed, rows: IntArray, way: Callable[[Weighed, int], str], as_a_way: bool) -> str:
    """Why the first of ``rows`` (one game's drafts, best first) is taken, and not the next or the usual one.

    ``way`` names the doctrine of a row; ``as_a_way`` says that whole ways of playing were weighed.
    """
    best, own = int(rows[0]), next((int(row) for row in rows if weighed.drafts.own[row]), -1)
    further = float(weighed.score[rows].max() - weighed.score[best]) / 100
    if weighed.drafts.own[best]:
        does = f"does as {way(weighed, best)} would"
        if as_a_way and not _others(weighed, rows):
            return f"Every way of playing on would choose the same → {does}."
        if further >= AS_GOOD:
            little = "too little to leave that way or risk more for"
            return f"Another leads to {further:.2f} points more, {little} → {does}."
        return f"Nothing leads to more{_ahead(weighed, rows)} → {does}."
    told = _beside_usual(weighed, rows, own, way)
    if further >= AS_GOOD:
        told += f"; one that leads to {further:.2f} points more costs more lives or risks more"
    follows = f"does as {way(weighed, best)} would" if as_a_way else "takes the first"
    return f"{told} → {follows}."


def _ahead(weighed: Weighed, rows: IntArray) -> str:
    """How far the first is ahead of the best that orders something else."""
    others = _others(weighed, rows)
    if not others:
        return ""
    less = float(weighed.score[rows[0]] - weighed.score[others].max()) / 100
    return (
        f"; the best of the others leads to {less:.2f} points less"
        if less >= AS_GOOD
        else ", though another leads to as much"
    )


def _beside_next(weighed: Weighed, rows: IntArray, own: int) -> str:
    """How far the first is ahead of the next that orders something else, where that is not the usual one."""
    others = _others(weighed, rows)
    if not others or others[0] == own or weighed.score[rows[0]] - weighed.score[others[0]] < 100 * AS_GOOD:
        return ""
    return f", {float(weighed.score[rows[0]] - weighed.score[others[0]]) / 100:.2f} more than the next"


def _others(weighed: Weighed, rows: IntArray) -> list[int]:
    """Rows that order something else than the first."""
    options = weighed.drafts.options
    return [int(row) for row in rows if (options[:, row] != options[:, rows[0]]).any()]


def _beside_usual(weighed: Weighed, rows: IntArray, own: int, way: Callable[[Weighed, int], str]) -> str:
    """What the first is better at than what the seat would do without weighing, the row ``own``; -1 for none."""
    if own < 0:
        return "It is liked best of what was weighed"
    best, usual = int(rows[0]), way(weighed, own)
    gain = float(weighed.score[best] - weighed.score[own]) / 100
    if gain < AS_GOOD:
        return f"It leads to no more than what {usual} would do, but costs fewer lives or risks less"
    more = f"It leads to {gain:.2f} points more than what {usual} would do"
    return f"{more}{_beside_next(weighed, rows, own)}{_spared(weighed, best, own)}"


def _spared(weighed: Weighed, best: int, own: int) -> str:
    """The chief risk that the best draft spares beside the usual one."""
    lost = [round(100 * float(weighed.lost[row])) for row in (best, own)]
    answered = [round(100 * float(weighed.answered[row])) for row in (best, own)]
    if lost[1] - lost[0] >= _PLAINLY:
        return f", and control is lost in {lost[0]} of 100 games, not in {lost[1]}"
    if answered[1] - answered[0] >= _PLAINLY:
        return f", and a reply window opens in {answered[0]} of 100 games, not in {answered[1]}"
    return ""
